// The consent that renewed use needs once a period has expired, and whether it was given in time.
import type { Citation } from "./citation.ts";
import { ALONE, termsOf } from "./combination.ts";
import type { MeasureRecord, Records, SanctionRecord } from "./consequences.ts";
import type { Day } from "./days.ts";
import { readingOn } from "./interpretation.ts";
import type { Law } from "./law.ts";
import { isMeasure, periodOf } from "./periods.ts";
import { isInfluence, rowsFor } from "./record-rows.ts";
import type { RuleOf } from "./rule.ts";
import { FOREVER, YEAR } from "./table.ts";
import type { BodyId, PurposeId } from "./vocabulary.ts";

export type RequiredConsent = {
  cite: Citation;
  from: BodyId[];
  /** The latest effective day of a record that asks for it: an earlier consent is about something else. */
  notBefore: Day;
  given: boolean;
};

/** The consent that a question on a date needs, or null when no period of the person has expired by then. */
export function requiredConsent(
  law: Law,
  facts: Records & { consents: readonly Day[] },
  question: { purpose: PurposeId; date: Day },
): RequiredConsent | null {
  const known = law.index.consent;
  if (known === null) return null;
  const { rule } = known;
  if (!rule.purposes.includes(question.purpose)) return null;
  if (question.date < law.inForceFrom) return null;
  let notBefore: Day = -FOREVER;
  let expired: Day = -FOREVER;
  const count = (record: MeasureRecord | SanctionRecord, remaining: number): void => {
    const last = lastExpired(law, rule, record, question.date, remaining);
    if (last === null) return;
    notBefore = Math.max(notBefore, record.effective);
    expired = Math.max(expired, last);
  };
  for (const record of facts.measures) count(record, 0);
  if (rule.sanctions && facts.sanctions.length > 0) {
    const terms = termsOf(law, facts.sanctions);
    facts.sanctions.forEach((record, index) => {
      const term = terms[index] ?? ALONE;
      if (!term.absorbed) count(record, term.remaining);
    });
  }
  if (expired === -FOREVER) return null;
  const after =
    readingOn(law, rule.settings.timing, question.date) === "after-expiry"
      ? Math.max(notBefore, expired + 1)
      : notBefore;
  return {
    cite: known.cite,
    from: rule.from,
    notBefore: after,
    given: facts.consents.some((day) => day >= after && day < question.date),
  };
}

// The last day of the latest period that has expired before the date; null when none has. A measure counts with
// its bars asked on a date or, having none, with its year; a sanction with its influence period.
function lastExpired(
  law: Law,
  rule: RuleOf<"consent">,
  record: MeasureRecord | SanctionRecord,
  date: Day,
  remaining: number,
): Day | null {
  let dated: Day | null = null;
  let yearly: Day | null = null;
  let hasDated = false;
  const isSanction = !isMeasure(record);
  if (!isSanction && !asksConsent(law, rule, record, date)) return null;
  for (const row of rowsFor(law, record)) {
    if (isSanction ? !isInfluence(row) : row.layer === "upper") continue;
    if (row.months !== YEAR) hasDated = true;
    else if (hasDated) continue;
    const { until, grey } = periodOf(law, row, record, remaining);
    if (date < row.worksFrom || row.worksFrom > until || date <= (grey ?? until)) continue;
    if (row.months === YEAR) yearly = Math.max(yearly ?? until, until);
    else dated = Math.max(dated ?? until, until);
  }
  return hasDated ? dated : yearly;
}

// The decision that the clause is about is the renewed use, so its day says how the clause is read.
function asksConsent(law: Law, rule: RuleOf<"consent">, { kind }: MeasureRecord, date: Day): boolean {
  const narrow = readingOn(law, rule.settings.who, date) === "resignation-removal-demotion";
  return (narrow ? rule.narrowMeasures : rule.measures).includes(kind);
}
