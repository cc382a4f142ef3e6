// 记录陈述申辩: what the subject says to the facts, their defence, and what is answered to it.
import { Checkbox, Form } from "antd";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { SubjectField, useFirstSubject } from "#web/fields/subject-field.tsx";
import { WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import type { CaseFormProps } from "#web/acts/forms.tsx";

export function RecordStatement({ matter }: CaseFormProps) {
  const [form] = Form.useForm<RawInputOf<"record-statement">>();
  const { today } = useMe();
  return (
    <ActForm
      act="record-statement"
      matter={matter}
      form={form}
      initial={{ subjectId: useFirstSubject(matter.subjects), on: today, signed: false }}
      inputOf={({ subjectId, on, statement, defence, response, signed }) => ({
        subjectId,
        on,
        statement,
        defence,
        response,
        signed,
      })}
    >
      <SubjectField files={matter.subjects} />
      <DayItem name="on" label={m.statement_on()} />
      <WordsField name="statement" label={m.statement_text()} />
      <WordsField name="defence" label={m.statement_defence()} extra={m.statement_defence_extra()} />
      <WordsField name="response" label={m.statement_response()} extra={m.statement_response_extra()} />
      <Form.Item name="signed" valuePropName="checked" label={m.statement_signed_label()}>
        <Checkbox>{m.statement_signed()}</Checkbox>
      </Form.Item>
    </ActForm>
  );
}
