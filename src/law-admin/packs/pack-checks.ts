// What the checks say of packs, kept by their content: a folder of one's own is checked before each answer, and ten thousand rules take seconds.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { checkPacks } from "#law/check/check-packs.ts";
import type { CheckReport } from "#law/check/check-packs.ts";
import type { PackFiles } from "#law/pack/pack.ts";

const cache = path.join(import.meta.dirname, "../../../node_modules/.cache/wenze");
const lawFolder = path.join(import.meta.dirname, "../../law");

/** So many reports are kept, the latest used first. */
const maxReports = 20;

/** The report on these very texts by these very checks; made, and kept where that is possible, when there is none. */
export function checkedPacks(files: readonly PackFiles[], folder = cache): CheckReport {
  const file = path.join(folder, `check-${keyOf(files)}.json`);
  const kept = readKept(file);
  if (kept !== null) return kept;
  const report = checkPacks(files);
  keep(folder, file, report);
  return report;
}

/** A hash of all that a report depends on: the texts, and the sources of what reads and checks them. */
function keyOf(files: readonly PackFiles[]): string {
  const hash = createHash("sha256").update(JSON.stringify(files.map(({ folder: _folder, ...content }) => content)));
  const sources = readdirSync(lawFolder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .sort();
  for (const name of sources) hash.update(name).update(readFileSync(path.join(lawFolder, name)));
  return hash.digest("hex").slice(0, 32);
}

function readKept(file: string): CheckReport | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as CheckReport; // written below for the same texts and checks
  } catch {
    return null;
  }
}

function keep(folder: string, file: string, report: CheckReport): void {
  try {
    mkdirSync(folder, { recursive: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(report));
    renameSync(draft, file);
    const old = readdirSync(folder)
      .filter((name) => name.startsWith("check-"))
      .map((name) => ({ name, at: statSync(path.join(folder, name)).mtimeMs }))
      .toSorted((one, other) => other.at - one.at)
      .slice(maxReports);
    for (const { name } of old) rmSync(path.join(folder, name), { force: true });
  } catch {
    // A folder that cannot be written costs the checks again, and nothing else.
  }
}
