// 提出处理建议: for every subject the gravity people found, and the measures asked for.
import { Form } from "antd";
import { m } from "#web/paraglide/messages.js";
import { BodyField } from "#web/fields/body-field.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { FindingFields, findingInput } from "#web/fields/finding-fields.tsx";
import type { FindingValues } from "#web/fields/finding-fields.tsx";
import { SubjectFindings } from "#web/matter/subject-findings.tsx";
import { subjectName } from "#web/fields/subject-field.tsx";
import { WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { CaseFormProps } from "#web/acts/forms.tsx";
import "#web/fields/form-list.css";

type Values = { on: string; body: string; proposals: (FindingValues & { reasons: string })[] };

export function Propose({ matter, law, past }: CaseFormProps) {
  const [form] = Form.useForm<Values>();
  const { today } = useMe();
  return (
    <ActForm
      act="propose"
      matter={matter}
      form={form}
      initial={{ on: today }}
      inputOf={({ on, body, proposals }) => ({
        on,
        body,
        proposals: matter.subjects.flatMap((file, index) => {
          const values = proposals[index];
          return values === undefined
            ? []
            : [{ subjectId: file.subject.id, ...findingInput(law, values), reasons: values.reasons }];
        }),
      })}
    >
      <div className="form-row">
        <BodyField law={law} label={m.proposal_body()} />
        <DayItem name="on" label={m.proposal_on()} />
      </div>
      {matter.subjects.map((file, index) => (
        <fieldset className="form-list" key={file.subject.id}>
          <legend>{subjectName(file.subject)}</legend>
          <SubjectFindings file={file} law={law} />
          <FindingFields
            law={law}
            subject={file.subject}
            at={["proposals", index]}
            comparable={{
              matterId: matter.id,
              circumstances: file.circumstances.map(({ circumstance }) => circumstance),
            }}
            before={{ file, past }}
          />
          <WordsField name={["proposals", index, "reasons"]} label={m.proposal_reasons()} />
        </fieldset>
      ))}
    </ActForm>
  );
}
