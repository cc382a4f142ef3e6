// An appeal must not aggravate: the restrictions of the old and the new outcome are compared, never a rank of measures.
import { restrictionsOfAll } from "#law/reckon/consequences.ts";
import { parseDay } from "#law/reckon/days.ts";
import { areOrganizational } from "#law/procedure/measures.ts";
import type { Refusal } from "#law/refusal.ts";
import { refusal } from "../act.ts";
import type { Context } from "../act.ts";
import type { SubjectFile } from "../subject-file.ts";
import type { Outcome } from "../events.ts";
import { recordsIfEffective } from "../records.ts";
import { ofSubject } from "../words/refusal-words.ts";
import { aggravated } from "./finding-words.ts";

type Accountable = Extract<Outcome, { type: "accountable" }>;

/** Refused where the new outcome bars something longer than the old one, or brings handling where there was none. */
export function refusalOfAggravation(
  file: SubjectFile,
  after: Accountable,
  effectiveOn: string | null,
  on: string,
  context: Context,
): Refusal[] {
  const { outcome: before, effect, decided, subject } = file;
  const was =
    before?.type === "accountable" ? untilOf(file, before, effect?.effectiveOn ?? decided?.on ?? on, context) : {};
  const is = untilOf(file, after, effectiveOn ?? decided?.on ?? on, context);
  const longer = Object.entries(is).some(([what, until]) => until > (was[what] ?? -Infinity));
  const handled = (outcome: Accountable) => areOrganizational(context.law, outcome.measures);
  const newly = handled(after) && !(before?.type === "accountable" && handled(before));
  if (!longer && !newly) return [];
  return [
    refusal(context, "aggravated", ofSubject(subject.name, aggravated), "appeal-does-not-suspend", "change.outcome"),
  ];
}

/** The last barred day (integer) of each purpose in each layer. */
function untilOf({ subject }: SubjectFile, outcome: Accountable, effectiveOn: string, { law }: Context) {
  const effective = parseDay(effectiveOn);
  if (effective === null) throw new Error(`${effectiveOn} passed the schema but is no day`);
  const measures = recordsIfEffective(law, subject, outcome, { decided: effective, effective });
  const until: Record<string, number> = {};
  for (const one of restrictionsOfAll(law, { measures, sanctions: [] }, subject.level)) {
    const what = `${one.bars} ${one.layer}`;
    until[what] = Math.max(until[what] ?? -Infinity, one.until);
  }
  return until;
}
