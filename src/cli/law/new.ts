// `wenze law new ID`: the template of a pack in a folder of its own, and what is left to be filled in.
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { regulationsFolder } from "#law-admin/packs/regulations.ts";
import { blanksIn } from "#law/check/blanks.ts";
import { idSchema } from "#law/pack/vocabulary.ts";
import { Failure, withPlainFailures } from "../failure.ts";
import { readOptions } from "../options.ts";
import { newUsage, idInvalid, folderExists, folderMade, nextSteps } from "./words.ts";

/** Exit code 0; 1 when the name cannot be used, or the folder is there already and is never written over. */
export async function runLawNew(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values, positionals } = readOptions({
      args,
      options: { regulations: { type: "string" } },
      allowPositionals: true,
    });
    const [id, ...more] = positionals;
    if (id === undefined || more.length > 0) throw new Failure(newUsage);
    if (!idSchema.safeParse(id).success) throw new Failure(idInvalid(id));
    const parent = path.resolve(values.regulations ?? regulationsFolder);
    const folder = path.join(parent, id);
    if (await stat(folder).catch(() => null)) throw new Failure(folderExists(folder));
    await mkdir(folder, { recursive: true });
    const template = await templateOf(id);
    for (const [name, text] of Object.entries(template)) await writeFile(path.join(folder, name), text);
    await placeSchemas(parent);
    console.log(folderMade(folder));
    const files = {
      text: template["text.md"],
      rules: template["rules.yaml"],
      examples: template["examples.yaml"],
      notes: template["notes.md"],
    };
    for (const blank of blanksIn({ id, ...files, vocabulary: "" }))
      console.log(`  ${path.join(parent, blank.file)}:${blank.line}: ${blank.message.zh}`);
    const where = parent === regulationsFolder ? "" : ` --regulations ${values.regulations}`;
    console.log(nextSteps(path.join(regulationsFolder, "GUIDE.md"), where));
    return 0;
  });
}

type Template = Record<"text.md" | "rules.yaml" | "examples.yaml" | "notes.md", string>;

/** A short text with its rules, which passes once its blanks are filled in and is then rewritten into the text at hand. */
async function templateOf(id: string): Promise<Template> {
  const read = async (name: keyof Template): Promise<string> =>
    (await readFile(path.join(import.meta.dirname, "pack-template", name), "utf8")).replace("NEW-ID", id);
  return {
    "text.md": await read("text.md"),
    "rules.yaml": await read("rules.yaml"),
    "examples.yaml": await read("examples.yaml"),
    "notes.md": await read("notes.md"),
  };
}

// The files name the schemas beside their folder; in a folder of one's own these come along.
async function placeSchemas(parent: string): Promise<void> {
  if (parent === regulationsFolder) return;
  for (const name of ["schema.json", "schema-examples.json"])
    await writeFile(path.join(parent, name), await readFile(path.join(regulationsFolder, name)));
}
