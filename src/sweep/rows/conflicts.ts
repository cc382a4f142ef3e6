// Conflicts that sweeps have found, and the turns of each (found, dealt with, fallen away). Rows are added; only state and version of a conflict change.
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { z } from "zod";
import { conflictTurn } from "../contract.ts";
import type { ConflictTurn } from "../contract.ts";
import { conflictAnswers, conflictStates, entryKinds } from "../rules/sweep.ts";
import type { ConflictAnswer, ConflictState, EntryKind } from "../rules/sweep.ts";
import type { Transaction } from "#database/database.ts";
import { mergedRecords, withMerged } from "#registry/rows/families.ts";
import { countBound, countOf, countShape, cut, readKey } from "#database/page.ts";
import type { Count, Counted, Page } from "#database/page.ts";
import { rowOf, rowsOf, run } from "#database/rows.ts";

const keyShape = z.object({
  id: z.string(),
  recordId: z.string(),
  entryKind: z.enum(entryKinds),
  entryKey: z.string(),
  ground: z.string(),
  answer: z.enum(conflictAnswers),
  state: z.enum(conflictStates),
  version: z.int(),
  isDisposed: z.boolean(),
});
/** `isDisposed`: somebody has dealt with it, even if it has fallen away since. */
export type KnownConflict = z.output<typeof keyShape>;

const shape = keyShape.extend({
  personId: z.string(),
  purpose: z.string(),
  onDay: z.string().nullable(),
  forYear: z.int().nullable(),
  until: z.string().nullable(),
  entry: z.string(),
  answered: z.string(),
  recordedAfter: z.boolean(),
  foundAt: z.string(),
});
/** `personId` is whom the record is read as now; `entry` and `answered` are JSON. */
export type StoredConflict = z.output<typeof shape>;

export type NewConflict = Omit<StoredConflict, "personId" | "state" | "version" | "isDisposed">;

export type NewTurn = Pick<ConflictTurn, "seq" | "kind" | "at" | "byName"> &
  Partial<Omit<ConflictTurn, "seq" | "kind" | "at" | "byName">> & {
    conflictId: string;
    runId?: string;
    byAccount?: string;
  };

const disposed = sql`EXISTS (SELECT FROM sweep_turn AS t WHERE t.jurisdiction_id = c.jurisdiction_id AND t.conflict_id = c.id AND t.kind = 'disposed')`;
const keyColumns = sql`c.id, c.record_id AS "recordId", c.entry_kind AS "entryKind", c.entry_key AS "entryKey", c.ground, c.answer, c.state, c.version,
  ${disposed} AS "isDisposed"`;
const columns = sql`${keyColumns}, coalesce(p.merged_into, p.id) AS "personId", c.purpose, c.on_day AS "onDay", c.for_year AS "forYear", c.until_day AS "until",
  c.entry, c.answered, c.recorded_after AS "recordedAfter", c.found_at AS "foundAt"`;
const joined = sql`sweep_conflict AS c JOIN person AS p ON p.jurisdiction_id = c.jurisdiction_id AND p.id = c.record_id`;

/**
 * Every conflict ever found of these persons and of the records merged into them, locked until the transaction ends. A record that is itself
 * merged into another has none.
 */
export async function conflictsOfPersons(trx: Transaction, personIds: readonly string[]): Promise<KnownConflict[]> {
  const merged = await mergedRecords(trx);
  const records = withMerged(
    merged,
    personIds.filter((id) => !merged.has(id)),
  );
  return rowsOf(
    trx,
    keyShape,
    sql`SELECT ${keyColumns} FROM sweep_conflict AS c
      WHERE c.jurisdiction_id = ${trx.jurisdictionId} AND c.record_id = ANY(${records}::text[]) FOR UPDATE`,
  );
}

