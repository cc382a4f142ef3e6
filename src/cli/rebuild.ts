// `wenze rebuild`: derives everything again from the events; reports rows that differed, and replaces them.
import { rebuildAll } from "#matters/uses/rebuild.ts";
import { printError, printLine } from "./desk.ts";
import { withPlainFailures } from "./failure.ts";
import { readOptions } from "./options.ts";
import { withApp } from "./with-app.ts";
import { nothingThere, rowsRebuilt } from "./words.ts";

export async function runRebuild(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values } = readOptions({ args, options: { data: { type: "string" } } });
    return withApp(values.data, async (app) => {
      const { matters, rows, differences } = await rebuildAll(app, { repair: true });
      for (const { table, key, stored, rebuilt } of differences)
        printError(`${table} ${key}\n  - ${stored ?? nothingThere}\n  + ${rebuilt ?? nothingThere}`);
      const { zh, en } = rowsRebuilt(matters, rows, differences.length);
      printLine(zh);
      printLine(en);
      return differences.length > 0 ? 1 : 0;
    });
  });
}
