// What an explained answer costs, by how much of it is looked at. As a program it prints one JSON line of rates.

import assert from "node:assert/strict";
import { z } from "zod";
import { explainAnswer } from "#law/explain/explanation.ts";
import type { Explanation } from "#law/explain/explanation.ts";
import { readLine } from "#law/bulk/facts.ts";
import { factsAt } from "./asked-objects.ts";
import { lawFor, seed } from "./columns-against-hand.ts";
import { cpuOf, median } from "./cpu.ts";
import { makeQuestions } from "./questions.ts";

export const explainedQuestions = 20_000;
const rounds = 40;

/** Explanations per CPU second: handed over, with the sentences read, with everything read. */
export const explainedShape = z.object({ given: z.number(), sentences: z.number(), everything: z.number() });

/** Each is dropped before the next is made, as in a sweep; that there was one is counted, so that none is left out as unused. */
function measure(): z.output<typeof explainedShape> {
  const law = lawFor("both");
  const columns = makeQuestions(law, explainedQuestions, seed, { sanctions: true });
  const asked = Array.from({ length: explainedQuestions }, (_, index) => {
    const read = readLine(law, factsAt(law, columns, index));
    if (!read.ok) throw new Error(`${read.fault.path}: ${read.fault.message}`);
    return read;
  });
  const rate = (look: (explanation: Explanation) => unknown, passes: number): number => {
    let made = 0;
    const times = Array.from({ length: passes }, () =>
      cpuOf(() => {
        for (const { facts, question } of asked) if (look(explainAnswer(law, facts, question)) !== null) made += 1;
      }),
    );
    assert.equal(made, passes * explainedQuestions);
    return explainedQuestions / (median(times.slice(passes >> 2)) / 1e3);
  };
  return {
    given: rate(({ verdict }) => verdict, rounds),
    sentences: rate(({ sentences }) => sentences, rounds),
    everything: rate(
      ({ answer, sentences, arithmetic, readings, counterfactual }) => [
        answer.layers,
        answer.citations,
        answer.notes,
        sentences,
        arithmetic,
        readings,
        counterfactual,
      ],
      rounds >> 2,
    ),
  };
}

if (import.meta.main) console.log(JSON.stringify(measure()));
