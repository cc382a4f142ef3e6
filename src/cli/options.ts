// The options of a command; one that it does not know is said so in one sentence.
import { parseArgs } from "node:util";
import type { ParseArgsConfig } from "node:util";
import { Failure } from "./failure.ts";

export function readOptions<const Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new Failure(`命令参数有误，请看 wenze help：${(config.args ?? []).join(" ")}`, error.message);
  }
}
