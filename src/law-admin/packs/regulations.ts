// The packs of the regulations folder, read once at the start and compiled to the law.
import path from "node:path";
import { compileLaw } from "#law/compile/law.ts";
import type { Law } from "#law/compile/law.ts";
import type { Pack, PackFiles, ParsedPack } from "#law/pack/pack.ts";
import { cachedPacks } from "./pack-cache.ts";
import { readOwnPackFiles } from "./pack-files.ts";
import { problemLines } from "./problem-lines.ts";
import { noSuchRegulation } from "./words.ts";

export const regulationsFolder = path.join(import.meta.dirname, "../../../regulations");
export const defaultRegulation = "benxi-gaoxin-2019-31";

/** A pack that cannot be used: the message names file, line and fault. */
export class BrokenRegulation extends Error {}

export type LawOptions = {
  folder?: string | undefined;
  regulation?: string;
  settings?: Record<string, string>;
};

/** The regulation with all upper norms beside it. Throws BrokenRegulation when a pack is faulty or the regulation is missing. */
export async function loadLaw(options: LawOptions = {}): Promise<Law> {
  return (await loadRegulations(options)).law;
}

/** The same, and the packs of the folder that are no part of it: other places' texts, examples, drafts. */
export async function loadRegulations(options: LawOptions = {}): Promise<{ law: Law; others: Pack[] }> {
  const folder = options.folder ?? regulationsFolder;
  // What ships has been checked by its tests; a folder of one's own is checked before anything rests on it.
  if (path.resolve(folder) !== regulationsFolder) await refuseFaults(folder);
  const packs = await loadPacks(folder);
  const id = options.regulation ?? defaultRegulation;
  const regulation = packs.find((pack) => pack.id === id && pack.layer === "regulation");
  if (regulation === undefined) throw new BrokenRegulation(noSuchRegulation(id));
  const law = compileLaw({
    regulation,
    upper: packs.filter((pack) => pack.layer === "upper"),
    settings: options.settings ?? {},
  });
  return { law, others: packs.filter((pack) => pack.layer === "regulation" && pack !== regulation) };
}

async function refuseFaults(folder: string): Promise<void> {
  const { checkedPacks } = await import("./pack-checks.ts");
  const files = await readOwnPackFiles(folder, regulationsFolder);
  const { problems } = checkedPacks(files);
  if (problems.length === 0) return;
  throw new BrokenRegulation(problemLines(problems, files, { ofOnePack: 10, inAll: 20 }).join("\n"));
}

/** All packs of the folder in the order of their names; a folder without a vocabulary of its own adds to those that ship. */
export async function loadPacks(folder: string): Promise<Pack[]> {
  const files = await readOwnPackFiles(folder, regulationsFolder);
  return cachedPacks(files, async () => {
    // Where they are kept already, what reads YAML is not needed.
    const { parsePack } = await import("#law/pack/parse-pack.ts");
    return files.map((one) => packIn(one, parsePack(one)));
  });
}

function packIn(files: PackFiles, parsed: ParsedPack): Pack {
  if (!parsed.ok)
    throw new BrokenRegulation(problemLines(parsed.problems, [files], { ofOnePack: 10, inAll: 10 }).join("\n"));
  return parsed.pack;
}
