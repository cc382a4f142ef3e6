// `wenze law unguarded ID`: changes each field of a pack in turn and lists those whose change nobody notices.
import { readOwnPackFiles } from "#law-admin/packs/pack-files.ts";
import { regulationsFolder } from "#law-admin/packs/regulations.ts";
import { guardsOf } from "#law/check/guards.ts";
import type { Guard, Guarded } from "#law/check/guards.ts";
import { Failure, withPlainFailures } from "../failure.ts";
import { readOptions } from "../options.ts";

/** Exit code 0 when every field is guarded, 1 when one is not or the packs are not in order, 2 for a wrong call. */
export async function runLawUnguarded(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values, positionals } = readOptions({
      args,
      allowPositionals: true,
      options: { regulations: { type: "string" } },
    });
    const [id, ...more] = positionals;
    if (id === undefined || more.length > 0)
      throw new Failure(
        "用法：wenze law unguarded 编号 [--regulations 文件夹]",
        "Usage: wenze law unguarded ID [--regulations FOLDER]",
      );
    const all = await readOwnPackFiles(values.regulations ?? regulationsFolder, regulationsFolder);
    const files = all.findLast((one) => one.id === id);
    if (files === undefined)
      throw new Failure(
        `没有名为 ${id} 的规定；有：${all.map((one) => one.id).join("、")}`,
        `No pack is named ${id}; there are ${all.map((one) => one.id).join(", ")}`,
      );
    const others = all.filter((one) => one.id !== id);
    let found: Guarded[];
    try {
      found = [...guardsOf(files, others)];
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new Failure(
        `先使 wenze law check 通过，再查无人看守的字段：${error.message}`,
        "Let `wenze law check` pass first: a fault that is there already would be taken for a guard",
      );
    }
    const open = found.filter((one) => one.by === "nobody");
    for (const line of linesOf(open)) console.log(line);
    const count = (by: Guard): number => found.filter((one) => one.by === by).length;
    console.log(
      `逐一改动 ${found.length} 处：格式和检查发现 ${count("form") + count("checks")} 处，例发现 ${count("examples")} 处，无人发现 ${open.length} 处 ` +
        `(${found.length} changes: ${count("form") + count("checks")} noticed by the checks, ${count("examples")} by examples, ${open.length} by nobody)`,
    );
    return open.length === 0 ? 0 : 1;
  });
}

/** A line for each field of each rule, with one change that nobody notices. */
function linesOf(open: readonly Guarded[]): string[] {
  const fields = Map.groupBy(open, (one) => `${one.rule} ${one.field}`);
  return [...fields.values()].flatMap(([one]) => {
    if (one === undefined) return [];
    const { rule, kind, field, line, from, to } = one;
    return [
      `第 ${line} 行 规则 ${rule}（${kind}）的 ${field} 无人看守：由 ${said(from)} 改为 ${said(to)}，没有检查或者例发现`,
      "    补一个例，使答复因它而不同；原话、摘要本可以说明的，在摘要中写明",
    ];
  });
}

function said(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value ?? null);
  return text.length > 60 ? `${text.slice(0, 60)}……` : text;
}
