// The sentences that go with an answer: why, by which words, until when, and what is worth knowing.
import { effectsOf, mayBear } from "../reckon/bearing.ts";
import type { Bearing } from "../reckon/bearing.ts";
import type { Sentence } from "../text/citation.ts";
import { citedWords } from "../text/cited-words.ts";
import type { RequiredConsent } from "../reckon/consent.ts";
import type { MeasureRecord, SanctionRecord } from "../reckon/consequences.ts";
import { restrictionIn } from "../reckon/consequences.ts";
import { rowsNotApplied } from "../reckon/record-rows.ts";
import { formatDay, yearOf } from "../reckon/days.ts";
import type { Assessment, Facts, Question } from "../reckon/eligibility.ts";
import type { Law } from "../compile/law.ts";
import { yearCounted } from "../reckon/periods.ts";
import { inBrackets, purposeName, reasonSentence, recordName } from "./reasons.ts";
import { standingOn } from "../reckon/records.ts";
import { PERMANENT } from "../compile/table.ts";
import {
  forYear,
  answerWithoutEnd,
  answerUntil,
  latestEndGoverns,
  consentRecorded,
  yearOfHonoursNote,
  effectiveLater,
  foundNotToApply,
} from "./words.ts";

/** The answer in words, then one sentence for each reason, with its source. */
export function sentencesOf(law: Law, facts: Facts, question: Question, assessed: Assessment): Sentence[] {
  const { bearings, causes, consent } = assessed;
  const sentences = [headline(law, question, assessed)];
  for (const cause of causes) sentences.push(reasonSentence(law, facts, question, assessed, cause));
  // It takes one bar of a measure and one of a sanction.
  if (bearings.length > 1 && facts.measures.length > 0 && facts.sanctions.length > 0)
    sentences.push(...longestSentences(law, facts, bearings));
  if (consent?.lacks.length === 0) sentences.push(givenSentence(law, consent));
  return distinct(sentences);
}

/** What does not decide the answer and should be known: clauses found not to apply, the year of honours, later records. */
export function notesOf(law: Law, facts: Facts, question: Question, bearings: readonly Bearing[]): Sentence[] {
  const notes: Sentence[] = [];
  for (const { restriction } of bearings) {
    if (restriction.note !== null) notes.push(restriction.note);
  }
  const { measures, sanctions } = standingOn(facts, question);
  for (const { record } of measures) {
    notes.push(...yearNotes(law, record, question));
    notesOn(law, record, facts, question, notes);
  }
  for (const { record } of sanctions) notesOn(law, record, facts, question, notes);
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
  notApplied(law, record, question, facts, notes);
}

function headline(law: Law, question: Question, { answer: kind, until }: Assessment): Sentence {
  const purpose = purposeName(law, question.purpose);
  const answer = law.vocabulary.names.answers[kind];
  const when =
    "year" in question
      ? forYear(question.year)
      : { zh: formatDay(question.date), en: `on ${formatDay(question.date)}` };
  const answered: Sentence = {
    zh: `${when.zh}${purpose.zh}：${answer.zh}`,
    en: `${purpose.en} ${when.en}: ${answer.en}`,
  };
  if (until === null) return answered;
  if (until === PERMANENT) return answerWithoutEnd(answered);
  return answerUntil(answered, formatDay(until));
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
    .map(({ cite, validFrom }) => latestEndGoverns(citedWords(cite), formatDay(validFrom)));
}

function givenSentence(law: Law, consent: RequiredConsent): Sentence {
  const bodies = law.vocabulary.bodies.filter((body) => consent.from.includes(body.id));
  const source = inBrackets(consent.cite);
  return consentRecorded(bodies, source);
}

const NO_NOTES: readonly Sentence[] = [];

// Decided in one year and effective in the next: honours are lost in one of the two only.
function yearNotes(law: Law, record: MeasureRecord, question: Question): readonly Sentence[] {
  if (!("year" in question) || record.decided === null) return NO_NOTES;
  const decided = yearOf(record.decided);
  const effective = yearOf(record.effective);
  if (decided === effective || (question.year !== decided && question.year !== effective)) return NO_NOTES;
  const { year: governing, byDecision } = yearCounted(law, record);
  return [yearOfHonoursNote(formatDay(record.decided), formatDay(record.effective), byDecision, governing)];
}

function laterNote(law: Law, record: MeasureRecord | SanctionRecord): Sentence {
  const name = recordName(law, record.kind);
  return effectiveLater(name, formatDay(record.effective));
}

// A clause that the interpreting bodies have found not to apply, where it would have borne on the question.
function notApplied(
  law: Law,
  record: MeasureRecord | SanctionRecord,
  question: Question,
  facts: Facts,
  notes: Sentence[],
): void {
  const rows = rowsNotApplied(law, record);
  if (rows.length === 0) return;
  const bears = mayBear(law, question);
  for (const row of rows) {
    const restriction = restrictionIn(law, row, record, facts.person.level, bears);
    if (restriction === null || effectsOf(law, restriction, question, facts.person.level).length === 0) continue;
    notes.push(foundNotToApply(row.summary, citedWords(restriction.cite)));
  }
}

function distinct(sentences: readonly Sentence[]): Sentence[] {
  return [...new Map(sentences.map((sentence) => [sentence.zh, sentence])).values()];
}
