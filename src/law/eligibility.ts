// The four questions of eligibility: may this person, on that date or in that year.
import { effectOf, mayBear } from "./bearing.ts";
import type { Bearing } from "./bearing.ts";
import { citationKey } from "./citation.ts";
import type { Citation, Sentence } from "./citation.ts";
import { meets } from "./condition.ts";
import type { Person } from "./condition.ts";
import { requiredConsent } from "./consent.ts";
import type { RequiredConsent } from "./consent.ts";
import { countAll } from "./consequences.ts";
import type { MeasureRecord, Restriction, SanctionRecord, Wanted } from "./consequences.ts";
import type { Day } from "./days.ts";
import { notesOf, sentencesOf } from "./explain.ts";
import type { Law } from "./law.ts";
import { pendingSource } from "./pending.ts";
import type { LevelId, PurposeId } from "./vocabulary.ts";

export type AnswerKind = "barred" | "needs-confirmation" | "needs-consent" | "pending" | "clear";

/** From the strictest to none: with several reasons the first of this order wins. */
export const ANSWERS: readonly AnswerKind[] = ["barred", "needs-confirmation", "needs-consent", "pending", "clear"];

export type Facts = {
  person: Person;
  measures: MeasureRecord[];
  sanctions: SanctionRecord[];
  consents: Day[];
  openMatters: number;
};

export type Question =
  | { purpose: PurposeId; date: Day; toLevel: LevelId | null }
  | { purpose: PurposeId; year: number };

export type LayerAnswer = { answer: AnswerKind; until: Day | null; citations: Citation[] };

export type Answer = {
  answer: AnswerKind;
  /** The last barred day, null unless barred. */
  until: Day | null;
  layers: { regulation: LayerAnswer; upper: LayerAnswer };
  /** Every restriction that bears on the question on its day, in the order of the records. */
  restrictions: Restriction[];
  citations: Citation[];
  sentences: Sentence[];
  notes: Sentence[];
};

/** An open matter, with the clause by which the answer waits where a pack has one. */
export type Pending = { cite: Citation | null };

/**
 * Answers one question from all that is recorded of one person. Citations, sentences and notes are put into
 * words when they are first looked at: a sweep of thousands reads the answers and few of the words.
 */
export function answerEligibility(law: Law, facts: Facts, question: Question): Answer {
  const bearings: Bearing[] = [];
  const wanted: Wanted = (row, record, remaining) => mayBear(law, question, row, record, remaining);
  for (const { restriction, row } of countAll(law, facts, facts.person.level, wanted)) {
    const applies = meets(facts.person, row.when);
    const effect = applies === false ? null : effectOf(law, restriction, question);
    if (effect === null) continue;
    // A bar for some persons only, of whom it is not recorded whether this is one, is a question to people.
    bearings.push({ restriction, effect: applies === null ? "needs-confirmation" : effect });
  }
  const consent = "date" in question ? requiredConsent(law, facts, question) : null;
  const pending = facts.openMatters > 0 ? { cite: pendingSource(law, question.purpose) } : null;
  const layers = {
    regulation: layerAnswer("regulation", bearings, consent, pending),
    upper: layerAnswer("upper", bearings, null, pending),
  };
  const { answer, until } = stricter(layers.regulation, layers.upper);
  let sentences: Sentence[] | null = null;
  let notes: Sentence[] | null = null;
  return {
    answer,
    until,
    layers,
    restrictions: bearings.map((bearing) => bearing.restriction),
    get citations() {
      return distinct([...layers.regulation.citations, ...layers.upper.citations]);
    },
    get sentences() {
      sentences ??= sentencesOf(law, { answer, until, bearings, consent, pending, facts, question });
      return sentences;
    },
    get notes() {
      notes ??= notesOf(law, facts, question, bearings);
      return notes;
    },
  };
}

function layerAnswer(
  layer: "regulation" | "upper",
  bearings: readonly Bearing[],
  consent: RequiredConsent | null,
  pending: Pending | null,
): LayerAnswer {
  const own = bearings.filter((bearing) => bearing.restriction.layer === layer);
  const citations = distinct(
    own.flatMap(({ restriction: { cite, combined } }) => (combined === null ? [cite] : [cite, combined])),
  );
  const barring = own.filter((bearing) => bearing.effect === "barred");
  if (barring.length > 0) {
    const until = Math.max(...barring.map((bearing) => bearing.restriction.until));
    return { answer: "barred", until, citations };
  }
  if (own.length > 0) return { answer: "needs-confirmation", until: null, citations };
  if (consent !== null && !consent.given) {
    return { answer: "needs-consent", until: null, citations: [consent.cite] };
  }
  if (pending !== null) {
    return { answer: "pending", until: null, citations: pending.cite === null ? [] : [pending.cite] };
  }
  // A yes that rests on a consent names the clause that asked for it.
  return { answer: "clear", until: null, citations: consent === null ? [] : [consent.cite] };
}

function stricter(one: LayerAnswer, other: LayerAnswer): { answer: AnswerKind; until: Day | null } {
  const answer = ANSWERS.find((kind) => kind === one.answer || kind === other.answer) ?? "clear";
  const days = [one.until, other.until].filter((day) => day !== null);
  return { answer, until: days.length === 0 ? null : Math.max(...days) };
}

function distinct(citations: readonly Citation[]): Citation[] {
  const seen = new Map<string, Citation>();
  for (const citation of citations) {
    const key = citationKey(citation);
    if (!seen.has(key)) seen.set(key, citation);
  }
  return [...seen.values()];
}
