// 登记认定: applied from a day or not applied, by which passage of the official text, seen where, and why; the other body countersigns it.
import { useMutation } from "@tanstack/react-query";
import { App, Button, Form, Radio, Select } from "antd";
import { useState } from "react";
import type { InterpretationInput, Interpretation, NormDecision } from "../../rules/interpretation.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { textOf } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { ShortField, WordsField } from "#web/fields/words-field.tsx";
import { useMe } from "#web/session.ts";
import type { Norm } from "./norm-in.ts";

type Values = {
  body: string;
  number: string;
  on: string;
  decision: NormDecision;
  validFrom: string;
  passage: string;
  source: string;
  reasons: string;
};
type Props = { norm: Norm; bodies: readonly string[]; standing: Interpretation | null };

export function DecisionForm({ norm, bodies, standing }: Props) {
  const law = useLaw();
  const { today } = useMe();
  const [form] = Form.useForm<Values>();
  const decision = Form.useWatch("decision", form);
  const [key] = useState(newKey);
  const { message } = App.useApp();
  const entering = useMutation({
    mutationFn: (entry: InterpretationInput) => client.interpretations.enter({ key, ...entry }),
    onSuccess: async (_answer, { number }) => {
      message.success(m.interpretation_entered({ number }));
      await queries.invalidateQueries();
    },
  });
  const refusals = refusalsOf(entering.error);
  return (
    <section aria-label={m.norm_decide()}>
      <h2>{standing === null ? m.norm_decide() : m.norm_decide_anew()}</h2>
      <Form<Values>
        form={form}
        layout="vertical"
        className="act-form"
        initialValues={{ body: bodies[0], on: today, validFrom: norm.pack.validity.from }}
        onFinish={(values) => entering.mutate(entryOf(norm, values, standing))}
      >
        <Form.Item name="decision" label={m.norm_decision()} rules={[{ required: true }]}>
          <Radio.Group
            className="radio-rows"
            options={[
              { value: "applies", label: m.norm_applies_meaning() },
              { value: "not-applied", label: m.norm_not_applied_meaning() },
            ]}
          />
        </Form.Item>
        {decision === "applies" ? (
          <DayItem name="validFrom" label={m.norm_applies_from_day()} extra={m.norm_applies_from_extra()} />
        ) : null}
        <WordsField name="passage" label={m.norm_passage()} extra={m.norm_passage_extra()} rows={2} />
        <ShortField name="source" label={m.norm_source()} extra={m.norm_source_extra()} />
        <WordsField name="reasons" label={m.norm_reasons()} rows={2} />
        <div className="form-row">
          <ShortField name="number" label={m.interpretation_number()} />
          <DayItem name="on" label={m.norm_on()} />
          <Form.Item name="body" label={m.interpretation_body()} rules={[{ required: true }]}>
            <Select
              options={bodies.map((id) => {
                const name = law.vocabulary.bodies.find((one) => one.id === id)?.name;
                return { value: id, label: name === undefined ? id : textOf(name) };
              })}
            />
          </Form.Item>
        </div>
        {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
        {entering.error !== null && refusals.length === 0 ? <Failure error={entering.error} /> : null}
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" loading={busy(entering.isPending)}>
            {m.norm_enter()}
          </Button>
          <span className="quiet">{m.norm_enter_extra()}</span>
        </div>
      </Form>
    </section>
  );
}

/** What is asked of the bodies is our summary as it stood; a decision that is not to apply has no day of its own. */
function entryOf({ pack, rule }: Norm, values: Values, standing: Interpretation | null): InterpretationInput {
  const { body, number, on, decision, passage, source, reasons } = values;
  return {
    body,
    number: number.trim(),
    on,
    validFrom: decision === "applies" ? values.validFrom : pack.validity.from,
    anchor: rule.cite,
    question: rule.summary.zh,
    text: reasons.trim(),
    effect: {
      type: "norm",
      pack: pack.id,
      rule: rule.id,
      decision,
      passage: passage.trim(),
      source: source.trim(),
    },
    replaces: standing?.id ?? null,
  };
}
