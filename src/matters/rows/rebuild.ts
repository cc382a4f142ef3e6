// Everything derived, computed again from the events: the rows must come out the same.
import { sql } from "kysely";
import { z } from "zod";
import { canonicalJson } from "#audit/canonical.ts";
import type { Law } from "#law/compile/law.ts";
import { memberRowsOf } from "#bodies/rows.ts";
import { calendarIn } from "#jurisdiction/rows/calendar.ts";
import { circumstanceRowsOf } from "./comparable.ts";
import { inTransaction } from "#database/database.ts";
import { lawHeldForReading } from "#law-admin/rows/law-state.ts";
import type { Database, Transaction } from "#database/database.ts";
import { keyOf, readRows, replaceRows, tablesOfMatter } from "./derived-rows.ts";
import type { DerivedTable, Row } from "./derived-rows.ts";
import { mergedRecords } from "#registry/rows/families.ts";
import { matterRowOf, readMatterRows, writeMatterRow } from "./matter-row.ts";
import { historyOf } from "./matters.ts";
import { openItemRowsOf } from "./open-items.ts";
import { replay } from "#casework/replay.ts";
import { recordRowsOf, recordsFrom, restrictionRowsOf } from "#eligibility/rows/restrictions.ts";
import { reuseRowsOf } from "./reuse.ts";
import type { RecordRows } from "#eligibility/rows/restrictions.ts";
import { rowsOf } from "#database/rows.ts";
import { exclusionRowsOf, sourceLeadIds, namedRowsOf, addPersonsOfLeads } from "./involved.ts";

/** A row that is stored differently from how it is rebuilt, both as JSON; null where there is none. */
export type Difference = { table: string; key: string; stored: string | null; rebuilt: string | null };

export type RebuildReport = { matters: number; rows: number; differences: Difference[] };
type Options = { repair: boolean };

/**
 * Recomputes ledger rows, involved persons, records and restrictions of a jurisdiction from matter_event alone, and reports rows that differ.
 * With `repair` the rebuilt rows replace the stored ones. Works in one transaction.
 */
export async function rebuild(
  database: Database,
  jurisdictionId: string,
  packs: Law,
  options: Options,
): Promise<RebuildReport> {
  return inTransaction(database, { jurisdictionId, accountId: null }, (trx) => rebuildIn(trx, packs, options));
}

/** Rebuilds within a given transaction; calls `report` with the number of matters done so far. */
export async function rebuildIn(
  trx: Transaction,
  packs: Law,
  options: Options,
  report: (matters: number) => void = () => undefined,
): Promise<RebuildReport> {
  const law = await lawHeldForReading(trx, packs);
  const found: RebuildReport = { matters: 0, rows: 0, differences: [] };
  const records: RecordRows = { measure_taken: [], sanction_taken: [], consent_given: [] };
  const parties = new Map<string, Row[]>();
  const calendar = await calendarIn(trx);
  // Leads first: persons of its leads count as involved in a case.
  for (const { id } of await matterIds(trx)) {
    const history = await historyOf(trx, id, true);
    const matter = replay(id, history);
    const last = history.at(-1);
    if (matter === null || last === undefined) continue;
    found.matters += 1;
    if (found.matters % 500 === 0) report(found.matters);
    const items = openItemRowsOf(law, calendar, matter);
    await compareMatterRow(trx, found, matterRowOf(law, matter, last.at, items), options);
    const { persons, organizations } = namedRowsOf(matter);
    if (matter.kind === "lead") parties.set(id, persons);
    const inherited = sourceLeadIds(matter).flatMap((lead) =>
      (parties.get(lead) ?? []).map((row) => String(row["person_id"])),
    );
    const recorded = matter.kind === "case" ? recordRowsOf(law, matter) : null;
    for (const table of ["measure_taken", "sanction_taken", "consent_given"] as const)
      records[table].push(...(recorded?.[table] ?? []));
    const rows = {
      matter_person: addPersonsOfLeads(matter, persons, inherited),
      matter_organization: organizations,
      ...exclusionRowsOf(matter),
      measure_taken: [],
      sanction_taken: [],
      consent_given: [],
      circumstance_outcome: circumstanceRowsOf(matter),
      member_held: memberRowsOf(law, matter),
      reuse_requested: reuseRowsOf(matter),
      ...recorded,
      open_item: items,
    };
    for (const table of tablesOfMatter) await compareRows(trx, found, table, id, rows[table], options);
  }
  await compareRestrictions(trx, found, law, records, options);
  return found;
}

