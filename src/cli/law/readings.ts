// `wenze law readings [NAME]`: each reading with its clause and options, and how many of the same seeded
// questions every alternative would answer otherwise.
import { BrokenRegulation, loadLaw } from "#law-admin/packs/regulations.ts";
import { wordsOf } from "#law/text/cited-words.ts";
import { hasColumns } from "#law/bulk/column-table.ts";
import { effectsOf, readingsOf } from "#law/compile/readings.ts";
import type { Reading, ReadingEffect } from "#law/compile/readings.ts";
import { seedQuestions } from "#law/differ/seeded-questions.ts";
import {
  readingsUsage,
  bulkImpossible,
  readingNotFound,
  questionKinds,
  questionsAsked,
  answersChanged,
  argumentExtra,
  valueMissing,
  countOutOfRange,
  optionUnknown,
} from "./words.ts";

type Call = { name: string | null; questions: number; seed: number; regulation?: string; folder?: string };

/** Prints the readings. Exit code 0; 2 for a wrong call or packs that cannot be read. */
export async function runLawReadings(args: readonly string[]): Promise<number> {
  const call = parseCall(args);
  if (typeof call === "string") {
    console.error(`${call}\n${readingsUsage}`);
    return 2;
  }
  const law = await loadLaw(call).catch((error: unknown) => {
    if (error instanceof BrokenRegulation || (error instanceof Error && "code" in error)) return error.message;
    throw error;
  });
  if (typeof law === "string") {
    console.error(law);
    return 2;
  }
  if (!hasColumns(law)) {
    console.error(bulkImpossible);
    return 2;
  }
  const readings = readingsOf(law);
  const shown = readings.filter((reading) => call.name === null || reading.name === call.name);
  if (shown.length === 0) {
    console.error(
      readingNotFound(
        call.name,
        readings.map(({ name }) => name),
      ),
    );
    return 2;
  }
  const questions = seedQuestions(law, call.questions, call.seed);
  const counts = questionKinds(
    questions.eligibility.length,
    questions.circumstances.length,
    questions.offers.length,
    questions.bodies.length,
  );
  console.log(questionsAsked(call.questions, call.seed, counts));
  const effects = effectsOf(law, shown, questions);
  for (const reading of shown) printReading(reading, effects.get(reading.name) ?? [], call, call.name !== null);
  return 0;
}

function printReading(
  reading: Reading,
  effects: readonly ReadingEffect[],
  { questions }: Call,
  withClause: boolean,
): void {
  console.log(`${reading.name}  ${reading.cite.label.zh}`);
  console.log(`    ${reading.question.zh}\n    ${reading.question.en}`);
  if (withClause) console.log(`    ${wordsOf(reading.cite).zh}`);
  for (const { option, meaning } of reading.options) {
    const effect = effects.find((one) => one.option === option);
    console.log(`  ${effect === undefined ? "*" : " "} ${option}  ${meaning.zh}  ${meaning.en}`);
    if (effect === undefined) continue;
    const { eligibility, circumstances, offers, bodies } = effect.changed;
    console.log(answersChanged(effect.total, questions, eligibility, circumstances, offers, bodies));
  }
  console.log("");
}

function parseCall(args: readonly string[]): Call | string {
  const call: Call = { name: null, questions: 100_000, seed: 20_190_425 };
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? "";
    if (!word.startsWith("--")) {
      if (call.name !== null) return argumentExtra(word);
      call.name = word;
      continue;
    }
    index += 1;
    const value = args[index];
    if (value === undefined) return valueMissing(word);
    const fault = setOption(call, word, value);
    if (fault !== null) return fault;
  }
  return call;
}

function setOption(call: Call, flag: string, value: string): string | null {
  if (flag === "--regulation") call.regulation = value;
  else if (flag === "--regulations") call.folder = value;
  else if (flag === "--questions" || flag === "--seed") {
    const number = Number(value);
    if (!Number.isInteger(number) || number < 0 || number > 10_000_000) {
      return countOutOfRange(flag, value);
    }
    if (flag === "--seed") call.seed = number;
    else call.questions = number;
  } else return optionUnknown(flag);
  return null;
}
