// What a decision needs of the deliberation before it: the same body, not later, with a majority.
import type { Refusal } from "#law/refusal.ts";
import { refusal } from "../act.ts";
import type { Context } from "../act.ts";
import type { Case } from "../case.ts";
import { notDeliberatedThere, beforeDeliberation, noMajority } from "./finding-words.ts";

type Deliberation = Case["deliberations"][number];

/** The latest deliberation of this body; null when it never deliberated on the case. */
function deliberationOf(state: Case, body: string): Deliberation | null {
  return state.deliberations.findLast((one) => one.body === body) ?? null;
}

/** Why this body cannot decide on this day by what it deliberated. */
export function refusalsOfDeliberation(state: Case, body: string, on: string, context: Context): Refusal[] {
  return refusalsOfDecisionBy(deliberationOf(state, body), on, context);
}

/** Why nothing can be decided on the ISO day by this deliberation; it is null where the body that decides has not deliberated. */
export function refusalsOfDecisionBy(
  deliberation: Pick<Deliberation, "on" | "votesFor" | "votesAgainst" | "abstentions"> | null,
  on: string,
  context: Pick<Context, "law" | "today">,
): Refusal[] {
  if (deliberation === null)
    return [refusal(context, "not-deliberated-there", notDeliberatedThere, "collective-decision", "body")];
  const refusals: Refusal[] = [];
  if (on < deliberation.on)
    refusals.push(
      refusal(context, "before-deliberation", beforeDeliberation(deliberation.on), "collective-decision", "on"),
    );
  if (!hasMajority(deliberation)) refusals.push(refusal(context, "no-majority", noMajority, "collective-decision"));
  return refusals;
}

function hasMajority({
  votesFor,
  votesAgainst,
  abstentions,
}: Pick<Deliberation, "votesFor" | "votesAgainst" | "abstentions">): boolean {
  return votesFor * 2 > votesFor + votesAgainst + abstentions;
}
