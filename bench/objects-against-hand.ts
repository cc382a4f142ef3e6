// Objects of the facts format, answered by the compiled law and by hand in alternating rounds. As a program it prints one JSON line of
// what it measured.

import assert from "node:assert/strict";
import type { z } from "zod";
import { compileObjects } from "./facts-objects.ts";
import { factsAt } from "./asked-objects.ts";
import { lawFor, questions, seed } from "./columns-against-hand.ts";
import type { comparedShape } from "./columns-against-hand.ts";
import { cpuOf, median } from "./cpu.ts";
import { answerObjectsByHand } from "./hand-written-objects.ts";
import { makeQuestions } from "./questions.ts";

export const objectRounds = 60;
const warming = 20;

/** Throws when an answer or a last day differs in either layer. */
function compare(): z.output<typeof comparedShape> {
  const law = lawFor("both");
  const columns = makeQuestions(law, questions, seed, { sanctions: true });
  const list = Array.from({ length: questions }, (_, index) => factsAt(law, columns, index));
  const compiled = compileObjects(law);
  assert.deepEqual(
    answerObjectsByHand(list),
    compiled(list),
    "hand-written code and the compiled law answer differently",
  );
  const engines: number[] = [];
  const hands: number[] = [];
  for (let round = 0; round < warming + objectRounds; round += 1) {
    const one = cpuOf(() => compiled(list));
    const other = cpuOf(() => answerObjectsByHand(list));
    if (round < warming) continue;
    engines.push(one);
    hands.push(other);
  }
  const ratio = median(engines.map((one, round) => one / (hands[round] ?? Number.NaN)));
  return { engine: median(engines), hand: median(hands), ratio };
}

if (import.meta.main) console.log(JSON.stringify(compare()));
