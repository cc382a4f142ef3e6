// Each reason of an answer in words, with its source.
import type { Bearing } from "../reckon/bearing.ts";
import type { Citation, Sentence } from "../text/citation.ts";
import { citedWords } from "../text/cited-words.ts";
import type { Restriction } from "../reckon/consequences.ts";
import { formatDay } from "../reckon/days.ts";
import type { Day } from "../reckon/days.ts";
import type { Assessment, Cause, Facts, Question } from "../reckon/eligibility.ts";
import type { Law } from "../compile/law.ts";
import { restorationDue } from "../reckon/periods.ts";
import { isMeasure } from "../reckon/records.ts";
import type { MeasureRecord, SanctionRecord } from "../reckon/records.ts";
import { PERMANENT } from "../compile/table.ts";
import {
  barredPlainly,
  firstAnniversary,
  anniversaryAskedAbout,
  consentOfLevelUnasked,
  personNotRecorded,
  personOfClauseNotRecorded,
  historyIncomplete,
  decidedAhead,
  restorationMissing,
  periodNotSet,
  countUnknown,
  matterOpen,
  barInWords,
  barToConfirm,
  spanWithoutEnd,
  spanBetween,
  baselineNotRecorded,
  levelsNotRecorded,
  levelNotAsked,
  noNormThen,
  normUndecided,
  consentNeeded,
} from "./words.ts";

/** How a day is written into a sentence. */
export type WriteDay = (day: Day) => string;

/** One reason in both languages: what stands in the way, and by which clause. Both name the days of `daysInReason`, in that order. */
export function reasonSentence(
  law: Law,
  facts: Facts,
  question: Question,
  assessed: Assessment,
  cause: Cause,
  write: WriteDay = formatDay,
): Sentence {
  const { code, restriction } = cause;
  switch (code) {
    case "restriction":
      return restriction === null ? plain(barredPlainly, cause.cite) : barSentence(law, restriction, write);
    case "grey-day":
      return restriction === null
        ? plain(firstAnniversary, cause.cite)
        : withBar(law, restriction, write, anniversaryAskedAbout);
    case "level-missing":
      return restriction === null
        ? plain(consentOfLevelUnasked, cause.cite)
        : withBar(law, restriction, write, levelWords(restriction, facts, question));
    case "attribute-missing":
      return restriction === null
        ? plain(personNotRecorded, cause.cite)
        : withBar(law, restriction, write, personOfClauseNotRecorded);
    case "norm-undecided":
      return undecidedSentence(law, facts, cause);
    case "history-incomplete":
      return plain(historyIncomplete, null);
    case "decided-ahead": {
      const record = recordAt(facts, cause.because);
      const name = recordName(law, record?.kind ?? "");
      const on = record === null ? "" : write(record.effective);
      return plain(decidedAhead(name, on), cause.cite);
    }
    case "restoration-missing": {
      const record = recordAt(facts, cause.because);
      const due = record === null || isMeasure(record) ? "" : write(restorationDue(law, record));
      return plain(restorationMissing(due), cause.cite);
    }
    case "period-not-set":
      return plain(periodNotSet, restriction?.combined ?? cause.cite);
    case "count-unknown":
      return plain(countUnknown, cause.cite);
    case "consent-missing":
      return consentSentence(law, assessed, cause.cite, write);
    case "open-matter":
      return plain(matterOpen, cause.cite);
  }
}

/** The days that a reason names, in the order in which its sentence does, in either language. */
export function daysInReason(law: Law, facts: Facts, { consent }: Assessment, cause: Cause): readonly Day[] {
  const { code, restriction, because } = cause;
  switch (code) {
    case "restriction":
    case "grey-day":
    case "level-missing":
    case "attribute-missing":
      if (restriction === null) return NO_DAYS;
      return restriction.until === PERMANENT ? [restriction.from] : [restriction.from, restriction.until];
    case "decided-ahead": {
      const record = recordAt(facts, because);
      return record === null ? NO_DAYS : [record.effective];
    }
    case "restoration-missing": {
      const record = recordAt(facts, because);
      return record === null || isMeasure(record) ? NO_DAYS : [restorationDue(law, record)];
    }
    case "consent-missing":
      return consent === null ? NO_DAYS : [consent.notBefore];
    case "norm-undecided":
    case "history-incomplete":
    case "period-not-set":
    case "count-unknown":
    case "open-matter":
      return NO_DAYS;
  }
}

const NO_DAYS: readonly Day[] = [];

