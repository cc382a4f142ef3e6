// `wenze audit algorithm sha256|sm3`: with which algorithm the log goes on.
import { chooseLogAlgorithm } from "#log/uses/log-algorithm.ts";
import { printLine } from "../desk.ts";
import { Failure, withPlainFailures } from "../failure.ts";
import { readOptions } from "../options.ts";
import { withApp } from "../with-app.ts";
import { algorithmUsage, algorithmChosen } from "./words.ts";

export async function runAuditAlgorithm(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values, positionals } = readOptions({
      args,
      allowPositionals: true,
      options: { data: { type: "string" } },
    });
    const [algorithm] = positionals;
    if (algorithm !== "sha256" && algorithm !== "sm3") throw new Failure(algorithmUsage);
    return withApp(values.data, async (app) => {
      await chooseLogAlgorithm(app, algorithm);
      printLine(algorithmChosen(algorithm));
      return 0;
    });
  });
}
