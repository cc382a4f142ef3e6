// The compiled law against Article 13 written by hand in TypeScript, on columns and on objects, against three rule engines and one
// query of PostgreSQL, on the same 100,000 questions. An answer that differs anywhere ends the bench: a fast wrong answer is worth nothing.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import path from "node:path";
import type { z } from "zod";
import { NO_DAY, answerColumns } from "#law/bulk/columns.ts";
import type { EligibilityResults } from "#law/bulk/columns.ts";
import { ANSWERS } from "#law/reckon/eligibility.ts";
import { askedAt } from "./asked.ts";
import type { Asked } from "./asked.ts";
import { openBulkQuery } from "./bulk-query.ts";
import { comparedShape, lawFor, questions, rounds, seed } from "./columns-against-hand.ts";
import { explainedQuestions, explainedShape } from "./explained.ts";
import { median } from "./cpu.ts";
import { openJsonRules } from "./json-rules.ts";
import { objectRounds } from "./objects-against-hand.ts";
import { openPublicodes } from "./publicodes.ts";
import { makeQuestions } from "./questions.ts";
import { figure, goal, table, writeSection } from "./results.ts";
import { openZen } from "./zen.ts";
import type { PeerAnswer } from "./zen.ts";

/** Goal: at most so much of the CPU time of hand-written code. */
const goalRatio = 1.1;
/** Objects: so many a CPU second, or at most so much of the CPU time of hand-written code. */
const goalObjects = { rate: 5_000_000, ratio: 1.3 };
const goalExplained = 2_000_000;
/** The slowest engine answers a part of the questions; it would take minutes for all. */
const part = 10_000;

const processes = 3;

const first = compared("columns-against-hand.ts", "alone");
const second = compared("columns-against-hand.ts", "both");
const objects = compared("objects-against-hand.ts");
const explainedRuns = inProcesses("explained.ts").map((run) => explainedShape.parse(run));
const explained = {
  given: median(explainedRuns.map(({ given }) => given)),
  sentences: median(explainedRuns.map(({ sentences }) => sentences)),
  everything: median(explainedRuns.map(({ everything }) => everything)),
};

const alone = lawFor("alone");
const columns = makeQuestions(alone, questions, seed, { sanctions: false });
const results = answerColumns(alone, columns);
const asked = Array.from({ length: questions }, (_, index) => askedAt(alone, columns, index));
const zen = openZen();
const zenRate = await askAll(zen.ask, asked, results);
zen.close();
const jsonRules = openJsonRules();
const jsonRulesRate = await askAll(jsonRules.ask, asked, results);
const publicodes = openPublicodes();
const publicodesRate = await askAll(publicodes.ask, asked.slice(0, part), results);
const bulk = await openBulkQuery();
const bulkRate = await askInBulk();
await bulk.close();

const hand = rateOf(first.hand);
const row = (name: string, rate: number) => [name, figure(rate), figure(rate / hand, rate < hand / 10 ? 5 : 2)];
const kinds = ANSWERS.map(
  (kind, index) => `${figure(results.answer.filter((answer) => answer === index).length)} ${kind}`,
);

