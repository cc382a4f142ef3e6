// 审批启动: approve with an inquiry group and a due day, or refuse with reasons.
import { Form, Radio } from "antd";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { InquiryGroupFields } from "#web/fields/inquiry-group-fields.tsx";
import type { GroupValues } from "#web/fields/inquiry-group-fields.tsx";
import { WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { CaseFormProps } from "#web/acts/forms.tsx";

type Values = GroupValues & { approved: boolean; on: string; dueOn: string; reasons: string };

export function DecideOpening({ matter }: CaseFormProps) {
  const [form] = Form.useForm<Values>();
  const { today } = useMe();
  const approved = Form.useWatch("approved", form);
  return (
    <ActForm
      act="decide-opening"
      matter={matter}
      form={form}
      initial={{ on: today, inquirers: [] }}
      inputOf={(values) =>
        values.approved
          ? {
              approved: true,
              on: values.on,
              inquirers: values.inquirers,
              leader: values.leader,
              dueOn: values.dueOn,
            }
          : { approved: false, on: values.on, reasons: values.reasons }
      }
    >
      <Form.Item name="approved" label={m.opening_decision()} rules={[{ required: true }]}>
        <Radio.Group
          options={[
            { value: true, label: m.opening_approve() },
            { value: false, label: m.opening_refuse() },
          ]}
        />
      </Form.Item>
      <DayItem name="on" label={m.opening_on()} />
      {approved === true ? (
        <div className="form-row">
          <InquiryGroupFields />
          <DayItem name="dueOn" label={m.due_on()} />
        </div>
      ) : null}
      {approved === false ? <WordsField name="reasons" label={m.opening_refusal_reasons()} /> : null}
    </ActForm>
  );
}
