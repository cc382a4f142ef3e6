// `wenze audit verify`: walks every chain of the log; exit status 1 when a byte of it was changed.
import { verifyChains } from "#log/uses/log.ts";
import { printError, printLine } from "../desk.ts";
import { withPlainFailures } from "../failure.ts";
import { readOptions } from "../options.ts";
import { withApp } from "../with-app.ts";
import { logBroken, logWhole } from "./words.ts";

export async function runAuditVerify(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values } = readOptions({ args, options: { data: { type: "string" } } });
    return withApp(values.data, async (app) => {
      const { chains, entries, checkpoints, covered, faults } = await verifyChains(app);
      for (const { chain, seq, what } of faults) printError(`${chain} #${seq}: ${what}`);
      if (faults.length > 0) {
        printError(logBroken(faults.length));
        return 1;
      }
      printLine(logWhole(chains, entries, checkpoints, covered));
      return 0;
    });
  });
}
