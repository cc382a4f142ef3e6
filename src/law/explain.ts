// The sentences that go with an answer: why, by which words, until when, and what is worth knowing.
import { effectOf, mayBear } from "./bearing.ts";
import type { Bearing } from "./bearing.ts";
import type { Citation, Sentence } from "./citation.ts";
import { citedWords } from "./cited-words.ts";
import { requiredConsent } from "./consent.ts";
import type { RequiredConsent } from "./consent.ts";
import { adviceFor, hasAdvice } from "./consequences.ts";
import type { MeasureRecord, Restriction, SanctionRecord, Wanted } from "./consequences.ts";
import { formatDay, lastDayOfYear, yearOf } from "./days.ts";
import type { Day } from "./days.ts";
import type { AnswerKind, Facts, Pending, Question } from "./eligibility.ts";
import type { Law } from "./law.ts";
import { yearCounted } from "./periods.ts";
import type { LevelId } from "./vocabulary.ts";

type Reasons = {
  answer: AnswerKind;
  until: Day | null;
  bearings: readonly Bearing[];
  pending: Pending | null;
  facts: Facts;
  question: Question;
};

const NO_SOURCE: Sentence = { zh: "", en: "" };

/** The answer in words, then one sentence for each reason, with the quoted clause. */
export function sentencesOf(law: Law, reasons: Reasons): Sentence[] {
  const sentences = [headline(law, reasons)];
  for (const bearing of reasons.bearings) sentences.push(bearingSentence(law, bearing));
  // It takes one bar of a measure and one of a sanction.
  if (reasons.bearings.length > 1 && reasons.facts.measures.length > 0 && reasons.facts.sanctions.length > 0)
    sentences.push(...longestSentences(law, reasons.facts, reasons.bearings));
  const consent = "date" in reasons.question ? requiredConsent(law, reasons.facts, reasons.question) : null;
  if (consent !== null) sentences.push(consentSentence(law, consent));
  if (reasons.pending !== null) {
    const source = reasons.pending.cite === null ? NO_SOURCE : inBrackets(reasons.pending.cite);
    sentences.push({
      zh: `有未办结事项，暂缓答复${source.zh}`,
      en: `a matter is open, so the answer waits${source.en}`,
    });
  }
  return sentences;
}

/** What does not decide the answer and should be known: unverified advice, the year of honours, later records. */
export function notesOf(law: Law, facts: Facts, question: Question, bearings: readonly Bearing[]): Sentence[] {
  const notes: Sentence[] = [];
  for (const { restriction } of bearings) {
    if (restriction.note !== null) notes.push(restriction.note);
  }
  for (const record of facts.measures) notes.push(...yearNotes(law, record, question));
  for (const record of facts.measures) notesOn(law, record, facts, question, notes);
  for (const record of facts.sanctions) notesOn(law, record, facts, question, notes);
  return notes.length < 2 ? notes : distinct(notes);
}

function notesOn(
  law: Law,
  record: MeasureRecord | SanctionRecord,
  facts: Facts,
  question: Question,
  notes: Sentence[],
): void {
  if ("date" in question && record.effective > question.date) notes.push(laterNote(law, record));
  adviceNotes(law, record, question, facts.person.level, notes);
}

function headline(law: Law, reasons: Reasons): Sentence {
  const purpose = purposeName(law, reasons.question.purpose);
  const answer = law.vocabulary.names.answers[reasons.answer];
  const when =
    "year" in reasons.question
      ? { zh: `${reasons.question.year}年度`, en: `for ${reasons.question.year}` }
      : dated(reasons.question.date);
  const zh = `${when.zh}${purpose.zh}：${answer.zh}`;
  const en = `${purpose.en} ${when.en}: ${answer.en}`;
  if (reasons.until === null) return { zh, en };
  const until = formatDay(reasons.until);
  return { zh: `${zh}，至${until}`, en: `${en}, until ${until}` };
}

function dated(day: Day): Sentence {
  const text = formatDay(day);
  return { zh: text, en: `on ${text}` };
}

