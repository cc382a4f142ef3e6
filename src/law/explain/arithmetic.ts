// How the days of a restriction were counted, in words: "2019-05-10 起一年，至 2020-05-09".
import { citationKey } from "../text/citation.ts";
import type { Sentence } from "../text/citation.ts";
import type { Counted } from "../reckon/consequences.ts";
import { formatDay, yearOf } from "../reckon/days.ts";
import type { Law } from "../compile/law.ts";
import type { Row } from "../compile/table.ts";
import { monthsFor, periodOf, readingsFor } from "../reckon/periods.ts";
import { isMeasure } from "../reckon/records.ts";
import { ENDLESS, RECORD, YEAR } from "../compile/table.ts";
import { numeral } from "../text/text.ts";
import {
  countedWithoutEnd,
  countedUntil,
  yearOnly,
  yearAndOn,
  countedFrom,
  countedFromProbation,
  countedFromRestoration,
  countedAfterProbation,
  countedAfterRestoration,
  remainsOfOlder,
  yearsInWords,
  monthsInWords,
  anniversaryUnconfirmed,
  dayBeforeRestoration,
  anniversaryIncluded,
  lastDayOfMonth,
} from "./words.ts";

export type Arithmetic = {
  /** The record, as in `because` of a restriction. */
  because: number | string;
  layer: "regulation" | "upper";
  /** The clause that gives the length. */
  cites: string;
  bars: string;
  sentence: Sentence;
};

/** The counting of one restriction. */
export function arithmeticOf(law: Law, counted: Counted): Arithmetic {
  const { restriction } = counted;
  return {
    because: restriction.because,
    layer: restriction.layer,
    cites: citationKey(restriction.norm ?? restriction.cite),
    bars: law.vocabulary.purposes.find((purpose) => purpose.id === restriction.bars)?.name.zh ?? restriction.bars,
    sentence: sentenceOf(law, counted),
  };
}

function sentenceOf(law: Law, { restriction, row, record, term }: Counted): Sentence {
  const from = formatDay(restriction.from);
  if (row.months === ENDLESS) return countedWithoutEnd(from);
  const until = formatDay(restriction.until);
  if (row.months === YEAR)
    return yearWords(nameOf(law, record.kind), yearOf(restriction.from), yearOf(restriction.until), until);
  const period = periodOf(law, row, record, term);
  const restored = isMeasure(record) ? null : record.restored;
  const parts = [
    startWords(formatDay(period.from), row.start, restored === null ? null : formatDay(restored)),
    term.remaining === 0 ? EMPTY : remainingWords(formatDay(period.from + term.remaining - 1), term.remaining),
    lengthWords(monthsFor(law, row, record, term)),
    countedUntil(until),
    endWords(readingsFor(law, row, record, term)["periodEnd"], counted(row.months, record), period),
  ];
  return { zh: parts.map((part) => part.zh).join(""), en: parts.map((part) => part.en).join("") };
}

function yearWords(name: Sentence, first: number, last: number, until: string): Sentence {
  return first === last ? yearOnly(name, first, until) : yearAndOn(name, first, last, until);
}

const EMPTY: Sentence = { zh: "", en: "" };

// Whether the end is that of the months or of the restoration of rights, which came later.
function counted(months: number, record: Counted["record"]): "months" | "restored" | "either" {
  if (months !== RECORD || isMeasure(record)) return "months";
  return record.restored === null ? "months" : "either";
}

function startWords(from: string, start: Row["start"], restored: string | null): Sentence {
  switch (start) {
    case "effective":
      return countedFrom(from);
    case "restored":
      return restored === null ? countedFromProbation(from) : countedFromRestoration(from);
    case "through-restoration":
      return restored === null ? countedAfterProbation(from) : countedAfterRestoration(from, restored);
  }
}

function remainingWords(until: string, days: number): Sentence {
  return remainsOfOlder(days, until);
}

/** 一年六个月, 两年, 六个月. */
export function lengthWords(months: number): Sentence {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  const zhYears = years === 0 ? "" : yearsInWords(years, numeral(years));
  const zhRest = rest === 0 ? "" : monthsInWords(numeral(rest));
  const enYears = years === 0 ? "" : `${years} year${years === 1 ? "" : "s"}`;
  const enRest = rest === 0 ? "" : `${rest} month${rest === 1 ? "" : "s"}`;
  return { zh: zhYears + zhRest, en: [enYears, enRest].filter((part) => part !== "").join(" and ") };
}

function endWords(
  periodEnd: string | undefined,
  end: "months" | "restored" | "either",
  { until, grey }: { until: number; grey: number | null },
): Sentence {
  if (grey !== null) {
    return anniversaryUnconfirmed(formatDay(grey));
  }
  if (end === "either") {
    return dayBeforeRestoration(formatDay(until));
  }
  return periodEnd === "anniversary" ? anniversaryIncluded : lastDayOfMonth;
}

function nameOf(law: Law, kind: string): Sentence {
  const { measures, sanctions } = law.vocabulary;
  return [...measures, ...sanctions].find((one) => one.id === kind)?.name ?? { zh: kind, en: kind };
}
