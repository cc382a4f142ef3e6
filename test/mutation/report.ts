// The verdicts as a page: a table by kind of mutant, what lived and why, and what makes no difference.

import type { Verdict } from "./mutate.ts";

export type Sums = { mutants: number; changing: number; early: number; late: number; alive: number };

export function sumsOf(verdicts: readonly Verdict[]): Sums {
  const changing = verdicts.filter((one) => one.changes);
  const dead = (death: Verdict["death"]): number => changing.filter((one) => one.death === death).length;
  return {
    mutants: verdicts.length,
    changing: changing.length,
    early: dead("before examples"),
    late: dead("with examples"),
    alive: dead("survives"),
  };
}

/** Markdown. `seconds` is how long the run took. */
export function mutationPage(verdicts: readonly Verdict[], seconds: number): string {
  const kinds = [...new Set(verdicts.map((one) => one.kind))].sort();
  const row = (name: string, { mutants, changing, early, late, alive }: Sums): string =>
    `| ${name} | ${mutants} | ${changing} | ${early} | ${late} | ${alive} |`;
  const total = sumsOf(verdicts);
  const same = verdicts.filter((one) => !one.changes);
  return [
    "# Mutation of the rules",
    "",
    "`npm run mutate` breaks every pack in one place at a time, as a slip of the hand would, asks the broken law everything it can be asked",
    "(every record on the days around every validity, random fact sets, every circumstance, tier, body and refusal), and puts it to `law check`.",
    "Each field of each rule is found from the schema and changed: another word of its list, a member more or less, left out, made up, another",
    "number, another period in the summary. Left out are changes of examples, names, reasons, remarks and comments.",
    "",
    `${total.mutants} mutants of ${new Set(verdicts.map((one) => one.pack)).size} packs, ${total.changing} of which change what the law says; ` +
      `of these ${total.early} (${share(total.early, total.changing)}) die before any example, ` +
      `${total.early + total.late} (${share(total.early + total.late, total.changing)}) with the examples. ${seconds.toFixed(0)} seconds.`,
    "",
    "| what is changed | mutants | change what the law says | die before examples | die by examples | live |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
    ...kinds.map((kind) => row(kind, sumsOf(verdicts.filter((one) => one.kind === kind)))),
    row("**all**", total),
    "",
    "## What lives, or only the examples kill",
    "",
    ...verdicts
      .filter((one) => one.changes && one.death !== "before examples")
      .map(
        (one) =>
          `- ${one.death}: ${one.pack}, ${one.kind}, ${one.what} (changes ${one.subjects.join(", ")}): ${one.because === "" ? reasonOf(one) : one.because}`,
      ),
    "",
    "## What makes no difference",
    "",
    `${same.length} mutants answer everything as before; ${same.filter((one) => one.death !== "survives").length} of them are refused all the same. The others, by kind:`,
    "",
    ...kinds.flatMap((kind) => {
      const alive = same.filter((one) => one.kind === kind && one.death === "survives");
      const [one] = alive;
      return one === undefined ? [] : [`- ${kind}: ${alive.length}, as ${one.pack}, ${one.what}`];
    }),
    "",
  ].join("\n");
}

/** Why nothing kills it. */
function reasonOf({ subjects }: Verdict): string {
  return subjects.every((subject) => subject === "text")
    ? "it is shown beside another clause; every answer, source and refusal is as before"
    : "no check and no example looks at this";
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
