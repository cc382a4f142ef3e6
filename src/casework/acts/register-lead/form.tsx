// 登记线索: where it came from, when, what it says and whom it concerns; never who reported it.
import { Checkbox, Form, Select } from "antd";
import type { LeadSource } from "../../events.ts";
import { client } from "#web/client.ts";
import { m } from "#web/paraglide/messages.js";
import { ConcernedList, concernedInput } from "#web/fields/concerned-fields.tsx";
import type { ConcernedValues } from "#web/fields/concerned-fields.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { SimilarLeads } from "#web/matter/similar-leads.tsx";
import { ShortField, WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import { leadSources } from "#web/acts/lead-sources.ts";

type Values = {
  source: LeadSource;
  receivedOn: string;
  summary: string;
  concerned: ConcernedValues;
  withReporter?: boolean;
  reporter?: { name: string; contact: string; original?: string };
};

export function RegisterLead() {
  const [form] = Form.useForm<Values>();
  const { today } = useMe();
  const summaryTyped: unknown = Form.useWatch("summary", form);
  const concernedTyped = Form.useWatch("concerned", form);
  const withReporter = Form.useWatch("withReporter", form);
  return (
    <ActForm
      act="register-lead"
      matter={null}
      form={form}
      initial={{ receivedOn: today, concerned: [{}] }}
      sendBy={({ reporter, withReporter: sealed }, command) => {
        if (sealed !== true || reporter === undefined) return null;
        const original = (reporter.original ?? "").trim();
        return client.reporters.register({
          ...command,
          reporter: { name: reporter.name, contact: reporter.contact, original: original === "" ? null : original },
        });
      }}
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
      <SimilarLeads
        summary={typeof summaryTyped === "string" ? summaryTyped : ""}
        concerned={concernedInput(concernedTyped)}
      />
      <Form.Item name="withReporter" valuePropName="checked" label={m.reporter()} extra={m.reporter_extra()}>
        <Checkbox>{m.reporter_is()}</Checkbox>
      </Form.Item>
      {withReporter === true ? (
        <>
          <div className="form-row">
            <ShortField name={["reporter", "name"]} label={m.reporter_name()} />
            <ShortField name={["reporter", "contact"]} label={m.reporter_contact()} />
          </div>
          <WordsField
            name={["reporter", "original"]}
            label={m.reporter_original()}
            extra={m.reporter_original_extra()}
            required={false}
          />
        </>
      ) : null}
    </ActForm>
  );
}
