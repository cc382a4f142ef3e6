// 移送线索: to which body, why, and until when its receipt is expected.
import { Form } from "antd";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { ShortField, WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import type { LeadFormProps } from "#web/acts/forms.tsx";

export function TransferLead({ matter }: LeadFormProps) {
  const [form] = Form.useForm<RawInputOf<"transfer-lead">>();
  const { today } = useMe();
  return (
    <ActForm
      act="transfer-lead"
      matter={matter}
      form={form}
      initial={{ on: today }}
      inputOf={({ on, body, documentNumber, reasons, dueOn }) => ({ on, body, documentNumber, reasons, dueOn })}
    >
      <div className="form-row">
        <ShortField name="body" label={m.transfer_body()} />
        <ShortField name="documentNumber" label={m.transfer_document()} />
      </div>
      <WordsField name="reasons" label={m.transfer_reasons()} />
      <div className="form-row">
        <DayItem name="on" label={m.transfer_on()} />
        <DayItem name="dueOn" label={m.transfer_due()} />
      </div>
    </ActForm>
  );
}
