// bench/RESULTS.md: one section for each bench, each replaced by its own run and by no other.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const file = path.join(import.meta.dirname, "RESULTS.md");
const order = [
  "law",
  "lines",
  "acts",
  "ledger",
  "case-page",
  "search",
  "names",
  "sheets",
  "hostile",
  "imports",
  "sweep",
  "verify",
] as const;
export type Section = (typeof order)[number];

/** Writes the section below its heading, with the day and the machine on which it was measured; prints it too. */
export function writeSection(section: Section, title: string, body: string): void {
  const sections = readSections();
  const text = `## ${title}\n\n${whenAndWhere()}\n\n${body.trim()}\n`;
  sections.set(section, text);
  const written = order.flatMap((name) => {
    const one = sections.get(name);
    return one === undefined ? [] : [`${markOf(name)}\n\n${one.trim()}\n`];
  });
  writeFileSync(file, `${head}\n${written.join("\n")}`);
  console.log(text);
}

/** How busy the machine was with other work when the bench began: of the last five minutes, since a check may have gone before. */
const [, busy = 0] = os.loadavg();

const head = `# What was measured

Written by \`npm run bench\`; not edited by hand. Times are of this one machine: compare the ratios, not the figures. CPU seconds are
user and system time of the process together. The load counts programs that wanted a core over the five minutes before: more than the
number of cores means that others were at work too, and times on the clock are then too long.
`;

function readSections(): Map<Section, string> {
  const sections = new Map<Section, string>();
  if (!existsSync(file)) return sections;
  const pieces = readFileSync(file, "utf8").split(/^<!-- section: (.+) -->$/mu);
  for (const name of order) {
    const at = pieces.indexOf(name);
    const text = at < 0 ? undefined : pieces[at + 1];
    if (text !== undefined) sections.set(name, text);
  }
  return sections;
}

function markOf(section: Section): string {
  return `<!-- section: ${section} -->`;
}

function whenAndWhere(): string {
  const today = Temporal.Now.plainDateISO("UTC").toString();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return `Measured on ${today}: ${os.availableParallelism()} cores, ${memory} GB of memory, Node ${process.versions.node}; load ${busy.toFixed(1)} when it began.`;
}

/** A table of Markdown; cells are aligned so that the source can be read as it is. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...rows.map((row) => (row[index] ?? "").length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(" | ")} |`;
  return [line(columns), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...rows.map(line)].join("\n");
}

/** 1234567 as 1,234,567; fractions to so many digits. */
export function figure(value: number, digits = 0): string {
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** The goal in words, and plainly whether it was met. */
export function goal(met: boolean, words: string): string {
  return `**Goal ${met ? "met" : "NOT met"}**: ${words}`;
}