export async function addConflicts(trx: Transaction, conflicts: readonly NewConflict[]): Promise<void> {
  if (conflicts.length === 0) return;
  const of = <T>(column: (one: NewConflict) => T) => conflicts.map(column);
  await run(
    trx,
    sql`INSERT INTO sweep_conflict (jurisdiction_id, id, record_id, entry_kind, entry_key, ground, purpose, answer, on_day, for_year, until_day, entry, answered,
        recorded_after, found_at, state, version)
      SELECT ${trx.jurisdictionId}::text, new.*, 'open', 1 FROM unnest(${of((one) => one.id)}::text[], ${of((one) => one.recordId)}::text[],
        ${of((one) => one.entryKind)}::text[], ${of((one) => one.entryKey)}::text[], ${of((one) => one.ground)}::text[], ${of((one) => one.purpose)}::text[],
        ${of((one) => one.answer)}::text[], ${of((one) => one.onDay)}::date[], ${of((one) => one.forYear)}::integer[], ${of((one) => one.until)}::date[],
        ${of((one) => one.entry)}::text[], ${of((one) => one.answered)}::text[], ${of((one) => one.recordedAfter)}::boolean[],
        ${of((one) => one.foundAt)}::text[]) AS new`,
  );
}

/** Adds turns, and sets each conflict to the state of its turn; a conflict that is new was inserted with it. */
export async function addTurns(
  trx: Transaction,
  turns: readonly (NewTurn & { state: ConflictState })[],
): Promise<void> {
  if (turns.length === 0) return;
  const of = <T>(column: (one: NewTurn) => T) => turns.map(column);
  await run(
    trx,
    sql`INSERT INTO sweep_turn (jurisdiction_id, conflict_id, seq, kind, run_id, because, way, on_day, document_number, reasons, by_account, by_name, at)
      SELECT ${trx.jurisdictionId}::text, new.* FROM unnest(${of((one) => one.conflictId)}::text[], ${of((one) => one.seq)}::integer[],
        ${of((one) => one.kind)}::text[], ${of((one) => one.runId ?? null)}::text[], ${of((one) => one.because ?? null)}::text[],
        ${of((one) => one.way ?? null)}::text[], ${of((one) => one.onDay ?? null)}::date[], ${of((one) => one.documentNumber ?? null)}::text[],
        ${of((one) => one.reasons ?? null)}::text[], ${of((one) => one.byAccount ?? null)}::text[], ${of((one) => one.byName)}::text[],
        ${of((one) => one.at)}::text[]) AS new`,
  );
  const later = turns.filter(({ seq }) => seq > 1);
  if (later.length === 0) return;
  await run(
    trx,
    sql`UPDATE sweep_conflict AS c SET state = new.state, version = new.seq
      FROM unnest(${later.map((one) => one.conflictId)}::text[], ${later.map((one) => one.state)}::text[], ${later.map((one) => one.seq)}::integer[]) AS new (id, state, seq)
      WHERE c.jurisdiction_id = ${trx.jurisdictionId} AND c.id = new.id`,
  );
}

export type ConflictFilter = {
  state: ConflictState | null;
  answer: ConflictAnswer | null;
  entryKind: EntryKind | null;
  /** Only conflicts whose measure was entered after the act. */
  recordedAfter: boolean;
  personId: string | null;
  /** Persons whose conflicts are left out. */
  except: readonly string[];
};

const matching = (trx: Transaction, filter: ConflictFilter): RawBuilder<unknown> =>
  sql`c.jurisdiction_id = ${trx.jurisdictionId}
    AND ${filter.state === null ? sql`true` : sql`c.state = ${filter.state}`}
    AND ${filter.answer === null ? sql`true` : sql`c.answer = ${filter.answer}`}
    AND ${filter.entryKind === null ? sql`true` : sql`c.entry_kind = ${filter.entryKind}`}
    AND ${filter.recordedAfter ? sql`c.recorded_after` : sql`true`}
    AND ${filter.personId === null ? sql`true` : sql`coalesce(p.merged_into, p.id) = ${filter.personId}`}
    AND coalesce(p.merged_into, p.id) <> ALL (${[...filter.except]}::text[])`;

const byTime = z.tuple([z.string(), z.string()]);

/** Conflicts found last come first. */
export async function listConflicts(
  trx: Transaction,
  { after, limit, ...filter }: ConflictFilter & Page,
): Promise<Counted<StoredConflict>> {
  const key = readKey(after, byTime);
  const beyond = key === null ? sql`true` : sql`(c.found_at, c.id) < (${key[0]}::text, ${key[1]}::text)`;
  const rows = await rowsOf(
    trx,
    shape,
    sql`SELECT ${columns} FROM ${joined} WHERE ${matching(trx, filter)} AND ${beyond} ORDER BY c.found_at DESC, c.id DESC LIMIT ${limit + 1}`,
  );
  return { ...cut(rows, limit, (row) => [row.foundAt, row.id]), count: await countConflicts(trx, filter) };
}

