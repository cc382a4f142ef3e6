// 认定问责情形: the article's text on the left; on the right the facts on which conduct, results and precondition rest.
import { Alert, Form, Select } from "antd";
import { useSearchParams } from "react-router";
import { examineLimb, limbGroupsOf, limbsOf } from "#law/procedure/limbs.ts";
import type { Limb } from "#law/procedure/limbs.ts";
import type { Case } from "../../case.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { Choices } from "#web/fields/choices.tsx";
import { LimbText, limbLabel } from "#web/law/limb-text.tsx";
import { SubjectField, useFirstSubject } from "#web/fields/subject-field.tsx";
import { ShortField, WordsField } from "#web/fields/words-field.tsx";
import { ActForm } from "#web/acts/act-form.tsx";
import type { CaseFormProps } from "#web/acts/forms.tsx";

type Values = {
  subjectId: string;
  limb: string;
  acts?: string[];
  factIds?: string[];
  results?: Record<string, string | undefined>;
  preconditionFactId?: string;
  record?: { record?: string; on?: string; documentNumber?: string };
  reasons?: string;
};

export function EstablishLimb({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<Values>();
  const values: Partial<Values> = Form.useWatch([], form) ?? {};
  const [parameters] = useSearchParams();
  const limbs = limbsOf(law);
  const limb = limbs.find((one) => one.id === values.limb);
  const facts = matter.facts.filter(
    (fact) => values.subjectId !== undefined && fact.subjectIds.includes(values.subjectId),
  );
  const choose = (id: string) => {
    form.setFieldValue("limb", id);
    form.resetFields(["acts", "results", "preconditionFactId", "record", "reasons"]);
  };
  return (
    <div className="side-by-side">
      <LimbText law={law} chosen={values.limb} onChoose={choose} />
      <ActForm
        act="establish-limb"
        matter={matter}
        form={form}
        initial={{
          subjectId: useFirstSubject(matter.subjects),
          limb: limbs.find((one) => one.id === parameters.get("limb"))?.id,
          factIds: [],
        }}
        inputOf={inputOf}
      >
        <SubjectField files={matter.subjects} />
        <Form.Item name="limb" label={m.limb()} rules={[{ required: true }]} extra={m.limb_extra()}>
          <Select
            showSearch={{ optionFilterProp: "label" }}
            onChange={choose}
            options={limbGroupsOf(law).map((group) => ({
              label: textOf(group.name),
              title: textOf(group.name),
              options: limbs
                .filter((one) => one.group === group.id)
                .map((one) => ({ value: one.id, label: limbLabel(one) })),
            }))}
          />
        </Form.Item>
        {values.subjectId !== undefined && facts.length === 0 ? (
          <Alert type="warning" title={m.limb_no_facts()} />
        ) : null}
        {values.subjectId !== undefined && hasLimb(matter, values.subjectId) ? (
          <p className="quiet">{m.limb_no_adding_up()}</p>
        ) : null}
        {limb === undefined ? null : <LimbFields limb={limb} facts={facts} />}
        {limb === undefined ? null : <StillMissing limb={limb} facts={facts} values={values} law={law} />}
      </ActForm>
    </div>
  );
}

function hasLimb(matter: Case, subjectId: string): boolean {
  return matter.subjects.some((file) => file.subject.id === subjectId && file.limbs.length > 0);
}

type Facts = readonly Case["facts"][number][];

function LimbFields({ limb, facts }: { limb: Limb; facts: Facts }) {
  const options = facts.map((fact) => ({ value: fact.factId, label: factLabel(fact) }));
  return (
    <>
      {limb.acts.length > 0 ? (
        <Form.Item name="acts" label={m.limb_acts()} extra={m.limb_acts_extra()}>
          <Choices rows options={limb.acts.map((act) => ({ value: act, label: act }))} />
        </Form.Item>
      ) : null}
      <Form.Item name="factIds" label={m.limb_facts()} rules={[{ required: true, type: "array" }]}>
        <Choices rows options={options} />
      </Form.Item>
      {limb.results.map((result) => (
        <Form.Item
          key={result.id}
          name={["results", result.id]}
          label={
            limb.mode === "any"
              ? m.limb_result_any({ result: textOf(result.name) })
              : m.limb_result({ result: textOf(result.name) })
          }
          extra={m.limb_result_words({ words: result.words })}
        >
          <Select
            allowClear
            placeholder={m.limb_result_placeholder()}
            notFoundContent={m.limb_result_unproved({ result: textOf(result.name) })}
            options={facts
              .filter((fact) => fact.results.includes(result.id))
              .map((fact) => ({ value: fact.factId, label: factLabel(fact) }))}
          />
        </Form.Item>
      ))}
      {limb.precondition === null ? null : (
        <Form.Item
          name="preconditionFactId"
          label={m.limb_precondition({ precondition: textOf(limb.precondition.name) })}
          extra={m.limb_result_words({ words: limb.precondition.words })}
        >
          <Select allowClear placeholder={m.limb_result_placeholder()} options={options} />
        </Form.Item>
      )}
      {limb.precondition === null || limb.precondition.records.length === 0 ? null : (
        <div className="form-row">
          <Form.Item name={["record", "record"]} label={m.limb_record()} rules={[{ required: true }]}>
            <Select options={limb.precondition.records.map(({ id, name }) => ({ value: id, label: textOf(name) }))} />
          </Form.Item>
          <DayItem name={["record", "on"]} label={m.limb_record_on()} />
          <ShortField name={["record", "documentNumber"]} label={m.limb_record_document()} />
        </div>
      )}
      {limb.catchAll ? (
        <>
          <WordsField name="reasons" label={m.limb_reasons()} extra={m.limb_reasons_extra()} />
          <Alert type="info" title={m.limb_then_approval()} />
        </>
      ) : null}
    </>
  );
}

/** What the text still asks for, said while the form is filled in; whether it is refused is the server's to say. */
function StillMissing({
  limb,
  facts,
  values,
  law,
}: {
  limb: Limb;
  facts: Facts;
  values: Partial<Values>;
  law: CaseFormProps["law"];
}) {
  const proves = (factId: string | undefined) => facts.find((fact) => fact.factId === factId);
  const { missing } = examineLimb(law, {
    limb: limb.id,
    act: actText(values.acts),
    results: Object.entries(values.results ?? {}).flatMap(([result, factId]) =>
      proves(factId)?.results.includes(result) === true ? [result] : [],
    ),
    preconditionMet: proves(values.preconditionFactId) !== undefined,
    reasons: values.reasons ?? null,
    approved: true,
  });
  if (missing.length === 0) return <Alert type="success" showIcon title={m.limb_complete()} />;
  return (
    <Alert
      type="warning"
      showIcon
      title={m.limb_missing()}
      description={
        <ul>
          {missing.map((one, index) => (
            <li key={index}>{textOf(one.message)}</li>
          ))}
        </ul>
      }
    />
  );
}

function inputOf(values: Values) {
  return {
    subjectId: values.subjectId,
    limb: values.limb,
    act: actText(values.acts),
    factIds: values.factIds ?? [],
    results: Object.entries(values.results ?? {}).flatMap(([result, factId]) =>
      factId === undefined ? [] : [{ result, factId }],
    ),
    preconditionFactId: values.preconditionFactId ?? null,
    preconditionRecord: recordOf(values),
    reasons: wordsOrNull(values.reasons),
  };
}

function recordOf({ record }: Partial<Values>) {
  const { record: kind, on, documentNumber } = record ?? {};
  return kind === undefined || on === undefined || documentNumber === undefined
    ? null
    : { record: kind, on, documentNumber };
}

function actText(acts: readonly string[] | undefined): string | null {
  return acts === undefined || acts.length === 0 ? null : acts.join("；");
}

function wordsOrNull(text: string | undefined): string | null {
  return text === undefined || text.trim() === "" ? null : text;
}

export function factLabel(fact: Case["facts"][number]): string {
  const text = fact.text.length > 40 ? `${fact.text.slice(0, 40)}…` : fact.text;
  return `${fact.from === fact.to ? fact.from : `${fact.from} ~ ${fact.to}`} ${text}`;
}
