// Everything that can be asked about an answer, each part worked out only when it is looked at: why, how
// the days were counted, which readings it rests on, and what would change it.
import { arithmeticOf } from "./arithmetic.ts";
import type { Arithmetic } from "./arithmetic.ts";
import { lastDayAsked } from "../reckon/bearing.ts";
import { citationKey } from "../text/citation.ts";
import type { Sentence } from "../text/citation.ts";
import { countAll } from "../reckon/consequences.ts";
import { counterfactualOf } from "./counterfactual.ts";
import type { Counterfactual } from "./counterfactual.ts";
import { yearOf } from "../reckon/days.ts";
import type { Day } from "../reckon/days.ts";
import { answerEligibility, assess } from "../reckon/eligibility.ts";
import type { Answer, AnswerKind, Facts, Question } from "../reckon/eligibility.ts";
import { lawUnder } from "../compile/law.ts";
import type { Law } from "../compile/law.ts";
import { readingsOf } from "../compile/readings.ts";
import { standingOn } from "../reckon/records.ts";
import { verdictOf } from "../bulk/verdict.ts";
import type { Verdict } from "../bulk/verdict.ts";

export type UsedReading = {
  name: string;
  /** What it decides, and the clause that leaves it open. */
  question: Sentence;
  cites: string;
  /** The option in force. */
  value: string;
  /** What each other option would answer; `changes` when that is anything else, in either layer. */
  alternatives: { option: string; meaning: Sentence; answer: AnswerKind; until: Day | null; changes: boolean }[];
};

export type Explanation = {
  /** The answer and its last barred day, worked out already. */
  readonly verdict: Verdict;
  /** The same with both layers and all that it rests on. */
  readonly answer: Answer;
  /** The answer in words, then each reason with its quoted clause. */
  readonly sentences: Sentence[];
  /** How each bar of this purpose that had begun by the day in question was counted, expired ones included. */
  readonly arithmetic: Arithmetic[];
  /** The readings that were consulted on the way to the answer, in the order of the regulation. */
  readonly readings: UsedReading[];
  readonly counterfactual: Counterfactual;
};

/** The explanation of an answer; `upper` false leaves the upper layer out, as in the answer asked for. */
export function explainAnswer(law: Law, facts: Facts, question: Question, upper = true): Explanation {
  return new Explained(law, facts, question, upper);
}

// A class, because getters made anew for every answer cost more than the answer.
class Explained implements Explanation {
  readonly verdict: Verdict;
  readonly #law: Law;
  readonly #facts: Facts;
  readonly #question: Question;
  readonly #upper: boolean;
  #answer: Answer | null = null;

  constructor(law: Law, facts: Facts, question: Question, upper: boolean) {
    this.verdict = verdictOf(law, facts, question, upper);
    this.#law = law;
    this.#facts = facts;
    this.#question = question;
    this.#upper = upper;
  }

  get answer(): Answer {
    this.#answer ??= answerEligibility(this.#law, this.#facts, this.#question);
    return this.#answer;
  }

  get sentences(): Sentence[] {
    return this.answer.sentences;
  }

  get arithmetic(): Arithmetic[] {
    return arithmeticFor(this.#law, this.#facts, this.#question, this.#upper);
  }

  get readings(): UsedReading[] {
    return readingsUsed(this.#law, this.#facts, this.#question, this.#upper, this.answer);
  }

  get counterfactual(): Counterfactual {
    return counterfactualOf(this.#law, this.#facts, this.#question, this.#upper);
  }
}

function readingsUsed(law: Law, facts: Facts, question: Question, upper: boolean, answer: Answer): UsedReading[] {
  const consulted = new Set<string>();
  assess(recording(law, consulted), facts, question);
  return readingsOf(law)
    .filter((reading) => consulted.has(reading.name))
    .map((reading) => ({
      name: reading.name,
      question: reading.question,
      cites: citationKey(reading.cite),
      value: reading.value,
      alternatives: reading.options
        .filter(({ option }) => option !== reading.value)
        .map(({ option, meaning }) => {
          const other = answerEligibility(lawUnder(law, reading.name, option), facts, question);
          const shown = upper ? other : other.layers.regulation;
          return {
            option,
            meaning,
            answer: shown.answer,
            until: shown.until,
            changes: printed(other, upper) !== printed(answer, upper),
          };
        }),
    }));
}

// A law that notes which of its readings are asked for.
function recording(law: Law, consulted: Set<string>): Law {
  const settings = new Proxy(law.settings, {
    get(target, name) {
      if (typeof name !== "string") return undefined;
      consulted.add(name);
      return target[name];
    },
  });
  return { ...law, settings };
}

function arithmeticFor(law: Law, facts: Facts, question: Question, upper: boolean): Arithmetic[] {
  const asked = new Set(
    law.vocabulary.bearings.filter((pair) => pair.purpose === question.purpose).map((pair) => pair.bar),
  );
  return countAll(law, standingOn(facts, question), lastDayAsked(question), facts.person.level)
    .filter(({ restriction }) => asked.has(restriction.bars) && (upper || restriction.layer === "regulation"))
    .filter(({ restriction }) =>
      "year" in question
        ? yearOf(restriction.from) <= question.year && question.year <= yearOf(restriction.until)
        : restriction.from <= question.date,
    )
    .map((counted) => arithmeticOf(law, counted));
}

function printed(answer: Answer, upper: boolean): string {
  const { regulation, upper: above } = answer.layers;
  return [regulation, ...(upper ? [above] : [])].map((layer) => `${layer.answer} ${layer.until}`).join(" / ");
}
