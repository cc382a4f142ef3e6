// 登记上级答复: what the body above decided on each subject, or that it sent the matter back; with its paper.
import { Button, Form, Radio } from "antd";
import type { SubjectFile } from "../../subject-file.ts";
import type { Evidence } from "../../events.ts";
import { m } from "#web/paraglide/messages.js";
import { BodyField } from "#web/fields/body-field.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { EvidenceField } from "#web/fields/evidence-field.tsx";
import { FindingFields, findingInput } from "#web/fields/finding-fields.tsx";
import type { FindingValues } from "#web/fields/finding-fields.tsx";
import { ProposalText } from "#web/law/proposal-text.tsx";
import { subjectName } from "#web/fields/subject-field.tsx";
import { ExemptionGround } from "#web/fields/exemption-ground.tsx";
import { ShortField, WordsField } from "#web/fields/words-field.tsx";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import { LevelFields, proposalValues } from "../decide/form.tsx";
import type { CaseFormProps } from "#web/acts/forms.tsx";
import "#web/fields/form-list.css";

type AnswerValues = Partial<FindingValues> & {
  type?: "accountable" | "exempt" | "returned";
  ground?: string;
  reasons?: string;
  originalLevel?: string | null;
  reducedLevel?: string | null;
  appliedOn?: string | null;
};
type Values = { body: string; on: string; documentNumber: string; answers: AnswerValues[]; evidence: Evidence[] };

export function RecordAnswer({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<Values>();
  const waiting = matter.subjects.filter((file) => file.upward !== null);
  return (
    <ActForm
      act="record-answer"
      matter={matter}
      form={form}
      initial={{ body: waiting[0]?.upward?.to }}
      inputOf={({ body, on, documentNumber, answers, evidence }) => ({
        body,
        on,
        documentNumber,
        evidence,
        answers: waiting.map((file, index) => answerOf(law, file, answers[index] ?? {})),
      })}
    >
      <div className="form-row">
        <BodyField law={law} label={m.answer_body()} />
        <DayItem name="on" label={m.answer_on()} />
        <ShortField name="documentNumber" label={m.document_number()} />
      </div>
      <Form.Item
        name="evidence"
        label={m.answer_files()}
        rules={[{ required: true, type: "array", min: 1, message: m.evidence_required() }]}
      >
        <EvidenceField />
      </Form.Item>
      {waiting.map((file, index) => (
        <AnswerFields key={file.subject.id} matterId={matter.id} file={file} index={index} law={law} />
      ))}
    </ActForm>
  );
}

type FieldsProps = { matterId: string; file: SubjectFile; index: number; law: CaseFormProps["law"] };

function AnswerFields({ matterId, file, index, law }: FieldsProps) {
  const form = Form.useFormInstance<Values>();
  const values: AnswerValues = Form.useWatch(["answers", index], form) ?? {};
  const at: ["answers", number] = ["answers", index];
  const { proposal, subject } = file;
  return (
    <fieldset className="form-list">
      <legend>{subjectName(subject)}</legend>
      {proposal === null ? null : (
        <>
          <ProposalText proposal={proposal} law={law} />
          <Button
            onClick={() => form.setFieldValue(at, { ...values, ...proposalValues(proposal), type: "accountable" })}
          >
            {m.decide_as_proposed()}
          </Button>
        </>
      )}
      <Form.Item name={[...at, "type"]} label={m.answer_of_superior()} rules={[{ required: true }]}>
        <Radio.Group
          options={[
            { value: "accountable", label: m.outcome_accountable() },
            { value: "exempt", label: m.outcome_exempt() },
            { value: "returned", label: m.answer_returned() },
          ]}
        />
      </Form.Item>
      {values.type === "accountable" ? (
        <>
          <FindingFields
            law={law}
            subject={subject}
            at={at}
            comparable={{ matterId, circumstances: file.circumstances.map(({ circumstance }) => circumstance) }}
          />
          <LevelFields law={law} at={at} measures={values.measures ?? []} />
        </>
      ) : null}
      {values.type === "exempt" ? <ExemptionGround law={law} at={at} /> : null}
      {values.type === "exempt" || values.type === "returned" ? (
        <WordsField name={[...at, "reasons"]} label={m.reasons()} />
      ) : null}
    </fieldset>
  );
}

function answerOf(
  law: CaseFormProps["law"],
  file: SubjectFile,
  values: AnswerValues,
): RawInputOf<"record-answer">["answers"][number] {
  const subjectId = file.subject.id;
  if (values.type === "exempt")
    return { type: "exempt", subjectId, ground: values.ground ?? "", reasons: values.reasons ?? "" };
  if (values.type === "returned") return { type: "returned", subjectId, reasons: values.reasons ?? "" };
  return {
    type: "accountable",
    subjectId,
    ...findingInput(law, values as FindingValues), // the form asked for every one of them
    originalLevel: values.originalLevel ?? null,
    reducedLevel: values.reducedLevel ?? null,
    appliedOn: values.appliedOn ?? null,
  };
}
