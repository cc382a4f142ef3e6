// The bars of all packs as one dense table: for each measure (with its ground and handling) and each
// sanction, the rows that it brings, in the order regulation first, upper norms after.
import { citationOf } from "../text/cite.ts";
import type { Citation, Sentence } from "../text/citation.ts";
import { conditionWords } from "./condition.ts";
import { parseDay } from "../reckon/days.ts";
import { ALWAYS, FOREVER } from "../reckon/days-bounds.ts";
import type { Day } from "../reckon/days.ts";
import type { Pack } from "../pack/pack.ts";
import type { RuleOf } from "../pack/rule.ts";
import type { Condition } from "../pack/rule-parts.ts";
import type { Ground, Reach, Vocabulary } from "../pack/vocabulary.ts";

/** One bar that one kind of record brings. */
export type Row = {
  /** Index of the purpose it bars. */
  bars: number;
  /** Length in months; YEAR for calendar years; RECORD for the months of the record itself; ENDLESS for none. */
  months: number;
  /** Of a YEAR row: how many calendar years, or RECORD for all into which the months of the record reach. */
  years: number;
  /** Runs from the effective day; from the restoration of rights; or from the effective day until so long after the restoration. */
  start: RuleOf<"restriction">["start"];
  baseline: "present" | "original" | "reduced" | null;
  reach: Reach | null;
  layer: "regulation" | "upper";
  /** It holds for records decided on these days, both included. */
  validFrom: Day;
  validUntil: Day;
  /** A rule about choosing somebody works on these days asked about, both included, whatever the record's day; others always. */
  chosenFrom: Day;
  chosenUntil: Day;
  /** The unverified clause on which it rests, as in `normKey`; null for none. What was decided on it is asked of the law, by `appliesFrom`. */
  norm: string | null;
  /** The period comes from another norm's row, so it must not be counted as a norm of its own. */
  derived: boolean;
  /** It stands for days of decision for which no norm at hand was in force, though the kind bars by those of other days. */
  uncovered: boolean;
  /** Only for persons of whom this holds; null for all. */
  when: Condition | null;
  cite: Citation;
  summary: Sentence;
  /** What the clause adds to its bar, in words. */
  remark: Sentence | null;
};

/** In `months` of a row: for years, not for months. */
export const YEAR = 0;
/** In `months` or `years` of a row: as long as the record itself says. */
export const RECORD = -1;
/** In `months` of a row: without an end. */
export const ENDLESS = -2;
export { ALWAYS, FOREVER, PERMANENT } from "../reckon/days-bounds.ts";

export type Table = {
  /** By measureCell(measure, ground, handling). */
  measureRows: Row[][];
  sanctionRows: Row[][];
};

/** The grounds on which a measure can bring a bar. */
export const GROUNDS = ["accountability", "unsuitable"] as const satisfies readonly Ground[];

/** Whether a measure taken on this ground can bring a bar at all. */
export function isBarringGround(ground: Ground): ground is (typeof GROUNDS)[number] {
  return ground === "accountability" || ground === "unsuitable";
}

/** Where the rows of a measure stand; `adjusted` is 组织调整, to which clauses on 组织处理 do not attach. */
export function measureCell(measure: number, ground: (typeof GROUNDS)[number], adjusted: boolean): number {
  return (measure * 2 + (ground === "accountability" ? 0 : 1)) * 2 + (adjusted ? 1 : 0);
}

