// The law's bars laid out flat for bulk answers: for every purpose and every kind of record the bars that
// bear on it, those that differ only in layer or norm made one, with the readings in force folded in.
import { ANSWERS } from "./eligibility.ts";
import type { AnswerKind } from "./eligibility.ts";
import { rulesOf } from "./law.ts";
import type { Law } from "./law.ts";
import { FOREVER, YEAR } from "./table.ts";
import type { Row } from "./table.ts";

/** The bars of record kind `k` for question `q` stand in `cells` from `start[q * kinds + k]` on. */
export type Bars = { start: Int32Array; cells: Int32Array };

/** Fields of a bar. It holds for records of the days FROM to UNTIL; the longest period comes first. */
export const barFields = {
  FROM: 0,
  UNTIL: 1,
  MONTHS: 2,
  LAYERS: 3,
  BASELINE: 4,
  REACH: 5,
  /** The answer when the question names no level, and when the baseline is not recorded. */
  WITHOUT_LEVEL: 6,
  WITHOUT_BASELINE: 7,
  RESTORED: 8,
  /** 1 where the months of the record, when given, take the place of the clause's. */
  SETTABLE: 9,
  /** The bar counts from this day on only: a clause that was confirmed later. */
  WORKS: 10,
  WIDTH: 11,
} as const;

/** Bits of LAYERS: the last is for the influence period of a sanction that runs together with handling. */
export const layerBits = { IN_REGULATION: 1, IN_UPPER: 2, IN_REGULATION_WHEN_JOINED: 4 } as const;

export const reaches = { REACH_ABOVE: 0, REACH_FROM: 1, REACH_ANY: 2 } as const;

export const baselines = { NONE: 0, PRESENT: 1, ORIGINAL: 2, REDUCED: 3 } as const;

const code = (kind: AnswerKind): number => ANSWERS.indexOf(kind);
export const answerCodes = {
  BARRED: code("barred"),
  CONFIRM: code("needs-confirmation"),
  CONSENT: code("needs-consent"),
  PENDING: code("pending"),
  CLEAR: code("clear"),
};

const { FROM, UNTIL, MONTHS, LAYERS, BASELINE, WIDTH } = barFields;
const { IN_REGULATION, IN_UPPER, IN_REGULATION_WHEN_JOINED } = layerBits;
const { BARRED, CONFIRM, CLEAR } = answerCodes;

/** What the regulation itself attaches to a measure, by measureCell. */
export type Handling = {
  /** It attaches to decisions of these days, both included. */
  from: Int32Array;
  until: Int32Array;
  /** Where the lengths of its periods begin in `months`, the longest first; the next cell's begin where they end. */
  start: Int32Array;
  months: Int32Array;
  /** 1 when it also takes the year. */
  year: Uint8Array;
  /** 1 when its expiry asks for consent; 1 when discipline at the same time joins it. */
  asksConsent: Uint8Array;
  joins: Uint8Array;
};

