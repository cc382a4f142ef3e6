// 变更、撤销或者更正决定: of whom, on what ground, to what; what stood before is shown beside it.
import { Alert, Form, Radio } from "antd";
import { subjectFileOf } from "../../case.ts";
import type { SubjectFile } from "../../subject-file.ts";
import type { Evidence } from "../../events.ts";
import { m } from "#web/paraglide/messages.js";
import { BodyField } from "#web/fields/body-field.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { EvidenceField } from "#web/fields/evidence-field.tsx";
import { FindingFields, findingInput } from "#web/fields/finding-fields.tsx";
import type { FindingValues } from "#web/fields/finding-fields.tsx";
import { FoundText } from "#web/law/proposal-text.tsx";
import { SubjectField, useFirstSubject } from "#web/fields/subject-field.tsx";
import { ExemptionGround } from "#web/fields/exemption-ground.tsx";
import { ShortField, WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import { LevelFields } from "../decide/form.tsx";
import type { CaseFormProps } from "#web/acts/forms.tsx";
import "#web/fields/form-list.css";

type OutcomeValues = Partial<FindingValues> & {
  type?: "accountable" | "exempt";
  ground?: string;
  reasons?: string;
  originalLevel?: string | null;
  reducedLevel?: string | null;
  appliedOn?: string | null;
};
type Values = {
  subjectId: string;
  ground: { type: "appeal" | "superior" | "own" };
  change: { kind: "corrected" | "changed" | "revoked"; outcome?: OutcomeValues; effectiveOn?: string | null };
  body: string;
  on: string;
  documentNumber: string;
  reasons: string;
  evidence: Evidence[];
};

export function ChangeDecision({ matter, law, past }: CaseFormProps) {
  const [form] = Form.useForm<Values>();
  const { today } = useMe();
  const files = matter.subjects.filter((file) => file.decided !== null && file.outcome?.type !== "revoked");
  const first = useFirstSubject(files);
  const subjectId = Form.useWatch("subjectId", form);
  const kind = Form.useWatch(["change", "kind"], form);
  const file = subjectId === undefined ? null : subjectFileOf(matter, subjectId);
  const appeal = file?.appeals.findLast((one) => one.examined !== null && one.examined.result !== "upheld");
  return (
    <ActForm
      act="change-decision"
      matter={matter}
      form={form}
      initial={{
        subjectId: first,
        on: today,
        body: files.find((one) => one.subject.id === first)?.decided?.body,
        evidence: [],
      }}
      inputOf={(values) => inputOf(law, values, appeal?.seq ?? 0)}
    >
      <Alert type="info" title={m.change_old_stays()} />
      <SubjectField files={files} />
      {file?.outcome?.type === "accountable" ? (
        <FoundText title={m.decision()} found={file.outcome} law={law} more={[]} />
      ) : null}
      <Form.Item name={["ground", "type"]} label={m.change_ground()} rules={[{ required: true }]}>
        <Radio.Group
          options={[
            { value: "appeal", label: m.change_ground_appeal(), disabled: appeal === undefined },
            { value: "superior", label: m.change_ground_superior() },
            { value: "own", label: m.change_ground_own() },
          ]}
        />
      </Form.Item>
      <Form.Item name={["change", "kind"]} label={m.change_kind()} rules={[{ required: true }]}>
        <Radio.Group
          options={[
            { value: "changed", label: m.change_changed() },
            { value: "revoked", label: m.change_revoked() },
            { value: "corrected", label: m.change_corrected() },
          ]}
        />
      </Form.Item>
      {file !== null && (kind === "changed" || kind === "corrected") ? (
        <OutcomeFields matterId={matter.id} file={file} law={law} past={past} exemptible={kind === "changed"} />
      ) : null}
      <div className="form-row">
        <BodyField law={law} label={m.decision_body()} />
        <DayItem name="on" label={m.change_on()} />
        <ShortField name="documentNumber" label={m.document_number()} />
      </div>
      <WordsField name="reasons" label={m.reasons()} />
      <Form.Item name="evidence" label={m.evidence_files()}>
        <EvidenceField />
      </Form.Item>
    </ActForm>
  );
}

type FieldsProps = {
  matterId: string;
  file: SubjectFile;
  law: CaseFormProps["law"];
  past: CaseFormProps["past"];
  exemptible: boolean;
};

function OutcomeFields({ matterId, file, law, past, exemptible }: FieldsProps) {
  const form = Form.useFormInstance<Values>();
  const at = ["change", "outcome"];
  const values: OutcomeValues = Form.useWatch(["change", "outcome"], form) ?? {};
  const type = exemptible ? values.type : "accountable";
  return (
    <fieldset className="form-list">
      <legend>{m.outcome()}</legend>
      {exemptible ? (
        <Form.Item name={[...at, "type"]} label={m.outcome()} rules={[{ required: true }]}>
          <Radio.Group
            options={[
              { value: "accountable", label: m.outcome_accountable() },
              { value: "exempt", label: m.outcome_exempt() },
            ]}
          />
        </Form.Item>
      ) : null}
      {type === "accountable" ? (
        <>
          <FindingFields
            law={law}
            subject={file.subject}
            at={at}
            comparable={{ matterId, circumstances: file.circumstances.map(({ circumstance }) => circumstance) }}
            before={{ file, past }}
          />
          <LevelFields law={law} at={at} measures={values.measures ?? []} />
          {file.effect === null ? null : (
            <DayItem
              name={["change", "effectiveOn"]}
              label={m.change_effective_on()}
              extra={m.change_effective_extra()}
            />
          )}
        </>
      ) : null}
      {type === "exempt" ? (
        <>
          <ExemptionGround law={law} at={at} />
          <WordsField name={[...at, "reasons"]} label={m.reasons()} />
        </>
      ) : null}
    </fieldset>
  );
}

function inputOf(
  law: CaseFormProps["law"],
  { ground, change, ...values }: Values,
  appeal: number,
): RawInputOf<"change-decision"> {
  return {
    ...values,
    ground: ground.type === "appeal" ? { type: "appeal", appeal } : { type: ground.type },
    change: changeOf(law, change),
  };
}

function changeOf(
  law: CaseFormProps["law"],
  { kind, outcome = {}, effectiveOn }: Values["change"],
): RawInputOf<"change-decision">["change"] {
  if (kind === "revoked") return { kind };
  if (kind === "changed" && outcome.type === "exempt") {
    const { ground = "", reasons = "" } = outcome;
    return { kind, outcome: { type: "exempt", ground, reasons }, effectiveOn: null };
  }
  return {
    kind,
    effectiveOn: effectiveOn ?? null,
    outcome: {
      type: "accountable",
      ...findingInput(law, outcome as FindingValues), // the form asked for every one of them
      originalLevel: outcome.originalLevel ?? null,
      reducedLevel: outcome.reducedLevel ?? null,
      appliedOn: outcome.appliedOn ?? null,
    },
  };
}
