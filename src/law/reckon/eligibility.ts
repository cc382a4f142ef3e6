// The questions of eligibility: may this person, on that date or in that year.
import type { z } from "zod";
import { effectsOf, lastDayAsked, mayBear } from "./bearing.ts";
import type { Bearing, ReasonCode } from "./bearing.ts";
import { citationKey } from "../text/citation.ts";
import type { Citation, Sentence } from "../text/citation.ts";
import { meets } from "../compile/condition.ts";
import type { Person } from "../compile/condition.ts";
import { requiredConsent } from "./consent.ts";
import type { RequiredConsent } from "./consent.ts";
import { countAll } from "./consequences.ts";
import type { Counted, Restriction } from "./consequences.ts";
import type { Day } from "./days.ts";
import { notesOf, sentencesOf } from "../explain/explain.ts";
import { interpretationNote, interpretationsBehind, lawReckonedOn } from "../compile/interpretation.ts";
import type { Interpretation } from "../compile/interpretation.ts";
import type { Law } from "../compile/law.ts";
import { pendingSource } from "./pending.ts";
import { decidedOf } from "./periods.ts";
import { reasonSentence } from "../explain/reasons.ts";
import { answersOn, isDated, rowsFor } from "./record-rows.ts";
import { standingOn } from "./records.ts";
import type { Consent, MeasureRecord, SanctionRecord, Standing } from "./records.ts";
import { PERMANENT } from "../compile/table.ts";
import { answerSchema } from "../pack/vocabulary.ts";
import type { LevelId, PurposeId } from "../pack/vocabulary.ts";

export type { ReasonCode } from "./bearing.ts";

export type AnswerKind = z.output<typeof answerSchema>;

/** From the strictest to none: with several reasons the first of this order wins. */
export const ANSWERS: readonly AnswerKind[] = answerSchema.options;

export type Facts = {
  person: Person;
  measures: MeasureRecord[];
  sanctions: SanctionRecord[];
  consents: Consent[];
  openMatters: number;
};

export type Question =
  | { purpose: PurposeId; date: Day; toLevel: LevelId | null }
  | { purpose: PurposeId; year: number };

export type LayerName = "regulation" | "upper";
export type LayerAnswer = { answer: AnswerKind; until: Day | null; permanent: boolean; citations: Citation[] };

/** A reason in words: its code, the sentence with its source, the clause (null where none says it), the unverified norm where it is about one. */
export type Reason = {
  code: ReasonCode;
  layer: LayerName;
  sentence: Sentence;
  cite: Citation | null;
  norm: string | null;
};

export type Answer = {
  answer: AnswerKind;
  /** The last barred day, null unless barred with a last day. */
  until: Day | null;
  permanent: boolean;
  layers: Record<LayerName, LayerAnswer>;
  /** Every restriction that bears on the question on its day, in the order of the records. */
  restrictions: Restriction[];
  reasons: Reason[];
  citations: Citation[];
  sentences: Sentence[];
  notes: Sentence[];
};

/** An open matter, with the clause by which the answer waits where a pack has one. */
export type Pending = { cite: Citation | null };

/** Why an answer is what it is, before it is put into words. `restriction` is null where none is behind it. */
export type Cause = {
  code: ReasonCode;
  layer: LayerName;
  restriction: Restriction | null;
  cite: Citation | null;
  norm: string | null;
  because: number | string | null;
};

/** What one layer answers; `until` is PERMANENT for a bar without an end; `cite` is its one clause where no restriction bears. */
export type LayerVerdict = { answer: AnswerKind; until: Day | null; cite: Citation | null };

/** An answer before anything is put into words. */
export type Assessment = {
  answer: AnswerKind;
  /** The last barred day; PERMANENT for a bar without an end; null unless barred. */
  until: Day | null;
  regulation: LayerVerdict;
  upper: LayerVerdict;
  bearings: readonly Bearing[];
  causes: readonly Cause[];
  consent: RequiredConsent | null;
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
  readonly permanent: boolean;
  readonly #law: Law;
  readonly #facts: Facts;
  readonly #question: Question;
  readonly #assessed: Assessment;
  #layers: Answer["layers"] | null = null;
  #restrictions: Restriction[] | null = null;
  #reasons: Reason[] | null = null;
  #sentences: Sentence[] | null = null;
  #notes: Sentence[] | null = null;

  constructor(asked: Law, facts: Facts, question: Question) {
    const law = lawReckonedOn(asked, lastDayAsked(question));
    const assessed = assess(law, facts, question);
    this.answer = assessed.answer;
    this.until = lastDayIn(assessed.until);
    this.permanent = assessed.until === PERMANENT;
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

  get reasons(): Reason[] {
    this.#reasons ??= this.#assessed.causes.map((cause): Reason => ({
      code: cause.code,
      layer: cause.layer,
      sentence: reasonSentence(this.#law, this.#facts, this.#question, this.#assessed, cause),
      cite: cause.cite,
      norm: cause.norm,
    }));
    return this.#reasons;
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
    this.#sentences ??= sentencesOf(this.#law, this.#facts, this.#question, this.#assessed);
    return this.#sentences;
  }

  get notes(): Sentence[] {
    this.#notes ??= notesOn(this.#law, this.#facts, this.#question, this.#assessed);
    return this.#notes;
  }

  toJSON(): Answer {
    const { answer, until, permanent, layers, restrictions, reasons, citations, sentences, notes } = this;
    return { answer, until, permanent, layers, restrictions, reasons, citations, sentences, notes };
  }
}

