// The open items of execution as rows, derived from a case and the calendar: what 督办 and due days are read from.
import { sql } from "kysely";
import { z } from "zod";
import type { Matter } from "#casework/replay.ts";
import { dueOf, openItemsOf, waiverWaits } from "#casework/execution.ts";
import type { Calendar } from "#law/deadlines.ts";
import type { Law } from "#law/law.ts";
import { calendarIn } from "./calendar.ts";
import type { Transaction } from "./database.ts";
import { readRows, replaceRows } from "./derived-rows.ts";
import type { Row } from "./derived-rows.ts";
import { run, rowsOf } from "./rows.ts";

/** In the order of their key. A lead has none. */
export function openItemRowsOf(law: Law, calendar: Calendar, matter: Matter): Row[] {
  if (matter.kind === "lead") return [];
  return openItemsOf(law, matter)
    .map((item) => {
      const due = dueOf(item, calendar);
      return {
        matter_id: matter.id,
        subject_id: item.subjectId ?? "",
        item: item.item,
        subject_name: item.subjectName ?? "",
        office: item.office,
        account_id: item.file.accountId,
        begun_on: item.from,
        due_on: due.type === "day" ? due.on : null,
        unpublished_year: due.type === "unpublished" ? due.year : null,
        waiver_waits: waiverWaits(item.file),
      };
    })
    .sort((a, b) => compare(a.subject_id, b.subject_id) || compare(a.item, b.item));
}

/** The first day by which something in the matter is due: of its items, or of its stage; null where nothing is. */
export function dueOnOf(matter: Matter, items: readonly Row[]): string | null {
  const days = items.flatMap(({ due_on: due }) => (typeof due === "string" ? [due] : []));
  return days.sort()[0] ?? matter.dueOn;
}

/** Every case with an open item that begins or ends in that year or later: due days are counted again. Answers with how many. */
export async function recountDueDays(
  trx: Transaction,
  law: Law,
  year: number,
  load: (matterId: string) => Promise<Matter | null>,
): Promise<number> {
  const calendar = await calendarIn(trx);
  const cases = await rowsOf(
    trx,
    z.object({ id: z.string() }),
    sql`SELECT DISTINCT matter_id AS id FROM open_item
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND (due_on >= ${`${year}-01-01`}::date OR unpublished_year = ${year}) ORDER BY id`,
  );
  for (const { id } of cases) {
    const matter = await load(id);
    if (matter === null) continue;
    const rows = openItemRowsOf(law, calendar, matter);
    await replaceRows(trx, "open_item", [id], rows);
    await run(
      trx,
      sql`UPDATE matter SET due_on = ${dueOnOf(matter, rows)}::date WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ${id}`,
    );
  }
  return cases.length;
}

/** Writes them where they changed. */
export async function writeOpenItems(trx: Transaction, matterId: string, rows: readonly Row[]): Promise<void> {
  const stored = await readRows(trx, "open_item", [matterId]);
  if (stored.length === 0 && rows.length === 0) return;
  await replaceRows(trx, "open_item", [matterId], rows);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
