// `wenze recovery key PART-1 PART-2`: makes the key to which backups are sealed; its two parts are handed to two people.
import { existsSync, rmSync } from "node:fs";
import { writeDurably } from "#database/durable.ts";
import { makeRecoveryKey } from "#backup/uses/recovery-key.ts";
import { fileAt, printLine } from "./desk.ts";
import { Failure, withPlainFailures } from "./failure.ts";
import { readOptions } from "./options.ts";
import { withApp } from "./with-app.ts";
import { fileThereAlready, recoveryKeyMade, recoveryKeyUsage } from "./words.ts";

export async function runRecoveryKey(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values, positionals } = readOptions({
      args,
      allowPositionals: true,
      options: { data: { type: "string" } },
    });
    const [first, second] = positionals;
    if (first === undefined || second === undefined || first === second) throw new Failure(recoveryKeyUsage);
    const files = [fileAt(first), fileAt(second)];
    for (const file of files) if (existsSync(file)) throw new Failure(fileThereAlready(file));
    return withApp(values.data, async (app) => {
      try {
        await makeRecoveryKey(app, (parts) => {
          for (const [index, file] of files.entries())
            writeDurably(file, `${JSON.stringify(parts[index], null, 2)}\n`, 0o600);
        });
      } catch (error) {
        for (const file of files) rmSync(file, { force: true });
        throw error;
      }
      printLine(recoveryKeyMade(first, second));
      return 0;
    });
  });
}