function bearingSentence(law: Law, bearing: Bearing): Sentence {
  const { restriction } = bearing;
  const bars = purposeName(law, restriction.bars);
  const layer = law.vocabulary.names.layers[restriction.layer];
  const from = formatDay(restriction.from);
  const until = formatDay(restriction.until);
  const span: Sentence = { zh: `自${from}至${until}`, en: `from ${from} until ${until}` };
  const source = sourceOf(restriction);
  if (bearing.effect === "barred") {
    return {
      zh: `${layer.zh}：${span.zh}不得${bars.zh}${source.zh}`,
      en: `${layer.en}: ${bars.en} barred ${span.en}${source.en}`,
    };
  }
  const why: Sentence =
    restriction.baseline === null && restriction.reach !== "any"
      ? { zh: "缺少层次资料或者恰在周年日", en: "level data are missing or it is the very anniversary" }
      : { zh: "恰在周年日", en: "it is the very anniversary" };
  return {
    zh: `${layer.zh}：${span.zh}不得${bars.zh}，${why.zh}，需核实${source.zh}`,
    en: `${layer.en}: ${bars.en} barred ${span.en}; ${why.en}, to be confirmed${source.en}`,
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

function inBrackets(cite: Citation): Sentence {
  const known = bracketed.get(cite);
  if (known !== undefined) return known;
  const { zh, en } = citedWords(cite);
  const made = { zh: `（${zh}）`, en: ` (${en})` };
  bracketed.set(cite, made);
  return made;
}

// Handling and a sanction that bar the same thing: the clauses by which the longer governs, each from its own day.
function longestSentences(law: Law, facts: Facts, bearings: readonly Bearing[]): Sentence[] {
  const kinds = (records: readonly { kind: string }[], prefix: string): string[] =>
    records.flatMap(({ kind }, index) =>
      bearings.some(({ restriction: { because } }) => String(because) === `${prefix}${index}`) ? [kind] : [],
    );
  const measures = kinds(facts.measures, "");
  const sanctions = kinds(facts.sanctions, "sanction:");
  return law.combinations
    .filter((clause) => clause.way === "longest")
    .filter(
      (clause) =>
        clause.measures.some((kind) => measures.includes(kind)) &&
        clause.sanctions.some((kind) => sanctions.includes(kind)),
    )
    .map(({ cite, validFrom }) => {
      const { zh, en } = citedWords(cite);
      return {
        zh: `数项限制并存，以最后届满者为准（${zh}，自${formatDay(validFrom)}起施行）`,
        en: `several bars run together and the latest end governs (${en}, in force from ${formatDay(validFrom)})`,
      };
    });
}

function consentSentence(law: Law, consent: RequiredConsent): Sentence {
  const bodies = law.vocabulary.bodies.filter((body) => consent.from.includes(body.id));
  const source = inBrackets(consent.cite);
  const zh = bodies.map((body) => body.name.zh).join("、");
  const en = bodies.map((body) => body.name.en).join(", ");
  return consent.given
    ? { zh: `已征得${zh}同意${source.zh}`, en: `consent of the ${en} is recorded${source.en}` }
    : {
        zh: `影响期已满，作出决定前须征得${zh}同意，同意须不早于${formatDay(consent.notBefore)}${source.zh}`,
        en: `a period has expired; the consent of the ${en}, not dated before ${formatDay(consent.notBefore)}, is needed before the decision${source.en}`,
      };
}

const NO_NOTES: readonly Sentence[] = [];

// Decided in one year and effective in the next: honours are lost in one of the two only.
function yearNotes(law: Law, record: MeasureRecord, question: Question): readonly Sentence[] {
  if (!("year" in question) || record.decided === null) return NO_NOTES;
  const decided = yearOf(record.decided);
  const effective = yearOf(record.effective);
  if (decided === effective || (question.year !== decided && question.year !== effective)) return NO_NOTES;
  const { year: governing, byDecision } = yearCounted(law, record);
  return [
    {
      zh: `决定于${formatDay(record.decided)}、生效于${formatDay(record.effective)}，当年按${byDecision ? "决定" : "生效"}之年${governing}年计（读法 yearOfHonours）`,
      en: `decided ${formatDay(record.decided)}, effective ${formatDay(record.effective)}; the year counted is ${governing} (reading yearOfHonours)`,
    },
  ];
}

function laterNote(law: Law, record: MeasureRecord | SanctionRecord): Sentence {
  const name = recordName(law, record);
  return {
    zh: `${name.zh}自${formatDay(record.effective)}起生效，晚于所问日期，不影响本次答复`,
    en: `${name.en} takes effect on ${formatDay(record.effective)}, after the day asked about, and does not count here`,
  };
}

function adviceNotes(
  law: Law,
  record: MeasureRecord | SanctionRecord,
  question: Question,
  presentLevel: LevelId | null,
  notes: Sentence[],
): void {
  if (!hasAdvice(law, record)) return;
  const bears = mayBear(law, question);
  const wanted: Wanted = (row, ...rest) => lastDayAsked(question) <= row.advisesUntil && bears(row, ...rest);
  for (const { row, restriction } of adviceFor(law, record, presentLevel, wanted)) {
    if (effectOf(law, restriction, question) === null) continue;
    const { zh, en } = citedWords(restriction.cite);
    notes.push({
      zh: `需核实：${row.summary.zh}（${zh}，不作为限制依据）`,
      en: `to be confirmed: ${row.summary.en} (${en}; bars nothing)`,
    });
  }
}

export const lastDayAsked = (question: Question): Day =>
  "year" in question ? lastDayOfYear(question.year) : question.date;

function recordName(law: Law, record: MeasureRecord | SanctionRecord): Sentence {
  const named = [...law.vocabulary.measures, ...law.vocabulary.sanctions].find((one) => one.id === record.kind);
  return named?.name ?? { zh: record.kind, en: record.kind };
}

function purposeName(law: Law, id: string): Sentence {
  const place = law.index.purposes.get(id) ?? -1;
  return law.vocabulary.purposes[place]?.name ?? { zh: id, en: id };
}

function distinct(sentences: readonly Sentence[]): Sentence[] {
  return [...new Map(sentences.map((sentence) => [sentence.zh, sentence])).values()];
}
