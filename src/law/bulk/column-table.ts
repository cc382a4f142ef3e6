// The law's bars laid out flat for bulk answers: for every purpose and every kind of record the bars that
// bear on it, those that differ only in layer or norm made one.
import type { Day } from "../reckon/days.ts";
import { ANSWERS } from "../reckon/eligibility.ts";
import type { AnswerKind } from "../reckon/eligibility.ts";
import { rulesOf } from "../compile/law.ts";
import type { Law } from "../compile/law.ts";
import { appliesFrom } from "../compile/norm-decisions.ts";
import { isDated } from "../reckon/record-rows.ts";
import { ALWAYS, ENDLESS, FOREVER, YEAR } from "../compile/table.ts";
import type { Row } from "../compile/table.ts";

/**
 * All in one array, which is quicker to walk than several. At `q * kinds + k` stands where the stretches of days of decision for question
 * `q` and record kind `k` begin, or 0 where nothing is to be said of any day. A stretch has the fields of `stretchFields`; the latest stands
 * first, since it is asked about most, and the last begins with ALWAYS. A bar has the fields of `barFields`.
 */
export type Bars = Int32Array;

/** Fields of a stretch: days of decision in a row for which the same bars hold. */
export const stretchFields = {
  /** The first day of decision that lies in it. */
  FROM: 0,
  /** Where its bars begin, and where they end. */
  BARS: 1,
  STOP: 2,
  /** Bits of LAYERS in which a post is for a person to look at before the record takes effect. */
  AHEAD: 3,
  /** Months of the shortest period of handling after which renewed use needs consent, 0 where it does at once; NEVER where it does not. */
  CONSENT: 4,
  /** Months of the longest period of handling, with which discipline at the same time runs; 0 where none joins it. */
  JOINS: 5,
  SIZE: 6,
} as const;

/** Fields of a bar; the longest period comes first. */
export const barFields = {
  /** The days asked about on which it works. */
  CHOSEN_FROM: 0,
  CHOSEN_UNTIL: 1,
  /** Questions of this day and later are answered by it; about earlier ones nobody has decided. */
  APPLIES: 2,
  MONTHS: 3,
  YEARS: 4,
  START: 5,
  BASELINE: 6,
  REACH: 7,
  /** The answer when the question names no level, ONE_STEP_UP for one of the next level; and when the baseline is not recorded. */
  WITHOUT_LEVEL: 8,
  WITHOUT_BASELINE: 9,
  LAYERS: 10,
  WIDTH: 11,
} as const;

/** Bits of LAYERS: the last is for the influence period of a sanction that runs together with handling. */
export const layerBits = { IN_REGULATION: 1, IN_UPPER: 2, IN_REGULATION_WHEN_JOINED: 4 } as const;

/** How many levels from the baseline down a bar still reaches: all there are, for one that reaches any. */
const reaches = { above: 0, from: 1, any: 1000 } as const;
/** From what day a bar runs: the effect of the record, the restoration of rights, or the effect on past that restoration. */
export const starts = { FROM_EFFECT: 0, FROM_RESTORATION: 1, THROUGH_RESTORATION: 2 } as const;
/** A bit each, for `answerRows` to choose by. */
export const baselines = { PRESENT: 1, ORIGINAL: 2, REDUCED: 4, NONE: 8 } as const;
/** In WITHOUT_LEVEL: a question without a level is asked of the level next above the person's own. */
export const ONE_STEP_UP = -1;
/** In CONSENT: renewed use asks for no consent. */
export const NEVER = -1;

const code = (kind: AnswerKind): number => ANSWERS.indexOf(kind);
/** The answers as the columns of results have them: indexes into ANSWERS. */
export const answerCodes = {
  BARRED: code("barred"),
  PENDING: code("pending"),
  CONFIRM: code("needs-confirmation"),
  CONSENT: code("needs-consent"),
  CLEAR: code("clear"),
};

const { CHOSEN_FROM, CHOSEN_UNTIL, APPLIES, MONTHS, YEARS, START, BASELINE, REACH } = barFields;
const { WITHOUT_LEVEL, WITHOUT_BASELINE, LAYERS, WIDTH } = barFields;
const { IN_REGULATION, IN_UPPER, IN_REGULATION_WHEN_JOINED } = layerBits;
const { BARRED, CONFIRM, CLEAR } = answerCodes;

