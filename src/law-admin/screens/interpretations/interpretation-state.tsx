// Where an interpretation stands: awaiting the other body, holding, replaced or sent back.
import type { Interpretation } from "../../rules/interpretation.ts";
import { m } from "#web/paraglide/messages.js";
import "./interpretation-state.css";

type State = "open" | "holds" | "replaced" | "sent-back";

export function stateOf({ signature, replacedBy }: Interpretation): State {
  if (signature === null) return "open";
  if (!signature.agreed) return "sent-back";
  return replacedBy === null ? "holds" : "replaced";
}

const names = {
  open: m.interpretation_open,
  holds: m.interpretation_holds,
  replaced: m.interpretation_replaced,
  "sent-back": m.interpretation_sent_back,
} as const satisfies Record<State, () => string>;

export function InterpretationState({ one }: { one: Interpretation }) {
  const state = stateOf(one);
  return <span className={`interpretation-state interpretation-${state}`}>{names[state]()}</span>;
}
