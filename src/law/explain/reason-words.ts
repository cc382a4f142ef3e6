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
      return restriction === null ? plain("受到限制", "barred", cause.cite) : barSentence(law, restriction, write);
    case "grey-day":
      return restriction === null
        ? plain(
            "所问之日恰为首项影响期的期满对应日，是否已须征得同意，须由人核实",
            "the day asked about is the anniversary of a first period: whether consent is due already has to be confirmed",
            cause.cite,
          )
        : withBar(law, restriction, write, "所问之日恰为期满对应日", "the day asked about is its anniversary");
    case "level-missing":
      return restriction === null
        ? plain(
            "同意限于一定职务层次，而未写明所问的职务层次",
            "the consent is for a certain level and no level is asked about",
            cause.cite,
          )
        : withBar(law, restriction, write, ...levelWords(restriction, facts, question));
    case "attribute-missing":
      return restriction === null
        ? plain("缺少本人情况资料", "what the person is, is not recorded", cause.cite)
        : withBar(
            law,
            restriction,
            write,
            "该条款只适用于部分人员，而本人情况没有记录",
            "it is for some persons only, and what this person is, is not recorded",
          );
    case "norm-undecided":
      return undecidedSentence(law, facts, cause);
    case "history-incomplete":
      return plain(
        "尚未确认此日以前的问责、处理、处分情况已登记完整",
        "it has not been confirmed that everything up to this day is recorded",
        null,
      );
    case "decided-ahead": {
      const record = recordAt(facts, cause.because);
      const name = recordName(law, record?.kind ?? "");
      const on = record === null ? "" : write(record.effective);
      return plain(
        `${name.zh}已经决定，自${on}起生效，在所问之日以后`,
        `the ${name.en} is decided already and takes effect on ${on}, after the day asked about`,
        cause.cite,
      );
    }
    case "restoration-missing": {
      const record = recordAt(facts, cause.because);
      const due = record === null || isMeasure(record) ? "" : write(restorationDue(law, record));
      return plain(
        `恢复党员权利应自${due}起，但没有记录，影响期无法确定`,
        `rights were due to be restored on ${due} and no restoration is recorded, so the period cannot be told`,
        cause.cite,
      );
    }
    case "period-not-set":
      return plain(
        "同日受到数个相同的处分，而未记录合并确定的处分期",
        "several equal sanctions were given on one day, and the period set for all is not recorded",
        restriction?.combined ?? cause.cite,
      );
    case "count-unknown":
      return plain(
        "限制取决于次数，而现有记录不能确定",
        "it depends on a count that the records cannot tell",
        cause.cite,
      );
    case "consent-missing":
      return consentSentence(law, assessed, cause.cite, write);
    case "open-matter":
      return plain("有未办结事项，暂缓答复", "a matter is open, so the answer waits", cause.cite);
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
        : `${code} ${layer} ${restriction.bars} ${levelWords(restriction, facts, question)[0]}`;
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

function plain(zh: string, en: string, cite: Citation | null): Sentence {
  const source = cite === null ? NO_SOURCE : inBrackets(cite);
  return { zh: `${zh}${source.zh}`, en: `${en}${source.en}` };
}

const NO_SOURCE: Sentence = { zh: "", en: "" };

function barSentence(law: Law, restriction: Restriction, write: WriteDay): Sentence {
  const { layer, bars, source } = wordsOfBar(law, restriction);
  const span = spanWords(restriction, write);
  return {
    zh: `${layer.zh}：${span.zh}不得${bars.zh}${source.zh}`,
    en: `${layer.en}: ${bars.en} barred ${span.en}${source.en}`,
  };
}

function withBar(law: Law, restriction: Restriction, write: WriteDay, zh: string, en: string): Sentence {
  const { layer, bars, source } = wordsOfBar(law, restriction);
  const span = spanWords(restriction, write);
  return {
    zh: `${layer.zh}：${span.zh}不得${bars.zh}，${zh}，须由人核实${source.zh}`,
    en: `${layer.en}: ${bars.en} barred ${span.en}; ${en}, to be confirmed${source.en}`,
  };
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
  if (until === PERMANENT) return { zh: `自${first}起`, en: `from ${first} on, without end` };
  const last = write(until);
  return { zh: `自${first}至${last}`, en: `from ${first} until ${last}` };
}

function levelWords({ baseline }: Restriction, facts: Facts, question: Question): [string, string] {
  if (baseline === null) return ["据以比较的职务层次没有记录", "the level it is measured against is not recorded"];
  if ("date" in question && question.toLevel === null && facts.person.level === null)
    return ["未写明拟任层次，现任层次也没有记录", "neither the level asked about nor the present one is recorded"];
  return ["未写明拟任职务层次，无法比较", "no level is asked about, so nothing can be compared"];
}

function undecidedSentence(law: Law, facts: Facts, { because, cite }: Cause): Sentence {
  const record = recordAt(facts, because);
  const name = recordName(law, record?.kind ?? "");
  if (cite === null)
    return plain(
      `${name.zh}的决定日没有已知的有效规定，当时的限制须由人核实`,
      `no norm known here was in force when the ${name.en} was decided; what it barred has to be confirmed`,
      null,
    );
  return plain(
    `${name.zh}可能受未经核对的上位规定限制，解释机关尚未认定是否适用`,
    `an unverified upper norm may bar because of the ${name.en}; the interpreting bodies have not decided on it`,
    cite,
  );
}

function consentSentence(law: Law, { consent }: Assessment, cite: Citation | null, write: WriteDay): Sentence {
  const bodies = law.vocabulary.bodies.filter((body) => consent?.from.includes(body.id) === true);
  const source = cite === null ? NO_SOURCE : inBrackets(cite);
  const day = consent === null ? "" : write(consent.notBefore);
  return {
    zh: `作出决定前须征得${bodies.map((body) => body.name.zh).join("、")}同意，同意须不早于${day}${source.zh}`,
    en: `the consent of the ${bodies.map((body) => body.name.en).join(", ")}, not dated before ${day}, is needed before the decision${source.en}`,
  };
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

export function purposeName(law: Law, id: string): Sentence {
  const place = law.index.purposes.get(id) ?? -1;
  return law.vocabulary.purposes[place]?.name ?? { zh: id, en: id };
}
