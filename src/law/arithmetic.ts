// How the days of a restriction were counted, in words: "2019-05-10 起一年，至 2020-05-09".
import { citationKey } from "./citation.ts";
import type { Sentence } from "./citation.ts";
import type { Counted } from "./consequences.ts";
import { formatDay, yearOf } from "./days.ts";
import type { Law } from "./law.ts";
import { isMeasure, monthsFor, periodOf, readingsFor } from "./periods.ts";
import { RECORD, YEAR } from "./table.ts";
import { numeral } from "./text.ts";

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
  const until = formatDay(restriction.until);
  if (row.months === YEAR) {
    const year = yearOf(restriction.until);
    const name = nameOf(law, record.kind);
    return {
      zh: `${name.zh}当年即${year}年，至 ${until}`,
      en: `the year of the ${name.en} is ${year}, until ${until}`,
    };
  }
  const period = periodOf(law, row, record, term.remaining);
  const parts = [
    startWords(formatDay(period.from), row.restored, isMeasure(record) ? null : record.restored),
    term.remaining === 0 ? EMPTY : remainingWords(formatDay(period.from + term.remaining - 1), term.remaining),
    lengthWords(monthsFor(law, row, record)),
    { zh: `，至 ${until}`, en: `, until ${until}` },
    endWords(readingsFor(law, row, record, term.remaining)["periodEnd"], counted(row.months, record), period),
    restriction.from === period.from ? EMPTY : confirmedWords(formatDay(restriction.from)),
  ];
  return { zh: parts.map((part) => part.zh).join(""), en: parts.map((part) => part.en).join("") };
}

const EMPTY: Sentence = { zh: "", en: "" };

// Whether the end is that of the months or of the restoration of rights, which came later.
function counted(months: number, record: Counted["record"]): "months" | "restored" | "either" {
  if (months !== RECORD || isMeasure(record)) return "months";
  return record.restored === null ? "months" : "either";
}

function startWords(from: string, restored: boolean, on: number | null): Sentence {
  if (!restored) return { zh: `${from} 起`, en: `from ${from} ` };
  return on === null
    ? { zh: `察看期满之日 ${from} 起`, en: `from the end of probation, ${from}, ` }
    : { zh: `恢复权利之日 ${from} 起`, en: `from the restoration of rights, ${from}, ` };
}

function remainingWords(until: string, days: number): Sentence {
  return {
    zh: `，原处分尚余 ${days} 日至 ${until}，其后再计`,
    en: `the ${days} days that remain of the older period, until ${until}, and then `,
  };
}

/** 一年六个月, 两年, 六个月. */
export function lengthWords(months: number): Sentence {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  const zhYears = years === 0 ? "" : `${years === 2 ? "两" : numeral(years)}年`;
  const zhRest = rest === 0 ? "" : `${numeral(rest)}个月`;
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
    return {
      zh: `（周年日 ${formatDay(grey)} 需核实）`,
      en: ` (the anniversary, ${formatDay(grey)}, needs confirmation)`,
    };
  }
  if (end === "either") {
    return {
      zh: `（恢复权利的前一日，即 ${formatDay(until)}）`,
      en: ` (the day before the restoration of rights, ${formatDay(until)})`,
    };
  }
  return periodEnd === "anniversary"
    ? { zh: "（含周年日）", en: " (the anniversary included)" }
    : { zh: "（该月没有相应的日期，至该月最后一日）", en: " (that month lacks the day, so until its last)" };
}

function confirmedWords(on: string): Sentence {
  return { zh: `，自确认之日 ${on} 起作为限制`, en: `, barring from its confirmation on ${on}` };
}

function nameOf(law: Law, kind: string): Sentence {
  const { measures, sanctions } = law.vocabulary;
  return [...measures, ...sanctions].find((one) => one.id === kind)?.name ?? { zh: kind, en: kind };
}
