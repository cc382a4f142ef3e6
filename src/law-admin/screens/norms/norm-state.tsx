// Where a norm stands: undecided, awaiting the other body, applied from a day, or not applied.
import type { Interpretation } from "../../rules/interpretation.ts";
import { m } from "#web/paraglide/messages.js";
import { stateOf } from "../interpretations/interpretation-state.tsx";
import "../interpretations/interpretation-state.css";

/** The decision that stands; null while there is none. */
export function standingOf(decisions: readonly Interpretation[]): Interpretation | null {
  return decisions.find((one) => stateOf(one) === "holds") ?? null;
}

/** The one that awaits the other body's signature; null where none does. */
export function openOf(decisions: readonly Interpretation[]): Interpretation | null {
  return decisions.find((one) => stateOf(one) === "open") ?? null;
}

export function NormState({ decisions }: { decisions: readonly Interpretation[] }) {
  const standing = standingOf(decisions);
  return (
    <>
      <span className={`interpretation-state interpretation-${standing === null ? "open" : "holds"}`}>
        {standing === null ? m.norm_undecided() : decisionWords(standing)}
      </span>
      {openOf(decisions) === null ? null : (
        <>
          <br />
          <span className="quiet">{m.norm_awaits()}</span>
        </>
      )}
    </>
  );
}

export function decisionWords({ effect, validFrom }: Interpretation): string {
  return effect.type === "norm" && effect.decision === "applies"
    ? m.norm_applies_from({ from: validFrom })
    : m.norm_not_applied();
}
