// The tables derived from events, as rows of plain cells: written, removed and read alike by an act and by a rebuild.
import { sql } from "kysely";
import { z } from "zod";
import type { Transaction } from "#database/database.ts";
import { rowsOf, run } from "#database/rows.ts";

export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

const subjectKey = { matter_id: "text", subject_id: "text", ordinal: "integer" } as const;

/** Columns beside jurisdiction_id, with their types, in the order in which they are written. */
export const derivedTables = {
  matter_person: {
    key: ["matter_id", "person_id"],
    columns: { matter_id: "text", person_id: "text", party: "boolean", open: "boolean" },
  },
  matter_organization: {
    key: ["matter_id", "organization_id"],
    columns: { matter_id: "text", organization_id: "text" },
  },
  matter_recused: {
    key: ["matter_id", "kind", "who"],
    columns: { matter_id: "text", kind: "text", who: "text" },
  },
  matter_four_eyes: {
    key: ["matter_id", "act", "by_account", "before_act", "of_account"],
    columns: {
      matter_id: "text",
      act: "text",
      by_account: "text",
      by_person: "text",
      before_act: "text",
      of_account: "text",
      of_person: "text",
    },
  },
  measure_taken: {
    key: ["matter_id", "subject_id", "ordinal"],
    columns: {
      ...subjectKey,
      person_id: "text",
      case_number: "text",
      kind: "text",
      decided_on: "date",
      effective_on: "date",
      handling: "text",
      original_level: "text",
      present_level: "text",
      reduced_level: "text",
      ground: "text",
      revoked_on: "date",
    },
  },
  sanction_taken: {
    key: ["matter_id", "subject_id", "ordinal"],
    columns: {
      ...subjectKey,
      person_id: "text",
      case_number: "text",
      kind: "text",
      decided_on: "date",
      effective_on: "date",
      months: "integer",
      extended: "integer",
      restored_on: "date",
      revoked_on: "date",
      present_level: "text",
      authority: "text",
      document_number: "text",
    },
  },
  consent_given: {
    key: ["matter_id", "subject_id", "ordinal"],
    columns: {
      ...subjectKey,
      person_id: "text",
      case_number: "text",
      given_on: "date",
      to_level: "text",
      document_number: "text",
    },
  },
  open_item: {
    key: ["matter_id", "subject_id", "item"],
    columns: {
      matter_id: "text",
      subject_id: "text",
      item: "text",
      subject_name: "text",
      office: "text",
      account_id: "text",
      begun_on: "date",
      due_on: "date",
      unpublished_year: "integer",
      waiver_waits: "boolean",
    },
  },
  circumstance_outcome: {
    key: ["matter_id", "subject_id", "circumstance"],
    columns: {
      matter_id: "text",
      subject_id: "text",
      circumstance: "text",
      subject_kind: "text",
      gravity: "text",
      measures: "text",
      decided_on: "date",
    },
  },
  member_held: {
    key: ["matter_id", "subject_id"],
    columns: {
      matter_id: "text",
      subject_id: "text",
      organization_id: "text",
      person_id: "text",
      person_name: "text",
      case_number: "text",
      decided_on: "date",
      measures: "text",
    },
  },
  reuse_requested: {
    key: ["matter_id", "seq"],
    columns: {
      matter_id: "text",
      seq: "integer",
      subject_id: "text",
      person_id: "text",
      case_number: "text",
      requested_on: "date",
      purpose: "text",
      organization_name: "text",
      post: "text",
      level: "text",
      decided_on: "date",
      approved: "boolean",
      document_number: "text",
    },
  },
  restriction: {
    key: ["person_id", "ordinal"],
    columns: {
      person_id: "text",
      ordinal: "integer",
      matter_id: "text",
      case_number: "text",
      bars: "text",
      from_day: "date",
      until_day: "date",
      grey_day: "date",
      baseline: "text",
      reach: "text",
      layer: "text",
      pack: "text",
      anchor: "text",
      cite: "text",
      norm: "text",
      note: "text",
      cause_type: "text",
      cause_kind: "text",
      counts_from: "date",
      counts_until: "date",
      interpretations: "text",
    },
  },
} as const satisfies Record<
  string,
  { key: readonly string[]; columns: Readonly<Record<string, "text" | "integer" | "boolean" | "date">> }
>;

export type DerivedTable = keyof typeof derivedTables;
export const tablesOfMatter = [
  "matter_person",
  "matter_organization",
  "matter_recused",
  "matter_four_eyes",
  "measure_taken",
  "sanction_taken",
  "consent_given",
  "open_item",
  "circumstance_outcome",
  "member_held",
  "reuse_requested",
] as const;

const rowShape = z.object({ row: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])) });

/** All rows of one table that belong to these owners (ids of matters; for restrictions, of persons), by key. */
export async function readRows(trx: Transaction, table: DerivedTable, owners: readonly string[]): Promise<Row[]> {
  if (owners.length === 0) return [];
  const { key } = derivedTables[table];
  const read = await rowsOf(
    trx,
    rowShape,
    sql`SELECT to_jsonb(t) - 'jurisdiction_id' AS row FROM ${sql.table(table)} AS t
      WHERE t.jurisdiction_id = ${trx.jurisdictionId} AND ${sql.ref(key[0])} = ANY(${[...owners]}::text[])
      ORDER BY ${sql.join(key.map((column) => sql.ref(column)))}`,
  );
  return read.map(({ row }) => row);
}

/** Replaces all rows of these owners. */
export async function replaceRows(
  trx: Transaction,
  table: DerivedTable,
  owners: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  const { key, columns } = derivedTables[table];
  const names = Object.keys(columns);
  const arrays = Object.entries(columns).map(
    ([name, type]) => sql`${rows.map((row) => row[name] ?? null)}::${sql.raw(type)}[]`,
  );
  await Promise.all([
    run(
      trx,
      sql`DELETE FROM ${sql.table(table)} WHERE jurisdiction_id = ${trx.jurisdictionId} AND ${sql.ref(key[0])} = ANY(${[...owners]}::text[])`,
    ),
    rows.length === 0
      ? 0
      : run(
          trx,
          sql`INSERT INTO ${sql.table(table)} (jurisdiction_id, ${sql.join(names.map((name) => sql.ref(name)))})
            SELECT ${trx.jurisdictionId}::text, new.* FROM unnest(${sql.join(arrays)}) AS new`,
        ),
  ]);
}

/** The cells of a row's key, joined by spaces. */
export function keyOf(table: DerivedTable, row: Row): string {
  return derivedTables[table].key.map((column) => String(row[column])).join(" ");
}
