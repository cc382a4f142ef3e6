// 登记上级提级办理: which superior takes the case over, by which document, and why.
import { Form } from "antd";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { ShortField, WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import type { CaseFormProps } from "#web/acts/forms.tsx";

export function TakeOver({ matter }: CaseFormProps) {
  const [form] = Form.useForm<RawInputOf<"take-over">>();
  const { today } = useMe();
  return (
    <ActForm
      act="take-over"
      matter={matter}
      form={form}
      initial={{ on: today }}
      inputOf={({ on, body, documentNumber, reasons }) => ({ on, body, documentNumber, reasons })}
    >
      <div className="form-row">
        <ShortField name="body" label={m.take_over_body()} />
        <ShortField name="documentNumber" label={m.document_number()} />
        <DayItem name="on" label={m.take_over_on()} />
      </div>
      <WordsField name="reasons" label={m.reasons()} />
    </ActForm>
  );
}
