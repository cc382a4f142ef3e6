// The compiled law and the hand-written code on the same columns, in alternating rounds. As a program (`alone` or `both`) it prints one
// JSON line of what it measured.

import assert from "node:assert/strict";
import { z } from "zod";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { compileColumns, makeResults } from "#law/bulk/columns.ts";
import { ANSWERS } from "#law/reckon/eligibility.ts";
import { compileLaw } from "#law/compile/law.ts";
import type { Law } from "#law/compile/law.ts";
import { assertAlike } from "./alike.ts";
import { cpuOf, median } from "./cpu.ts";
import { answerBothByHand, assumedSanctions } from "./hand-written-both.ts";
import { answerByHand, assumed } from "./hand-written.ts";
import { makeQuestions } from "./questions.ts";

export const questions = 100_000;
export const seed = 20190425;
export const rounds = 200;
const warming = 60;

const whole = await loadLaw();

/** The regulation alone, or with all upper norms. */
export function lawFor(which: "alone" | "both"): Law {
  return which === "alone" ? compileLaw({ regulation: whole.regulation, upper: [] }) : whole;
}

/** Median CPU milliseconds of one pass over all questions, and the median of the ratios of neighbouring passes. */
export const comparedShape = z.object({ engine: z.number(), hand: z.number(), ratio: z.number() });

/** Throws when an answer or a last day differs in either layer. */
function compare(which: "alone" | "both"): z.output<typeof comparedShape> {
  const law = lawFor(which);
  assertAssumed(law);
  const columns = makeQuestions(law, questions, seed, { sanctions: which === "both" });
  const compiled = compileColumns(law);
  const byHand = which === "both" ? answerBothByHand : answerByHand;
  const results = makeResults(questions);
  const others = makeResults(questions);
  compiled(columns, results);
  byHand(columns, others);
  assertAlike(columns, others, results);
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
  return { engine: median(engines), hand: median(hands), ratio };
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

if (import.meta.main) console.log(JSON.stringify(compare(process.argv[2] === "both" ? "both" : "alone")));
