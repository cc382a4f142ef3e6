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
import type { MeasureRecord, Restriction, SanctionRecord } from "./consequences.ts";
import type { Day } from "./days.ts";
import { lastDayAsked, notesOf, sentencesOf } from "./explain.ts";
import { interpretationNote, interpretationsBehind, lawReckonedOn } from "./interpretation.ts";
import type { Interpretation } from "./interpretation.ts";
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

/** What one layer answers; `cite` is its one clause where no restriction bears, null elsewhere. */
export type LayerVerdict = { answer: AnswerKind; until: Day | null; cite: Citation | null };

/** An answer before anything is put into words. */
export type Assessment = {
  answer: AnswerKind;
  until: Day | null;
  regulation: LayerVerdict;
  upper: LayerVerdict;
  bearings: readonly Bearing[];
  pending: Pending | null;
};

/**
 * Answers one question from all that is recorded of one person. Layers, citations, sentences and notes are put
 * into words when they are first looked at: a sweep of thousands reads the answers and few of the words.
 */
export function answerEligibility(law: Law, facts: Facts, question: Question): Answer {
  return new Answered(law, facts, question);
}

// A class, because getters made anew for every answer cost more than the answer.
class Answered implements Answer {
  readonly answer: AnswerKind;
  readonly until: Day | null;
  readonly #law: Law;
  readonly #facts: Facts;
  readonly #question: Question;
  readonly #assessed: Assessment;
  #layers: Answer["layers"] | null = null;
  #restrictions: Restriction[] | null = null;
  #sentences: Sentence[] | null = null;
  #notes: Sentence[] | null = null;

  constructor(asked: Law, facts: Facts, question: Question) {
    const law = lawReckonedOn(asked, lastDayAsked(question));
    const assessed = assess(law, facts, question);
    this.answer = assessed.answer;
    this.until = assessed.until;
    this.#law = law;
    this.#facts = facts;
    this.#question = question;
    this.#assessed = assessed;
  }

  get layers(): Answer["layers"] {
    this.#layers ??= {
      regulation: layerAnswer("regulation", this.#assessed),
      upper: layerAnswer("upper", this.#assessed),
    };
    return this.#layers;
  }

  get restrictions(): Restriction[] {
    this.#restrictions ??= this.#assessed.bearings.map((bearing) => bearing.restriction);
    return this.#restrictions;
  }

  get citations(): Citation[] {
    // The bar that governs, the one that ends last, comes first: of one paragraph its quote is the one that is shown.
    const governing = this.#assessed.bearings
      .map(({ restriction }) => restriction)
      .toSorted((a, b) => layerOrder(a) - layerOrder(b) || b.until - a.until)
      .map(({ cite }) => cite);
    return distinct([...governing, ...this.layers.regulation.citations, ...this.layers.upper.citations]);
  }

  get sentences(): Sentence[] {
    this.#sentences ??= sentencesOf(this.#law, { ...this.#assessed, facts: this.#facts, question: this.#question });
    return this.#sentences;
  }

  get notes(): Sentence[] {
    this.#notes ??= notesOf(this.#law, this.#facts, this.#question, this.#assessed.bearings).concat(
      interpretationsOf(this.#law, this.#facts, this.#question).map(interpretationNote),
    );
    return this.#notes;
  }

  toJSON(): Answer {
    const { answer, until, layers, restrictions, citations, sentences, notes } = this;
    return { answer, until, layers, restrictions, citations, sentences, notes };
  }
}

/** The interpretations on which an answer rests: without one of them it, or a restriction behind it, would be another. */
export function interpretationsOf(law: Law, facts: Facts, question: Question): Interpretation[] {
  return interpretationsBehind(law, (other) => {
    const { regulation, upper, bearings } = assess(other, facts, question);
    return JSON.stringify([
      regulation,
      upper,
      bearings.map(({ restriction: { bars, from, until } }) => [bars, from, until]),
    ]);
  });
}

/** The answer itself, in both layers, with what it rests on. Where it is known that nothing bears on the question, nothing is counted. */
export function assess(asked: Law, facts: Facts, question: Question, nothingBears = false): Assessment {
  const law = lawReckonedOn(asked, lastDayAsked(question));
  const bearings: Bearing[] = [];
  const counted = nothingBears ? [] : countAll(law, facts, facts.person.level, mayBear(law, question));
  for (const { restriction, row } of counted) {
    const applies = meets(facts.person, row.when);
    const effect = applies === false ? null : effectOf(law, restriction, question);
    if (effect === null) continue;
    // A bar for some persons only, of whom it is not recorded whether this is one, is a question to people.
    bearings.push({ restriction, effect: applies === null ? "needs-confirmation" : effect });
  }
  // A bar of the regulation goes before any consent.
  const stands = bearings.some(({ restriction }) => restriction.layer === "regulation");
  const consent = !stands && "date" in question ? requiredConsent(law, facts, question) : null;
  const pending = facts.openMatters > 0 ? { cite: pendingSource(law, question.purpose) } : null;
  const regulation = verdictOf("regulation", bearings, consent, pending);
  const upper = verdictOf("upper", bearings, null, pending);
  const stricter = ANSWERS.indexOf(regulation.answer) <= ANSWERS.indexOf(upper.answer) ? regulation : upper;
  return {
    answer: stricter.answer,
    until: later(regulation.until, upper.until),
    regulation,
    upper,
    bearings,
    pending,
  };
}

function verdictOf(
  layer: "regulation" | "upper",
  bearings: readonly Bearing[],
  consent: RequiredConsent | null,
  pending: Pending | null,
): LayerVerdict {
  let until: Day | null = null;
  let bears = false;
  for (const { restriction, effect } of bearings) {
    if (restriction.layer !== layer) continue;
    bears = true;
    if (effect === "barred") until = later(until, restriction.until);
  }
  if (until !== null) return { answer: "barred", until, cite: null };
  if (bears) return { answer: "needs-confirmation", until: null, cite: null };
  if (consent !== null && !consent.given) return { answer: "needs-consent", until: null, cite: consent.cite };
  if (pending !== null) return { answer: "pending", until: null, cite: pending.cite };
  // A yes that rests on a consent names the clause that asked for it.
  return { answer: "clear", until: null, cite: consent === null ? null : consent.cite };
}

function later(one: Day | null, other: Day | null): Day | null {
  if (one === null) return other;
  return other === null ? one : Math.max(one, other);
}

function layerAnswer(layer: "regulation" | "upper", assessed: Assessment): LayerAnswer {
  const { answer, until, cite } = assessed[layer];
  if (cite !== null) return { answer, until, citations: [cite] };
  if (assessed.bearings.length === 0) return { answer, until, citations: [] };
  const own = assessed.bearings.filter((bearing) => bearing.restriction.layer === layer);
  const citations = own.flatMap(({ restriction }) =>
    restriction.combined === null ? [restriction.cite] : [restriction.cite, restriction.combined],
  );
  return { answer, until, citations: distinct(citations) };
}

function layerOrder({ layer }: Restriction): number {
  return layer === "regulation" ? 0 : 1;
}

function distinct(citations: readonly Citation[]): Citation[] {
  const seen = new Map<string, Citation>();
  for (const citation of citations) {
    const key = citationKey(citation);
    if (!seen.has(key)) seen.set(key, citation);
  }
  return [...seen.values()];
}
