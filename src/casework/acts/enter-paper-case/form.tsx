// 补录纸质案件: one old decision on one subject, from its paper; which texts were in force on its day is shown.
import { districtLevelOf, managementLevelsOf, managementName } from "#law/procedure/management.ts";
import type { ManagementLevel } from "#law/pack/vocabulary.ts";
import { Alert, Checkbox, Form, Radio, Select } from "antd";
import type { Evidence } from "../../events.ts";
import type { SubjectKind } from "../../subject.ts";
import { parseDay } from "#law/reckon/days.ts";
import type { Law } from "#law/compile/law.ts";
import { circumstancesOf } from "#law/procedure/circumstances.ts";
import { isInForce } from "#law/text/norms.ts";
import { listed, textOf } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { BodyField } from "#web/fields/body-field.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { EvidenceField } from "#web/fields/evidence-field.tsx";
import { FindingFields, findingInput } from "#web/fields/finding-fields.tsx";
import type { FindingValues } from "#web/fields/finding-fields.tsx";
import { LevelSelect } from "#web/fields/level-field.tsx";
import { circumstanceLabel } from "#web/law/circumstance-text.tsx";
import { OrganizationPicker } from "#web/fields/organization-picker.tsx";
import { PersonPicker } from "#web/fields/person-picker.tsx";
import { ShortField, WordsField } from "#web/fields/words-field.tsx";
import { ActForm } from "#web/acts/act-form.tsx";
import { LevelFields } from "../decide/form.tsx";
import "#web/fields/form-list.css";

type Values = {
  title: string;
  documentNumber: string;
  on: string;
  body: string;
  reasons: string;
  kind: SubjectKind;
  registryId: string;
  post?: string;
  level?: string | null;
  managedBy: ManagementLevel;
  conduct: { text: string; from: string; to: string; continuing?: boolean };
  circumstance: string;
  outcome: FindingValues & { originalLevel?: string | null; reducedLevel?: string | null; appliedOn?: string | null };
  effectiveOn: string;
  announcedOn: string;
  formalitiesOn?: string | null;
  evidence: Evidence[];
};
const kinds: readonly SubjectKind[] = ["person", "organization", "leading-body"];

export function EnterPaperCase() {
  const law = useLaw();
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch("kind", form);
  const managedBy = Form.useWatch("managedBy", form) ?? districtLevelOf(law.vocabulary);
  const measures = Form.useWatch(["outcome", "measures"], form) ?? [];
  return (
    <ActForm
      act="enter-paper-case"
      matter={null}
      form={form}
      initial={{ evidence: [] }}
      inputOf={(values) => inputOf(law, values)}
    >
      <Alert type="info" title={m.paper_note()} />
      <PaperFields law={law} />
      <SubjectFields law={law} />
      <ConductFields law={law} />
      {kind === undefined ? null : (
        <fieldset className="form-list">
          <legend>{m.outcome()}</legend>
          <FindingFields law={law} subject={subjectThen(kind, managedBy)} at={["outcome"]} />
          <LevelFields law={law} at={["outcome"]} measures={measures} />
        </fieldset>
      )}
      <div className="form-row">
        <DayItem name="effectiveOn" label={m.effective_on()} />
        <DayItem name="announcedOn" label={m.announced_on()} />
        <DayItem name="formalitiesOn" label={m.formalities_done()} required={false} />
      </div>
      <WordsField name="reasons" label={m.paper_reasons()} />
    </ActForm>
  );
}

/** The old paper itself, and which texts were in force on its day. */
function PaperFields({ law }: { law: Law }) {
  const form = Form.useFormInstance<Values>();
  const on: unknown = Form.useWatch("on", form);
  return (
    <>
      <ShortField name="title" label={m.case_title()} />
      <div className="form-row">
        <ShortField name="documentNumber" label={m.paper_document_number()} />
        <DayItem name="on" label={m.decision_on()} />
        <BodyField law={law} label={m.decision_body()} />
      </div>
      {typeof on === "string" ? <NormsThen law={law} on={on} /> : null}
      <Form.Item
        name="evidence"
        label={m.paper_files()}
        rules={[{ required: true, type: "array", min: 1, message: m.evidence_required() }]}
      >
        <EvidenceField />
      </Form.Item>
    </>
  );
}

