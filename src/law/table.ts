// The bars of all packs as one dense table: for each measure (with its ground and handling) and each
// sanction, the rows that it brings, in the order regulation first, upper norms after.
import { citationOf } from "./cite.ts";
import type { Citation, Sentence } from "./citation.ts";
import { conditionWords } from "./condition.ts";
import { parseDay } from "./days.ts";
import type { Day } from "./days.ts";
import type { Pack } from "./pack.ts";
import type { RuleOf } from "./rule.ts";
import type { Condition } from "./rule-parts.ts";
import type { Ground, Reach, Vocabulary } from "./vocabulary.ts";

/** One bar that one kind of record brings. */
export type Row = {
  /** Index of the purpose it bars. */
  bars: number;
  /** Length in months; YEAR for the calendar year; RECORD for the months of the record itself. */
  months: number;
  /** Runs from the restoration of rights and not from the effective day. */
  restored: boolean;
  /** The record's own months, when given, take the place of the clause's. */
  settable: boolean;
  baseline: "present" | "original" | "reduced" | null;
  reach: Reach | null;
  layer: "regulation" | "upper";
  /** The norm was in force on these days, both included. */
  validFrom: Day;
  validUntil: Day;
  /** It bars from this day on, whatever the day of the record: the day on which an unverified clause was confirmed. */
  worksFrom: Day;
  /** For advice: the day before it is confirmed; for what bars, no day. */
  advisesUntil: Day;
  /** The period comes from another norm's row, so it must not be counted as a norm of its own. */
  derived: boolean;
  /** Only for persons of whom this holds; null for all. */
  when: Condition | null;
  cite: Citation;
  summary: Sentence;
  /** What the clause adds to its bar, in words. */
  remark: Sentence | null;
};

export const YEAR = 0;
export const RECORD = -1;
export const FOREVER: Day = 2_000_000_000;
/** Before every day that can be asked about. */
export const ALWAYS: Day = -FOREVER;

export type Table = {
  /** By measureCell(measure, ground, handling). */
  measureRows: Row[][];
  sanctionRows: Row[][];
  /** Rows that nobody has verified; they give advice and never bar before the day on which they are confirmed. */
  measureAdvice: Row[][];
  sanctionAdvice: Row[][];
};

export const GROUNDS: readonly Ground[] = ["accountability", "unsuitable"];

/** Where the rows of a measure stand; `adjusted` is 组织调整, to which clauses on 组织处理 do not attach. */
export function measureCell(measure: number, ground: Ground, adjusted: boolean): number {
  return (measure * 2 + (ground === "accountability" ? 0 : 1)) * 2 + (adjusted ? 1 : 0);
}

/** The day from which a rule works: always for a verified one, from its confirmation for another; null for advice only. */
export type WorksFrom = (pack: Pack, rule: { id: string; tag: "T" | "S" | "M" }) => Day | null;

/** Fills the table from the restriction rules of all packs. */
export function buildTable(regulation: Pack, upper: readonly Pack[], worksFrom: WorksFrom): Table {
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
      if (rule.for === "running") continue;
      place(table, vocabulary, rule, worksFrom(pack, rule), (cell, isMeasure) =>
        rowsOf(pack, rule, isMeasure ? null : (vocabulary.sanctions[cell]?.id ?? null)),
      );
    }
  }
  const verified = { measures: table.measureRows.map(copy), sanctions: table.sanctionRows.map(copy) };
  for (const pack of packs) {
    for (const rule of restrictionsIn(pack)) {
      if (rule.for !== "running") continue;
      place(table, vocabulary, rule, worksFrom(pack, rule), (cell, isMeasure) =>
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
  worksFrom: Day | null,
  rows: (cell: number, isMeasure: boolean) => Row[],
): void {
  const put = (working: Row[][], advice: Row[][], cell: number, made: Row[]): void => {
    if (worksFrom !== null)
      working[cell]?.push(...made.map((row) => ({ ...row, worksFrom: Math.max(row.worksFrom, worksFrom) })));
    if (rule.tag === "M")
      advice[cell]?.push(
        ...made.map((row) => ({ ...row, worksFrom: ALWAYS, advisesUntil: (worksFrom ?? FOREVER) - 1 })),
      );
  };
  vocabulary.measures.forEach((measure, index) => {
    if (!rule.measures.includes(measure.id)) return;
    for (const ground of rule.ground) {
      for (const adjusted of rule.handling === "any" ? [false, true] : [false]) {
        const cell = measureCell(index, ground, adjusted);
        put(table.measureRows, table.measureAdvice, cell, rows(cell, true));
      }
    }
  });
  vocabulary.sanctions.forEach((sanction, index) => {
    if (rule.sanctions.includes(sanction.id)) put(table.sanctionRows, table.sanctionAdvice, index, rows(index, false));
  });
}

function rowsOf(pack: Pack, rule: RuleOf<"restriction">, sanction: string | null): Row[] {
  const settable = pack.rules.some(
    (one) =>
      one.kind === "combination" && one.way === "set-period" && sanction !== null && one.sanctions.includes(sanction),
  );
  return rule.bars.map((bar) => ({
    bars: pack.vocabulary.purposes.findIndex((purpose) => purpose.id === bar),
    months: rule.for === "record" ? RECORD : monthsOf(rule.for),
    restored: rule.start === "restored",
    settable,
    baseline: rule.baseline,
    reach: rule.reach,
    layer: pack.layer,
    ...validityOf(pack),
    worksFrom: ALWAYS,
    advisesUntil: ALWAYS,
    derived: false,
    when: rule.when,
    cite: citationOf(pack, rule),
    summary: rule.summary,
    remark: rule.when === null ? rule.remark : joined(rule.remark, conditionWords(pack.vocabulary, rule.when)),
  }));
}

function joined(one: Sentence | null, other: Sentence): Sentence {
  return one === null ? other : { zh: `${one.zh}；${other.zh}`, en: `${one.en}; ${other.en}` };
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
    rowsOf(pack, rule, null).map((made) => ({
      ...made,
      months: row.months,
      restored: row.restored,
      settable: row.settable,
      worksFrom: row.worksFrom,
      baseline: row.baseline,
      validFrom: Math.max(own.validFrom, row.validFrom),
      validUntil: Math.min(own.validUntil, row.validUntil),
      derived: true,
      when: row.when ?? made.when,
    })),
  );
}

/** The first and the last day on which a pack is in force. */
export function validityOf(pack: Pack): { validFrom: Day; validUntil: Day } {
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