writeSection(
  "law",
  "The compiled law",
  `
${figure(questions)} seeded questions (seed ${seed}), crowded around the days on which answers change: ${kinds.join(", ")}. Every engine gave the
same answer and the same last barred day on every one of the ${figure(questions)}; publicodes was asked the first ${figure(part)}. The hand-written code knows this one regulation in its
default readings; it uses the same columns and the same calendar functions as the engine. ${rounds} rounds of both alternate;
rates are of the median round, the ratio is the median of the pairs; of these the medians of ${processes} processes.

### The regulation alone: Article 13 with grey day, consent and pending matters

${table(
  ["engine", "answers per CPU second", "against hand-written"],
  [
    row("hand-written TypeScript, columns", hand),
    ["Wenze, compiled from the pack, columns", figure(rateOf(first.engine)), figure(1 / first.ratio, 2)],
    row(`${bulk.engine.replace(/ \(.*/u, "")}, one bulk query over arrays, server and client`, bulkRate),
    row(`@gorules/zen-engine ${zen.version}, objects`, zenRate),
    row(`json-rules-engine ${jsonRules.version}, objects`, jsonRulesRate),
    row(`publicodes ${publicodes.version}, objects`, publicodesRate),
  ],
)}

${goal(first.ratio <= goalRatio, `${first.ratio.toFixed(2)}× the CPU time of hand-written code on columns; at most ${goalRatio}× is asked.`)}

### With sanctions and all upper norms: both layers, discipline at the same time

${table(
  ["engine", "answers per CPU second", "against hand-written"],
  [
    ["hand-written TypeScript, columns", figure(rateOf(second.hand)), "1.00"],
    ["Wenze, compiled from the packs, columns", figure(rateOf(second.engine)), figure(1 / second.ratio, 2)],
  ],
)}

${goal(second.ratio <= goalRatio, `${second.ratio.toFixed(2)}× the CPU time of hand-written code on columns; at most ${goalRatio}× is asked.`)}

### Objects in Chinese words and ISO days in, answers of both layers with ISO days out

The hand-written code trusts the objects; the engine refuses those with a field, a word or a day that the facts format does not know.
The one reads days by the calendar, the other from a table of months.
${objectRounds} rounds of both alternate.

${table(
  ["engine", "answers per CPU second", "against hand-written"],
  [
    ["hand-written TypeScript, objects", figure(rateOf(objects.hand)), "1.00"],
    ["Wenze, compiled from the packs, objects", figure(rateOf(objects.engine)), figure(1 / objects.ratio, 2)],
  ],
)}

${goal(
  objects.ratio <= goalObjects.ratio || rateOf(objects.engine) >= goalObjects.rate,
  `${objects.ratio.toFixed(2)}× the CPU time of hand-written code on objects; ${figure(goalObjects.rate)} a CPU second or at most ${goalObjects.ratio}× is asked.`,
)}

### Explanations

The medians of ${processes} processes, from facts that are read already (integer days, ids), ${figure(explainedQuestions)} of the same questions, both layers. An explanation is given with its answer
and last day in hand; its sentences with quoted clauses, arithmetic, readings with what each alternative would answer, and
counterfactual are made when they are looked at. The last row looks at all of them, which asks the law some twenty times more.

${table(
  ["what is looked at", "explanations per CPU second"],
  [
    ["the answer; the rest is made on demand", figure(explained.given)],
    ["the sentences, in both languages, each with its quoted clause", figure(explained.sentences)],
    ["everything", figure(explained.everything)],
  ],
)}

${goal(explained.given >= goalExplained, `${figure(explained.given)} explanations given per CPU second, with everything on demand; ${figure(goalExplained)} is asked.`)}
${goal(explained.everything >= goalExplained, `${figure(explained.everything)} with everything looked at.`)}
`,
);

function compared(program: string, ...args: string[]): z.output<typeof comparedShape> {
  const runs = inProcesses(program, ...args).map((run) => comparedShape.parse(run));
  return {
    engine: median(runs.map(({ engine }) => engine)),
    hand: median(runs.map(({ hand }) => hand)),
    ratio: median(runs.map(({ ratio }) => ratio)),
  };
}

/**
 * What a program prints, run several times. A process of its own each time: what the machine makes of the code differs from one to the
 * next, and a second law in the same one would find the machine code made for the first.
 */
function inProcesses(program: string, ...args: string[]): unknown[] {
  const file = path.join(import.meta.dirname, program);
  return Array.from({ length: processes }, (): unknown =>
    JSON.parse(execFileSync(process.execPath, [file, ...args], { encoding: "utf8" })),
  );
}

/** The median of five queries of all questions, each compared with the engine's answers. */
async function askInBulk(): Promise<number> {
  const rates: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const { answers, seconds } = await bulk.ask(asked);
    compareAll(answers, results);
    rates.push(questions / seconds);
  }
  return median(rates);
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
  compareAll(answers, expected);
  return all.length / ((user + system) / 1e6);
}

function compareAll(answers: readonly PeerAnswer[], expected: EligibilityResults): void {
  answers.forEach(({ answer, until }, index) => {
    const wanted = { answer: expected.answer[index], until: expected.until[index] };
    assert.deepEqual({ answer, until: until ?? NO_DAY }, wanted, JSON.stringify(asked[index]));
  });
}

function rateOf(milliseconds: number): number {
  return questions / (milliseconds / 1e3);
}
