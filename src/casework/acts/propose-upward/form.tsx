// 呈报上级决定: whom, to which body above, by whose deliberation, with what paper.
import { Form } from "antd";
import { belongsAbove, competencesOf } from "../../finding/competence.ts";
import { m } from "#web/paraglide/messages.js";
import { BodyField } from "#web/fields/body-field.tsx";
import { Choices } from "#web/fields/choices.tsx";
import { CitationBlock } from "#web/law/citation.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { subjectName } from "#web/fields/subject-field.tsx";
import { ShortField, WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import type { CaseFormProps } from "#web/acts/forms.tsx";

export function ProposeUpward({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<RawInputOf<"propose-upward">>();
  const { today } = useMe();
  const waiting = matter.subjects.filter(
    (file) => file.decided === null && file.upward === null && belongsAbove(law, file, today),
  );
  const [competence] = waiting.flatMap((file) => competencesOf(law, file, today));
  return (
    <ActForm
      act="propose-upward"
      matter={matter}
      form={form}
      initial={{
        subjectIds: waiting.map((file) => file.subject.id),
        to: competence?.decides[0],
        by: matter.deliberation?.body,
        on: today,
      }}
      inputOf={({ subjectIds, to, by, on, documentNumber, reasons }) => ({
        subjectIds,
        to,
        by,
        on,
        documentNumber,
        reasons,
      })}
    >
      {competence === undefined ? null : <CitationBlock citation={competence.cite} />}
      <Form.Item
        name="subjectIds"
        label={m.subject()}
        rules={[{ required: true, type: "array", min: 1 }]}
        extra={waiting.length === 0 ? m.no_subject_fits() : undefined}
      >
        <Choices options={waiting.map(({ subject }) => ({ value: subject.id, label: subjectName(subject) }))} />
      </Form.Item>
      <div className="form-row">
        <BodyField law={law} name="to" label={m.upward_to()} />
        <BodyField law={law} name="by" label={m.upward_by()} />
      </div>
      <div className="form-row">
        <DayItem name="on" label={m.upward_on()} />
        <ShortField name="documentNumber" label={m.document_number()} />
      </div>
      <WordsField name="reasons" label={m.upward_reasons()} />
    </ActForm>
  );
}
