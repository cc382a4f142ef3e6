// The problems of packs as lines that a person reads at a terminal.
import type { PackFiles, Problem } from "#law/pack/pack.ts";
import { mendLine, moreProblems } from "./words.ts";

/**
 * Two or three lines a problem: where and what, how to mend it, the same in English. What goes beyond the limits is counted, pack
 * by pack.
 */
export function problemLines(
  problems: readonly Problem[],
  sources: readonly PackFiles[],
  limits: { ofOnePack: number; inAll: number },
): string[] {
  const lines: string[] = [];
  const shown = new Map<string, number>();
  const left = new Map<string, number>();
  let sum = 0;
  for (const problem of problems) {
    const [pack = ""] = problem.file.split("/");
    const before = shown.get(pack) ?? 0;
    if (before >= limits.ofOnePack || sum >= limits.inAll) {
      left.set(pack, (left.get(pack) ?? 0) + 1);
      continue;
    }
    shown.set(pack, before + 1);
    sum += 1;
    lines.push(problemLine(problem, folderOf(problem, sources)));
  }
  for (const [pack, count] of left) {
    lines.push(moreProblems(pack, count));
  }
  return lines;
}

/** `benxi-gaoxin-2019-31/rules.yaml:12: 《…》第十三条第一款：… 改法：…` */
function problemLine({ file, line, clause, message, mend }: Problem, folder = "regulations"): string {
  return (
    `${folder}/${file}:${line}: ${clause === null ? "" : `${clause}：`}${message.zh}\n` +
    `${mendLine(mend.zh)}\n    ${message.en}; ${mend.en}`
  );
}

function folderOf(problem: Problem, sources: readonly PackFiles[]): string | undefined {
  const own = sources.filter(({ id }) => problem.file.startsWith(`${id}/`));
  return own.find(({ folder }) => folder !== undefined)?.folder;
}
