// `wenze law unguarded ID`: changes each field of a pack in turn and lists those whose change nobody notices.
import { readOwnPackFiles } from "#law-admin/packs/pack-files.ts";
import { regulationsFolder } from "#law-admin/packs/regulations.ts";
import { guardsOf } from "#law/check/guards.ts";
import type { Guard, Guarded } from "#law/check/guards.ts";
import { Failure, withPlainFailures } from "../failure.ts";
import { readOptions } from "../options.ts";
import {
  unguardedUsage,
  unguardedPackNotFound,
  packsNotInOrder,
  changesCounted,
  fieldUnguarded,
  fieldGuardAdvice,
} from "./words.ts";

/** Exit code 0 when every field is guarded, 1 when one is not or the packs are not in order, 2 for a wrong call. */
export async function runLawUnguarded(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values, positionals } = readOptions({
      args,
      allowPositionals: true,
      options: { regulations: { type: "string" } },
    });
    const [id, ...more] = positionals;
    if (id === undefined || more.length > 0) throw new Failure(unguardedUsage);
    const all = await readOwnPackFiles(values.regulations ?? regulationsFolder, regulationsFolder);
    const files = all.findLast((one) => one.id === id);
    if (files === undefined)
      throw new Failure(
        unguardedPackNotFound(
          id,
          all.map((one) => one.id),
        ),
      );
    const others = all.filter((one) => one.id !== id);
    let found: Guarded[];
    try {
      found = [...guardsOf(files, others)];
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new Failure(packsNotInOrder(error.message));
    }
    const open = found.filter((one) => one.by === "nobody");
    for (const line of linesOf(open)) console.log(line);
    const count = (by: Guard): number => found.filter((one) => one.by === by).length;
    console.log(changesCounted(found.length, count("form") + count("checks"), count("examples"), open.length));
    return open.length === 0 ? 0 : 1;
  });
}

/** A line for each field of each rule, with one change that nobody notices. */
function linesOf(open: readonly Guarded[]): string[] {
  const fields = Map.groupBy(open, (one) => `${one.rule} ${one.field}`);
  return [...fields.values()].flatMap(([one]) => {
    if (one === undefined) return [];
    const { rule, kind, field, line, from, to } = one;
    return [fieldUnguarded(line, rule, kind, field, valueText(from), valueText(to)), fieldGuardAdvice];
  });
}

function valueText(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value ?? null);
  return text.length > 60 ? `${text.slice(0, 60)}……` : text;
}