/** What the words of a reason hang on besides its clauses and its days: two reasons of one key, clauses and number of days differ in days alone. */
export function keyOfReason(facts: Facts, question: Question, { consent }: Assessment, cause: Cause): string {
  const { code, layer, restriction, because } = cause;
  switch (code) {
    case "restriction":
    case "grey-day":
    case "attribute-missing":
      return restriction === null ? code : `${code} ${layer} ${restriction.bars}`;
    case "level-missing":
      return restriction === null
        ? code
        : `${code} ${layer} ${restriction.bars} ${levelWords(restriction, facts, question).zh}`;
    case "norm-undecided":
    case "decided-ahead":
      return `${code} ${recordAt(facts, because)?.kind}`;
    case "consent-missing":
      return consent === null ? code : `${code} ${consent.from.join()}`;
    case "restoration-missing":
    case "history-incomplete":
    case "period-not-set":
    case "count-unknown":
    case "open-matter":
      return code;
  }
}

function plain({ zh, en }: Sentence, cite: Citation | null): Sentence {
  const source = cite === null ? NO_SOURCE : inBrackets(cite);
  return { zh: `${zh}${source.zh}`, en: `${en}${source.en}` };
}

const NO_SOURCE: Sentence = { zh: "", en: "" };

function barSentence(law: Law, restriction: Restriction, write: WriteDay): Sentence {
  const { layer, bars, source } = wordsOfBar(law, restriction);
  const span = spanWords(restriction, write);
  return barInWords(layer, span, bars, source);
}

function withBar(law: Law, restriction: Restriction, write: WriteDay, doubt: Sentence): Sentence {
  const { layer, bars, source } = wordsOfBar(law, restriction);
  const span = spanWords(restriction, write);
  return barToConfirm(layer, span, bars, doubt, source);
}

function wordsOfBar(law: Law, restriction: Restriction): Record<"layer" | "bars" | "source", Sentence> {
  return {
    layer: law.vocabulary.names.layers[restriction.layer],
    bars: purposeName(law, restriction.bars),
    source: sourceOf(restriction),
  };
}

function spanWords({ from, until }: Pick<Bearing["restriction"], "from" | "until">, write: WriteDay): Sentence {
  const first = write(from);
  if (until === PERMANENT) return spanWithoutEnd(first);
  const last = write(until);
  return spanBetween(first, last);
}

function levelWords({ baseline }: Restriction, facts: Facts, question: Question): Sentence {
  if (baseline === null) return baselineNotRecorded;
  if ("date" in question && question.toLevel === null && facts.person.level === null) return levelsNotRecorded;
  return levelNotAsked;
}

function undecidedSentence(law: Law, facts: Facts, { because, cite }: Cause): Sentence {
  const record = recordAt(facts, because);
  const name = recordName(law, record?.kind ?? "");
  if (cite === null) return plain(noNormThen(name), null);
  return plain(normUndecided(name), cite);
}

function consentSentence(law: Law, { consent }: Assessment, cite: Citation | null, write: WriteDay): Sentence {
  const bodies = law.vocabulary.bodies.filter((body) => consent?.from.includes(body.id) === true);
  const source = cite === null ? NO_SOURCE : inBrackets(cite);
  const day = consent === null ? "" : write(consent.notBefore);
  return consentNeeded(bodies, day, source);
}

// The clause, then the norm whose period it takes, then the clause by which several were counted together.
function sourceOf({ cite, norm, combined }: Restriction): Sentence {
  if (norm === null && combined === null) return inBrackets(cite);
  const all = [cite, norm, combined].filter((one) => one !== null).map(citedWords);
  return {
    zh: `（${all.map((one) => one.zh).join("；")}）`,
    en: ` (${all.map((one) => one.en).join("; ")})`,
  };
}

// A law has some dozens of citations, and every answer names the same ones again.
const bracketed = new WeakMap<Citation, Sentence>();

/** A clause with its words in brackets, to stand behind a sentence. */
export function inBrackets(cite: Citation): Sentence {
  const known = bracketed.get(cite);
  if (known !== undefined) return known;
  const { zh, en } = citedWords(cite);
  const made = { zh: `（${zh}）`, en: ` (${en})` };
  bracketed.set(cite, made);
  return made;
}

function recordAt(facts: Facts, because: number | string | null): MeasureRecord | SanctionRecord | null {
  if (because === null) return null;
  if (typeof because === "number") return facts.measures[because] ?? null;
  return facts.sanctions[Number(because.slice("sanction:".length))] ?? null;
}

/** The name of a measure or a sanction. */
export function recordName(law: Law, kind: string): Sentence {
  const named = [...law.vocabulary.measures, ...law.vocabulary.sanctions].find((one) => one.id === kind);
  return named?.name ?? { zh: kind, en: kind };
}

/** The name of what is asked about; its id where the vocabulary has no such purpose. */
export function purposeName(law: Law, id: string): Sentence {
  const place = law.index.purposes.get(id) ?? -1;
  return law.vocabulary.purposes[place]?.name ?? { zh: id, en: id };
}
