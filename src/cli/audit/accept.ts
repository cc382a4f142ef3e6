// `wenze audit accept CHECKPOINT`: takes the countersignatures of a checkpoint file back into the log.
import { acceptCountersignatures } from "#log/uses/checkpoints.ts";
import { readCheckpointFile } from "./checkpoint-file.ts";
import { printError, fileAt, printLine } from "../desk.ts";
import { Failure, withPlainFailures } from "../failure.ts";
import { readOptions } from "../options.ts";
import { withApp } from "../with-app.ts";
import { acceptUsage, countersignaturesAdded } from "./words.ts";

export async function runAuditAccept(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values, positionals } = readOptions({
      args,
      allowPositionals: true,
      options: { data: { type: "string" } },
    });
    const [file] = positionals;
    if (file === undefined) throw new Failure(acceptUsage);
    const checkpoint = readCheckpointFile(fileAt(file));
    return withApp(values.data, async (app) => {
      const accepted = await acceptCountersignatures(app, null, { file: checkpoint });
      if (accepted.type !== "done") {
        for (const { message } of accepted.type === "refused" ? accepted.refusals : [])
          printError(`${message.zh}\n${message.en}`);
        return 1;
      }
      printLine(countersignaturesAdded(accepted.answer.added));
      return 0;
    });
  });
}
