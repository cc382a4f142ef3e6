// 登记线索: where it came from, when, what it says and whom it concerns; never who reported it.
import { Form, Select } from "antd";
import type { LeadSource } from "#casework/events.ts";
import { m } from "../paraglide/messages.js";
import { ConcernedList, concernedInput } from "../parts/concerned-fields.tsx";
import type { ConcernedValues } from "../parts/concerned-fields.tsx";
import { DayItem } from "../parts/day-item.tsx";
import { WordsField } from "../parts/words-field.tsx";
import { useMe } from "../session.tsx";
import { ActForm } from "./act-form.tsx";
import { leadSources } from "./lead-sources.ts";

type Values = {
  source: LeadSource;
  receivedOn: string;
  summary: string;
  concerned: ConcernedValues;
};

export function RegisterLead() {
  const [form] = Form.useForm<Values>();
  const { today } = useMe();
  return (
    <ActForm
      act="register-lead"
      matter={null}
      form={form}
      initial={{ receivedOn: today, concerned: [{}] }}
      inputOf={({ source, receivedOn, summary, concerned }) => ({
        source,
        receivedOn,
        summary,
        concerned: concernedInput(concerned),
      })}
    >
      <div className="form-row">
        <Form.Item name="source" label={m.lead_source()} rules={[{ required: true }]}>
          <Select
            showSearch={{ optionFilterProp: "label" }}
            options={Object.entries(leadSources).map(([value, name]) => ({ value, label: name() }))}
          />
        </Form.Item>
        <DayItem name="receivedOn" label={m.lead_received_on()} />
      </div>
      <WordsField name="summary" label={m.lead_summary()} extra={m.lead_summary_extra()} rows={4} />
      <ConcernedList label={m.lead_concerned()} />
    </ActForm>
  );
}
