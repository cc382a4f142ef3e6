// Rows that decide who may do what, and what was given to whom: each change of one is accounted for by an entry of the log that carries a digest
// of it, so that a row which the database's superuser changed, added or took away is found. Here: which rows these are, and which of them a
// transaction has written since its last entry.
import type { Transaction } from "./database.ts";

/** `once`: the row is written and never changes. `state`: it changes; each change counts on. Types are those of PostgreSQL. */
export type Bound = {
  kind: "once" | "state";
  key: Readonly<Record<string, "text" | "integer">>;
  columns: readonly string[];
};

/** Columns that a migration adds may stand here only where they are null in all rows that were there before. */
export const boundTables = {
  account: {
    kind: "state",
    key: { id: "text" },
    columns: [
      "id",
      "account",
      "name",
      "roles",
      "organization_id",
      "person_id",
      "password",
      "password_set_at",
      "must_change_password",
      "disabled",
    ],
  },
  // Not last_step, which each sign-in counts on.
  totp: { kind: "state", key: { account_id: "text" }, columns: ["account_id", "secret_sealed", "confirmed"] },
  delegation: {
    kind: "state",
    key: { id: "text" },
    columns: [
      "id",
      "from_account",
      "to_account",
      "role",
      "from_day",
      "until_day",
      "asked_by",
      "approved",
      "decided_by",
      "decided_at",
      "ended_by",
      "ended_at",
    ],
  },
  security_policy: { kind: "once", key: { version: "integer" }, columns: ["version", "at", "by_account", "policy"] },
  api_token: { kind: "once", key: { id: "text" }, columns: ["id", "office", "token_hash", "expires_on", "issued_by"] },
  api_token_end: { kind: "once", key: { token_id: "text" }, columns: ["token_id", "ended_by", "ended_at"] },
  recovery_key: { kind: "once", key: { version: "integer" }, columns: ["version", "recipient", "at"] },
  authority_version: {
    kind: "once",
    key: { id: "text" },
    columns: ["id", "valid_from", "document_number", "content", "entered_by", "entered_at"],
  },
  authority_confirmation: {
    kind: "once",
    key: { version_id: "text" },
    columns: ["version_id", "entered_by", "confirmed", "by", "at"],
  },
  grade_given: {
    kind: "once",
    key: { person_id: "text", year: "integer", version: "integer" },
    columns: [
      "person_id",
      "year",
      "version",
      "grade",
      "given_by",
      "given_on",
      "source",
      "registered_by",
      "registered_at",
    ],
  },
  honour_given: {
    kind: "once",
    key: { person_id: "text", year: "integer", name: "text", version: "integer" },
    columns: [
      "person_id",
      "year",
      "name",
      "version",
      "withdrawn",
      "given_on",
      "issuer",
      "level",
      "source",
      "registered_by",
      "registered_at",
    ],
  },
  interpretation: {
    kind: "once",
    key: { id: "text" },
    columns: [
      "id",
      "number",
      "issued_on",
      "valid_from",
      "anchor",
      "text",
      "effect",
      "setting",
      "option",
      "recompute",
      "pack",
      "rule",
      "decision",
      "passage",
      "source",
      "replaces",
      "entered_at",
      "entered_by",
    ],
  },
  interpretation_signature: {
    kind: "once",
    key: { interpretation_id: "text" },
    columns: ["interpretation_id", "agreed", "ordinal", "entered_by", "signed_at", "signed_by"],
  },
  history_statement: {
    kind: "once",
    key: { id: "text" },
    columns: ["id", "since", "arrival_id", "entered", "basis", "entered_at", "entered_by"],
  },
  history_confirmation: {
    kind: "once",
    key: { statement_id: "text" },
    columns: ["statement_id", "confirmed", "entered_by", "signed_at", "signed_by"],
  },
  official_text: {
    kind: "once",
    key: { id: "text" },
    columns: ["id", "pack", "source", "text", "passages", "loaded_at", "loaded_by"],
  },
  official_text_check: {
    kind: "once",
    key: { official_text_id: "text" },
    columns: ["official_text_id", "agreed", "ordinal", "loaded_by", "checked_at", "checked_by"],
  },
  person_merge: {
    kind: "once",
    key: { id: "text" },
    columns: ["id", "survivor_id", "merged_id", "registered_by", "registered_at"],
  },
  person_merge_undone: {
    kind: "once",
    key: { merge_id: "text" },
    columns: ["merge_id", "registered_by", "registered_at"],
  },
} as const satisfies Record<string, Bound>;
export type BoundTable = keyof typeof boundTables;

/** As the keys stand in `boundTables`. */
export type BoundKey = readonly (string | number)[];
type Touched = Map<BoundTable, Map<string, BoundKey>>;

/** By the transaction as Kysely has it, which is the same however its scope is narrowed. */
const touched = new WeakMap<Transaction["kysely"], Touched>();

/** Says that this row was written (or removed): the next entry of the transaction accounts for it. */
export function touch(trx: Pick<Transaction, "kysely">, table: BoundTable, ...keys: readonly BoundKey[]): void {
  const all: Touched = touched.get(trx.kysely) ?? new Map();
  touched.set(trx.kysely, all);
  const rows = all.get(table) ?? new Map<string, BoundKey>();
  for (const key of keys) rows.set(JSON.stringify(key), key);
  if (rows.size > 0) all.set(table, rows);
}

/** What was written since this was asked last; empty in most transactions. */
export function takeTouched(trx: Pick<Transaction, "kysely">): [BoundTable, BoundKey[]][] {
  const all = touched.get(trx.kysely);
  touched.delete(trx.kysely);
  return all === undefined ? [] : [...all].map(([table, rows]) => [table, [...rows.values()]]);
}

/** Throws when a transaction ends with rows for which no entry accounts: a mistake in the program. */
export function refuseUnaccounted(trx: Pick<Transaction, "kysely">): void {
  const left = takeTouched(trx).map(([table]) => table);
  if (left.length > 0) throw new Error(`no entry of the log accounts for what was written to ${left.join(", ")}`);
}
