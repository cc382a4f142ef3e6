// Several sanctions of one person: what the clauses on combination make of them. Each clause holds for
// sanctions of the days on which its own norm was in force, and only for the kinds that it names.
import { citationOf } from "../text/cite.ts";
import type { Citation } from "../text/citation.ts";
import type { Day } from "./days.ts";
import type { Pack } from "../pack/pack.ts";
import { appliesFrom, normKey } from "../compile/norm-decisions.ts";
import { decidedOf } from "./periods.ts";
import { influenceRows, influenceSpan } from "./record-rows.ts";
import type { RuleOf } from "../pack/rule.ts";
import type { Law } from "../compile/law.ts";
import type { Placed, SanctionRecord } from "./records.ts";
import { ALWAYS, FOREVER, monthsOf, recordDays } from "../compile/table.ts";
import { ALONE } from "./term.ts";
import type { Term } from "./term.ts";
import type { SanctionId } from "../pack/vocabulary.ts";

export type Combination = {
  way: RuleOf<"combination">["way"];
  measures: readonly string[];
  sanctions: readonly SanctionId[];
  /** Months that a set period may not exceed; null where none is set. */
  atMost: number | null;
  /** It holds for records of these days, both included. */
  validFrom: Day;
  validUntil: Day;
  /** As in `normKey`, of an unverified clause; null for others. */
  norm: string | null;
  layer: "regulation" | "upper";
  cite: Citation;
};

/** The clauses of a pack on several at once. */
export function combinationsIn(pack: Pack): Combination[] {
  return pack.rules.flatMap((rule) => {
    if (rule.kind !== "combination") return [];
    return [
      {
        way: rule.way,
        measures: rule.measures,
        sanctions: rule.sanctions,
        atMost: rule.atMost === null ? null : monthsOf(rule.atMost),
        ...recordDays(pack, rule.records),
        norm: rule.tag === "M" ? normKey(pack, rule) : null,
        layer: pack.layer,
        cite: citationOf(pack, rule),
      },
    ];
  });
}

const NONE: readonly Term[] = [];
const ONE: readonly Term[] = [ALONE];

/** One term for each sanction, in their order. `asked` is the day asked about: what was decided on unverified clauses works from a day on. */
export function termsOf(
  law: Law,
  placed: readonly Placed<SanctionRecord>[],
  asked: Day = FOREVER - 1,
): readonly Term[] {
  const [only] = placed;
  if (only === undefined) return NONE;
  if (placed.length === 1) return recordedMonths(law, only.record) === null ? ONE : [aloneWith(law, only)];
  const sanctions = placed.map(({ record }) => record);
  const terms = placed.map((sanction) => atOnce(law, sanction, sanctions, asked));
  const order = sanctions.map((_, index) => index).toSorted((one, other) => dayAt(one) - dayAt(other));
  function dayAt(index: number): Day {
    return sanctions[index]?.effective ?? FOREVER;
  }
  // Periods so far, as they are by what is decided, and as they would be.
  const ends: { sanction: SanctionRecord; until: Day; perhaps: Day }[] = [];
  for (const index of order) {
    const sanction = sanctions[index];
    const alone = terms[index];
    if (sanction === undefined || alone === undefined || alone.absorbed) continue;
    const term = withRemaining(law, sanction, alone, ends);
    terms[index] = term;
    const until = influenceSpan(law, sanction, term, asked)?.until ?? -FOREVER;
    const perhaps = influenceSpan(
      law,
      sanction,
      { ...term, remaining: term.perhaps?.remaining ?? term.remaining },
      FOREVER,
    );
    ends.push({ sanction, until, perhaps: perhaps?.until ?? -FOREVER });
  }
  return terms;
}

// What remains of an older period of the same order runs before the new one.
function withRemaining(
  law: Law,
  sanction: SanctionRecord,
  term: Term,
  ends: readonly { sanction: SanctionRecord; until: Day; perhaps: Day }[],
): Term {
  const clause = combinationFor(law, "remaining-plus-new", sanction);
  if (clause === null) return term;
  const order = orderOf(law, sanction);
  const older = ends.filter(
    (end) => end.sanction.effective < sanction.effective && orderOf(law, end.sanction) === order,
  );
  const daysAfter = (last: Day): number => Math.max(0, last - sanction.effective + 1);
  const remaining = daysAfter(Math.max(-FOREVER, ...older.map(({ until }) => until)));
  const perhaps = daysAfter(Math.max(-FOREVER, ...older.map((end) => end.perhaps)));
  if (perhaps === 0) return term;
  const undecided = older.find((end) => end.perhaps - sanction.effective + 1 === perhaps)?.sanction;
  return {
    ...term,
    remaining,
    perhaps:
      perhaps > remaining && undecided !== undefined
        ? { remaining: perhaps, months: null, norm: normOf(law, undecided) }
        : term.perhaps,
    cite: clause.cite,
  };
}

