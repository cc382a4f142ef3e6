// What a decision needs of the deliberation before it: the same body, not later, with a majority.
import type { Refusal } from "#law/refusal.ts";
import { refusal } from "../act.ts";
import type { Context } from "../act.ts";
import type { Case } from "../case.ts";

type Deliberation = Case["deliberations"][number];

/** The latest deliberation of this body; null when it never deliberated on the case. */
function deliberationOf(state: Case, body: string): Deliberation | null {
  return state.deliberations.findLast((one) => one.body === body) ?? null;
}

/** Why this body cannot decide on this day by what it deliberated. */
export function refusalsOfDeliberation(state: Case, body: string, on: string, context: Context): Refusal[] {
  return refusalsOfDecisionBy(deliberationOf(state, body), on, context);
}

/** `deliberation` is null where the body that decides has not deliberated. */
export function refusalsOfDecisionBy(
  deliberation: Pick<Deliberation, "on" | "votesFor" | "votesAgainst" | "abstentions"> | null,
  on: string,
  context: Pick<Context, "law" | "today">,
): Refusal[] {
  if (deliberation === null)
    return [
      refusal(
        context,
        "not-deliberated-there",
        { zh: "作出决定的机关须是集体研究的机关", en: "The body that decides must be the one that deliberated" },
        "collective-decision",
        "body",
      ),
    ];
  const refusals: Refusal[] = [];
  if (on < deliberation.on)
    refusals.push(
      refusal(
        context,
        "before-deliberation",
        {
          zh: `决定日期早于集体研究日期 ${deliberation.on}`,
          en: `The decision is before the deliberation of ${deliberation.on}`,
        },
        "collective-decision",
        "on",
      ),
    );
  if (!hasMajority(deliberation))
    refusals.push(
      refusal(
        context,
        "no-majority",
        {
          zh: "集体研究未获半数以上同意，不能据以作出决定",
          en: "The deliberation found no majority on which a decision could rest",
        },
        "collective-decision",
      ),
    );
  return refusals;
}

function hasMajority({
  votesFor,
  votesAgainst,
  abstentions,
}: Pick<Deliberation, "votesFor" | "votesAgainst" | "abstentions">): boolean {
  return votesFor * 2 > votesFor + votesAgainst + abstentions;
}
