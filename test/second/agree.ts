// Asks the engine and the second implementation the same questions and says where they part.

import { restrictionsOfAll } from "#law/consequences.ts";
import { formatDay } from "#law/days.ts";
import { answerLine, readLine } from "#law/facts.ts";
import type { Law } from "#law/law.ts";
import { verdictOf } from "#law/verdict.ts";
import { answerSecond } from "./answer.ts";
import type { FactSet, Level, Outcome, Purpose, Restriction } from "./facts.ts";
import { randomFacts } from "./random-facts.ts";

export type Disagreement = { facts: FactSet; engine: string[]; second: string[] };

/** How many fact sets were asked, how often each answer came, and where the two part (the first few). */
export type Agreement = { asked: number; answers: Record<string, number>; parted: number; first: Disagreement[] };

export function compareOn(law: Law, count: number, seed: number): Agreement {
  const found: Agreement = { asked: 0, answers: {}, parted: 0, first: [] };
  for (const facts of randomFacts(seed)) {
    if (found.asked === count) break;
    found.asked += 1;
    const engine = engineLines(law, facts);
    const second = secondLines(facts);
    const word = second[0]?.split(" ")[1] ?? "";
    found.answers[word] = (found.answers[word] ?? 0) + 1;
    if (engine.join("\n") === second.join("\n")) continue;
    found.parted += 1;
    if (found.first.length < 5) found.first.push({ facts, engine, second });
  }
  return found;
}

/** In words: the figures, and each difference with its facts. */
export function describeAgreement({ asked, answers, parted, first }: Agreement): string {
  const words = Object.entries(answers).map(([word, count]) => `${word} ${count}`);
  const differences = first.map(({ facts, engine, second }) => {
    const only = (one: string[], other: string[]): string => one.filter((line) => !other.includes(line)).join("; ");
    return `${JSON.stringify(facts)}\n  engine: ${only(engine, second)}\n  second: ${only(second, engine)}`;
  });
  return [`${asked} asked, ${parted} answered differently (${words.join(", ")})`, ...differences].join("\n");
}

/** What is compared: the answers, the restrictions that bear on the question, and all there are; several norms may give the same. */
function secondLines(facts: FactSet): string[] {
  const outcome = answerSecond(facts);
  if (outcome === null) return ["refused"];
  const { regulation } = outcome.layers;
  return [...written(outcome), atOnce(outcome.answer, outcome.until), atOnce(regulation.answer, regulation.until)];
}

function engineLines(law: Law, facts: FactSet): string[] {
  const printed = answerLine(law, facts);
  const read = readLine(law, facts);
  if (!read.ok) return ["refused"];
  const all = restrictionsOfAll(law, read.facts, read.facts.person.level).map((one): Restriction => ({
    bars: nameOf(law, one.bars),
    from: formatDay(one.from),
    until: formatDay(one.until),
    baseline: one.baseline as Level | null, // the ids of levels are their names
    layer: one.layer,
    because: one.because,
  }));
  // The shape of a good line, which src/law/facts.test.ts holds.
  const verdicts = [true, false].map((upper) => {
    const { answer, until } = verdictOf(law, read.facts, read.question, upper);
    return atOnce(answer, until === null ? null : formatDay(until));
  });
  return [...written({ ...(printed as Omit<Outcome, "all">), all }), ...verdicts];
}

/** What an explanation has in hand before any reason is looked at. */
function atOnce(answer: string, until: string | null): string {
  return `at once ${answer} ${until}`;
}

function written(outcome: Outcome): string[] {
  return [
    `answer ${outcome.answer} ${outcome.until}`,
    `regulation ${outcome.layers.regulation.answer} ${outcome.layers.regulation.until}`,
    `upper ${outcome.layers.upper.answer} ${outcome.layers.upper.until}`,
    ...sorted(outcome.restrictions.map((one) => `bears: ${writtenRestriction(one)}`)),
    ...sorted(outcome.all.map((one) => `stands: ${writtenRestriction(one)}`)),
  ];
}

function writtenRestriction(one: Restriction): string {
  return `${one.layer} ${one.because} ${one.bars} ${one.from} ${one.until} ${one.baseline}`;
}

function nameOf(law: Law, purpose: string): Purpose {
  // The purposes' Chinese names are the words of the facts format.
  return law.vocabulary.purposes.find((one) => one.id === purpose)?.name.zh as Purpose;
}

function sorted(lines: readonly string[]): string[] {
  return [...new Set(lines)].sort();
}
