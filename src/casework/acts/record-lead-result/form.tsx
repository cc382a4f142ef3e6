// 登记处置结果: what the talk or the verification came to.
import { Form } from "antd";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import type { LeadFormProps } from "#web/acts/forms.tsx";

export function RecordLeadResult({ matter }: LeadFormProps) {
  const [form] = Form.useForm<RawInputOf<"record-lead-result">>();
  const { today } = useMe();
  return (
    <ActForm
      act="record-lead-result"
      matter={matter}
      form={form}
      initial={{ on: today }}
      inputOf={({ on, result }) => ({ on, result })}
    >
      <WordsField name="result" label={m.lead_result()} extra={m.lead_result_extra()} rows={4} />
      <DayItem name="on" label={m.lead_result_on()} />
    </ActForm>
  );
}
