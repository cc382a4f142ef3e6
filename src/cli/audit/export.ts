// `wenze audit export FILE`: the whole log, with its checkpoints, for the verifier in verify/.
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { exportLog } from "#log/uses/log-export.ts";
import { fileAt, printLine } from "../desk.ts";
import { Failure, withPlainFailures } from "../failure.ts";
import { readOptions } from "../options.ts";
import { withApp } from "../with-app.ts";
import { exportUsage, logWritten } from "./words.ts";

export async function runAuditExport(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values, positionals } = readOptions({
      args,
      allowPositionals: true,
      options: { data: { type: "string" } },
    });
    const [file] = positionals;
    if (file === undefined) throw new Failure(exportUsage);
    return withApp(values.data, async (app) => {
      await pipeline(Readable.from(await exportLog(app, null)), createWriteStream(fileAt(file), { mode: 0o600 }));
      printLine(logWritten(file));
      return 0;
    });
  });
}