export type ColumnTable = {
  /** 1 where the purpose asks for a year. */
  yearly: Uint8Array;
  measureKinds: number;
  measureBars: Bars;
  sanctionKinds: number;
  sanctionBars: Bars;
  /** By sanction alone: the bars that make up its influence period. */
  influence: Bars;
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
  const joins = law.index.concurrences.length > 0 && table.sanctionRows.some((rows) => rows.length > 0);
  const measureRows = attachedRows(law);
  return {
    yearly: Uint8Array.from(vocabulary.purposes, ({ asked }) => (asked === "for-year" ? 1 : 0)),
    measureKinds: measureRows.length,
    measureBars: layOut(
      law,
      measureRows,
      (row) => (row.layer === "upper" ? IN_UPPER : IN_REGULATION),
      handlingOf(law, joins),
    ),
    sanctionKinds: table.sanctionRows.length,
    sanctionBars: layOut(
      law,
      table.sanctionRows,
      (row) =>
        row.layer === "upper" ? IN_UPPER | (joins && !row.derived ? IN_REGULATION_WHEN_JOINED : 0) : IN_REGULATION,
      () => NO_HANDLING,
    ),
    influence: pack(
      table.sanctionRows.map((rows) =>
        stretchesOf(
          rows
            .filter((row) => row.layer === "upper" && !row.derived && isDated(law, row) && applies(law, row))
            .map((row) => barOf(law, row, IN_UPPER, CLEAR, CLEAR)),
        ),
      ),
    ),
    longestMonths: Int32Array.from(vocabulary.sanctions, (sanction) => Math.max(0, ...sanction.months)),
    consentFor: Uint8Array.from(vocabulary.purposes, ({ id }) => (consent?.purposes.includes(id) === true ? 1 : 0)),
    sanctionsAskConsent: consent?.sanctions === true,
  };
}

// By measureCell; where clauses on 组织处理 attach to an adjustment, too, they stand with it.
function attachedRows({ table, settings }: Law): readonly Row[][] {
  if (settings["organizationalAdjustment"] !== "always-attaches") return table.measureRows;
  return table.measureRows.map((rows, cell) => {
    if ((cell & 1) === 0) return rows;
    const handled = table.measureRows[cell - 1] ?? [];
    return [...handled.filter((row) => row.layer === "regulation"), ...rows.filter((row) => row.layer === "upper")];
  });
}

// Not found to be no rule of ours.
function applies(law: Law, row: Row): boolean {
  return appliesFrom(law, row.norm) !== null;
}

function layOut(
  law: Law,
  kinds: readonly (readonly Row[])[],
  layersOf: (row: Row) => number,
  handlingOf: (kind: number, own: readonly Row[]) => Handling,
): Bars {
  const { purposes, bearings } = law.vocabulary;
  const without = { barred: BARRED, open: CLEAR, "needs-confirmation": CONFIRM, "one-step-up": ONE_STEP_UP };
  return pack(
    purposes.flatMap((purpose) =>
      kinds.map((rows, kind) => {
        const applying = rows.filter((row) => applies(law, row));
        const bars = applying.flatMap((row) => {
          const bearing = bearings.find((pair) => pair.bar === purposes[row.bars]?.id && pair.purpose === purpose.id);
          if (bearing === undefined) return [];
          if (row.months === ENDLESS && bearing.bar !== purpose.id) return [];
          const withoutBaseline = bearing.withoutBaseline === "open" ? CLEAR : CONFIRM;
          return [barOf(law, row, layersOf(row), without[bearing.withoutLevel], withoutBaseline)];
        });
        const handling = handlingOf(
          kind,
          applying.filter((row) => row.layer === "regulation"),
        );
        const isPost = purpose.asked === "on-date" && purpose.post;
        const ahead = isPost
          ? applying.filter((row) => isDated(law, row) || (row.layer === "regulation" && handling.isAhead))
          : [];
        return stretchesOf(bars, ahead, {
          ...handling,
          consent: handling.asks.includes(purpose.id) ? handling.consent : NEVER,
        });
      }),
    ),
  );
}

