// The compiled law on columns against Article 13 written by hand in TypeScript, and against two rule engines, on the same 100,000
// questions. An answer that differs anywhere ends the bench: a fast wrong answer is worth nothing.

import assert from "node:assert/strict";
import { loadLaw } from "#app/regulations.ts";
import { NO_DAY, compileColumns, makeResults } from "#law/columns.ts";
import type { ColumnEngine, EligibilityColumns, EligibilityResults } from "#law/columns.ts";
import { ANSWERS } from "#law/eligibility.ts";
import { compileLaw } from "#law/law.ts";
import type { Law } from "#law/law.ts";
import { askedAt } from "./asked.ts";
import type { Asked } from "./asked.ts";
import { answerBothByHand, assumedSanctions, upperNormsKnown } from "./hand-written-both.ts";
import { answerByHand, assumed } from "./hand-written.ts";
import { openJsonRules } from "./json-rules.ts";
import { makeQuestions } from "./questions.ts";
import { figure, goal, table, writeSection } from "./results.ts";
import { openZen } from "./zen.ts";
import type { PeerAnswer } from "./zen.ts";

const questions = 100_000;
const seed = 20190425;
const warming = 60;
const rounds = 200;
/** Goal: at most so much of the CPU time of hand-written code. */
const goalRatio = 1.1;

const whole = await loadLaw();
const alone = compileLaw({ regulation: whole.regulation, upper: [] });
const both = compileLaw({
  regulation: whole.regulation,
  upper: whole.upper.filter(({ id }) => upperNormsKnown.includes(id)),
});
assertAssumed(both);
assert.equal(both.upper.length, upperNormsKnown.length);

const first = compareOnColumns(alone, answerByHand, { sanctions: false });
const second = compareOnColumns(both, answerBothByHand, { sanctions: true });

const asked = Array.from({ length: questions }, (_, index) => askedAt(alone, first.columns, index));
const zen = openZen();
const zenRate = await askAll(zen.ask, asked, first.results);
zen.close();
const jsonRules = openJsonRules();
const jsonRulesRate = await askAll(jsonRules.ask, asked, first.results);

const hand = rateOf(first.hand);
const row = (name: string, rate: number) => [name, figure(rate), figure(rate / hand, rate < hand / 10 ? 5 : 2)];
const kinds = ANSWERS.map(
  (kind, index) => `${figure(first.results.answer.filter((answer) => answer === index).length)} ${kind}`,
);

writeSection(
  "law",
  "The compiled law",
  `
${figure(questions)} seeded questions (seed ${seed}), crowded around the days on which answers change: ${kinds.join(", ")}. Every engine gave the
same answer and the same last barred day on every one of the ${figure(questions)}. The hand-written code knows this one regulation in its
default readings; it uses the same columns and the same calendar functions as the engine. Rounds of both alternate, ${rounds} of each;
rates are of the median round, the ratio is the median of the pairs.

### The regulation alone: Article 13 with grey day, consent and pending matters

${table(
  ["engine", "answers per CPU second", "against hand-written"],
  [
    row("hand-written TypeScript, columns", hand),
    row("Wenze, compiled from the pack, columns", rateOf(first.engine)),
    row(`@gorules/zen-engine ${zen.version}, objects`, zenRate),
    row(`json-rules-engine ${jsonRules.version}, objects`, jsonRulesRate),
  ],
)}

${goal(first.ratio <= goalRatio, `${first.ratio.toFixed(2)}× the CPU time of hand-written code on columns; at most ${goalRatio}× is asked.`)}

### With sanctions and six upper norms: both layers, discipline at the same time

${table(
  ["engine", "answers per CPU second", "against hand-written"],
  [
    ["hand-written TypeScript, columns", figure(rateOf(second.hand)), "1.00"],
    ["Wenze, compiled from the packs, columns", figure(rateOf(second.engine)), figure(second.hand / second.engine, 2)],
  ],
)}

${goal(second.ratio <= goalRatio, `${second.ratio.toFixed(2)}× the CPU time of hand-written code on columns; at most ${goalRatio}× is asked.`)}
`,
);

/** Median CPU milliseconds of one pass over all questions, after both have been found to answer alike in both layers. */
function compareOnColumns(
  law: Law,
  byHand: ColumnEngine,
  options: { sanctions: boolean },
): { engine: number; hand: number; ratio: number; columns: EligibilityColumns; results: EligibilityResults } {
  const columns = makeQuestions(law, questions, seed, options);
  const compiled = compileColumns(law);
  const results = makeResults(questions);
  const others = makeResults(questions);
  compiled(columns, results);
  byHand(columns, others);
  assert.deepEqual(others, results, "hand-written code and the compiled law answer differently");
  const engines: number[] = [];
  const hands: number[] = [];
  for (let round = 0; round < warming + rounds; round += 1) {
    const one = cpuOf(() => compiled(columns, results));
    const other = cpuOf(() => byHand(columns, others));
    if (round < warming) continue;
    engines.push(one);
    hands.push(other);
  }
  const ratio = median(engines.map((one, round) => one / (hands[round] ?? Number.NaN)));
  return { engine: median(engines), hand: median(hands), ratio, columns, results };
}

/** Questions per CPU second; throws at the first answer that differs. */
async function askAll(
  ask: (asked: Asked) => Promise<PeerAnswer>,
  all: readonly Asked[],
  expected: EligibilityResults,
): Promise<number> {
  const answers: PeerAnswer[] = [];
  const before = process.cpuUsage();
  for (const one of all) answers.push(await ask(one));
  const { user, system } = process.cpuUsage(before);
  answers.forEach(({ answer, until }, index) => {
    const wanted = { answer: expected.answer[index], until: expected.until[index] };
    assert.deepEqual({ answer, until: until ?? NO_DAY }, wanted, JSON.stringify(all[index]));
  });
  return all.length / ((user + system) / 1e6);
}

function cpuOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e3;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function rateOf(milliseconds: number): number {
  return questions / (milliseconds / 1e3);
}

/** The hand-written code has the vocabulary's order in its head; here it is held against the real one. */
function assertAssumed({ vocabulary }: Law): void {
  const places = (list: readonly { id: string }[], names: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.keys(names).map((id) => [id, list.findIndex((one) => one.id === id)]));
  assert.deepEqual(places(vocabulary.measures, assumed.measures), assumed.measures);
  assert.deepEqual(places(vocabulary.purposes, assumed.purposes), assumed.purposes);
  assert.deepEqual(places(vocabulary.sanctions, assumedSanctions), assumedSanctions);
  assert.deepEqual(Object.fromEntries(ANSWERS.map((kind, index) => [kind, index])), assumed.answers);
}