/** What does not decide an answer and should be known, with the interpretations on which it rests. */
export function notesOn(asked: Law, facts: Facts, question: Question, { bearings }: Assessment): Sentence[] {
  const law = lawReckonedOn(asked, lastDayAsked(question));
  const notes = notesOf(law, facts, question, bearings);
  if (law.interpretations.length === 0) return notes;
  return notes.concat(interpretationsOf(law, facts, question).map(interpretationNote));
}

/** A last barred day as answers have it: null for a bar without an end. */
export function lastDayIn(until: Day | null): Day | null {
  return until === PERMANENT ? null : until;
}

/** The interpretations on which an answer rests: without one of them it, or a restriction behind it, would be another. */
function interpretationsOf(law: Law, facts: Facts, question: Question): Interpretation[] {
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
  const last = lastDayAsked(question);
  const law = lawReckonedOn(asked, last);
  const standing = standingOn(facts, question);
  const bearings: Bearing[] = [];
  const causes: Cause[] = [];
  if (!nothingBears) collectBars(law, facts, question, standing, bearings, causes);
  const consent =
    "date" in question ? requiredConsent(law, standing, facts.consents, question, facts.person.level) : null;
  collectConsent(consent, causes);
  const pending = facts.openMatters > 0 ? { cite: pendingSource(law, question.purpose) } : null;
  if (facts.person.historyComplete === false)
    for (const layer of LAYERS) causes.push(causeOf("history-incomplete", layer, null));
  if (pending !== null) causes.push(causeOf("open-matter", "upper", pending.cite));
  const regulation = verdictOf("regulation", bearings, causes, consent, pending);
  const upper = verdictOf("upper", bearings, causes, null, pending);
  const stricter = ANSWERS.indexOf(regulation.answer) <= ANSWERS.indexOf(upper.answer) ? regulation : upper;
  return {
    answer: stricter.answer,
    until: later(regulation.until, upper.until),
    regulation,
    upper,
    bearings,
    causes,
    consent,
    pending,
  };
}

const LAYERS: readonly LayerName[] = ["regulation", "upper"];

function collectBars(
  law: Law,
  facts: Facts,
  question: Question,
  standing: Standing,
  bearings: Bearing[],
  causes: Cause[],
): void {
  const last = lastDayAsked(question);
  const { person } = facts;
  const counted = countAll(law, standing, last, person.level, mayBear(law, question));
  for (const one of counted) {
    const { restriction, row, uncertain } = one;
    const applies = meets(person, row.when);
    if (applies === false) continue;
    const found = effectsOf(law, restriction, question, person.level);
    if (found.length === 0) continue;
    const { layer, cite, because } = restriction;
    // Nobody has decided yet whether the clause says so: it is told as a reason, not listed as a restriction.
    if (!answersOn(law, row, last)) {
      causes.push({
        code: "norm-undecided",
        layer,
        restriction: null,
        cite: row.uncovered ? null : cite,
        norm: row.norm,
        because,
      });
      continue;
    }
    if (isOutlasted(one, counted, question)) continue;
    // Whether the clause on discipline at the same time carries it into this layer at all, nobody can tell.
    if (uncertain !== null) {
      const code = uncertain === "period-not-set" && found.includes("grey-day") ? "grey-day" : uncertain;
      causes.push({ code, layer, restriction: null, cite, norm: row.norm, because });
      continue;
    }
    // A bar for some persons only, of whom it is not recorded whether this is one, is a question to people.
    const effects: readonly ReasonCode[] = applies === null ? ["attribute-missing"] : found;
    // Over, but for what the records or the bodies do not say: a reason, and no restriction of that day.
    if (!isOver(restriction, question)) bearings.push({ restriction, effects });
    for (const code of effects)
      causes.push({
        code,
        layer,
        restriction,
        cite,
        norm: code === "norm-undecided" ? (restriction.unsure?.norm ?? null) : row.norm,
        because,
      });
  }
  collectDecidedAhead(law, question, standing, causes);
}

