// The facts format: one line of JSON in Chinese words in, one line out, with no database. It is a
// contract with other systems: field names and words never change without a new format number.
import { citationKey } from "../text/citation.ts";
import type { Sentence } from "../text/citation.ts";
import type { Restriction } from "../reckon/consequences.ts";
import { formatDay } from "../reckon/days.ts";
import type { Day } from "../reckon/days.ts";
import { answerEligibility, lastDayIn } from "../reckon/eligibility.ts";
import type { Answer, LayerAnswer, LayerName, Reason } from "../reckon/eligibility.ts";
import { explainAnswer } from "../explain/explanation.ts";
import { FactsFault, readFacts } from "./facts-reader.ts";
import type { ReadFacts } from "./facts-reader.ts";
import type { Law } from "../compile/law.ts";
import type { Vocabulary } from "../pack/vocabulary.ts";

export type LineOptions = {
  /** Adds the sentences, the counting of the days, the readings used and the counterfactual. */
  explain?: boolean;
  /** False leaves the upper layer out of the answer. */
  upper?: boolean;
};

export type ReadLine = ({ ok: true } & ReadFacts) | { ok: false; fault: FactsFault };

/** Answers one input line, in the shape of its own format; a bad line gives an object with `error` in place of the answer. */
export function answerLine(law: Law, line: unknown, options: LineOptions = {}): Record<string, unknown> {
  const read = readLine(law, line);
  if (!read.ok) return printFault(read.fault);
  const head = { format: read.format, id: read.id };
  if (options.explain !== true)
    return { ...head, ...printAnswer(read, answerEligibility(read.law, read.facts, read.question), options) };
  const explanation = explainAnswer(read.law, read.facts, read.question, options.upper !== false);
  return {
    ...head,
    ...printAnswer(read, explanation.answer, options),
    sentences: explanation.sentences,
    arithmetic: explanation.arithmetic,
    readings: explanation.readings.map((reading) => ({
      ...reading,
      alternatives: reading.alternatives.map((other) => ({ ...other, until: printDay(other.until) })),
    })),
    counterfactual: explanation.counterfactual,
  };
}

/** Reads a line into facts, a question and the law to ask (with the line's own interpretations and decisions on norms); every fault names its place, as in `measures[0].kind`. */
export function readLine(law: Law, line: unknown): ReadLine {
  try {
    return { ok: true, ...readFacts(law, line) };
  } catch (error) {
    if (error instanceof FactsFault) return { ok: false, fault: error };
    throw error;
  }
}

/** The object that stands in the place of the answer to a bad line. Format 1 has one text for both languages. */
export function printFault({ format, id, path, words }: FactsFault): Record<string, unknown> {
  const error = format === 1 ? { path, message: `${words.zh} / ${words.en}` } : { path, message: words };
  return { format, id, error };
}

function printAnswer({ format, law }: ReadFacts, answer: Answer, options: LineOptions): Record<string, unknown> {
  const alone = options.upper === false;
  const restrictions = answer.restrictions.filter((one) => !alone || one.layer === "regulation");
  const overall = alone ? answer.layers.regulation : answer;
  const layers = alone
    ? { regulation: printLayer(answer.layers.regulation) }
    : { regulation: printLayer(answer.layers.regulation), upper: printLayer(answer.layers.upper) };
  const printed = restrictions.map((one) => printRestriction(law.vocabulary, one));
  if (format === 1) {
    const notes = answer.notes.map((note) => note.zh);
    return { answer: overall.answer, until: printDay(overall.until), layers, restrictions: printed, notes };
  }
  return {
    answer: overall.answer,
    until: printDay(overall.until),
    permanent: overall.permanent,
    layers,
    restrictions: printed,
    reasons: printReasons(answer.reasons, alone ? "regulation" : null),
    notes: answer.notes,
  };
}

/** The reasons of one layer, or of both; what two layers say in the same words is said once. */
function printReasons(reasons: readonly Reason[], only: LayerName | null): Record<string, unknown>[] {
  const said = new Map<string, { code: string } & Sentence>();
  for (const { code, layer, sentence } of reasons) {
    if (only !== null && layer !== only && code !== "open-matter") continue;
    const key = `${code} ${sentence.zh}`;
    if (!said.has(key)) said.set(key, { code, ...sentence });
  }
  return [...said.values()];
}

function printLayer(layer: LayerAnswer): Record<string, unknown> {
  return {
    answer: layer.answer,
    until: printDay(layer.until),
    citations: layer.citations.map((citation) => citationKey(citation)),
  };
}

function printRestriction(vocabulary: Vocabulary, one: Restriction): Record<string, unknown> {
  return {
    bars: vocabulary.purposes.find((purpose) => purpose.id === one.bars)?.name.zh ?? one.bars,
    from: formatDay(one.from),
    until: printDay(lastDayIn(one.until)),
    baseline: one.baseline,
    layer: one.layer,
    cites: citationKey(one.cite),
    because: one.because,
  };
}

const printDay = (value: Day | null): string | null => (value === null ? null : formatDay(value));
