// The files of all packs as they stand on the disk, before anything is made of them: for the checks.
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import type { PackFiles } from "#law/pack.ts";

/**
 * The text of every pack's files, in the order of their names; each folder is a pack. A file that is
 * missing is read as empty, so that the checks name it. Throws when the folder itself cannot be read.
 */
export async function readPackFiles(folder: string): Promise<PackFiles[]> {
  const vocabulary = await readFile(path.join(folder, "vocabulary.yaml"), "utf8");
  const entries = await readdir(folder, { withFileTypes: true });
  const ids = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    ids.toSorted().map(async (id) => {
      const read = (name: string): Promise<string> => readFile(path.join(folder, id, name), "utf8").catch(() => "");
      const [text, rules, examples, notes] = await Promise.all([
        read("text.md"),
        read("rules.yaml"),
        read("examples.yaml"),
        read("notes.md"),
      ]);
      return { id, text, rules, examples, notes, vocabulary };
    }),
  );
}
