// The compiled law on columns against Article 13 written by hand in TypeScript, and against two rule engines, on the same 100,000
// questions. An answer that differs anywhere ends the bench: a fast wrong answer is worth nothing.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import path from "node:path";
import { NO_DAY, answerColumns } from "#law/columns.ts";
import type { EligibilityResults } from "#law/columns.ts";
import { ANSWERS } from "#law/eligibility.ts";
import { askedAt } from "./asked.ts";
import type { Asked } from "./asked.ts";
import { comparedShape, lawFor, questions, rounds, seed } from "./columns-against-hand.ts";
import { openJsonRules } from "./json-rules.ts";
import { makeQuestions } from "./questions.ts";
import { figure, goal, table, writeSection } from "./results.ts";
import { openZen } from "./zen.ts";
import type { PeerAnswer } from "./zen.ts";

/** Goal: at most so much of the CPU time of hand-written code. */
const goalRatio = 1.1;

const first = compared("alone");
const second = compared("both");

const alone = lawFor("alone");
const columns = makeQuestions(alone, questions, seed, { sanctions: false });
const results = answerColumns(alone, columns);
const asked = Array.from({ length: questions }, (_, index) => askedAt(alone, columns, index));
const zen = openZen();
const zenRate = await askAll(zen.ask, asked, results);
zen.close();
const jsonRules = openJsonRules();
const jsonRulesRate = await askAll(jsonRules.ask, asked, results);

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
same answer and the same last barred day on every one of the ${figure(questions)}. The hand-written code knows this one regulation in its
default readings; it uses the same columns and the same calendar functions as the engine. ${rounds} rounds of both alternate;
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

/** In a process of its own: a second law in the same one would find the machine code made for the first. */
function compared(which: "alone" | "both") {
  const program = path.join(import.meta.dirname, "columns-against-hand.ts");
  return comparedShape.parse(JSON.parse(execFileSync(process.execPath, [program, which], { encoding: "utf8" })));
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

function rateOf(milliseconds: number): number {
  return questions / (milliseconds / 1e3);
}
