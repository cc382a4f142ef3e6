// `wenze sweep`: holds what was registered against what was barred on its day, and says what was found.
import { sweepNow } from "#sweep/uses/sweep.ts";
import { printLine } from "./desk.ts";
import { Failure, withPlainFailures } from "./failure.ts";
import { readOptions } from "./options.ts";
import { withApp } from "./with-app.ts";
import { sweepDone, sweepUnderWay, sweepCancelled } from "./words.ts";

export async function runSweep(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values } = readOptions({ args, options: { data: { type: "string" } } });
    return withApp(values.data, async (app) => {
      const run = await sweepNow(app, "command");
      if (run === null) throw new Failure(sweepUnderWay);
      if (run.state !== "done") throw new Failure(sweepCancelled);
      const { zh, en } = sweepDone(run);
      printLine(zh);
      printLine(en);
      return 0;
    });
  });
}