/** A rule on running periods says nothing on the anniversary of one while a longer one of the same record still runs. */
export function isOutlasted({ restriction, row }: Counted, counted: readonly Counted[], question: Question): boolean {
  if (!row.derived || "year" in question || question.date !== restriction.grey) return false;
  return counted.some(
    (other) =>
      other.row.derived &&
      citationKey(other.row.cite) === citationKey(row.cite) &&
      other.row.bars === row.bars &&
      other.restriction.because === restriction.because &&
      other.restriction.until >= question.date,
  );
}

// Of a period that may be longer, its own anniversary says nothing.
function isOver({ until, grey, unsure }: Restriction, question: Question): boolean {
  if ("year" in question || question.date <= until) return false;
  return question.date !== grey || (unsure !== null && unsure.code !== "restoration-missing");
}

// Decided already and in effect only after the day asked about: whoever is given a post in between is for a person to look at.
function collectDecidedAhead(law: Law, question: Question, standing: Standing, causes: Cause[]): void {
  if (!("date" in question)) return;
  const purpose = law.vocabulary.purposes[law.index.purposes.get(question.purpose) ?? -1];
  if (purpose?.post !== true) return;
  for (const { record, because } of [...standing.measures, ...standing.sanctions]) {
    if (record.effective <= question.date || decidedOf(record) > question.date) continue;
    const layers = new Map<LayerName, Citation>();
    const rows = rowsFor(law, record);
    for (const row of [...rows.filter((one) => isDated(law, one)), ...rows]) {
      // The year of honours is no bar of a post; what the regulation attaches still asks for consent.
      if (!isDated(law, row) && (row.layer === "upper" || !asksConsent(law, record.kind))) continue;
      if (!layers.has(row.layer)) layers.set(row.layer, row.cite);
    }
    for (const [layer, cite] of layers)
      causes.push({ code: "decided-ahead", layer, restriction: null, cite, norm: null, because });
  }
}

function asksConsent({ index }: Law, kind: string): boolean {
  return index.consent?.rule.measures.includes(kind) === true;
}

function collectConsent(consent: RequiredConsent | null, causes: Cause[]): void {
  if (consent === null) return;
  for (const code of consent.lacks) causes.push(causeOf(code, "regulation", consent.cite));
}

function causeOf(code: ReasonCode, layer: LayerName, cite: Citation | null): Cause {
  return { code, layer, restriction: null, cite, norm: null, because: null };
}

function verdictOf(
  layer: LayerName,
  bearings: readonly Bearing[],
  causes: readonly Cause[],
  consent: RequiredConsent | null,
  pending: Pending | null,
): LayerVerdict {
  let until: Day | null = null;
  for (const { restriction, effects } of bearings) {
    if (restriction.layer === layer && effects.includes("restriction")) until = later(until, restriction.until);
  }
  if (until !== null) return { answer: "barred", until, cite: null };
  // Both layers wait; only an upper norm says so.
  if (pending !== null) return { answer: "pending", until: null, cite: layer === "upper" ? pending.cite : null };
  const own = causes.filter((cause) => cause.layer === layer);
  if (own.some(({ code }) => code !== "consent-missing"))
    return { answer: "needs-confirmation", until: null, cite: null };
  if (own.length > 0) return { answer: "needs-consent", until: null, cite: consent?.cite ?? null };
  // A yes that rests on a consent names the clause that asked for it.
  return { answer: "clear", until: null, cite: consent === null ? null : consent.cite };
}

function later(one: Day | null, other: Day | null): Day | null {
  if (one === null) return other;
  return other === null ? one : Math.max(one, other);
}

function layerAnswer(layer: LayerName, assessed: Assessment): LayerAnswer {
  const { answer, until, cite } = assessed[layer];
  const head = { answer, until: lastDayIn(until), permanent: until === PERMANENT };
  return { ...head, citations: cite === null ? citationsIn(layer, answer, assessed) : [cite] };
}

/** The clauses of one layer on which its answer rests, each once, in the order of the records. */
export function citationsIn(layer: LayerName, answer: AnswerKind, { bearings, causes }: Assessment): Citation[] {
  if (answer === "pending" || answer === "clear") return [];
  const restricted = bearings.flatMap(({ restriction }) => {
    if (restriction.layer !== layer) return [];
    return restriction.combined === null ? [restriction.cite] : [restriction.cite, restriction.combined];
  });
  if (answer === "barred") return distinct(restricted);
  const others = causes.flatMap((cause) => (cause.layer === layer && cause.cite !== null ? [cause.cite] : []));
  return distinct([...restricted, ...others]);
}

function layerOrder({ layer }: Restriction): number {
  return layer === "regulation" ? 0 : 1;
}

function distinct(citations: readonly Citation[]): Citation[] {
  const found: Citation[] = [];
  for (const one of citations) if (!found.some((other) => isSamePlace(other, one))) found.push(one);
  return found;
}

function isSamePlace(one: Citation, other: Citation): boolean {
  return one === other || (one.at === other.at && one.pack === other.pack);
}
