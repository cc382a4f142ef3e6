// The open items of a matter as rows, derived from its events and the calendar: what 督办 and due days are read from.
import { sql } from "kysely";
import { z } from "zod";
import { canonicalJson } from "#audit/canonical.ts";
import type { Matter } from "#casework/replay.ts";
import { openItemsIn } from "#casework/execution/open-items.ts";
import type { Calendar } from "#law/procedure/deadlines.ts";
import type { Law } from "#law/compile/law.ts";
import { calendarIn } from "#jurisdiction/rows/calendar.ts";
import type { Transaction } from "#database/database.ts";
import { replaceRows } from "./derived-rows.ts";
import type { Row } from "./derived-rows.ts";
import { run, rowsOf } from "#database/rows.ts";
import { compareText } from "#database/compare-text.ts";

/** In the order of their key. */
export function openItemRowsOf(law: Law, calendar: Calendar, matter: Matter): Row[] {
  return openItemsIn(law, calendar, matter)
    .map(({ subjectId, subjectName, item, office, accountId, from, due, waiverWaits }) => ({
      matter_id: matter.id,
      subject_id: subjectId ?? "",
      item,
      subject_name: subjectName ?? "",
      office,
      account_id: accountId,
      begun_on: from,
      due_on: due.type === "day" ? due.on : null,
      unpublished_year: due.type === "unpublished" ? due.year : null,
      waiver_waits: waiverWaits,
    }))
    .sort((a, b) => compareText(a.subject_id, b.subject_id) || compareText(a.item, b.item));
}

/** The first day by which something in the matter is due: of its items, or of its stage; null where nothing is. */
export function dueOnOf(matter: Matter, items: readonly Row[]): string | null {
  const days = items.flatMap(({ due_on: due }) => (typeof due === "string" ? [due] : []));
  return days.sort()[0] ?? matter.dueOn;
}

const idShape = z.object({ id: z.string() });

/** Recounts the due days of every case with an open item that is due in that year or later; answers with the number of cases. */
export async function recountDueDays(
  trx: Transaction,
  law: Law,
  year: number,
  load: (matterId: string) => Promise<Matter | null>,
): Promise<number> {
  const calendar = await calendarIn(trx);
  const cases = await rowsOf(
    trx,
    idShape,
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

/** Replaces the open items of a matter where they differ from `stored`. */
export async function writeOpenItems(
  trx: Transaction,
  matterId: string,
  stored: readonly Row[],
  rows: readonly Row[],
): Promise<void> {
  if (canonicalJson(stored) !== canonicalJson(rows)) await replaceRows(trx, "open_item", [matterId], rows);
}
