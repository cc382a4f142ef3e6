// `wenze audit checkpoint`: signs the root over all entries; with --out it is also written as the file that a second body signs.
import { writeFileSync } from "node:fs";
import { latestCheckpoint, makeCheckpoint } from "#log/uses/checkpoints.ts";
import { verifyChains } from "#log/uses/log.ts";
import { fileAt, printError, printLine } from "../desk.ts";
import { Failure, withPlainFailures } from "../failure.ts";
import { readOptions } from "../options.ts";
import { withApp } from "../with-app.ts";
import { logEmpty, nothingNewToSign, notSigned, checkpointMade } from "./words.ts";

export async function runAuditCheckpoint(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values } = readOptions({ args, options: { data: { type: "string" }, out: { type: "string" } } });
    return withApp(values.data, async (app) => {
      // What was changed is not signed over.
      const { faults } = await verifyChains(app);
      for (const { chain, seq, what } of faults) printError(`${chain} #${seq}: ${what}`);
      if (faults.length > 0) throw new Failure(notSigned(faults.length));
      const made = await makeCheckpoint(app);
      const checkpoint = await latestCheckpoint(app);
      if (checkpoint === null) throw new Failure(logEmpty);
      const { size, algorithm, root, at } = checkpoint;
      if (made === null) printLine(nothingNewToSign);
      printLine(checkpointMade(size, algorithm, root, at));
      if (values.out !== undefined) writeFileSync(fileAt(values.out), `${JSON.stringify(checkpoint, null, 2)}\n`);
      return 0;
    });
  });
}