/** Whom it was about, as they were on the day of the decision. */
function SubjectFields({ law }: { law: Law }) {
  const form = Form.useFormInstance<Values>();
  const kind = Form.useWatch("kind", form);
  const { names } = law.vocabulary;
  return (
    <>
      <Form.Item name="kind" label={m.subject_kind()} rules={[{ required: true }]}>
        <Radio.Group
          options={kinds.map((one) => ({ value: one, label: textOf(names.subjects[one]) }))}
          onChange={() => form.resetFields(["registryId"])}
        />
      </Form.Item>
      {kind === undefined ? null : (
        <Form.Item
          name="registryId"
          label={kind === "person" ? m.person() : m.organization()}
          rules={[{ required: true }]}
        >
          {kind === "person" ? <PersonPicker /> : <OrganizationPicker />}
        </Form.Item>
      )}
      <Form.Item name="managedBy" label={m.paper_managed_by()} rules={[{ required: true }]}>
        <Radio.Group
          options={managementLevelsOf(law.vocabulary).map((one) => ({
            value: one,
            label: textOf(managementName({ names }, one)),
          }))}
        />
      </Form.Item>
      {kind === "person" ? (
        <div className="form-row">
          <ShortField name="post" label={m.paper_post()} />
          <Form.Item name="level" label={m.paper_level()} rules={[{ required: true }]}>
            <LevelSelect law={law} />
          </Form.Item>
        </div>
      ) : null}
    </>
  );
}

/** What was done, from when to when, and the circumstance it comes under. */
function ConductFields({ law }: { law: Law }) {
  return (
    <>
      <WordsField name={["conduct", "text"]} label={m.fact_text()} />
      <div className="form-row">
        <DayItem name={["conduct", "from"]} label={m.fact_from()} />
        <DayItem name={["conduct", "to"]} label={m.fact_to()} />
        <Form.Item name={["conduct", "continuing"]} valuePropName="checked" label={m.paper_continuing()}>
          <Checkbox>{m.yes()}</Checkbox>
        </Form.Item>
      </div>
      <Form.Item name="circumstance" label={m.circumstance()} rules={[{ required: true }]}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          options={circumstancesOf(law).map((circumstance) => ({
            value: circumstance.id,
            label: circumstanceLabel(circumstance),
          }))}
        />
      </Form.Item>
    </>
  );
}

/** The upper norms in force on the day of the old decision. */
function NormsThen({ law, on }: { law: Law; on: string }) {
  const day = parseDay(on);
  if (day === null) return null;
  const norms = law.upper.filter((pack) => isInForce(pack, day)).map((pack) => textOf(pack.title));
  return <p className="quiet">{m.paper_norms({ on, norms: listed(norms) })}</p>;
}

/** As much of the subject as the choice of measures depends on. */
function subjectThen(kind: SubjectKind, managedBy: ManagementLevel) {
  return {
    id: "",
    kind,
    registryId: "",
    name: "",
    organizationId: "",
    organizationName: "",
    post: null,
    level: null,
    managedBy,
    partyMember: true,
    inScope: true,
  };
}

function inputOf(law: Law, { post, level, conduct, outcome, formalitiesOn, ...values }: Values) {
  return {
    ...values,
    post: post?.trim() ? post : null,
    level: level ?? null,
    conduct: { ...conduct, continuing: conduct.continuing ?? false },
    outcome: {
      ...findingInput(law, outcome),
      originalLevel: outcome.originalLevel ?? null,
      reducedLevel: outcome.reducedLevel ?? null,
      appliedOn: outcome.appliedOn ?? null,
    },
    formalitiesOn: formalitiesOn ?? null,
  };
}
