// `wenze audit countersign CHECKPOINT --key FILE --name NAME`: a second body signs a checkpoint file, on a machine of its own.
import { existsSync, writeFileSync } from "node:fs";
import { countersign } from "#log/uses/countersign.ts";
import { readCheckpointFile } from "./checkpoint-file.ts";
import { Failure, withPlainFailures } from "../failure.ts";
import { readOptions } from "../options.ts";
import { countersignUsage, signatureUnfit, keyIsOwn, keyMade, checkpointCountersigned } from "./words.ts";

export async function runAuditCountersign(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values, positionals } = readOptions({
      args,
      allowPositionals: true,
      options: { key: { type: "string" }, name: { type: "string" }, out: { type: "string" } },
    });
    const [file] = positionals;
    const { key, name } = values;
    if (file === undefined || key === undefined || name === undefined || name.trim() === "")
      throw new Failure(countersignUsage);
    const at = Temporal.Now.instant().toString({ fractionalSecondDigits: 3 });
    const isNew = !existsSync(key);
    const signed = countersign(readCheckpointFile(file), key, { name: name.trim(), at });
    if (signed.type === "unfit") throw new Failure(signatureUnfit(file));
    if (signed.type === "own-key") throw new Failure(keyIsOwn);
    if (isNew) console.log(keyMade(key));
    const out = values.out ?? file;
    writeFileSync(out, `${JSON.stringify(signed.file, null, 2)}\n`);
    console.log(checkpointCountersigned(signed.file.size, out));
    return 0;
  });
}