const idShape = z.object({ id: z.string() });

async function matterIds(trx: Transaction): Promise<{ id: string }[]> {
  return rowsOf(
    trx,
    idShape,
    sql`SELECT matter_id AS id FROM matter_event WHERE jurisdiction_id = ${trx.jurisdictionId} AND seq = 1 ORDER BY type <> 'lead-registered', matter_id`,
  );
}

async function compareMatterRow(
  trx: Transaction,
  found: RebuildReport,
  rebuilt: ReturnType<typeof matterRowOf>,
  options: Options,
): Promise<void> {
  found.rows += 1;
  const [stored] = await readMatterRows(trx, [rebuilt.id]);
  if (stored !== undefined && canonicalJson(stored) === canonicalJson(rebuilt)) return;
  found.differences.push({
    table: "matter",
    key: rebuilt.id,
    stored: stored === undefined ? null : canonicalJson(stored),
    rebuilt: canonicalJson(rebuilt),
  });
  if (options.repair) await writeMatterRow(trx, rebuilt, stored?.version ?? 0);
}

async function compareRows(
  trx: Transaction,
  found: RebuildReport,
  table: DerivedTable,
  owner: string,
  rebuilt: readonly Row[],
  options: Options,
): Promise<void> {
  const stored = await readRows(trx, table, [owner]);
  const before = found.differences.length;
  const storedByKey = new Map(stored.map((row) => [keyOf(table, row), canonicalJson(row)]));
  const rebuiltByKey = new Map(rebuilt.map((row) => [keyOf(table, row), canonicalJson(row)]));
  found.rows += rebuilt.length;
  for (const key of new Set([...storedByKey.keys(), ...rebuiltByKey.keys()])) {
    const [was, is] = [storedByKey.get(key) ?? null, rebuiltByKey.get(key) ?? null];
    if (was !== is) found.differences.push({ table, key, stored: was, rebuilt: is });
  }
  if (options.repair && found.differences.length > before) await replaceRows(trx, table, [owner], rebuilt);
}

/** Compares also for persons who have stored restrictions and nothing on record. */
async function compareRestrictions(
  trx: Transaction,
  found: RebuildReport,
  law: Law,
  rows: RecordRows,
  options: Options,
): Promise<void> {
  const stored = await rowsOf(
    trx,
    idShape,
    sql`SELECT DISTINCT person_id AS id FROM restriction WHERE jurisdiction_id = ${trx.jurisdictionId}`,
  );
  const merged = await mergedRecords(trx);
  const asRead = (of: readonly Row[]) =>
    of.map((row) => ({ ...row, person_id: merged.get(String(row["person_id"])) ?? String(row["person_id"]) }));
  const read = {
    measure_taken: asRead(rows.measure_taken),
    sanction_taken: asRead(rows.sanction_taken),
    consent_given: asRead(rows.consent_given),
  };
  const onRecord = Object.values(read)
    .flat()
    .map((row) => row.person_id);
  const persons = [...new Set([...stored.map((one) => one.id), ...onRecord])].sort();
  const records = recordsFrom(persons, read);
  for (const id of persons) {
    const own = records.get(id);
    if (own !== undefined) await compareRows(trx, found, "restriction", id, restrictionRowsOf(law, id, own), options);
  }
}
