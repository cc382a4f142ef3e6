// An outcome, and a decision that no longer stands, in few words.
import type { FormerOutcome, StandingOutcome } from "#casework/subject-file.ts";
import type { Change, ChangeGround } from "#casework/events.ts";
import type { Law } from "#law/compile/law.ts";
import { named, withAside } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { exemptionName } from "./exemption-name.ts";
import { measureNames } from "./measure-names.ts";

export const changeNames = {
  corrected: m.former_corrected,
  changed: m.former_changed,
  revoked: m.former_revoked,
} as const satisfies Record<Change["kind"], () => string>;

export const groundNames = {
  appeal: m.change_ground_appeal,
  superior: m.change_ground_superior,
  own: m.change_ground_own,
} as const satisfies Record<ChangeGround["type"], () => string>;

/** A decision that no longer stands, in one line. */
export function formerText(law: Law, { outcome, decided, by }: FormerOutcome): string {
  const kind = changeNames[by.change.kind]();
  return named(
    m.former_decision({ on: decided.on, documentNumber: decided.documentNumber, kind }),
    outcomeText(law, outcome),
  );
}

/** The outcome for one subject in few words. */
export function outcomeText(law: Law, outcome: StandingOutcome): string {
  if (outcome.type === "revoked") return m.outcome_revoked();
  return outcome.type === "exempt"
    ? withAside(m.outcome_exempt(), exemptionName(law, outcome.ground))
    : measureNames(law, outcome.measures);
}