/** A bar with the days of decision, both included, for which it holds. */
type DatedBar = { from: Day; until: Day; bar: readonly number[] };

function barOf(law: Law, row: Row, layers: number, withoutLevel: number, withoutBaseline: number): DatedBar {
  const baseline =
    row.baseline === null
      ? baselines.NONE
      : { present: baselines.PRESENT, original: baselines.ORIGINAL, reduced: baselines.REDUCED }[row.baseline];
  const reach = row.reach ?? "any";
  const bar = [
    row.chosenFrom,
    row.chosenUntil,
    row.uncovered ? FOREVER : (appliesFrom(law, row.norm) ?? FOREVER),
    row.months,
    row.months === YEAR ? row.years : 0,
    {
      effective: starts.FROM_EFFECT,
      restored: starts.FROM_RESTORATION,
      "through-restoration": starts.THROUGH_RESTORATION,
    }[row.start],
    baseline,
    reaches[reach],
    reach === "any" ? BARRED : withoutLevel,
    reach === "any" ? BARRED : withoutBaseline,
    layers,
  ];
  return { from: row.validFrom, until: row.validUntil, bar };
}

/** Days of decision, up to one, for which the same holds. */
type Stretch = { from: Day; ahead: number; consent: number; joins: number; bars: readonly (readonly number[])[] };

// Cut where something begins or ends to hold; in each stretch only the bars that say more than the others.
function stretchesOf(
  dated: readonly DatedBar[],
  ahead: readonly Row[] = [],
  handling: Handling = NO_HANDLING,
): Stretch[] {
  const edges = [
    ALWAYS,
    ...[...dated, handling].flatMap(({ from, until }) => [from, until + 1]),
    ...ahead.flatMap(({ validFrom, validUntil }) => [validFrom, validUntil + 1]),
  ];
  const stretches: Stretch[] = [];
  for (const from of [...new Set(edges)].toSorted((a, b) => a - b)) {
    if (from < ALWAYS || from >= FOREVER) continue;
    const handled = handling.from <= from && from <= handling.until;
    const here = dated.filter((one) => one.from <= from && from <= one.until);
    const made: Stretch = {
      from,
      ahead: ahead
        .filter(({ validFrom, validUntil }) => validFrom <= from && from <= validUntil)
        .reduce((sum, { layer }) => sum | (layer === "upper" ? IN_UPPER : IN_REGULATION), 0),
      consent: handled ? handling.consent : NEVER,
      joins: handled ? handling.joins : 0,
      bars: withoutWeaker(here.map(({ bar }) => withoutVainDay(bar, from))),
    };
    const before = stretches[0];
    if (before === undefined || JSON.stringify({ ...before, from }) !== JSON.stringify(made)) stretches.unshift(made);
  }
  return stretches;
}

// Nothing is asked of a record before the day of its decision, so a rule that works on all days asked about since then works always.
function withoutVainDay(bar: readonly number[], decidedFrom: Day): readonly number[] {
  return field(bar, CHOSEN_FROM) <= decidedFrom ? bar.with(CHOSEN_FROM, ALWAYS) : bar;
}

// Equal bars of two layers become one; what another bar of a layer says as strictly, on the same days and longer, is left out of it.
function withoutWeaker(bars: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const alike = Map.groupBy(bars, (bar) => bar.slice(0, LAYERS).join());
  const merged = [...alike.values()].map(([first = [], ...more]) =>
    first.with(
      LAYERS,
      more.reduce((sum, bar) => sum | field(bar, LAYERS), field(first, LAYERS)),
    ),
  );
  return merged
    .map((bar, place) => {
      const stricter = merged.filter(
        (other, at) => at !== place && saysAsMuch(other, bar) && (at < place || !saysAsMuch(bar, other)),
      );
      return bar.with(
        LAYERS,
        stricter.reduce((left, other) => left & ~field(other, LAYERS), field(bar, LAYERS)),
      );
    })
    .filter((bar) => field(bar, LAYERS) !== 0)
    .toSorted((a, b) => lengthOf(b) - lengthOf(a));
}

