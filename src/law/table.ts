// The bars of all packs as one dense table: for each measure (with its ground and handling) and each
// sanction, the rows that it brings, in the order regulation first, upper norms after.
import { citationOf } from "./cite.ts";
import type { Citation, Sentence } from "./citation.ts";
import { parseDay } from "./days.ts";
import type { Day } from "./days.ts";
import type { Pack } from "./pack.ts";
import type { RuleOf } from "./rule.ts";
import type { Ground, Reach, Vocabulary } from "./vocabulary.ts";

/** One bar that one kind of record brings. */
export type Row = {
  /** Index of the purpose it bars. */
  bars: number;
  /** Length in months; YEAR for the calendar year; RECORD for the months of the record itself. */
  months: number;
  /** Runs from the restoration of rights and not from the effective day. */
  restored: boolean;
  baseline: "present" | "original" | "reduced" | null;
  reach: Reach | null;
  layer: "regulation" | "upper";
  /** The norm was in force on these days, both included. */
  validFrom: Day;
  validUntil: Day;
  /** The period comes from another norm's row, so it must not be counted as a norm of its own. */
  derived: boolean;
  cite: Citation;
  summary: Sentence;
};

export const YEAR = 0;
export const RECORD = -1;
export const FOREVER: Day = 2_000_000_000;

export type Table = {
  /** By measureCell(measure, ground, handling). */
  measureRows: Row[][];
  sanctionRows: Row[][];
  /** Rows that nobody has verified; they give advice and never bar. */
  measureAdvice: Row[][];
  sanctionAdvice: Row[][];
};

export const GROUNDS: readonly Ground[] = ["accountability", "unsuitable"];

/** Where the rows of a measure stand; `adjusted` is 组织调整, to which clauses on 组织处理 do not attach. */
export function measureCell(measure: number, ground: Ground, adjusted: boolean): number {
  return (measure * 2 + (ground === "accountability" ? 0 : 1)) * 2 + (adjusted ? 1 : 0);
}

/** Fills the table from the restriction rules of all packs. */
export function buildTable(regulation: Pack, upper: readonly Pack[]): Table {
  const vocabulary = regulation.vocabulary;
  const packs = [regulation, ...upper];
  const cells = (count: number): Row[][] => Array.from({ length: count }, () => []);
  const table: Table = {
    measureRows: cells(vocabulary.measures.length * 4),
    sanctionRows: cells(vocabulary.sanctions.length),
    measureAdvice: cells(vocabulary.measures.length * 4),
    sanctionAdvice: cells(vocabulary.sanctions.length),
  };
  for (const pack of packs) {
    for (const rule of restrictionsIn(pack)) {
      if (rule.for !== "running") place(table, vocabulary, rule, () => rowsOf(pack, rule));
    }
  }
  const verified = { measures: table.measureRows.map(copy), sanctions: table.sanctionRows.map(copy) };
  for (const pack of packs) {
    for (const rule of restrictionsIn(pack)) {
      if (rule.for !== "running") continue;
      place(table, vocabulary, rule, (cell, isMeasure) =>
        runningRows(pack, rule, (isMeasure ? verified.measures : verified.sanctions)[cell] ?? []),
      );
    }
  }
  return table;
}

const copy = (rows: Row[]): Row[] => [...rows];

function restrictionsIn(pack: Pack): RuleOf<"restriction">[] {
  return pack.rules.filter((rule) => rule.kind === "restriction");
}

function place(
  table: Table,
  vocabulary: Vocabulary,
  rule: RuleOf<"restriction">,
  rows: (cell: number, isMeasure: boolean) => Row[],
): void {
  const unverified = rule.tag === "M";
  vocabulary.measures.forEach((measure, index) => {
    if (!rule.measures.includes(measure.id)) return;
    for (const ground of rule.ground) {
      for (const adjusted of rule.handling === "any" ? [false, true] : [false]) {
        const cell = measureCell(index, ground, adjusted);
        const target = unverified ? table.measureAdvice : table.measureRows;
        target[cell]?.push(...rows(cell, true));
      }
    }
  });
  vocabulary.sanctions.forEach((sanction, index) => {
    if (!rule.sanctions.includes(sanction.id)) return;
    const target = unverified ? table.sanctionAdvice : table.sanctionRows;
    target[index]?.push(...rows(index, false));
  });
}

function rowsOf(pack: Pack, rule: RuleOf<"restriction">): Row[] {
  return rule.bars.map((bar) => ({
    bars: pack.vocabulary.purposes.findIndex((purpose) => purpose.id === bar),
    months: rule.for === "record" ? RECORD : monthsOf(rule.for),
    restored: rule.start === "restored",
    baseline: rule.baseline,
    reach: rule.reach,
    layer: pack.layer,
    ...validityOf(pack),
    derived: false,
    cite: citationOf(pack, rule),
    summary: rule.summary,
  }));
}

// A rule on "any period still running" takes, from each other norm, that norm's longest bar.
function runningRows(pack: Pack, rule: RuleOf<"restriction">, others: readonly Row[]): Row[] {
  const longest = new Map<string, Row>();
  for (const row of others) {
    if (row.cite.pack === pack.id || row.months === YEAR) continue;
    const known = longest.get(row.cite.pack);
    if (known === undefined || row.months > known.months) longest.set(row.cite.pack, row);
  }
  const own = validityOf(pack);
  return [...longest.values()].flatMap((row) =>
    rowsOf(pack, rule).map((made) => ({
      ...made,
      months: row.months,
      restored: row.restored,
      baseline: row.baseline,
      validFrom: Math.max(own.validFrom, row.validFrom),
      validUntil: Math.min(own.validUntil, row.validUntil),
      derived: true,
    })),
  );
}

function validityOf(pack: Pack): { validFrom: Day; validUntil: Day } {
  const { from, until } = pack.validity;
  return {
    validFrom: parseDay(from) ?? FOREVER,
    validUntil: until === null ? FOREVER : (parseDay(until) ?? -FOREVER),
  };
}

/** Months of P12M or P2Y; YEAR for `year` and for what is no length. */
export function monthsOf(period: string): number {
  const match = /^P(\d+)([MY])$/.exec(period);
  if (match === null) return YEAR;
  return Number(match[1]) * (match[2] === "Y" ? 12 : 1);
}
