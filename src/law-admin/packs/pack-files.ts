// The files of all packs as they stand on the disk, before anything is made of them: for the checks.
import { access, readFile, readdir } from "node:fs/promises";
import path from "node:path";
import type { PackFiles } from "#law/pack/pack.ts";

/**
 * The text of every pack's files, in the order of their names; each folder is a pack. A file that is missing, empty or no text
 * in UTF-8 is read as empty and named in `unread`. Throws when the folder itself cannot be read.
 */
export async function readPackFiles(folder: string): Promise<PackFiles[]> {
  return readFolder(folder, await readText(folder, vocabularyFile));
}

/**
 * The packs of a folder of one's own. One with a vocabulary.yaml stands by itself; otherwise its packs are read beside
 * those of `shipped`, with the vocabulary of those. Two of one name are both read: the checks refuse them.
 */
export async function readOwnPackFiles(folder: string, shipped: string): Promise<PackFiles[]> {
  if (path.resolve(folder) === path.resolve(shipped) || (await exists(path.join(folder, vocabularyFile))))
    return readPackFiles(folder);
  const vocabulary = await readText(shipped, vocabularyFile);
  // Other things may lie in a folder of one's own: what has neither text nor rules is no pack.
  const own = (await readFolder(folder, vocabulary))
    .filter(({ unread = [] }) => !["text.md", "rules.yaml"].every((name) => isMissing(unread, name)))
    .map((files) => ({ ...files, folder }));
  const others = await readFolder(shipped, vocabulary);
  return [...others, ...own].toSorted((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
}

const vocabularyFile = "vocabulary.yaml";

type Unread = NonNullable<PackFiles["unread"]>[number];
type ReadText = { text: string; unread: Unread[] };

async function readFolder(folder: string, vocabulary: ReadText): Promise<PackFiles[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const ids = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    ids.toSorted().map(async (id) => {
      const pack = path.join(folder, id);
      const names = ["text.md", "rules.yaml", "examples.yaml", "notes.md"] as const;
      const [text, rules, examples, notes] = await Promise.all(names.map((name) => readText(pack, name)));
      const read = [vocabulary, text, rules, examples, notes].map((one) => one ?? noText);
      const unread = read.flatMap((one) => one.unread);
      const [words = "", ...parts] = read.map((one) => one.text);
      return {
        id,
        text: parts[0] ?? "",
        rules: parts[1] ?? "",
        examples: parts[2] ?? "",
        notes: parts[3] ?? "",
        vocabulary: words,
        ...(unread.length === 0 ? {} : { unread }),
      };
    }),
  );
}

const noText: ReadText = { text: "", unread: [] };

async function readText(folder: string, name: string): Promise<ReadText> {
  const bytes = await readFile(path.join(folder, name)).catch(() => null);
  if (bytes === null) return { text: "", unread: [{ name, why: "missing" }] };
  const text = decoded(bytes, "utf-8");
  if (text === null) return { text: "", unread: [{ name, why: encodingOf(bytes) }] };
  return text.trim() === "" ? { text: "", unread: [{ name, why: "empty" }] } : { text, unread: [] };
}

/** The text in an encoding, without a byte order mark; null for bytes that are none. */
function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function encodingOf(bytes: Uint8Array): Unread["why"] {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return "utf-16";
  return decoded(bytes, "gb18030") === null ? "other" : "gbk";
}

const isMissing = (unread: readonly Unread[], name: string): boolean =>
  unread.some((one) => one.name === name && one.why === "missing");

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
