// 认定问责情形: the article's text on the left; on the right the facts on which conduct, results and precondition rest.
import { Alert, Form, Select } from "antd";
import { useSearchParams } from "react-router";
import { examineCircumstance, circumstanceGroupsOf, circumstancesOf } from "#law/procedure/circumstances.ts";
import type { Circumstance } from "#law/procedure/circumstances.ts";
import type { Case } from "../../case.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { Choices } from "#web/fields/choices.tsx";
import { CircumstanceText, circumstanceLabel } from "#web/law/circumstance-text.tsx";
import { SubjectField, useFirstSubject } from "#web/fields/subject-field.tsx";
import { ShortField, WordsField } from "#web/fields/words-field.tsx";
import { ActForm } from "#web/acts/act-form.tsx";
import type { CaseFormProps } from "#web/acts/forms.tsx";
import "./form.css";

type Values = {
  subjectId: string;
  circumstance: string;
  acts?: string[];
  factIds?: string[];
  results?: Record<string, string | undefined>;
  preconditionFactId?: string;
  record?: { record?: string; on?: string; documentNumber?: string };
  reasons?: string;
};

export function EstablishCircumstance({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<Values>();
  const values: Partial<Values> = Form.useWatch([], form) ?? {};
  const [parameters] = useSearchParams();
  const circumstances = circumstancesOf(law);
  const circumstance = circumstances.find((one) => one.id === values.circumstance);
  const facts = matter.facts.filter(
    (fact) => values.subjectId !== undefined && fact.subjectIds.includes(values.subjectId),
  );
  const choose = (id: string) => {
    form.setFieldValue("circumstance", id);
    form.resetFields(["acts", "results", "preconditionFactId", "record", "reasons"]);
  };
  return (
    <div className="side-by-side">
      <CircumstanceText law={law} chosen={values.circumstance} onChoose={choose} />
      <ActForm
        act="establish-circumstance"
        matter={matter}
        form={form}
        initial={{
          subjectId: useFirstSubject(matter.subjects),
          circumstance: circumstances.find((one) => one.id === parameters.get("circumstance"))?.id,
          factIds: [],
        }}
        inputOf={inputOf}
      >
        <SubjectField files={matter.subjects} />
        <Form.Item
          name="circumstance"
          label={m.circumstance()}
          rules={[{ required: true }]}
          extra={m.circumstance_extra()}
        >
          <Select
            showSearch={{ optionFilterProp: "label" }}
            onChange={choose}
            options={circumstanceGroupsOf(law).map((group) => ({
              label: textOf(group.name),
              title: textOf(group.name),
              options: circumstances
                .filter((one) => one.group === group.id)
                .map((one) => ({ value: one.id, label: circumstanceLabel(one) })),
            }))}
          />
        </Form.Item>
        {values.subjectId !== undefined && facts.length === 0 ? (
          <Alert type="warning" title={m.circumstance_no_facts()} />
        ) : null}
        {values.subjectId !== undefined && hasCircumstance(matter, values.subjectId) ? (
          <p className="quiet">{m.circumstance_no_adding_up()}</p>
        ) : null}
        {circumstance === undefined ? null : <CircumstanceFields circumstance={circumstance} facts={facts} />}
        {circumstance === undefined ? null : (
          <StillMissing circumstance={circumstance} facts={facts} values={values} law={law} />
        )}
      </ActForm>
    </div>
  );
}

function hasCircumstance(matter: Case, subjectId: string): boolean {
  return matter.subjects.some((file) => file.subject.id === subjectId && file.circumstances.length > 0);
}

type Facts = readonly Case["facts"][number][];

function CircumstanceFields({ circumstance, facts }: { circumstance: Circumstance; facts: Facts }) {
  const options = facts.map((fact) => ({ value: fact.factId, label: factLabel(fact) }));
  return (
    <>
      {circumstance.acts.length > 0 ? (
        <Form.Item name="acts" label={m.limb_acts()} extra={m.circumstance_acts_extra()}>
          <Choices rows options={circumstance.acts.map((act) => ({ value: act, label: act }))} />
        </Form.Item>
      ) : null}
      <Form.Item name="factIds" label={m.circumstance_facts()} rules={[{ required: true, type: "array" }]}>
        <Choices rows options={options} />
      </Form.Item>
      {circumstance.results.map((result) => (
        <Form.Item
          key={result.id}
          name={["results", result.id]}
          label={
            circumstance.mode === "any"
              ? m.circumstance_result_any({ result: textOf(result.name) })
              : m.circumstance_result({ result: textOf(result.name) })
          }
          extra={m.circumstance_result_words({ words: result.words })}
        >
          <Select
            allowClear
            placeholder={m.circumstance_result_placeholder()}
            notFoundContent={m.circumstance_result_unproved({ result: textOf(result.name) })}
            options={facts
              .filter((fact) => fact.results.includes(result.id))
              .map((fact) => ({ value: fact.factId, label: factLabel(fact) }))}
          />
        </Form.Item>
      ))}
      {circumstance.precondition === null ? null : (
        <Form.Item
          name="preconditionFactId"
          label={m.circumstance_precondition({ precondition: textOf(circumstance.precondition.name) })}
          extra={m.circumstance_result_words({ words: circumstance.precondition.words })}
        >
          <Select allowClear placeholder={m.circumstance_result_placeholder()} options={options} />
        </Form.Item>
      )}
      {circumstance.precondition === null || circumstance.precondition.records.length === 0 ? null : (
        <div className="form-row">
          <Form.Item name={["record", "record"]} label={m.circumstance_record()} rules={[{ required: true }]}>
            <Select
              options={circumstance.precondition.records.map(({ id, name }) => ({ value: id, label: textOf(name) }))}
            />
          </Form.Item>
          <DayItem name={["record", "on"]} label={m.circumstance_record_on()} />
          <ShortField name={["record", "documentNumber"]} label={m.circumstance_record_document()} />
        </div>
      )}
      {circumstance.catchAll ? (
        <>
          <WordsField name="reasons" label={m.circumstance_reasons()} extra={m.circumstance_reasons_extra()} />
          <Alert type="info" title={m.circumstance_then_approval()} />
        </>
      ) : null}
    </>
  );
}

/** What the text still asks for, said while the form is filled in; whether it is refused is the server's to say. */
function StillMissing({
  circumstance,
  facts,
  values,
  law,
}: {
  circumstance: Circumstance;
  facts: Facts;
  values: Partial<Values>;
  law: CaseFormProps["law"];
}) {
  const proves = (factId: string | undefined) => facts.find((fact) => fact.factId === factId);
  const { missing } = examineCircumstance(law, {
    circumstance: circumstance.id,
    act: actText(values.acts),
    results: Object.entries(values.results ?? {}).flatMap(([result, factId]) =>
      proves(factId)?.results.includes(result) === true ? [result] : [],
    ),
    preconditionMet: proves(values.preconditionFactId) !== undefined,
    reasons: values.reasons ?? null,
    approved: true,
  });
  if (missing.length === 0) return <Alert type="success" showIcon title={m.circumstance_complete()} />;
  return (
    <Alert
      type="warning"
      showIcon
      title={m.circumstance_missing()}
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
    circumstance: values.circumstance,
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
