// A failure said in one sentence, Chinese and English, without a stack trace; only what nobody foresaw keeps its trace.
import { BrokenRegulation } from "#law-admin/packs/regulations.ts";
import type { StoreProblemCode } from "#database/problem.ts";
import type { Sentence } from "#law/text/citation.ts";
import { printError } from "./desk.ts";

/** Something a person at the terminal can put right. */
export class Failure extends Error {
  constructor({ zh, en }: Sentence) {
    super(`${zh}\n${en}`);
    this.name = "Failure";
  }
}

/** Runs a command's work; a foreseen failure is printed and answers 1. */
export async function withPlainFailures(work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!isForeseen(error)) throw error;
    printError(error.message);
    return 1;
  }
}

function isForeseen(error: unknown): error is Error {
  if (error instanceof Failure || error instanceof BrokenRegulation) return true;
  if (!(error instanceof Error)) return false;
  // The store's own sentence; told by its name, because the command line does not import the store.
  return error.name === "StoreProblem";
}

/** Whether the store met this problem, such as a data folder that is held by another process. */
export function isProblem(error: unknown, code: StoreProblemCode): boolean {
  return error instanceof Error && error.name === "StoreProblem" && "code" in error && error.code === code;
}