// The unverified clause behind a period; where no norm covers it, there is none to name.
function normOf(law: Law, sanction: SanctionRecord): string {
  return influenceRows(law, sanction).find((row) => row.norm !== null)?.norm ?? "";
}

function orderOf(law: Law, { kind }: SanctionRecord): string | undefined {
  return law.vocabulary.sanctions[law.index.sanctions.get(kind) ?? -1]?.order;
}

/** The clause of one way that holds for a sanction of this kind and day of decision; null when there is none. */
export function combinationFor(
  law: Law,
  way: Combination["way"],
  sanction: Pick<SanctionRecord, "kind" | "effective" | "decided">,
): Combination | null {
  const decided = sanction.decided ?? sanction.effective;
  return (
    law.combinations.find(
      (clause) =>
        clause.way === way &&
        clause.sanctions.includes(sanction.kind) &&
        clause.validFrom <= decided &&
        decided <= clause.validUntil,
    ) ?? null
  );
}

/** The months of a single sanction of this kind and day of decision: the longest that a norm gives it. */
export function singleMonths(law: Law, sanction: Pick<SanctionRecord, "kind" | "effective" | "decided">): number {
  const decided = sanction.decided ?? sanction.effective;
  const index = law.vocabulary.sanctions.findIndex(({ id }) => id === sanction.kind);
  const rows = (law.table.sanctionRows[index] ?? []).filter(
    (row) => row.months > 0 && row.validFrom <= decided && decided <= row.validUntil,
  );
  return Math.max(0, ...rows.map((row) => row.months));
}

// A period set for several together, on record of one whose kind has no lengths of its own to choose from.
function recordedMonths(law: Law, { kind, months }: SanctionRecord): number | null {
  const own = law.vocabulary.sanctions[law.index.sanctions.get(kind) ?? -1]?.months ?? [];
  return own.length > 0 ? null : months;
}

// What was set for several counts for none of them once it is alone.
function aloneWith(law: Law, { record, shared = false }: Placed<SanctionRecord>): Term {
  return { ...ALONE, months: shared ? null : recordedMonths(law, record) };
}

// Sanctions of one day: the heaviest kind takes the place of the lighter; equal ones share one set period, the greatest recorded.
function atOnce(law: Law, placed: Placed<SanctionRecord>, all: readonly SanctionRecord[], asked: Day): Term {
  const { record: sanction } = placed;
  const same = all.filter((other) => other !== sanction && other.effective === sanction.effective);
  const alone = aloneWith(law, placed);
  if (same.length === 0) return alone.months === null ? ALONE : alone;
  const heaviest = combinationFor(law, "heaviest", sanction);
  let cite: Citation | null = null;
  if (heaviest !== null) {
    const weight = heaviest.sanctions.indexOf(sanction.kind);
    const weights = same.map((other) =>
      combinationFor(law, "heaviest", other) === null ? -1 : heaviest.sanctions.indexOf(other.kind),
    );
    if (weights.some((other) => other > weight)) return { ...alone, absorbed: true, cite: heaviest.cite };
    if (weights.some((other) => other >= 0 && other < weight)) cite = heaviest.cite;
  }
  const equal = [sanction, ...same.filter((other) => other.kind === sanction.kind)];
  if (equal.length === 1) return { ...alone, cite };
  return sharedTerm(law, sanction, equal, asked) ?? { ...alone, cite };
}

// Of several equal ones: the period set for all, by the clause of the first of them that was decided.
function sharedTerm(law: Law, sanction: SanctionRecord, equal: readonly SanctionRecord[], asked: Day): Term | null {
  const [first = sanction] = equal.toSorted((one, other) => decidedOf(one) - decidedOf(other));
  const set = combinationFor(law, "set-period", first);
  if (set === null) return null;
  // Found not to apply: each keeps its single period.
  if (appliesFrom(law, set.norm) === null) return ALONE;
  const recorded = equal.flatMap((one) => recordedMonths(law, one) ?? []);
  const sum = singleMonths(law, sanction) * equal.length;
  const most = recorded.length > 0 ? Math.max(...recorded) : Math.min(sum, set.atMost ?? sum);
  // Nobody has decided whether the clause holds: the single period runs, and the longer one may.
  if (asked < (appliesFrom(law, set.norm) ?? ALWAYS))
    return { ...ALONE, perhaps: { remaining: 0, months: most, norm: set.norm }, cite: null };
  if (recorded.length > 0) return { ...ALONE, months: most, cite: set.cite };
  return { ...ALONE, perhaps: { remaining: 0, months: most, norm: null }, cite: set.cite };
}
