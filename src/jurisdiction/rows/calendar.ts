// The working calendar: versions of years, added and never changed; the latest version of a year governs.
import { sql } from "kysely";
import type { Calendar } from "#law/procedure/deadlines.ts";
import { calendarOf } from "#law/procedure/working-days.ts";
import { publishedYear } from "../contract/calendar.ts";
import type { PublishedYear } from "../contract/calendar.ts";
import type { Transaction } from "#database/database.ts";
import { rowsOf, run } from "#database/rows.ts";

/** All versions of all years, the latest year first and of a year the latest version. */
export async function listYears(trx: Transaction): Promise<PublishedYear[]> {
  return rowsOf(
    trx,
    publishedYear,
    sql`SELECT year, version, days_off AS off, days_worked AS worked, source, account_name AS "accountName", at
      FROM calendar_year WHERE jurisdiction_id = ${trx.jurisdictionId} ORDER BY year DESC, version DESC`,
  );
}

const governingShape = publishedYear.pick({ year: true, off: true, worked: true });

/** The calendar as it governs now. */
export async function calendarIn(trx: Transaction): Promise<Calendar> {
  const years = await rowsOf(
    trx,
    governingShape,
    sql`SELECT DISTINCT ON (year) year, days_off AS off, days_worked AS worked
      FROM calendar_year WHERE jurisdiction_id = ${trx.jurisdictionId} ORDER BY year, version DESC`,
  );
  return calendarOf(years);
}

/** False when that version is there already. */
export async function addYear(
  trx: Transaction,
  { year, version, off, worked, source, accountName, at }: PublishedYear,
): Promise<boolean> {
  const added = await run(
    trx,
    sql`INSERT INTO calendar_year (jurisdiction_id, year, version, days_off, days_worked, source, account_name, at)
      VALUES (${trx.jurisdictionId}, ${year}, ${version}, ${[...off]}::text[], ${[...worked]}::text[], ${source}, ${accountName}, ${at})
      ON CONFLICT DO NOTHING`,
  );
  return added === 1;
}
