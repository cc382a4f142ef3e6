// The law's bars laid out flat for bulk answers: for every purpose and every kind of record the bars that
// bear on it, those that differ only in layer or norm made one.
import { ANSWERS } from "./eligibility.ts";
import type { AnswerKind } from "./eligibility.ts";
import { rulesOf } from "./law.ts";
import type { Law } from "./law.ts";
import { appliesFrom } from "./norm-decisions.ts";
import { isDated } from "./record-rows.ts";
import { ALWAYS, ENDLESS, FOREVER, YEAR } from "./table.ts";
import type { Row } from "./table.ts";

/** The bars of record kind `k` for question `q` stand in `cells` from `start[q * kinds + k]` on. */
export type Bars = { start: Int32Array; cells: Int32Array };

/** Fields of a bar. It holds for records decided on the days FROM to UNTIL; the longest period comes first. */
export const barFields = {
  FROM: 0,
  UNTIL: 1,
  /** The days asked about on which it works. */
  CHOSEN_FROM: 2,
  CHOSEN_UNTIL: 3,
  /** Questions of this day and later are answered by it; about earlier ones nobody has decided. */
  APPLIES: 4,
  MONTHS: 5,
  YEARS: 6,
  START: 7,
  BASELINE: 8,
  REACH: 9,
  /** The answer when the question names no level, ONE_STEP_UP for one of the next level; and when the baseline is not recorded. */
  WITHOUT_LEVEL: 10,
  WITHOUT_BASELINE: 11,
  LAYERS: 12,
  WIDTH: 13,
} as const;

/** Bits of LAYERS: the last is for the influence period of a sanction that runs together with handling. */
export const layerBits = { IN_REGULATION: 1, IN_UPPER: 2, IN_REGULATION_WHEN_JOINED: 4 } as const;

export const reaches = { REACH_ABOVE: 0, REACH_FROM: 1, REACH_ANY: 2 } as const;
export const starts = { FROM_EFFECT: 0, FROM_RESTORATION: 1, THROUGH_RESTORATION: 2 } as const;
export const baselines = { NONE: 0, PRESENT: 1, ORIGINAL: 2, REDUCED: 3 } as const;
export const ONE_STEP_UP = -1;

const code = (kind: AnswerKind): number => ANSWERS.indexOf(kind);
export const answerCodes = {
  BARRED: code("barred"),
  PENDING: code("pending"),
  CONFIRM: code("needs-confirmation"),
  CONSENT: code("needs-consent"),
  CLEAR: code("clear"),
};

const { FROM, UNTIL, CHOSEN_FROM, CHOSEN_UNTIL, APPLIES, MONTHS, LAYERS, WIDTH } = barFields;
const { IN_REGULATION, IN_UPPER, IN_REGULATION_WHEN_JOINED } = layerBits;
const { BARRED, CONFIRM, CLEAR } = answerCodes;

/** What the regulation itself attaches to a measure, by measureCell. */
export type Handling = {
  /** It attaches to decisions of these days, both included. */
  from: Int32Array;
  until: Int32Array;
  /** The shortest and the longest of its dated periods in months; 0 where it has none. */
  shortest: Int32Array;
  longest: Int32Array;
  /** 1 when it asks for consent; 1 when discipline at the same time joins it. */
  asksConsent: Uint8Array;
  joins: Uint8Array;
};

export type ColumnTable = {
  /** 1 where the purpose asks for a year; 1 where it is about a post. */
  yearly: Uint8Array;
  post: Uint8Array;
  measureKinds: number;
  measureBars: Bars;
  sanctionKinds: number;
  sanctionBars: Bars;
  /** By sanction alone: the bars that make up its influence period. */
  influence: Bars;
  handling: Handling;
  longestMonths: Int32Array;
  /** 1 where renewed use for the purpose can need consent. */
  consentFor: Uint8Array;
  sanctionsAskConsent: boolean;
};

/** Readings with which both layers are counted alike; with others a law is asked one person at a time. */
const PLAIN: Readonly<Record<string, string>> = {
  periodStart: "effective",
  periodEnd: "day-before-anniversary",
  yearOfHonours: "effective-year",
  concurrentDiscipline: "longest",
  consentTiming: "before-decision",
};

