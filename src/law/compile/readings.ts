// The readings of a regulation: what each decides, where its clause stands, and how many questions its
// alternatives would answer otherwise.
import { citationOf } from "../text/cite.ts";
import type { Citation, Sentence } from "../text/citation.ts";
import { answerColumns } from "../bulk/columns.ts";
import { readingOn } from "./interpretation.ts";
import type { Law } from "./law.ts";
import { lawUnder } from "./law.ts";
import { examineCircumstance } from "../procedure/circumstances.ts";
import { examineBody, openMeasures } from "../procedure/measures.ts";
import type { SeededQuestions } from "../differ/seeded-questions.ts";

export type Reading = {
  name: string;
  /** What it decides. */
  question: Sentence;
  cite: Citation;
  default: string;
  /** The option in force for what is decided last. */
  value: string;
  options: { option: string; meaning: Sentence }[];
};

export type ReadingEffect = {
  option: string;
  /** How many of the questions of each kind are answered otherwise than under the reading in force. */
  changed: { eligibility: number; circumstances: number; offers: number; bodies: number };
  total: number;
};

/** All readings in the order of the regulation. */
export function readingsOf(law: Law): Reading[] {
  return law.regulation.settings.map((setting) => ({
    name: setting.name,
    question: setting.question,
    cite: clauseOf(law, setting.cite),
    default: setting.default,
    value: readingOn(law, setting.name, law.reckonedOn),
    options: Object.entries(setting.options).map(([option, meaning]) => ({ option, meaning })),
  }));
}

/** For every reading given, by its name: for every alternative, how many of the questions it answers otherwise. */
export function effectsOf(
  law: Law,
  readings: readonly Reading[],
  questions: SeededQuestions,
): Map<string, ReadingEffect[]> {
  const before = answersTo(law, questions);
  return new Map(readings.map((reading) => [reading.name, effectsOfOne(law, reading, questions, before)]));
}

function effectsOfOne(law: Law, reading: Reading, questions: SeededQuestions, before: Answers): ReadingEffect[] {
  return reading.options
    .filter(({ option }) => option !== reading.value)
    .map(({ option }) => {
      const after = answersTo(lawUnder(law, reading.name, option), questions);
      const changed = {
        eligibility: differing(before.eligibility, after.eligibility),
        circumstances: differing(before.circumstances, after.circumstances),
        offers: differing(before.offers, after.offers),
        bodies: differing(before.bodies, after.bodies),
      };
      const total = changed.eligibility + changed.circumstances + changed.offers + changed.bodies;
      return { option, changed, total };
    });
}

type Answers = Record<"eligibility" | "circumstances" | "offers" | "bodies", readonly unknown[]>;

function answersTo(law: Law, questions: SeededQuestions): Answers {
  const { regulation, upper, regulationUntil, upperUntil } = answerColumns(law, questions.eligibility);
  return {
    eligibility: Array.from(
      regulation,
      (answer, index) => `${answer} ${upper[index]} ${regulationUntil[index]} ${upperUntil[index]}`,
    ),
    circumstances: questions.circumstances.map((findings) => examineCircumstance(law, findings).established),
    offers: questions.offers.map((found) =>
      openMeasures(law, found)
        .tiers.map((tier) => tier.tier)
        .join(),
    ),
    bodies: questions.bodies.map((body) => examineBody(law, body).reform),
  };
}

function differing(one: readonly unknown[], other: readonly unknown[]): number {
  return one.reduce<number>((count, answer, index) => (answer === other[index] ? count : count + 1), 0);
}

// A reading concerns a whole clause, so the clause itself is quoted.
function clauseOf(law: Law, at: string): Citation {
  const clause = law.regulation.clauses.find((candidate) => candidate.at === at);
  return citationOf(law.regulation, { cite: at, quote: clause?.text ?? "" });
}
