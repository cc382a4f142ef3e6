// 并入线索: one more lead on the same matter.
import { Form } from "antd";
import { m } from "#web/paraglide/messages.js";
import { LeadPicker } from "#web/fields/lead-picker.tsx";
import { WordsField } from "#web/fields/words-field.tsx";
import { ActForm } from "#web/acts/act-form.tsx";
import type { CaseFormProps } from "#web/acts/forms.tsx";

type Values = { leadIds: string[]; reasons: string };

export function JoinLead({ matter }: CaseFormProps) {
  const [form] = Form.useForm<Values>();
  return (
    <ActForm
      act="join-lead"
      matter={matter}
      form={form}
      initial={{ leadIds: [] }}
      inputOf={({ leadIds, reasons }) => ({ leadId: leadIds[0] ?? "", reasons })}
    >
      <Form.Item name="leadIds" label={m.join_lead()} rules={[{ required: true, type: "array" }]}>
        <LeadPicker most={1} />
      </Form.Item>
      <WordsField name="reasons" label={m.join_reasons()} />
    </ActForm>
  );
}
