// Spreadsheets of an import: the template to fill in, the rows that are wrong, and the file as it came.
import type { Actor } from "#casework/actor.ts";
import { rowWords } from "../rules/import-row.ts";
import { columnsOf, importKindNames } from "../rules/import-column-names.ts";
import type { ImportKind } from "../rules/import-column-names.ts";
import { renderTemplate } from "#files/render/import-template.ts";
import { renderXlsx } from "#files/render/xlsx.ts";
import { inRetriedTransaction, inTransaction } from "#database/database.ts";
import { findImport, listImportRows } from "../rows.ts";
import type { ImportRow } from "../rows.ts";
import { listOrganizations } from "#registry/rows/organizations.ts";
import { notFound } from "#kernel/answer.ts";
import type { Found } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordLine } from "#kernel/uses/record.ts";
import { batchesIn } from "./batches.ts";
import { openSealed } from "./file.ts";
import { choicesOf } from "./cell-values.ts";
import {
  faultyRows,
  faultyRowsFile,
  faultyRowsTitle,
  originalFileLabel,
  originalRowHeading,
  rowFaultHeading,
  templateFile,
} from "./words.ts";

export type Sheet = { name: string; bytes: Uint8Array };

/** With drop-downs from the vocabulary and the organizations that exist today. */
export async function importTemplate(app: App, actor: Actor, kind: ImportKind): Promise<Sheet> {
  const organizations = await inTransaction(app.database, scopeOf(app, actor.accountId), listOrganizations);
  const units = organizations.filter((one) => one.validUntil === null).map(({ name }) => name);
  const columns = columnsOf(kind).map(({ choice, ...column }) => ({
    ...column,
    choices: choice === undefined ? [] : choice === "organizations" ? units : choicesOf(app.law, choice),
  }));
  const title = importKindNames[kind].zh;
  return { name: templateFile(title), bytes: await renderTemplate(title, columns) };
}

/** The wrong rows as they stood in the file, each with what is wrong: to be corrected and imported again. Null when there is no such import. */
export async function wrongRows(app: App, actor: Actor, importId: string): Promise<Found<Sheet>> {
  const found = await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const job = await findImport(trx, importId);
    if (job === null) return null;
    const wrong = new Map<number, ImportRow>();
    for (let after: string | null = null, more = true; more;) {
      const page: Awaited<ReturnType<typeof listImportRows>> = await listImportRows(trx, importId, {
        outcome: "error",
        after,
        limit: 1000,
      });
      for (const row of page.rows) wrong.set(row.row, row);
      after = page.next;
      more = after !== null;
    }
    await recordLine(app, trx, actor, {
      kind: "export",
      what: "export-import-errors",
      outcome: "done",
      body: { importId },
    });
    return { job, wrong };
  });
  if (found === null) return notFound;
  const { job, wrong } = found;
  const headings: string[] = [];
  const rows: string[][] = [];
  if (wrong.size > 0) {
    for await (const batch of batchesIn(await openSealed(app, job.id, job.sealedSha256), job.format, job.kind)) {
      const places = batch.type === "rows" ? placesAmong(headings, batch.headings) : [];
      for (const { row, cells } of batch.type === "rows" ? batch.rows : [batch.row]) {
        const one = wrong.get(row);
        if (one === undefined) continue;
        const line: string[] = [rowWords(row), problemsOf(one)];
        for (const [index, place] of places.entries()) if (place !== null) line[2 + place] = cells[index] ?? "";
        rows.push(Array.from(line, (cell) => cell ?? ""));
      }
    }
  }
  if (headings.length === 0) headings.push(...columnsOf(job.kind).map(({ heading }) => heading));
  const bytes = await renderXlsx({
    name: faultyRows,
    title: faultyRowsTitle(importKindNames[job.kind].zh, rows.length),
    preface: [{ label: originalFileLabel, text: job.fileName }],
    columns: [
      { heading: originalRowHeading, width: 8 },
      { heading: rowFaultHeading, width: 60 },
      ...headings.map((heading) => ({ heading, width: 16 })),
    ],
    rows,
  });
  return { type: "done", answer: { name: faultyRowsFile(importKindNames[job.kind].zh), bytes } };
}

/** For each column of a sheet its place in a list of all; those of the first sheet stand as they are, what later ones add comes behind. */
function placesAmong(all: string[], headings: readonly string[]): (number | null)[] {
  if (all.length === 0) all.push(...headings);
  if (headings.every((heading, index) => all[index] === heading)) return headings.map((_heading, index) => index);
  return headings.map((heading) => {
    if (heading === "") return null;
    if (!all.includes(heading)) all.push(heading);
    return all.indexOf(heading);
  });
}

/** The file as it came. Reading it is logged. */
export async function originalFile(app: App, actor: Actor, importId: string): Promise<Found<Sheet>> {
  const job = await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const found = await findImport(trx, importId);
    if (found !== null)
      await recordLine(app, trx, actor, {
        kind: "export",
        what: "export-import-file",
        outcome: "done",
        body: { importId },
      });
    return found;
  });
  return job === null
    ? notFound
    : { type: "done", answer: { name: job.fileName, bytes: await openSealed(app, job.id, job.sealedSha256) } };
}

function problemsOf({ detail }: ImportRow): string {
  return detail.problems.map(({ column, message }) => (column === "" ? message : `${column}：${message}`)).join("；");
}