export async function countConflicts(trx: Transaction, filter: ConflictFilter): Promise<Count> {
  const counted = await rowOf(
    trx,
    countShape,
    sql`SELECT count(*) AS count FROM (SELECT FROM ${joined} WHERE ${matching(trx, filter)} LIMIT ${countBound + 1}) AS bounded`,
  );
  return countOf(counted?.count ?? 0);
}

/** Null when there is none. "hold" locks it until the transaction ends, so that a sweep and a disposition follow one another. */
export async function findConflict(
  trx: Transaction,
  id: string,
  hold: "read" | "hold" = "read",
): Promise<StoredConflict | null> {
  return rowOf(
    trx,
    shape,
    sql`SELECT ${columns} FROM ${joined} WHERE c.jurisdiction_id = ${trx.jurisdictionId} AND c.id = ${id} ${hold === "hold" ? sql`FOR UPDATE OF c` : sql``}`,
  );
}

const turnOfConflictShape = conflictTurn.extend({ conflictId: z.string() });

/** The turns of each conflict in order; every id asked for has an entry. */
export async function turnsOf(
  trx: Transaction,
  conflictIds: readonly string[],
): Promise<ReadonlyMap<string, ConflictTurn[]>> {
  const turns = new Map<string, ConflictTurn[]>(conflictIds.map((id) => [id, []]));
  if (conflictIds.length === 0) return turns;
  const rows = await rowsOf(
    trx,
    turnOfConflictShape,
    sql`SELECT conflict_id AS "conflictId", seq, kind, because, way, on_day AS "onDay", document_number AS "documentNumber", reasons, by_name AS "byName", at
      FROM sweep_turn WHERE jurisdiction_id = ${trx.jurisdictionId} AND conflict_id = ANY(${[...conflictIds]}::text[]) ORDER BY conflict_id, seq`,
  );
  for (const { conflictId, ...turn } of rows) turns.get(conflictId)?.push(turn);
  return turns;
}

const idShape = z.object({ id: z.string() });

/** Ids of persons with a measure, sanction or restriction on record, or with a conflict that has not fallen away; in order, after one id. */
export async function personsToSweep(trx: Transaction, after: string, limit: number): Promise<string[]> {
  const from = (table: "measure_taken" | "sanction_taken" | "restriction", column: "person_id") =>
    sql`(SELECT DISTINCT ${sql.ref(column)} AS id FROM ${sql.table(table)} WHERE jurisdiction_id = ${trx.jurisdictionId} AND ${sql.ref(column)} > ${after}
      ORDER BY 1 LIMIT ${limit})`;
  const rows = await rowsOf(
    trx,
    idShape,
    sql`SELECT id FROM (${from("measure_taken", "person_id")} UNION ${from("sanction_taken", "person_id")} UNION ${from("restriction", "person_id")}
        UNION (SELECT DISTINCT merged_into AS id FROM person WHERE jurisdiction_id = ${trx.jurisdictionId} AND merged_into > ${after} ORDER BY 1 LIMIT ${limit})
        UNION (SELECT DISTINCT record_id AS id FROM sweep_conflict WHERE jurisdiction_id = ${trx.jurisdictionId} AND record_id > ${after} AND state <> 'fallen'
          ORDER BY 1 LIMIT ${limit})) AS known
      ORDER BY id LIMIT ${limit}`,
  );
  return rows.map(({ id }) => id);
}

/** How many ids `personsToSweep` answers over all its pages. */
export async function countToSweep(trx: Transaction): Promise<number> {
  const own = (table: "measure_taken" | "sanction_taken" | "restriction") =>
    sql`SELECT person_id AS id FROM ${sql.table(table)} WHERE jurisdiction_id = ${trx.jurisdictionId}`;
  const counted = await rowOf(
    trx,
    countShape,
    sql`SELECT count(*) AS count FROM (${own("measure_taken")} UNION ${own("sanction_taken")} UNION ${own("restriction")}
      UNION SELECT merged_into FROM person WHERE jurisdiction_id = ${trx.jurisdictionId} AND merged_into IS NOT NULL
      UNION SELECT record_id FROM sweep_conflict WHERE jurisdiction_id = ${trx.jurisdictionId} AND state <> 'fallen') AS known`,
  );
  return counted?.count ?? 0;
}
