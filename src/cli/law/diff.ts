// `wenze law diff A B`: two versions of a pack compared exactly; with data, which stored restrictions and cases would change.
import path from "node:path";
import { existsSync } from "node:fs";
import { changedCircumstances, effectsForOperator } from "#law-admin/uses/law-effects.ts";
import type { LawEffects } from "#law-admin/contract/regulation.ts";
import { BrokenRegulation, loadPacks, regulationsFolder } from "#law-admin/packs/regulations.ts";
import { citedWords } from "#law/text/cited-words.ts";
import type { Sentence } from "#law/text/citation.ts";
import { differenceOf, isSame } from "#law/differ/difference.ts";
import type { PackDifference } from "#law/differ/difference.ts";
import type { CellSide } from "#law/differ/difference-cells.ts";
import type { Pack } from "#law/pack/pack.ts";
import { Failure, withPlainFailures } from "../failure.ts";
import { readOptions } from "../options.ts";
import { withApp } from "../with-app.ts";
import {
  storedSummary,
  diffUsage,
  packsNotComparable,
  diffPackNotFound,
  noDifference,
  textHeading,
  cellsHeading,
  pairsHeading,
  readingsHeading,
  rulesHeading,
  rowTitle,
  changedCasesHeading,
  baselineAt,
  dayUnverified,
  daysCounted,
} from "./words.ts";

/** A and B are ids, or folders with a text.md and a rules.yaml. Exit status 0 when they are the same, 1 when they differ, 2 for what cannot be compared. */
export async function runLawDiff(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values, positionals } = readOptions({
      args,
      allowPositionals: true,
      options: { regulations: { type: "string" }, data: { type: "string" } },
    });
    const [first, second] = positionals;
    if (first === undefined || second === undefined || positionals.length > 2) throw new Failure(diffUsage);
    const packs = await read(() => loadPacks(values.regulations ?? regulationsFolder));
    const before = await packNamed(first, packs);
    const after = await packNamed(second, packs);
    if (before.layer !== after.layer) throw new Failure(packsNotComparable(before.id, after.id));
    const difference = differenceOf(
      before,
      after,
      packs.filter((pack) => pack.layer === "upper"),
    );
    printDifference(difference);
    if (values.data !== undefined || (process.env["DATABASE_URL"] ?? "") !== "") {
      await withApp(values.data, async (app) => {
        const effects = await effectsForOperator(app, before, after, changedCircumstances(difference));
        if (effects !== null) printEffects(effects);
        return 0;
      });
    }
    return isSame(difference) ? 0 : 1;
  });
}

async function packNamed(name: string, packs: readonly Pack[]): Promise<Pack> {
  const known = packs.find((pack) => pack.id === name);
  if (known !== undefined) return known;
  if (existsSync(path.join(name, "rules.yaml"))) {
    // A version may have the name of the one that it is compared with, so its own folder is read.
    const folder = await read(() => loadPacks(path.dirname(path.resolve(name))));
    // Of two of one name the one of the folder stands behind the one that ships.
    const found = folder.findLast((pack) => pack.id === path.basename(path.resolve(name)));
    if (found !== undefined) return found;
  }
  throw new Failure(
    diffPackNotFound(
      name,
      packs.map(({ id }) => id),
    ),
  );
}

async function read(load: () => Promise<Pack[]>): Promise<Pack[]> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof BrokenRegulation) throw new Failure({ zh: error.message, en: "The packs cannot be read" });
    throw error;
  }
}

function printDifference(difference: PackDifference): void {
  const { before, after, texts, rules, readings, cells, pairs } = difference;
  const days = (from: string, until: string | null) => `${from} – ${until ?? ""}`;
  console.log(`- ${before.id}  ${before.title.zh}  ${days(before.from, before.until)}`);
  console.log(`+ ${after.id}  ${after.title.zh}  ${days(after.from, after.until)}`);
  if (isSame(difference)) console.log(noDifference);
  heading(textHeading, texts.length);
  for (const { label, before: was, after: is } of texts) sides(label.zh, was, is);
  heading(cellsHeading, cells.length);
  for (const { name, when, barsName, before: was, after: is } of cells) {
    const grounds = when.map(({ ground, handling }) => `${ground}/${handling}`).join(" ");
    sides(`${name.zh} × ${barsName.zh}${grounds === "" ? "" : `  [${grounds}]`}`, cellText(was), cellText(is));
  }
  heading(pairsHeading, pairs.length);
  for (const { measure, sanction, barsName, before: was, after: is } of pairs)
    sides(`${measure.zh} + ${sanction.zh} × ${barsName.zh}`, pairText(was), pairText(is));
  heading(readingsHeading, readings.length);
  for (const { name, before: was, after: is } of readings) sides(name, optionsText(was), optionsText(is));
  heading(rulesHeading, rules.length);
  for (const { kind, id, label, before: was, after: is, lines } of rules) {
    console.log(`  ${kind} ${id}  ${label.zh}`);
    if (was === null || is === null || was.summary.zh !== is.summary.zh || was.words?.zh !== is.words?.zh)
      sides(null, summaryText(was), summaryText(is));
    for (const line of lines) sides(`  ${line.what.zh}`, textOrNull(line.before), textOrNull(line.after));
  }
}

function printEffects(effects: LawEffects): void {
  const { rows, cases } = effects;
  const { zh, en } = storedSummary(effects, rows.length);
  console.log(`\n${zh}`);
  console.log(en);
  for (const row of rows) {
    const title = `${row.name}（${row.organizationName}）${row.bars} ${row.layer} ${row.cause.zh} ${row.caseNumber ?? ""}`;
    sides(rowTitle(title, row.running), spanText(row.before), spanText(row.after));
  }
  if (cases.length > 0) console.log(changedCasesHeading);
  for (const { number, title, circumstances } of cases)
    console.log(`    ${number}  ${title}  ${circumstances.join(", ")}`);
}

function heading(text: string, count: number): void {
  if (count > 0) console.log(`\n${text}: ${count}`);
}

function sides(name: string | null, was: string | null, is: string | null): void {
  if (name !== null) console.log(`  ${name}`);
  if (was !== null) console.log(`    - ${was}`);
  if (is !== null) console.log(`    + ${is}`);
}

function cellText(rows: readonly CellSide[]): string | null {
  if (rows.length === 0) return null;
  return rows
    .map(({ length, baseline, reach, undecided, cite }) =>
      [
        length.zh,
        ...(baseline === null ? [] : [baselineAt(baseline.zh)]),
        ...(reach === null ? [] : [reach.zh]),
        ...(undecided ? [dayUnverified] : []),
        citedWords(cite).zh,
      ].join("，"),
    )
    .join("\n      ");
}

function pairText(side: { days: number; cites: string[] } | null): string | null {
  return side === null ? null : daysCounted(side.days, side.cites);
}

function optionsText(side: PackDifference["readings"][number]["before"]): string | null {
  if (side === null) return null;
  return Object.entries(side.options)
    .map(([option, meaning]) => `${option === side.default ? "*" : ""}${option} ${meaning.zh}`)
    .join(" / ");
}

function summaryText(side: PackDifference["rules"][number]["before"]): string | null {
  return side === null ? null : `${side.summary.zh}${side.words === null ? "" : `（${side.words.zh}）`}`;
}

const textOrNull = (sentence: Sentence | null): string | null => sentence?.zh ?? null;

function spanText(side: LawEffects["rows"][number]["before"]): string | null {
  return side === null ? null : `${side.from} – ${side.until}`;
}
