// `wenze rebuild`: derives everything again from the events; reports rows that differed, and replaces them.
import { rebuildAll } from "#matters/uses/rebuild.ts";
import { complain, say } from "./desk.ts";
import { withPlainFailures } from "./failure.ts";
import { readOptions } from "./options.ts";
import { withApp } from "./with-app.ts";

export async function runRebuild(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values } = readOptions({ args, options: { data: { type: "string" } } });
    return withApp(values.data, async (app) => {
      const { matters, rows, differences } = await rebuildAll(app, { repair: true });
      for (const { table, key, stored, rebuilt } of differences)
        complain(`${table} ${key}\n  - ${stored ?? "（无 none）"}\n  + ${rebuilt ?? "（无 none）"}`);
      say(
        `已由 ${matters} 件线索和案件重新推导 ${rows} 行，与原有不同的 ${differences.length} 行${differences.length > 0 ? "，已替换" : ""}。`,
      );
      say(
        `Derived ${rows} rows again from ${matters} leads and cases; ${differences.length} differed${differences.length > 0 ? " and were replaced" : ""}.`,
      );
      return differences.length > 0 ? 1 : 0;
    });
  });
}