function lengthOf(bar: readonly number[]): number {
  return field(bar, MONTHS) === ENDLESS ? Number.POSITIVE_INFINITY : field(bar, MONTHS);
}

// Whether one bar is at least as strict as the other wherever the other says anything, and ends no earlier.
function saysAsMuch(one: readonly number[], other: readonly number[]): boolean {
  if (field(one, CHOSEN_FROM) > field(other, CHOSEN_FROM)) return false;
  if (field(one, CHOSEN_UNTIL) < field(other, CHOSEN_UNTIL)) return false;
  if (field(one, APPLIES) > field(other, APPLIES)) return false;
  return lastsAsLong(one, other) && reachesAsFar(one, other);
}

function lastsAsLong(one: readonly number[], other: readonly number[]): boolean {
  const same = (at: number): boolean => field(one, at) === field(other, at);
  if (field(one, MONTHS) === ENDLESS) return true;
  if (!same(START)) return false;
  if (field(one, MONTHS) > 0 && field(other, MONTHS) > 0) return field(one, MONTHS) >= field(other, MONTHS);
  if (!same(MONTHS)) return false;
  return same(YEARS) || (field(one, YEARS) > field(other, YEARS) && field(other, YEARS) > 0);
}

function reachesAsFar(one: readonly number[], other: readonly number[]): boolean {
  const same = (at: number): boolean => field(one, at) === field(other, at);
  if (field(one, REACH) === reaches.any) return true;
  return (
    same(BASELINE) &&
    same(WITHOUT_BASELINE) &&
    field(one, REACH) >= field(other, REACH) &&
    field(one, WITHOUT_LEVEL) <= field(other, WITHOUT_LEVEL)
  );
}

function field(bar: readonly number[], at: number): number {
  return bar[at] ?? 0;
}

function pack(kinds: readonly (readonly Stretch[])[]): Bars {
  const packed = kinds.map(() => 0);
  kinds.forEach((stretches, kind) => {
    if (stretches.every(saysNothing)) return;
    packed[kind] = packed.length;
    let place = packed.length + stretches.length * stretchFields.SIZE;
    for (const { from, ahead, consent, joins, bars } of stretches) {
      const stop = place + bars.length * WIDTH;
      packed.push(from, place, stop, ahead, consent, joins);
      place = stop;
    }
    for (const { bars } of stretches) packed.push(...bars.flat());
  });
  return Int32Array.from(packed);
}

function saysNothing({ ahead, consent, joins, bars }: Stretch): boolean {
  return ahead === 0 && consent === NEVER && joins === 0 && bars.length === 0;
}

/** What the regulation itself attaches to a measure decided on the days from `from` to `until`, but for its bars. */
type Handling = {
  from: Day;
  until: Day;
  /** As the fields CONSENT and JOINS of a stretch; the purposes for which consent is asked. */
  consent: number;
  joins: number;
  asks: readonly string[];
  /** Whether a decision ahead of its effect is for a person to look at though no period follows. */
  isAhead: boolean;
};

const NO_HANDLING: Handling = { from: FOREVER, until: FOREVER, consent: NEVER, joins: 0, asks: [], isAhead: false };

function handlingOf(law: Law, joins: boolean): (cell: number, own: readonly Row[]) => Handling {
  const consent = rulesOf(law, "consent")[0];
  const narrow = consent !== undefined && law.settings[consent.settings.who] === "resignation-removal-demotion";
  const asking = (narrow ? consent.narrowMeasures : consent?.measures) ?? [];
  const joining = joins ? rulesOf(law, "concurrence").flatMap(({ measures }) => measures) : [];
  return (cell, own) => {
    const [first] = own;
    const id = law.vocabulary.measures[cell >> 2]?.id ?? "";
    if (first === undefined) return NO_HANDLING;
    const lengths = own.filter((row) => isDated(law, row)).map((row) => row.months);
    return {
      from: first.validFrom,
      until: first.validUntil,
      consent: !asking.includes(id) ? NEVER : lengths.length === 0 ? 0 : Math.min(...lengths),
      joins: joining.includes(id) ? Math.max(0, ...lengths) : 0,
      asks: consent?.purposes ?? [],
      isAhead: consent?.measures.includes(id) === true,
    };
  };
}
