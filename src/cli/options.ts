// The options of a command; one that it does not know is said so in one sentence.
import { parseArgs } from "node:util";
import type { ParseArgsConfig } from "node:util";
import { Failure } from "./failure.ts";
import { optionsInvalid } from "./words.ts";

export function readOptions<const Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new Failure(optionsInvalid(config.args ?? [], error.message));
  }
}
