// `wenze law check`: every pack against its own text, each failure with file, line, clause and how to mend it.
import { checkedPacks } from "#law-admin/packs/pack-checks.ts";
import { readOwnPackFiles } from "#law-admin/packs/pack-files.ts";
import { problemLines } from "#law-admin/packs/problem-lines.ts";
import { regulationsFolder } from "#law-admin/packs/regulations.ts";
import type { CheckReport } from "#law/check/check-packs.ts";
import { shownOnlyMark } from "#law/pack/words.ts";
import { checkUsage, folderUnreadable, packCounts, problemsFound, packsAgree } from "./words.ts";

/** So many faults of one pack are printed, and so many in all: who mends these mends most of the others with them. */
const maxPerPack = 20;
const maxInAll = 60;

/** Prints the problems, or one line that all is well. Exit code 0, 1 with problems, 2 for a wrong call. */
export async function runLawCheck(args: readonly string[]): Promise<number> {
  const call = callIn(args);
  if (call === null) {
    console.error(checkUsage);
    return 2;
  }
  const read = await readOwnPackFiles(call.folder, regulationsFolder).catch((error: unknown) =>
    error instanceof Error ? error : new Error(String(error)),
  );
  if (read instanceof Error) {
    console.error(folderUnreadable(call.folder, read.message));
    return 2;
  }
  const report = checkedPacks(read);
  const limits = call.all ? { ofOnePack: Infinity, inAll: Infinity } : { ofOnePack: maxPerPack, inAll: maxInAll };
  for (const line of problemLines(report.problems, read, limits)) console.error(line);
  const counts = packCounts(report.packs, report.rules, report.examples);
  if (report.problems.length > 0) {
    console.error(problemsFound(report.problems.length, counts));
    return 1;
  }
  console.log(packsAgree(counts));
  for (const one of report.shownOnly) console.log(shownOnlyNote(one));
  return 0;
}

/** Which rules of a pack the product only shows: a note, no fault. */
function shownOnlyNote({ pack, found }: CheckReport["shownOnly"][number]): string {
  const { zh, en } = shownOnlyMark;
  return `${pack}：${zh} (${en}): ${found.map(({ kind, ids }) => `${kind} ${ids.join(", ")}`).join("; ")}`;
}

function callIn(args: readonly string[]): { folder: string; all: boolean } | null {
  const call = { folder: regulationsFolder, all: false };
  for (let at = 0; at < args.length; at += 1) {
    const value = args[at + 1];
    if (args[at] === "--all") call.all = true;
    else if (args[at] === "--regulations" && value !== undefined) {
      call.folder = value;
      at += 1;
    } else return null;
  }
  return call;
}