/** Fills the table from the restriction rules of all packs. It holds neither readings nor decisions on norms. */
export function buildTable(regulation: Pack, upper: readonly Pack[]): Table {
  const vocabulary = regulation.vocabulary;
  const packs = [regulation, ...upper];
  const cells = (count: number): Row[][] => Array.from({ length: count }, () => []);
  const table: Table = {
    measureRows: cells(vocabulary.measures.length * 4),
    sanctionRows: cells(vocabulary.sanctions.length),
  };
  for (const pack of packs) {
    for (const rule of restrictionsIn(pack)) {
      if (rule.for === "running") continue;
      const rows = rowsOf(pack, rule, barsEverything(pack, rule) ? vocabulary : null);
      place(table, vocabulary, rule, () => rows);
    }
  }
  addUncovered(vocabulary, table);
  // What runs is taken from the rows so far: a rule on running periods follows none of its own kind.
  const own = { measures: table.measureRows.map(copy), sanctions: table.sanctionRows.map(copy) };
  for (const pack of packs) {
    for (const rule of restrictionsIn(pack)) {
      if (rule.for !== "running") continue;
      place(table, vocabulary, rule, (cell, isMeasure) =>
        runningRows(pack, rule, (isMeasure ? own.measures : own.sanctions)[cell] ?? []),
      );
    }
  }
  return table;
}

// A kind that bars in some row, decided on a day for which none is in force: nobody knows what held then, so the bars that it has in any
// row stand there undecided, each for the longest period that the kind has.
function addUncovered({ purposes }: Vocabulary, table: Table): void {
  const isDated = (row: Row): boolean => purposes[row.bars]?.asked === "on-date";
  const fill = (cells: Row[][]): void => {
    const own = cells.flat().filter((row) => row.layer === "upper" && row.months !== ENDLESS);
    const dated = own.filter(isDated);
    const longest = Math.max(0, ...dated.map((row) => row.months));
    const yearly = own.filter((row) => !isDated(row));
    const found = new Map<string, Row>();
    const add = (row: Row, like: readonly Row[], months: number): void => {
      for (const [from, until] of gapsIn(like)) {
        const made: Row = { ...row, months, validFrom: from, validUntil: until, norm: null, uncovered: true };
        found.set([row.bars, row.reach, row.baseline, row.start, from].join(), made);
      }
    };
    for (const row of dated) add(row, dated, row.start === "effective" ? longest : row.months);
    for (const row of dated.length === 0 ? [] : yearly)
      add(
        row,
        yearly.filter((other) => other.bars === row.bars),
        row.months,
      );
    for (const cell of cells) cell.push(...found.values());
  };
  for (let kind = 0; kind < table.measureRows.length; kind += 4) fill(table.measureRows.slice(kind, kind + 4));
  for (const rows of table.sanctionRows) fill([rows]);
}

// The days of decision that no row covers.
function gapsIn(rows: readonly Row[]): [Day, Day][] {
  const gaps: [Day, Day][] = [];
  let next = ALWAYS;
  for (const { validFrom, validUntil } of rows.toSorted((one, other) => one.validFrom - other.validFrom)) {
    if (validFrom > next) gaps.push([next, validFrom - 1]);
    next = Math.max(next, validUntil + 1);
  }
  if (next < FOREVER) gaps.push([next, FOREVER]);
  return gaps;
}

const copy = (rows: Row[]): Row[] => [...rows];

function restrictionsIn(pack: Pack): RuleOf<"restriction">[] {
  return pack.rules.filter((rule) => rule.kind === "restriction");
}

function place(
  table: Table,
  vocabulary: Vocabulary,
  rule: RuleOf<"restriction">,
  rows: (cell: number, isMeasure: boolean) => readonly Row[],
): void {
  vocabulary.measures.forEach((measure, index) => {
    if (!rule.measures.includes(measure.id)) return;
    for (const ground of GROUNDS) {
      if (!rule.ground.includes(ground)) continue;
      for (const adjusted of rule.handling === "any" ? [false, true] : [false]) {
        const cell = measureCell(index, ground, adjusted);
        table.measureRows[cell]?.push(...rows(cell, true));
      }
    }
  });
  vocabulary.sanctions.forEach((sanction, index) => {
    if (rule.sanctions.includes(sanction.id)) table.sanctionRows[index]?.push(...rows(index, false));
  });
}

