// The report of conflicts as a spreadsheet, with who took it out, when, and the serial that leads to the log.
import type { ConflictView } from "../contract.ts";
import { citedWords } from "#law/text/cited-words.ts";
import { kinOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { renderXlsx } from "#files/render/xlsx.ts";
import { listConflicts } from "../rows/conflicts.ts";
import { inRetriedTransaction } from "#database/database.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { entryText, latestText } from "./conflict-text.ts";
import {
  answerNames,
  columns,
  cutAfter,
  cutLabel,
  fileNameOf,
  forYear,
  recordedLater,
  reportName,
  sheetName,
  stateNames,
  titleOf,
  totalLabel,
  totalOf,
} from "./words.ts";
import { viewsOfConflicts } from "./conflicts.ts";
import type { AskedConflicts } from "./conflicts.ts";
import { exportSheet } from "#kernel/uses/sheet-export.ts";
import { todayOf } from "#kernel/time.ts";

/** More rows are not put into one sheet, and the sheet says so. */
const maxRows = 20_000;

export async function exportConflicts(
  app: App,
  actor: Actor,
  filter: Omit<AskedConflicts, "after" | "limit">,
): Promise<{ name: string; bytes: Uint8Array }> {
  const {
    rows: views,
    isCut,
    serial,
    preface,
    watermark,
  } = await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), (trx) =>
    exportSheet(app, trx, actor, {
      what: "export-conflicts",
      most: maxRows,
      pageOf: async (page) => {
        const { rows, next } = await listConflicts(trx, { ...filter, except: kinOf(actor), ...page });
        return { rows: await viewsOfConflicts(trx, actor, rows), next };
      },
      bodyOf: (conflicts) => ({ ...filter, conflicts, purpose: reportName }),
    }),
  );
  const count = (state: ConflictView["state"]) => views.filter((one) => one.state === state).length;
  const bytes = await renderXlsx({
    name: sheetName,
    title: titleOf(app.jurisdictionName),
    preface: [
      {
        label: totalLabel,
        text: totalOf(views.length, { open: count("open"), disposed: count("disposed"), fallen: count("fallen") }),
      },
      ...(isCut ? [{ label: cutLabel, text: cutAfter(maxRows) }] : []),
      ...preface,
    ],
    columns,
    rows: views.map((view, index) => [String(index + 1), ...rowOf(app, view)]),
    watermark,
  });
  return { name: fileNameOf(todayOf(app), serial), bytes };
}

function rowOf(app: App, view: ConflictView): string[] {
  const { person, entry, answered, answer, state } = view;
  return [
    person.name,
    person.organizationName,
    entryText(app.law, entry),
    view.onDay ?? forYear(view.forYear),
    entry.office ?? entry.organizationName ?? "",
    answerNames[answer],
    view.until ?? "",
    answered.citations.map(({ label }) => label.zh).join("\n"),
    answered.citations.map((cite) => citedWords(cite).zh).join("\n"),
    [...new Set(answered.restrictions.map(({ cause }) => cause.zh))].join("\n"),
    view.recordedAfter ? recordedLater(answered.recordedOn) : "",
    stateNames[state],
    latestText(view),
  ];
}
