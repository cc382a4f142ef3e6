// A list put into one sheet: its pages one after another, the line of the log, and by whom and when it was taken out.
import type { Actor } from "#casework/actor.ts";
import type { Transaction } from "#database/database.ts";
import type { Page, Paged } from "#database/page.ts";
import type { App } from "../app.ts";
import { recordLine } from "./record.ts";
import { localTimeOf, nowOf } from "../time.ts";
import { exportedBy, exportSerial } from "../words.ts";

/** `isCut`: there were more than `most` rows. `serial` names the log entry and is the last line of `preface`. */
export type SheetExport<Row> = {
  rows: Row[];
  isCut: boolean;
  serial: string;
  preface: { label: string; text: string }[];
  watermark: string;
};

/** Rows read at a time. */
const batchSize = 500;

/** Reads up to `most` rows page by page, in the transaction that reads the rest of the sheet, and logs the export. */
export async function exportSheet<Row>(
  app: App,
  trx: Transaction,
  actor: Actor,
  list: {
    what: string;
    most: number;
    pageOf: (page: Page) => Promise<Paged<Row>>;
    bodyOf: (rows: number) => Record<string, unknown>;
  },
): Promise<SheetExport<Row>> {
  const rows: Row[] = [];
  let after: string | null = null;
  do {
    const page = await list.pageOf({ after, limit: Math.min(batchSize, list.most - rows.length) });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null && rows.length < list.most);
  const body = list.bodyOf(rows.length);
  const entry = await recordLine(app, trx, actor, { kind: "export", what: list.what, outcome: "done", body });
  const serial = entry.slice(0, 16);
  const at = localTimeOf(nowOf(app));
  const preface = [
    { label: exportedBy, text: `${actor.name}，${at}` },
    { label: exportSerial, text: serial },
  ];
  return { rows, isCut: after !== null, serial, preface, watermark: `${actor.name} ${at} ${serial}` };
}
