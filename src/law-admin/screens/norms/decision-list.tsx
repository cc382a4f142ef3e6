// What was decided on a norm, the latest first, with its passage, source and reasons, and who entered and countersigned it.
import { Descriptions } from "antd";
import type { Interpretation } from "../../rules/interpretation.ts";
import type { Law } from "#law/compile/law.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { minuteOf } from "#web/frame/instant.ts";
import { InterpretationState } from "../interpretations/interpretation-state.tsx";
import { decisionWords } from "./norm-state.tsx";
import "./norm-decision.css";

export function DecisionList({ decisions, law }: { decisions: readonly Interpretation[]; law: Law }) {
  if (decisions.length === 0) return null;
  return (
    <section aria-label={m.norm_decisions()}>
      <h2>{m.norm_decisions()}</h2>
      {decisions.map((one) => (
        <Descriptions
          key={one.id}
          className="norm-decision"
          bordered
          size="small"
          column={2}
          title={
            <>
              {one.number} <InterpretationState one={one} />
            </>
          }
          items={itemsOf(one, law)}
        />
      ))}
    </section>
  );
}

function itemsOf(one: Interpretation, law: Law) {
  const { effect, signature } = one;
  const passage = effect.type === "norm" ? effect.passage : "";
  const source = effect.type === "norm" ? effect.source : "";
  return [
    { key: "decision", label: m.norm_decision(), children: decisionWords(one) },
    { key: "on", label: m.norm_on(), children: one.on },
    { key: "passage", label: m.norm_passage(), children: passage },
    { key: "source", label: m.norm_source(), children: source },
    { key: "reasons", label: m.norm_reasons(), children: one.text, span: 2 },
    {
      key: "entered",
      label: m.interpretation_entered_by(),
      children: by(law, one.enteredFor, one.enteredName, one.enteredAt),
    },
    {
      key: "signed",
      label: m.interpretation_signed_by(),
      children:
        signature === null
          ? m.interpretation_open()
          : `${by(law, signature.signedFor, signature.signedName, signature.signedAt)}${signature.reasons === "" ? "" : `：${signature.reasons}`}`,
    },
  ];
}

function by(law: Law, body: string, name: string, at: string): string {
  const known = law.vocabulary.bodies.find(({ id }) => id === body)?.name;
  return m.interpretation_by({ body: known === undefined ? body : textOf(known), name, at: minuteOf(at) });
}