/** Whether the bars of a law can be laid out: no bar for some persons only, no reading that changed on a day or parts the layers. */
export function hasColumns(law: Law): boolean {
  if (law.changes.length > 0 || hasConditions(law)) return false;
  return Object.entries(law.settings).every(([name, value]) => PLAIN[name] === undefined || PLAIN[name] === value);
}

function hasConditions({ table }: Law): boolean {
  return [...table.measureRows, ...table.sanctionRows].some((rows) => rows.some((row) => row.when !== null));
}

/** Throws a RangeError for a law of which `hasColumns` does not hold. */
export function buildColumnTable(law: Law): ColumnTable {
  if (!hasColumns(law)) throw new RangeError("this law cannot be laid out in columns");
  const { vocabulary, table } = law;
  const consent = rulesOf(law, "consent")[0];
  const joins = law.index.concurrences.length > 0;
  return {
    yearly: Uint8Array.from(vocabulary.purposes, ({ asked }) => (asked === "for-year" ? 1 : 0)),
    post: Uint8Array.from(vocabulary.purposes, ({ asked, post }) => (asked === "on-date" && post ? 1 : 0)),
    measureKinds: table.measureRows.length,
    measureBars: layOut(law, table.measureRows, (row) => (row.layer === "upper" ? IN_UPPER : IN_REGULATION)),
    sanctionKinds: table.sanctionRows.length,
    sanctionBars: layOut(law, table.sanctionRows, (row) =>
      row.layer === "upper" ? IN_UPPER | (joins && !row.derived ? IN_REGULATION_WHEN_JOINED : 0) : IN_REGULATION,
    ),
    influence: pack(
      table.sanctionRows.map((rows) =>
        merge(
          rows
            .filter((row) => row.layer === "upper" && !row.derived && isDated(law, row) && applies(law, row))
            .map((row) => barOf(law, row, IN_UPPER, CLEAR, CLEAR)),
        ),
      ),
    ),
    handling: handlingOf(law),
    longestMonths: Int32Array.from(vocabulary.sanctions, (sanction) => Math.max(0, ...sanction.months)),
    consentFor: flags(vocabulary.purposes, consent?.purposes ?? []),
    sanctionsAskConsent: consent?.sanctions === true,
  };
}

// Not found to be no rule of ours.
function applies(law: Law, row: Row): boolean {
  return appliesFrom(law, row.norm) !== null;
}

function layOut(law: Law, kinds: readonly Row[][], layersOf: (row: Row) => number): Bars {
  const { purposes, bearings } = law.vocabulary;
  return pack(
    purposes.flatMap((purpose) =>
      kinds.map((rows) =>
        merge(
          rows.flatMap((row) => {
            const bearing = bearings.find((pair) => pair.bar === purposes[row.bars]?.id && pair.purpose === purpose.id);
            if (bearing === undefined) return [];
            if (!applies(law, row)) return [];
            if (row.months === ENDLESS && bearing.bar !== purpose.id) return [];
            const without = { barred: BARRED, open: CLEAR, "needs-confirmation": CONFIRM, "one-step-up": ONE_STEP_UP };
            return [
              barOf(
                law,
                row,
                layersOf(row),
                without[bearing.withoutLevel],
                bearing.withoutBaseline === "open" ? CLEAR : CONFIRM,
              ),
            ];
          }),
        ),
      ),
    ),
  );
}

function barOf(law: Law, row: Row, layers: number, withoutLevel: number, withoutBaseline: number): number[] {
  const baseline =
    row.baseline === null
      ? baselines.NONE
      : { present: baselines.PRESENT, original: baselines.ORIGINAL, reduced: baselines.REDUCED }[row.baseline];
  // A record decided when the norm was in force is asked about later still.
  const chosen = row.chosenFrom > row.validFrom || row.chosenUntil < FOREVER;
  return [
    row.validFrom,
    row.validUntil,
    chosen ? row.chosenFrom : ALWAYS,
    chosen ? row.chosenUntil : FOREVER,
    row.uncovered ? FOREVER : (appliesFrom(law, row.norm) ?? FOREVER),
    row.months,
    row.months === YEAR ? row.years : 0,
    {
      effective: starts.FROM_EFFECT,
      restored: starts.FROM_RESTORATION,
      "through-restoration": starts.THROUGH_RESTORATION,
    }[row.start],
    baseline,
    row.reach === null
      ? reaches.REACH_ANY
      : { any: reaches.REACH_ANY, from: reaches.REACH_FROM, above: reaches.REACH_ABOVE }[row.reach],
    withoutLevel,
    withoutBaseline,
    layers,
  ];
}

