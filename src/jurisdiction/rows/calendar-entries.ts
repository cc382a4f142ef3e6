// Years of the working calendar that one person entered and another confirms.
import { sql } from "kysely";
import { z } from "zod";
import { publishedYear } from "../contract/calendar.ts";
import type { BothHands } from "#casework/four-eyes.ts";
import { ChangedMeanwhile } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { rowOf, rowsOf, run } from "#database/rows.ts";

const shape = publishedYear.pick({ year: true, off: true, worked: true, source: true }).extend({
  entryId: z.string(),
  enteredBy: z.string(),
  enteredByName: z.string(),
  enteredAt: z.string(),
});
export type EnteredYear = z.output<typeof shape>;

export async function addEntry(trx: Transaction, entry: EnteredYear & { enteredBehalf: string | null }): Promise<void> {
  const { entryId, year, off, worked, source, enteredBy, enteredByName, enteredBehalf, enteredAt } = entry;
  await run(
    trx,
    sql`INSERT INTO calendar_entry (jurisdiction_id, id, year, days_off, days_worked, source, entered_by, entered_by_name, entered_behalf, entered_at)
      VALUES (${trx.jurisdictionId}, ${entryId}, ${year}, ${off}::text[], ${worked}::text[], ${source}, ${enteredBy}, ${enteredByName}, ${enteredBehalf}, ${enteredAt})`,
  );
}

/** Those that nobody has confirmed or sent back, the latest first. */
export async function waitingEntries(trx: Transaction): Promise<EnteredYear[]> {
  return rowsOf(trx, shape, sql`${entries(trx)} AND c.at IS NULL ORDER BY e.entered_at DESC, e.id LIMIT 50`);
}

const decidedShape = shape.extend({ confirmed: z.boolean().nullable() });

export async function findEntry(trx: Transaction, entryId: string): Promise<z.output<typeof decidedShape> | null> {
  return rowOf(trx, decidedShape, sql`${entries(trx)} AND e.id = ${entryId}`);
}

/** Throws a retryable error when somebody else was quicker. */
export async function addEntryConfirmation(
  trx: Transaction,
  { entryId, enteredBy }: EnteredYear,
  decided: { confirmed: boolean; by: string; at: string } & BothHands,
): Promise<void> {
  const added = await run(
    trx,
    sql`INSERT INTO calendar_confirmation (jurisdiction_id, entry_id, entered_by, confirmed, by, at, first_persons, second_persons)
      VALUES (${trx.jurisdictionId}, ${entryId}, ${enteredBy}, ${decided.confirmed}, ${decided.by}, ${decided.at},
        wenze_persons_of(${[...decided.first]}::text[]), wenze_persons_of(${[...decided.second]}::text[]))
      ON CONFLICT DO NOTHING`,
  );
  if (added !== 1) throw new ChangedMeanwhile(`the year ${entryId} was confirmed meanwhile`);
}

function entries(trx: Transaction) {
  return sql`SELECT e.id AS "entryId", e.year, e.days_off AS off, e.days_worked AS worked, e.source, e.entered_by AS "enteredBy",
      e.entered_by_name AS "enteredByName", e.entered_at AS "enteredAt", c.confirmed
    FROM calendar_entry AS e
    LEFT JOIN calendar_confirmation AS c ON c.jurisdiction_id = e.jurisdiction_id AND c.entry_id = e.id
    WHERE e.jurisdiction_id = ${trx.jurisdictionId}`;
}
