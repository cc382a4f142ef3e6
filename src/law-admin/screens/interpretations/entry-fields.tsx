// The fields of an interpretation as it is entered.
import { useQuery } from "@tanstack/react-query";
import { Checkbox, Form, Radio, Select } from "antd";
import type { FormInstance } from "antd";
import type { InterpretationInput } from "../../rules/interpretation.ts";
import type { Law } from "#law/compile/law.ts";
import { api } from "#web/client.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { ShortField, WordsField } from "#web/fields/words-field.tsx";
import { clauseCitation } from "./clause-citation.ts";
import { stateOf } from "./interpretation-state.tsx";

export type EntryValues = {
  body: string;
  number: string;
  on: string;
  validFrom: string;
  anchor: string;
  question: string;
  text: string;
  type: Exclude<InterpretationInput["effect"]["type"], "norm">;
  setting: string;
  option: string;
  recompute: boolean;
  replaces: string | null;
};

export function EntryFields({ law, form, bodies }: { law: Law; form: FormInstance<EntryValues>; bodies: string[] }) {
  const type = Form.useWatch("type", form);
  const recorded = useQuery(api.interpretations.list.queryOptions({ input: { limit: 200 } }));
  const names = law.vocabulary.bodies;
  return (
    <>
      <div className="form-row">
        <ShortField name="number" label={m.interpretation_number()} />
        <Form.Item name="body" label={m.interpretation_body()} rules={[{ required: true }]}>
          <Select
            options={bodies.map((id) => {
              const name = names.find((one) => one.id === id)?.name;
              return { value: id, label: name === undefined ? id : textOf(name) };
            })}
          />
        </Form.Item>
      </div>
      <div className="form-row">
        <DayItem name="on" label={m.interpretation_on()} />
        <DayItem name="validFrom" label={m.interpretation_valid_from()} extra={m.interpretation_valid_from_extra()} />
      </div>
      <Form.Item name="type" label={m.interpretation_effect()} rules={[{ required: true }]}>
        <Radio.Group
          className="radio-rows"
          options={[
            { value: "reading", label: m.interpretation_reading() },
            { value: "words", label: m.interpretation_words() },
          ]}
        />
      </Form.Item>
      {type === "reading" ? <ReadingFields law={law} form={form} /> : null}
      <Form.Item name="anchor" label={m.interpretation_clause()} rules={[{ required: true }]}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          options={law.regulation.clauses
            .filter(({ at }) => at !== "")
            .map(({ at, text }) => ({
              value: at,
              label: `${textOf(clauseCitation(law, at).label)}　${text.slice(0, 40)}`,
            }))}
        />
      </Form.Item>
      <WordsField name="question" label={m.interpretation_question()} />
      <WordsField name="text" label={m.interpretation_text()} />
      <Form.Item name="replaces" label={m.interpretation_replaces()} extra={m.interpretation_replaces_extra()}>
        <Select
          allowClear
          loading={recorded.isFetching}
          options={(recorded.data?.rows ?? [])
            .filter((one) => stateOf(one) === "holds")
            .map((one) => ({ value: one.id, label: `${one.number}　${one.question.slice(0, 40)}` }))}
        />
      </Form.Item>
    </>
  );
}

/** What the fields hold as it is sent; also while some are still empty, to be compared. */
export function entryOf(values: Partial<EntryValues> | undefined): InterpretationInput {
  const { body = "", number = "", on = "", validFrom = "", anchor = "", question = "", text = "" } = values ?? {};
  const words = { body, number: number.trim(), on, validFrom, anchor, question: question.trim(), text: text.trim() };
  return { ...words, effect: effectOf(values ?? {}), replaces: values?.replaces ?? null };
}

function effectOf({
  type,
  setting = "",
  option = "",
  recompute = false,
}: Partial<EntryValues>): InterpretationInput["effect"] {
  if (type === "reading") return { type, setting, option, recompute };
  return { type: "words" };
}

/** The reading that is set: its setting, one of its options, and whether what was decided before is counted anew. */
function ReadingFields({ law, form }: { law: Law; form: FormInstance<EntryValues> }) {
  const setting = Form.useWatch("setting", form);
  const chosen = law.regulation.settings.find(({ name }) => name === setting);
  return (
    <>
      <Form.Item name="setting" label={m.interpretation_setting()} rules={[{ required: true }]}>
        <Select
          options={law.regulation.settings.map(({ name, question }) => ({ value: name, label: textOf(question) }))}
          onChange={(name: string) => {
            const cite = law.regulation.settings.find((one) => one.name === name)?.cite;
            form.resetFields(["option"]);
            if (cite !== undefined) form.setFieldsValue({ anchor: cite });
          }}
        />
      </Form.Item>
      {chosen === undefined ? null : (
        <Form.Item name="option" label={m.interpretation_option()} rules={[{ required: true }]}>
          <Radio.Group
            className="radio-rows"
            options={Object.entries(chosen.options).map(([value, meaning]) => ({ value, label: textOf(meaning) }))}
          />
        </Form.Item>
      )}
      <Form.Item name="recompute" valuePropName="checked" extra={m.interpretation_recompute_extra()}>
        <Checkbox>{m.interpretation_recompute()}</Checkbox>
      </Form.Item>
    </>
  );
}
