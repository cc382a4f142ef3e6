// The cells of the compiled table in two versions of a pack: what each measure and each sanction bars, and what two together do.
import { lengthWords } from "../explain/arithmetic.ts";
import { appliesFrom } from "../compile/norm-decisions.ts";
import type { Citation, Sentence } from "../text/citation.ts";
import { citationKey } from "../text/citation.ts";
import { wordsOf } from "../text/cited-words.ts";
import type { MeasureRecord, SanctionRecord } from "../reckon/consequences.ts";
import { restrictionsOfAll } from "../reckon/consequences.ts";
import { parseDay } from "../reckon/days.ts";
import type { Day } from "../reckon/days.ts";
import { compileLaw } from "../compile/law.ts";
import type { Law } from "../compile/law.ts";
import type { Pack } from "../pack/pack.ts";
import { isMeasure } from "../reckon/records.ts";
import { baselines, reaches } from "../wording/words.ts";
import { ENDLESS, FOREVER, GROUNDS, RECORD, YEAR, measureCell } from "../compile/table.ts";
import type { Row } from "../compile/table.ts";
import type { Ground, Handling } from "../pack/vocabulary.ts";
import {
  fromRestoration,
  untilAfterRestoration,
  sanctionYears,
  thisYearAndNext,
  thisYear,
  sanctionMonths,
  withoutEnd,
} from "./words.ts";

/** One bar as a cell has it: how long, measured from what, reaching how far, by which clause. */
export type CellSide = {
  length: Sentence;
  baseline: Sentence | null;
  reach: Sentence | null;
  layer: "regulation" | "upper";
  /** Nobody has verified it, and the interpreting bodies have not decided on it. */
  undecided: boolean;
  remark: Sentence | null;
  cite: Citation;
};

export type CellChange = {
  type: "measure" | "sanction";
  kind: string;
  name: Sentence;
  /** On which grounds and under which name the change is this one; empty for a sanction. */
  when: { ground: Ground; handling: Handling }[];
  bars: string;
  barsName: Sentence;
  before: CellSide[];
  after: CellSide[];
};

export type PairChange = {
  measure: Sentence;
  sanction: Sentence;
  bars: string;
  barsName: Sentence;
  /** Length in days from a common first day, with the clauses; empty where nothing is barred. */
  before: { days: number; cites: string[] } | null;
  after: { days: number; cites: string[] } | null;
};

/** Every changed cell, in the order of the vocabulary. */
export function cellsOf(before: Pack, after: Pack, upper: readonly Pack[]): CellChange[] {
  const [was, is] = compiled(before, after, upper);
  const { vocabulary } = is;
  const own = new Set([before.id, after.id]);
  const changes: CellChange[] = [];
  for (const measure of union(was.vocabulary.measures, vocabulary.measures)) {
    for (const ground of GROUNDS) {
      for (const handling of ["handling", "adjustment"] as const) {
        const sides = (law: Law): Side[] => {
          const at = law.index.measures.get(measure.id);
          if (at === undefined) return [];
          const cell = measureCell(at, ground, handling === "adjustment");
          return sidesOf(law, law.table.measureRows[cell], own);
        };
        const found = changesOf("measure", measure, sides(was), sides(is), [was, is]);
        changes.push(...found.map((one) => ({ ...one, when: [{ ground, handling }] })));
      }
    }
  }
  for (const sanction of union(was.vocabulary.sanctions, vocabulary.sanctions)) {
    const sides = (law: Law): Side[] => {
      const at = law.index.sanctions.get(sanction.id);
      return at === undefined ? [] : sidesOf(law, law.table.sanctionRows[at], own);
    };
    changes.push(...changesOf("sanction", sanction, sides(was), sides(is), [was, is]));
  }
  return merged(changes);
}

type Side = { bars: string; side: CellSide };

function sidesOf(law: Law, rows: readonly Row[] | undefined, own: ReadonlySet<string>): Side[] {
  return (rows ?? [])
    .filter((row) => own.has(row.cite.pack) || row.derived)
    .map((row) => ({
      bars: law.vocabulary.purposes[row.bars]?.id ?? "",
      side: {
        length: lengthOf(row),
        baseline: row.baseline === null ? null : baselines[row.baseline],
        reach: row.reach === null ? null : reaches[row.reach],
        layer: row.layer,
        undecided: row.uncovered || appliesFrom(law, row.norm) === FOREVER,
        remark: row.remark,
        cite: row.cite,
      },
    }));
}

function lengthOf(row: Row): Sentence {
  const length = monthsWords(row);
  switch (row.start) {
    case "effective":
      return length;
    case "restored":
      return fromRestoration(length);
    case "through-restoration":
      return untilAfterRestoration(length);
  }
}

function monthsWords(row: Row): Sentence {
  switch (row.months) {
    case YEAR:
      if (row.years === RECORD) return sanctionYears;
      return row.years === 2 ? thisYearAndNext : thisYear;
    case RECORD:
      return sanctionMonths;
    case ENDLESS:
      return withoutEnd;
  }
  return lengthWords(row.months);
}

function changesOf(
  type: "measure" | "sanction",
  record: { id: string; name: Sentence },
  before: readonly Side[],
  after: readonly Side[],
  laws: readonly [Law, Law],
): CellChange[] {
  const bars = new Set([...after, ...before].map((one) => one.bars));
  return [...bars].flatMap((bar) => {
    const sides = (list: readonly Side[]): CellSide[] => list.filter((one) => one.bars === bar).map(({ side }) => side);
    const [was, is] = [sides(before), sides(after)];
    if (printed(was) === printed(is)) return [];
    const purpose = laws.flatMap((law) => law.vocabulary.purposes).find((one) => one.id === bar);
    return [
      {
        type,
        kind: record.id,
        name: record.name,
        when: [],
        bars: bar,
        barsName: purpose?.name ?? { zh: bar, en: bar },
        before: was,
        after: is,
      },
    ];
  });
}

