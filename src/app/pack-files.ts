// The files of all packs as they stand on the disk, before anything is made of them: for the checks.
import { access, readFile, readdir } from "node:fs/promises";
import path from "node:path";
import type { PackFiles } from "#law/pack.ts";

/**
 * The text of every pack's files, in the order of their names; each folder is a pack. A file that is
 * missing is read as empty, so that the checks name it. Throws when the folder itself cannot be read.
 */
export async function readPackFiles(folder: string): Promise<PackFiles[]> {
  const vocabulary = await readFile(path.join(folder, "vocabulary.yaml"), "utf8");
  return readFolder(folder, vocabulary);
}

/**
 * The packs of a folder of one's own. One with a vocabulary.yaml stands by itself; otherwise its packs are read beside
 * those of `shipped`, with the vocabulary of those, and take the place of a pack of the same name.
 */
export async function readOwnPackFiles(folder: string, shipped: string): Promise<PackFiles[]> {
  if (await exists(path.join(folder, "vocabulary.yaml"))) return readPackFiles(folder);
  const vocabulary = await readFile(path.join(shipped, "vocabulary.yaml"), "utf8");
  // Other things may lie in a folder of one's own: what has neither text nor rules is no pack.
  const own = (await readFolder(folder, vocabulary))
    .filter((files) => files.text !== "" || files.rules !== "")
    .map((files) => ({ ...files, folder }));
  const others = await readPackFiles(shipped);
  return [...others.filter(({ id }) => !own.some((files) => files.id === id)), ...own].toSorted((one, other) =>
    one.id < other.id ? -1 : 1,
  );
}

async function readFolder(folder: string, vocabulary: string): Promise<PackFiles[]> {
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

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
