// `wenze audit checkpoint`: signs the root over all entries; with --out it is also written as the file that a second body signs.
import { writeFileSync } from "node:fs";
import { latestCheckpoint, makeCheckpoint } from "#log/uses/checkpoints.ts";
import { fileAt, say } from "../desk.ts";
import { Failure, withPlainFailures } from "../failure.ts";
import { readOptions } from "../options.ts";
import { withApp } from "../with-app.ts";

export async function runAuditCheckpoint(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values } = readOptions({ args, options: { data: { type: "string" }, out: { type: "string" } } });
    return withApp(values.data, async (app) => {
      const made = await makeCheckpoint(app);
      const checkpoint = await latestCheckpoint(app);
      if (checkpoint === null)
        throw new Failure("日志中还没有记录，没有检查点可做", "The log is empty: there is nothing to sign");
      const { size, algorithm, root, at } = checkpoint;
      if (made === null) say("上一检查点之后没有新的记录。Nothing was added since the last checkpoint.");
      say(`检查点 checkpoint ${size}  ${algorithm}:${root}  ${at}`);
      if (values.out !== undefined) writeFileSync(fileAt(values.out), `${JSON.stringify(checkpoint, null, 2)}\n`);
      return 0;
    });
  });
}
