// 作出问责决定: for every subject measures or an exemption with its ground; the proposal stands beside it.
import { Button, Form, Radio } from "antd";
import type { SubjectFile } from "../../subject-file.ts";
import { requirementsOf } from "#law/procedure/requirements.ts";
import { m } from "#web/paraglide/messages.js";
import { BodyField } from "#web/fields/body-field.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { FindingFields, findingInput } from "#web/fields/finding-fields.tsx";
import type { FindingValues } from "#web/fields/finding-fields.tsx";
import { LevelSelect } from "#web/fields/level-field.tsx";
import { ProposalText } from "#web/law/proposal-text.tsx";
import { subjectName } from "#web/fields/subject-field.tsx";
import { ExemptionGround } from "#web/fields/exemption-ground.tsx";
import { ShortField, WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import type { CaseFormProps } from "#web/acts/forms.tsx";
import "#web/fields/form-list.css";

type OutcomeValues = Partial<FindingValues> & {
  type?: "accountable" | "exempt" | "reserved";
  ground?: string;
  reasons?: string;
  originalLevel?: string | null;
  reducedLevel?: string | null;
  appliedOn?: string | null;
  departure?: string;
};
type Values = { documentNumber: string; on: string; body: string; outcomes: OutcomeValues[] };

export function Decide({ matter, law, past }: CaseFormProps) {
  const [form] = Form.useForm<Values>();
  const { today } = useMe();
  const open = matter.subjects.filter((file) => file.decided === null && file.upward === null);
  return (
    <ActForm
      act="decide"
      matter={matter}
      form={form}
      initial={{ on: today, body: matter.deliberation?.body }}
      inputOf={({ documentNumber, on, body, outcomes }) => ({
        documentNumber,
        on,
        body,
        outcomes: open.map((file, index) => outcomeOf(law, file, outcomes[index] ?? {})),
      })}
    >
      <div className="form-row">
        <BodyField law={law} label={m.decision_body()} />
        <DayItem name="on" label={m.decision_on()} />
        <ShortField name="documentNumber" label={m.document_number()} />
      </div>
      {open.map((file, index) => (
        <OutcomeFields
          matterId={matter.id}
          key={file.subject.id}
          file={file}
          index={index}
          law={law}
          past={past}
          several={matter.subjects.length > 1}
        />
      ))}
    </ActForm>
  );
}

type FieldsProps = {
  matterId: string;
  file: SubjectFile;
  index: number;
  law: CaseFormProps["law"];
  past: CaseFormProps["past"];
  several: boolean;
};

function OutcomeFields({ matterId, file, index, law, past, several }: FieldsProps) {
  const form = Form.useFormInstance<Values>();
  const values: OutcomeValues = Form.useWatch(["outcomes", index], form) ?? {};
  const at: ["outcomes", number] = ["outcomes", index];
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
      <Form.Item name={[...at, "type"]} label={m.outcome()} rules={[{ required: true }]}>
        <Radio.Group
          options={[
            { value: "accountable", label: m.outcome_accountable() },
            { value: "exempt", label: m.outcome_exempt() },
            ...(several ? [{ value: "reserved", label: m.outcome_reserved() }] : []),
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
            before={{ file, past }}
          />
          <LevelFields law={law} at={at} measures={values.measures ?? []} />
          {proposal !== null && departs(values, proposal) ? (
            <WordsField name={[...at, "departure"]} label={m.departure()} extra={m.departure_extra()} />
          ) : null}
        </>
      ) : null}
      {values.type === "exempt" ? (
        <>
          <ExemptionGround law={law} at={at} />
          <WordsField name={[...at, "reasons"]} label={m.reasons()} />
        </>
      ) : null}
      {values.type === "reserved" ? (
        <WordsField name={[...at, "reasons"]} label={m.reasons()} extra={m.outcome_reserved_extra()} />
      ) : null}
    </fieldset>
  );
}

/** Fields that the chosen measures need, such as the level before and after. */
export function LevelFields({
  law,
  at,
  measures,
}: {
  law: CaseFormProps["law"];
  at: (string | number)[];
  measures: readonly string[];
}) {
  const needed = new Set(requirementsOf(law, measures).map((one) => one.what));
  return (
    <div className="form-row">
      {needed.has("originalLevel") ? (
        <Form.Item name={[...at, "originalLevel"]} label={m.original_level()} rules={[{ required: true }]}>
          <LevelSelect law={law} />
        </Form.Item>
      ) : null}
      {needed.has("reducedLevel") ? (
        <Form.Item name={[...at, "reducedLevel"]} label={m.reduced_level()} rules={[{ required: true }]}>
          <LevelSelect law={law} />
        </Form.Item>
      ) : null}
      {needed.has("application") ? <DayItem name={[...at, "appliedOn"]} label={m.applied_on()} /> : null}
    </div>
  );
}

/** The values of the form when the proposal is followed. */
export function proposalValues({
  gravity,
  gravityReasons,
  factors,
  escalations,
  strongReaction,
  vileInfluence,
  measures,
  handling,
  handlingReasons,
}: NonNullable<SubjectFile["proposal"]>): FindingValues {
  const how = Object.fromEntries(factors.map((one) => [one.factor, one.how]));
  const found = Object.fromEntries(escalations.map(({ rule, followed, reasons }) => [rule, { followed, reasons }]));
  return {
    gravity,
    gravityReasons,
    factors: how,
    escalations: found,
    strongReaction,
    vileInfluence,
    measures,
    handling,
    handlingReasons,
  };
}

function departs(values: OutcomeValues, proposal: NonNullable<SubjectFile["proposal"]>): boolean {
  if (values.gravity === undefined) return false;
  return (
    (values.handling ?? proposal.handling) !== proposal.handling ||
    [...(values.measures ?? [])].sort().join() !== [...proposal.measures].sort().join()
  );
}

function outcomeOf(
  law: CaseFormProps["law"],
  file: SubjectFile,
  values: OutcomeValues,
): RawInputOf<"decide">["outcomes"][number] {
  const subjectId = file.subject.id;
  if (values.type === "exempt")
    return { type: "exempt", subjectId, ground: values.ground ?? "", reasons: values.reasons ?? "" };
  if (values.type === "reserved") return { type: "reserved", subjectId, reasons: values.reasons ?? "" };
  return {
    type: "accountable",
    subjectId,
    ...findingInput(law, values as FindingValues), // the form asked for every one of them
    originalLevel: values.originalLevel ?? null,
    reducedLevel: values.reducedLevel ?? null,
    appliedOn: values.appliedOn ?? null,
    departure: values.departure ?? null,
  };
}