// Bars that differ only in layer and in days of force become one for each stretch of days with the same layers; one that works on some
// days asked about only, and then says what another says on all, is dropped.
function merge(bars: readonly number[][]): number[][] {
  const alike = Map.groupBy(bars, (bar) => bar.slice(APPLIES, LAYERS).join());
  const merged = [...alike.values()].flatMap((group) => {
    const always = group.filter((bar) => field(bar, CHOSEN_FROM) === ALWAYS && field(bar, CHOSEN_UNTIL) === FOREVER);
    const stretches = stretchesOf(always);
    const chosen = group.filter((bar) => !always.includes(bar));
    const said = (bar: readonly number[]): boolean =>
      stretches.some(
        (other) =>
          field(other, FROM) <= field(bar, FROM) &&
          field(bar, UNTIL) <= field(other, UNTIL) &&
          (field(bar, LAYERS) & ~field(other, LAYERS)) === 0,
      );
    return [...stretches, ...chosen.filter((bar) => !said(bar))];
  });
  return merged.toSorted((a, b) => field(b, MONTHS) - field(a, MONTHS));
}

function stretchesOf(group: readonly number[][]): number[][] {
  const edges = [...new Set(group.flatMap((bar) => [field(bar, FROM), field(bar, UNTIL) + 1]))].toSorted(
    (a, b) => a - b,
  );
  const stretches: number[][] = [];
  edges.slice(1).forEach((edge, index) => {
    const from = edges[index] ?? edge;
    const here = group.filter((bar) => field(bar, FROM) <= from && edge - 1 <= field(bar, UNTIL));
    const [first] = here;
    if (first === undefined) return;
    const layers = here.reduce((sum, bar) => sum | field(bar, LAYERS), 0);
    const before = stretches.at(-1);
    if (before !== undefined && field(before, UNTIL) === from - 1 && field(before, LAYERS) === layers)
      before[UNTIL] = edge - 1;
    else stretches.push([from, edge - 1, ...first.slice(CHOSEN_FROM, LAYERS), layers]);
  });
  return stretches;
}

function field(bar: readonly number[], at: number): number {
  return bar[at] ?? 0;
}

function pack(lists: readonly number[][][]): Bars {
  const start = new Int32Array(lists.length + 1);
  lists.forEach((bars, index) => {
    start[index + 1] = (start[index] ?? 0) + bars.length * WIDTH;
  });
  return { start, cells: Int32Array.from(lists.flat(2)) };
}

function handlingOf(law: Law): Handling {
  const { vocabulary, settings, table } = law;
  const consent = rulesOf(law, "consent")[0];
  const narrow = consent !== undefined && settings[consent.settings.who] === "resignation-removal-demotion";
  const asking = (narrow ? consent.narrowMeasures : consent?.measures) ?? [];
  const joining = rulesOf(law, "concurrence").flatMap(({ measures }) => measures);
  const kinds = table.measureRows.map((rows, cell) => {
    const own = rows.filter((row) => row.layer === "regulation");
    const lengths = own.filter((row) => isDated(law, row)).map((row) => row.months);
    return { id: vocabulary.measures[cell >> 2]?.id ?? "", first: own[0], lengths };
  });
  return {
    from: Int32Array.from(kinds, ({ first }) => first?.validFrom ?? FOREVER),
    until: Int32Array.from(kinds, ({ first }) => first?.validUntil ?? -FOREVER),
    shortest: Int32Array.from(kinds, ({ lengths }) => (lengths.length === 0 ? 0 : Math.min(...lengths))),
    longest: Int32Array.from(kinds, ({ lengths }) => Math.max(0, ...lengths)),
    asksConsent: Uint8Array.from(kinds, ({ id, first }) => (first !== undefined && asking.includes(id) ? 1 : 0)),
    joins: Uint8Array.from(kinds, ({ id, lengths }) => (lengths.length > 0 && joining.includes(id) ? 1 : 0)),
  };
}

function flags(list: readonly { id: string }[], ids: readonly string[]): Uint8Array {
  return Uint8Array.from(list, (one) => (ids.includes(one.id) ? 1 : 0));
}