// The two packs have different names, so a place is compared by its anchor and its words.
function printed(sides: readonly CellSide[]): string {
  return sides
    .map(({ length, baseline, reach, layer, undecided, remark, cite }) =>
      JSON.stringify([length, baseline, reach, layer, undecided, remark, cite.at, wordsOf(cite).zh]),
    )
    .toSorted()
    .join();
}

// The same change under several grounds and names is told once.
function merged(changes: readonly CellChange[]): CellChange[] {
  const found = new Map<string, CellChange>();
  for (const change of changes) {
    const key = JSON.stringify([change.kind, change.bars, printed(change.before), printed(change.after)]);
    const known = found.get(key);
    if (known === undefined) found.set(key, { ...change, when: [...change.when] });
    else known.when.push(...change.when);
  }
  return [...found.values()];
}

/** Measure and sanction of one day: what changed of the two together and of neither alone. */
export function pairsOf(before: Pack, after: Pack, upper: readonly Pack[]): PairChange[] {
  const laws = compiled(before, after, upper);
  const [was, is] = laws;
  const day = Math.max(parseDay(before.validity.from) ?? 0, parseDay(after.validity.from) ?? 0);
  const alone = new Map<string, boolean>();
  const changedAlone = (record: MeasureRecord | SanctionRecord): boolean => {
    const known = alone.get(record.kind);
    if (known !== undefined) return known;
    const own = (law: Law) => JSON.stringify([...barsOf(law, [record], day)]);
    const changed = own(was) !== own(is);
    alone.set(record.kind, changed);
    return changed;
  };
  const changes: PairChange[] = [];
  for (const measure of shared(was.vocabulary.measures, is.vocabulary.measures)) {
    if (!measure.subjects.includes("person")) continue;
    for (const sanction of shared(was.vocabulary.sanctions, is.vocabulary.sanctions)) {
      const records = [measureOn(is, measure.id, day), sanctionOn(is, sanction.id, day)] as const;
      if (records.some(changedAlone)) continue;
      const [old, now] = [barsOf(was, records, day), barsOf(is, records, day)];
      for (const bars of new Set([...old.keys(), ...now.keys()])) {
        const [one, other] = [old.get(bars) ?? null, now.get(bars) ?? null];
        if (JSON.stringify(one) === JSON.stringify(other)) continue;
        const barsName = is.vocabulary.purposes.find(({ id }) => id === bars)?.name ?? { zh: bars, en: bars };
        changes.push({ measure: measure.name, sanction: sanction.name, bars, barsName, before: one, after: other });
      }
    }
  }
  return changes;
}

function barsOf(
  law: Law,
  records: readonly (MeasureRecord | SanctionRecord)[],
  day: Day,
): Map<string, { days: number; cites: string[] }> {
  const found = new Map<string, { days: number; cites: string[] }>();
  const measures = records.filter(isMeasure);
  const sanctions = records.filter((record): record is SanctionRecord => !isMeasure(record));
  for (const one of restrictionsOfAll(law, { measures, sanctions }, law.vocabulary.levels.at(-2)?.id ?? null)) {
    const known = found.get(one.bars) ?? { days: 0, cites: [] };
    known.days = Math.max(known.days, one.until - day + 1);
    const cite = placeOf(law, one.combined ?? one.cite);
    if (!known.cites.includes(cite)) known.cites.push(cite);
    found.set(one.bars, known);
  }
  return found;
}

// The compared pack is called by the same name in both versions.
function placeOf(law: Law, cite: Citation): string {
  return cite.pack === law.regulation.id ? `#${cite.at}` : citationKey(cite);
}

function measureOn({ vocabulary }: Law, kind: string, day: Day): MeasureRecord {
  const level = vocabulary.levels.at(-3)?.id ?? null;
  const organizational = vocabulary.measures.find(({ id }) => id === kind)?.class === "organizational";
  return {
    kind,
    decided: day,
    effective: day,
    handling: organizational ? "handling" : null,
    originalLevel: level,
    presentLevel: level,
    reducedLevel: vocabulary.levels.at(-2)?.id ?? null,
    ground: "accountability",
  };
}

function sanctionOn({ vocabulary }: Law, kind: string, day: Day): SanctionRecord {
  const months = vocabulary.sanctions.find(({ id }) => id === kind)?.months ?? [];
  return { kind, effective: day, months: months[0] ?? null, restored: null };
}

/** Both versions in force without end. A norm above is compared beneath an empty regulation's place: its own. */
function compiled(before: Pack, after: Pack, upper: readonly Pack[]): [Law, Law] {
  const others = upper.filter((pack) => pack.id !== before.id && pack.id !== after.id);
  const always = (pack: Pack): Pack => ({ ...pack, validity: { ...pack.validity, from: EARLY, until: null } });
  return [before, after].map((pack) => compileLaw({ regulation: always(pack), upper: others })) as [Law, Law]; // two in, two out
}

const EARLY = "1949-10-01";

function union<Entry extends { id: string }>(one: readonly Entry[], other: readonly Entry[]): Entry[] {
  return [...other, ...one.filter(({ id }) => !other.some((entry) => entry.id === id))];
}

function shared<Entry extends { id: string }>(one: readonly Entry[], other: readonly Entry[]): Entry[] {
  return other.filter(({ id }) => one.some((entry) => entry.id === id));
}
