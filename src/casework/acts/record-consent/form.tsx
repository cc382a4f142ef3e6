// 登记重新任用同意: who consented, when, by which document.
import { Form } from "antd";
import { m } from "#web/paraglide/messages.js";
import { BodyField } from "#web/fields/body-field.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { LevelSelect } from "#web/fields/level-field.tsx";
import { SubjectField, useFirstSubject } from "#web/fields/subject-field.tsx";
import { ShortField } from "#web/fields/words-field.tsx";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import type { CaseFormProps } from "#web/acts/forms.tsx";

export function RecordConsent({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<RawInputOf<"record-consent">>();
  const persons = matter.subjects.filter((file) => file.subject.kind === "person");
  return (
    <ActForm
      act="record-consent"
      matter={matter}
      form={form}
      initial={{ subjectId: useFirstSubject(persons) }}
      inputOf={({ subjectId, on, body, toLevel, documentNumber }) => ({
        subjectId,
        on,
        body,
        toLevel: toLevel ?? null,
        documentNumber,
      })}
    >
      <SubjectField files={persons} />
      <div className="form-row">
        <DayItem name="on" label={m.consent_on()} extra={m.consent_on_extra()} />
        <BodyField law={law} label={m.consent_body()} />
      </div>
      <Form.Item name="toLevel" label={m.consent_to_level()} extra={m.consent_to_level_extra()}>
        <LevelSelect law={law} />
      </Form.Item>
      <ShortField name="documentNumber" label={m.document_number()} />
    </ActForm>
  );
}