export type ColumnTable = {
  /** 1 where the purpose asks for a year. */
  yearly: Uint8Array;
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

export function buildColumnTable(law: Law): ColumnTable {
  const { vocabulary, table } = law;
  // A column has no place for what a person is; such laws are asked one person at a time.
  if (law.changes.length > 0) throw new RangeError("readings that changed in time cannot be answered in columns");
  if (hasConditions(law)) throw new RangeError("a bar for some persons only cannot be answered in columns");
  const consent = rulesOf(law, "consent")[0];
  const influenceOf = (row: Row): boolean => row.layer === "upper" && row.months !== YEAR && !row.derived;
  return {
    yearly: Uint8Array.from(vocabulary.purposes, (purpose) => (purpose.asked === "for-year" ? 1 : 0)),
    measureKinds: table.measureRows.length,
    measureBars: layOut(law, table.measureRows, (row) => (row.layer === "upper" ? IN_UPPER : IN_REGULATION)),
    sanctionKinds: table.sanctionRows.length,
    sanctionBars: layOut(law, table.sanctionRows, (row) =>
      row.layer === "upper" ? IN_UPPER | (influenceOf(row) ? IN_REGULATION_WHEN_JOINED : 0) : IN_REGULATION,
    ),
    influence: pack(
      table.sanctionRows.map((rows) =>
        merge(rows.filter(influenceOf).map((row) => barOf(row, IN_UPPER, CLEAR, CLEAR))),
      ),
    ),
    handling: handlingOf(law),
    longestMonths: Int32Array.from(vocabulary.sanctions, (sanction) => Math.max(0, ...sanction.months)),
    consentFor: flags(vocabulary.purposes, consent?.purposes ?? []),
    sanctionsAskConsent: consent?.sanctions === true,
  };
}

/** Whether a bar of this law is for some persons only. */
export function hasConditions({ table }: Law): boolean {
  return [...table.measureRows, ...table.sanctionRows].some((rows) => rows.some((row) => row.when !== null));
}

function layOut(law: Law, kinds: readonly Row[][], layersOf: (row: Row) => number): Bars {
  const { purposes, bearings } = law.vocabulary;
  return pack(
    purposes.flatMap((purpose) =>
      kinds.map((rows) =>
        merge(
          rows.flatMap((row) => {
            const bearing = bearings.find((pair) => pair.bar === purposes[row.bars]?.id && pair.purpose === purpose.id);
            if (bearing === undefined || (row.months === YEAR) !== (purpose.asked === "for-year")) return [];
            return [
              barOf(
                row,
                layersOf(row),
                bearing.withoutLevel === "open" ? CLEAR : BARRED,
                bearing.withoutBaseline === "open" ? CLEAR : CONFIRM,
              ),
            ];
          }),
        ),
      ),
    ),
  );
}

function barOf(row: Row, layers: number, withoutLevel: number, withoutBaseline: number): number[] {
  const reach = { any: reaches.REACH_ANY, from: reaches.REACH_FROM, above: reaches.REACH_ABOVE }[row.reach ?? "above"];
  const baseline =
    row.baseline === null
      ? baselines.NONE
      : { present: baselines.PRESENT, original: baselines.ORIGINAL, reduced: baselines.REDUCED }[row.baseline];
  return [
    row.validFrom,
    row.validUntil,
    row.months,
    layers,
    baseline,
    reach,
    withoutLevel,
    withoutBaseline,
    row.restored ? 1 : 0,
    row.settable ? 1 : 0,
    row.worksFrom,
  ];
}

// Bars that differ only in layer and in days of force become one for each stretch of days with the same layers.
function merge(bars: readonly number[][]): number[][] {
  const alike = Map.groupBy(bars, (bar) => [...bar.slice(MONTHS, LAYERS), ...bar.slice(BASELINE)].join());
  const merged = [...alike.values()].flatMap((group) => {
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
      else stretches.push([from, edge - 1, field(first, MONTHS), layers, ...first.slice(BASELINE)]);
    });
    return stretches;
  });
  return merged.toSorted((a, b) => field(b, MONTHS) - field(a, MONTHS));
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
  const joining = rulesOf(law, "concurrence")[0]?.measures ?? [];
  const kinds = table.measureRows.map((rows, cell) => {
    const own = rows.filter((row) => row.layer === "regulation");
    const dated = own.filter((row) => row.months !== YEAR).map((row) => row.months);
    return {
      id: vocabulary.measures[cell >> 2]?.id ?? "",
      first: own[0],
      lengths: [...new Set(dated)].toSorted((a, b) => b - a),
      year: own.length > dated.length,
    };
  });
  const start = new Int32Array(kinds.length + 1);
  kinds.forEach(({ lengths }, cell) => {
    start[cell + 1] = (start[cell] ?? 0) + lengths.length;
  });
  return {
    from: Int32Array.from(kinds, ({ first }) => first?.validFrom ?? FOREVER),
    until: Int32Array.from(kinds, ({ first }) => first?.validUntil ?? -FOREVER),
    start,
    months: Int32Array.from(kinds.flatMap(({ lengths }) => lengths)),
    year: Uint8Array.from(kinds, ({ year }) => (year ? 1 : 0)),
    asksConsent: Uint8Array.from(kinds, ({ id, first }) => (first !== undefined && asking.includes(id) ? 1 : 0)),
    joins: Uint8Array.from(kinds, ({ id, first }) => (first !== undefined && joining.includes(id) ? 1 : 0)),
  };
}

function flags(list: readonly { id: string }[], ids: readonly string[]): Uint8Array {
  return Uint8Array.from(list, (one) => (ids.includes(one.id) ? 1 : 0));
}
