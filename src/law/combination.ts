// Several sanctions of one person: what the clauses on combination make of them. Each clause holds for
// sanctions of the days on which its own norm was in force, and only for the kinds that it names.
import { citationOf } from "./cite.ts";
import type { Citation } from "./citation.ts";
import type { SanctionRecord } from "./consequences.ts";
import type { Day } from "./days.ts";
import type { Pack } from "./pack.ts";
import { influenceSpan } from "./record-rows.ts";
import type { RuleOf } from "./rule.ts";
import type { Law } from "./law.ts";
import { FOREVER, monthsOf, validityOf } from "./table.ts";
import type { WorksFrom } from "./table.ts";
import type { SanctionId } from "./vocabulary.ts";

export type Combination = {
  way: RuleOf<"combination">["way"];
  measures: readonly string[];
  sanctions: readonly SanctionId[];
  /** Months that a set period may not exceed; null where none is set. */
  atMost: number | null;
  /** It holds for records of these days, both included. */
  validFrom: Day;
  validUntil: Day;
  layer: "regulation" | "upper";
  cite: Citation;
};

/** What the clauses on combination make of one sanction among others. */
export type Term = {
  /** Days of an earlier period that run before its own. */
  remaining: number;
  /** A heavier sanction of the same day has taken its place. */
  absorbed: boolean;
  /** Several equal ones of one day, and no period is recorded for them together. */
  unset: boolean;
  /** The clause, where one applies. */
  cite: Citation | null;
};

export const ALONE: Term = { remaining: 0, absorbed: false, unset: false, cite: null };

/** The verified clauses of a pack on several at once. */
export function combinationsIn(pack: Pack, worksFromOf: WorksFrom): Combination[] {
  return pack.rules.flatMap((rule) => {
    if (rule.kind !== "combination") return [];
    const worksFrom = worksFromOf(pack, rule);
    if (worksFrom === null) return [];
    const { validFrom, validUntil } = validityOf(pack);
    return [
      {
        way: rule.way,
        measures: rule.measures,
        sanctions: rule.sanctions,
        atMost: rule.atMost === null ? null : monthsOf(rule.atMost),
        validFrom: Math.max(validFrom, worksFrom),
        validUntil,
        layer: pack.layer,
        cite: citationOf(pack, rule),
      },
    ];
  });
}

const NONE: readonly Term[] = [];
const ONE: readonly Term[] = [ALONE];

/** One term for each sanction, in their order. */
export function termsOf(law: Law, sanctions: readonly SanctionRecord[]): readonly Term[] {
  if (sanctions.length === 0) return NONE;
  if (sanctions.length === 1) return ONE;
  const terms = sanctions.map((sanction) => atOnce(law, sanction, sanctions));
  const order = sanctions.map((_, index) => index).toSorted((one, other) => dayAt(one) - dayAt(other));
  function dayAt(index: number): Day {
    return sanctions[index]?.effective ?? FOREVER;
  }
  const ends: { kind: SanctionId; effective: Day; until: Day }[] = [];
  for (const index of order) {
    const sanction = sanctions[index];
    const term = terms[index];
    if (sanction === undefined || term === undefined || term.absorbed) continue;
    const clause = combinationFor(law, "remaining-plus-new", sanction);
    if (clause !== null) {
      const running = ends.filter(
        (end) =>
          end.effective < sanction.effective && sanction.effective <= end.until && clause.sanctions.includes(end.kind),
      );
      const last = Math.max(-FOREVER, ...running.map((end) => end.until));
      if (running.length > 0) terms[index] = { ...term, remaining: last - sanction.effective + 1, cite: clause.cite };
    }
    const span = influenceSpan(law, sanction, terms[index]?.remaining ?? 0);
    if (span !== null) ends.push({ kind: sanction.kind, effective: sanction.effective, until: span.until });
  }
  return terms;
}

/** The clause of one way that holds for a sanction of this kind and day; null when there is none. */
export function combinationFor(
  law: Law,
  way: Combination["way"],
  { kind, effective }: { kind: SanctionId; effective: Day },
): Combination | null {
  return (
    law.combinations.find(
      (clause) =>
        clause.way === way &&
        clause.sanctions.includes(kind) &&
        clause.validFrom <= effective &&
        effective <= clause.validUntil,
    ) ?? null
  );
}

/** The months of a single sanction of this kind and day, by the norms that let a period be set for several. */
export function singleMonths(law: Law, { kind, effective }: { kind: SanctionId; effective: Day }): number {
  const index = law.vocabulary.sanctions.findIndex((sanction) => sanction.id === kind);
  const rows = (law.table.sanctionRows[index] ?? []).filter(
    (row) => row.settable && row.validFrom <= effective && effective <= row.validUntil,
  );
  return Math.max(0, ...rows.map((row) => row.months));
}

// Sanctions of one day: the heaviest kind takes the place of the lighter; equal ones share one set period.
function atOnce(law: Law, sanction: SanctionRecord, all: readonly SanctionRecord[]): Term {
  const same = all.filter((other) => other !== sanction && other.effective === sanction.effective);
  if (same.length === 0) return ALONE;
  const heaviest = combinationFor(law, "heaviest", sanction);
  if (heaviest !== null) {
    const weight = heaviest.sanctions.indexOf(sanction.kind);
    const weights = same.map((other) => heaviest.sanctions.indexOf(other.kind));
    if (weights.some((other) => other > weight)) return { ...ALONE, absorbed: true, cite: heaviest.cite };
    if (weights.some((other) => other >= 0 && other < weight)) return { ...ALONE, cite: heaviest.cite };
  }
  const set = combinationFor(law, "set-period", sanction);
  const equal = same.filter((other) => other.kind === sanction.kind);
  if (set === null || equal.length === 0) return ALONE;
  return { ...ALONE, unset: [sanction, ...equal].every((one) => one.months === null), cite: set.cite };
}
