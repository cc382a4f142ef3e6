// 退回补充: why, what is to be added, until when.
import { Form } from "antd";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import type { LeadFormProps } from "#web/acts/forms.tsx";

export function ReturnLead({ matter }: LeadFormProps) {
  const [form] = Form.useForm<RawInputOf<"return-lead">>();
  const { today } = useMe();
  return (
    <ActForm
      act="return-lead"
      matter={matter}
      form={form}
      initial={{ on: today }}
      inputOf={({ on, reasons, dueOn }) => ({ on, reasons, dueOn })}
    >
      <WordsField name="reasons" label={m.lead_return_reasons()} />
      <div className="form-row">
        <DayItem name="on" label={m.lead_returned_on()} />
        <DayItem name="dueOn" label={m.lead_return_due()} />
      </div>
    </ActForm>
  );
}
