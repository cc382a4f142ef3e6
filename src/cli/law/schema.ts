// `wenze law schema`: writes the JSON Schemas by which editors complete and check a pack's files.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { regulationsFolder } from "#law-admin/packs/regulations.ts";
import { packSchemas } from "#law/pack/pack-schemas.ts";
import { withPlainFailures } from "../failure.ts";
import { readOptions } from "../options.ts";
import { schemaWritten } from "./words.ts";

/** Writes those that changed into the folder of the packs. Exit code 0; 1 when the folder cannot be written. */
export async function runLawSchema(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values } = readOptions({ args, options: { regulations: { type: "string" } } });
    const folder = path.resolve(values.regulations ?? regulationsFolder);
    for (const [name, text] of Object.entries(packSchemas())) {
      const file = path.join(folder, name);
      const before = await readFile(file, "utf8").catch(() => null);
      if (before !== text) await writeFile(file, text);
      console.log(schemaWritten(file, before === text));
    }
    return 0;
  });
}
