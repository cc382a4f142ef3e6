// `wenze law check`: every pack against its own text, each failure with file, line and clause.
import { readOwnPackFiles } from "#app/pack-files.ts";
import { regulationsFolder } from "#app/regulations.ts";
import { checkPacks } from "#law/check/check-packs.ts";
import { parsePack } from "#law/pack.ts";
import type { PackFiles, Problem } from "#law/pack.ts";
import { shownOnlyIn, shownOnlyMark } from "#law/rule-changes.ts";

/** Prints the problems, or one line that all is well. Exit code 0, 1 with problems, 2 for a wrong call. */
export async function runLawCheck(args: readonly string[]): Promise<number> {
  const folder = folderIn(args);
  if (folder === null) {
    console.error("用法：wenze law check [--regulations 文件夹]  Usage: wenze law check [--regulations FOLDER]");
    return 2;
  }
  const read = await readOwnPackFiles(folder, regulationsFolder).catch((error: unknown) =>
    error instanceof Error ? error : new Error(String(error)),
  );
  if (read instanceof Error) {
    console.error(`不能读取 ${folder}：${read.message}  cannot read the folder`);
    return 2;
  }
  const report = checkPacks(read);
  for (const problem of report.problems) {
    const own = read.find((files) => problem.file.startsWith(`${files.id}/`))?.folder;
    console.error(problemLine(problem, own));
  }
  const counts = `${report.packs} 部规定，${report.rules} 条规则，${report.examples} 个例 (${report.packs} packs, ${report.rules} rules, ${report.examples} examples)`;
  if (report.problems.length > 0) {
    console.error(`${report.problems.length} 处问题 problems；${counts}`);
    return 1;
  }
  console.log(`法规检查通过 The packs agree with their texts: ${counts}`);
  for (const files of read) {
    const note = shownOnlyNote(files);
    if (note !== null) console.log(note);
  }
  return 0;
}

/** Which rules of a pack the product only shows: a note, no fault. Null where there are none. */
function shownOnlyNote(files: PackFiles): string | null {
  const parsed = parsePack(files);
  if (!parsed.ok) return null;
  const found = shownOnlyIn(parsed.pack);
  if (found.length === 0) return null;
  const { zh, en } = shownOnlyMark;
  return `${files.id}：${zh} (${en}): ${found.map(({ kind, ids }) => `${kind} ${ids.join(", ")}`).join("; ")}`;
}

/** `benxi-gaoxin-2019-31/rules.yaml:12: 《…》第十三条第一款：… …` */
export function problemLine(problem: Problem, folder = "regulations"): string {
  const clause = problem.clause === null ? "" : `${problem.clause}：`;
  return `${folder}/${problem.file}:${problem.line}: ${clause}${problem.message.zh}\n    ${problem.message.en}`;
}

function folderIn(args: readonly string[]): string | null {
  if (args.length === 0) return regulationsFolder;
  const [flag, value] = args;
  return args.length === 2 && flag === "--regulations" && value !== undefined ? value : null;
}