// Barred for good from every purpose that its norm knows: then from those that the regulation has of its own, too.
function barsEverything({ vocabulary }: Pack, rule: RuleOf<"restriction">): boolean {
  return rule.for === "permanent" && vocabulary.purposes.every(({ id }) => rule.bars.includes(id));
}

function rowsOf(pack: Pack, rule: RuleOf<"restriction">, all: Vocabulary | null = null): Row[] {
  const { purposes } = all ?? pack.vocabulary;
  return (all === null ? rule.bars : purposes.map(({ id }) => id)).map((bar) => {
    const purpose = purposes.findIndex(({ id }) => id === bar);
    const barred = purposes[purpose];
    const reach = barred?.asked === "for-year" ? null : rule.reach === "any" ? "any" : (barred?.reach ?? rule.reach);
    return {
      bars: purpose,
      months: monthsOfRule(rule.for),
      years: rule.for === "year-and-next" ? 2 : rule.for === "record-years" ? RECORD : 1,
      start: rule.start,
      baseline: reach === null ? null : rule.baseline,
      reach,
      layer: pack.layer,
      ...recordDays(pack, rule.records),
      chosenFrom: ALWAYS,
      chosenUntil: FOREVER,
      norm: rule.tag === "M" ? `${pack.id}#${rule.id}` : null,
      derived: false,
      uncovered: false,
      when: rule.when,
      cite: citationOf(pack, rule),
      summary: rule.summary,
      remark: rule.when === null ? rule.remark : joined(rule.remark, conditionWords(pack.vocabulary, rule.when)),
    };
  });
}

function monthsOfRule(length: RuleOf<"restriction">["for"]): number {
  if (length === "record") return RECORD;
  return length === "permanent" ? ENDLESS : monthsOf(length);
}

function joined(one: Sentence | null, other: Sentence): Sentence {
  return one === null ? other : { zh: `${one.zh}；${other.zh}`, en: `${one.en}; ${other.en}` };
}

// A rule on "any period still running" takes, from each other norm, that norm's longest bar of a post or a rank. It is about
// choosing somebody: the day asked about says whether it is in force, whatever the day of the record.
function runningRows(pack: Pack, rule: RuleOf<"restriction">, others: readonly Row[]): Row[] {
  const longest = new Map<string, Row>();
  for (const row of others) {
    if (row.cite.pack === pack.id || row.months === YEAR || row.months === ENDLESS) continue;
    const key = `${row.cite.pack} ${row.validFrom} ${row.norm}`;
    const known = longest.get(key);
    if (known === undefined || row.months > known.months) longest.set(key, row);
  }
  const { validFrom, validUntil } = validityOf(pack);
  return [...longest.values()].flatMap((row) =>
    rowsOf(pack, rule).map((made) => ({
      ...made,
      months: row.months,
      start: row.start,
      // After a bar on posts of every level the promotion is measured from the level that the record's other bars are.
      baseline: row.baseline ?? others.find(({ baseline }) => baseline !== null)?.baseline ?? null,
      validFrom: row.validFrom,
      validUntil: row.validUntil,
      chosenFrom: validFrom,
      chosenUntil: validUntil,
      norm: row.norm ?? made.norm,
      derived: true,
      uncovered: row.uncovered,
      when: row.when ?? made.when,
    })),
  );
}

/** The days of the records to which a clause applies. */
export function recordDays(pack: Pack, records: RuleOf<"restriction">["records"]): { validFrom: Day; validUntil: Day } {
  const { validFrom, validUntil } = validityOf(pack);
  const from = records?.from ?? null;
  const until = records?.until ?? null;
  return {
    validFrom: from === null ? validFrom : from === "always" ? ALWAYS : (parseDay(from) ?? validFrom),
    validUntil: until === null ? validUntil : until === "always" ? FOREVER : (parseDay(until) ?? validUntil),
  };
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
