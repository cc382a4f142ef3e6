// Digests of rows that decide: written into the entry of the deed that changed them, and compared with the rows when the log is verified.
import { hash } from "node:crypto";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { z } from "zod";
import type { Entry, Fault, HashAlgorithm } from "#audit/entry.ts";
import { boundTables, takeTouched } from "#database/bound.ts";
import type { Bound, BoundKey, BoundTable } from "#database/bound.ts";
import type { Transaction } from "#database/database.ts";
import { rowOf, rowsOf, run } from "#database/rows.ts";
import type { Pace } from "./audit.ts";

/** The first 192 bits in base64url: of one length, so that those of many rows stand one after another in one text. */
const digestLength = 32;

function digestOf(algorithm: HashAlgorithm, table: BoundTable, text: string): string {
  return hash(algorithm, `${table} ${text}`, "base64url").slice(0, digestLength);
}

const names = Object.keys(boundTables) as BoundTable[]; // of a constant

/** `rows`: of rows that never change, the digests of those written. `states`: of the others, by their key, how often written, and the digest; null when removed. */
const attestedShape = z.object({
  bound: z.object({
    tables: z.array(z.enum(names)).optional(),
    rows: z.partialRecord(z.enum(names), z.string()).optional(),
    states: z.partialRecord(z.enum(names), z.record(z.string(), z.tuple([z.int(), z.string().nullable()]))).optional(),
  }),
});
export type Attested = z.output<typeof attestedShape>["bound"];

/** What the entry has to say of the rows that were written since the last entry of this transaction; null when there are none. */
export async function accountFor(trx: Transaction, algorithm: HashAlgorithm): Promise<Attested | null> {
  const touched = takeTouched(trx);
  if (touched.length === 0) return null;
  const rows: NonNullable<Attested["rows"]> = {};
  const states: NonNullable<Attested["states"]> = {};
  for (const [table, keys] of touched) {
    const there = await readRows(trx, table, keys);
    if (boundTables[table].kind === "once")
      rows[table] = there.map(({ text }) => digestOf(algorithm, table, text)).join("");
    else states[table] = await statesOf(trx, algorithm, table, keys, there);
  }
  return {
    ...(Object.keys(rows).length > 0 ? { rows } : {}),
    ...(Object.keys(states).length > 0 ? { states } : {}),
  };
}

async function statesOf(
  trx: Transaction,
  algorithm: HashAlgorithm,
  table: BoundTable,
  keys: readonly BoundKey[],
  there: readonly Row[],
): Promise<Record<string, [number, string | null]>> {
  const states: Record<string, [number, string | null]> = {};
  // In one order, so that no two transactions wait for one another.
  for (const key of keys.map((one) => JSON.stringify(one)).sort()) {
    const text = there.find((row) => row.key === key)?.text;
    states[key] = [await countOn(trx, table, key), text === undefined ? null : digestOf(algorithm, table, text)];
  }
  return states;
}

const revisionShape = z.object({ revision: z.int() });

async function countOn(trx: Transaction, table: BoundTable, key: string): Promise<number> {
  const counted = await rowOf(
    trx,
    revisionShape,
    sql`INSERT INTO bound_row (jurisdiction_id, name, key, revision) VALUES (${trx.jurisdictionId}, ${table}, ${key}, 1)
      ON CONFLICT (jurisdiction_id, name, key) DO UPDATE SET revision = bound_row.revision + 1 RETURNING revision`,
  );
  return counted?.revision ?? 0;
}

const rowShape = z.object({ key: z.string().transform((key) => normalKey(key)), text: z.string() });
type Row = z.output<typeof rowShape>;

const keyShape = z.array(z.union([z.string(), z.number()]));
const keyIn = (key: string): BoundKey => keyShape.parse(JSON.parse(key));

/** The rows of these keys, or, page by page, those beyond one in the order of their keys. */
async function readRows(trx: Transaction, table: BoundTable, keys: readonly BoundKey[]): Promise<Row[]> {
  const { key }: Bound = boundTables[table];
  const columns = Object.entries(key);
  const lists = columns.map(([, type], at) => sql`${keys.map((one) => one[at] ?? null)}::${sql.raw(type)}[]`);
  const wanted = columns.map(([name]) => sql`t.${sql.ref(name)} = k.${sql.ref(name)}`);
  return rowsOf(
    trx,
    rowShape,
    sql`SELECT ${rowColumns(table)} FROM unnest(${sql.join(lists)}) AS k (${sql.join(columns.map(([name]) => sql.ref(name)))})
      JOIN ${sql.table(table)} AS t ON t.jurisdiction_id = ${trx.jurisdictionId} AND ${sql.join(wanted, sql` AND `)}`,
  );
}

const pageSize = 5000;

async function pageOfRows(trx: Transaction, table: BoundTable, after: string | null): Promise<Row[]> {
  const { key }: Bound = boundTables[table];
  const columns = Object.entries(key);
  const order = sql.join(columns.map(([name]) => sql`t.${sql.ref(name)}`));
  const last = after === null ? null : keyIn(after);
  const beyond =
    last === null
      ? sql`true`
      : sql`(${order}) > (${sql.join(columns.map(([, type], at) => sql`${last[at]}::${sql.raw(type)}`))})`;
  return rowsOf(
    trx,
    rowShape,
    sql`SELECT ${rowColumns(table)} FROM ${sql.table(table)} AS t
      WHERE t.jurisdiction_id = ${trx.jurisdictionId} AND ${beyond} ORDER BY ${order} LIMIT ${pageSize}`,
  );
}

/** The key as JSON, and the columns that are bound, as PostgreSQL writes them. */
function rowColumns(table: BoundTable): RawBuilder<unknown> {
  const { key, columns }: Bound = boundTables[table];
  const list = (all: readonly string[]) => sql.join(all.map((name) => sql`t.${sql.ref(name)}`));
  return sql`json_build_array(${list(Object.keys(key))})::text AS key, json_build_array(${list(columns)})::text AS text`;
}

/** What an entry says of rows. */
function attestedBy(entry: Pick<Entry, "body">): Attested | null {
  if (!entry.body.includes('"bound":')) return null;
  const parsed = attestedShape.safeParse(JSON.parse(entry.body));
  return parsed.success ? parsed.data.bound : null;
}

const nameShape = z.object({ name: z.string() });

/** The tables that no entry has named yet. */
export async function unboundTables(trx: Transaction): Promise<BoundTable[]> {
  const bound = await rowsOf(
    trx,
    nameShape,
    sql`SELECT name FROM bound_table WHERE jurisdiction_id = ${trx.jurisdictionId}`,
  );
  return names.filter((name) => !bound.some((one) => one.name === name));
}

/**
 * Binds a table that an entry has named: what the next ones say of the rows there are, page by page. None at the founding; where an earlier
 * release wrote rows, the log accounts for them as they are found now.
 */
export async function* bindTable(
  trx: Transaction,
  algorithm: HashAlgorithm,
  table: BoundTable,
): AsyncGenerator<Attested> {
  await run(trx, sql`INSERT INTO bound_table (jurisdiction_id, name) VALUES (${trx.jurisdictionId}, ${table})`);
  for await (const page of pagesOfRows((piece) => piece(trx), table)) {
    if (boundTables[table].kind === "once") {
      yield { rows: { [table]: page.map(({ text }) => digestOf(algorithm, table, text)).join("") } };
      continue;
    }
    const states: Record<string, [number, string | null]> = {};
    for (const { key, text } of page) states[key] = [await countOn(trx, table, key), digestOf(algorithm, table, text)];
    yield { states: { [table]: states } };
  }
}

async function* pagesOfRows(pace: Pace, table: BoundTable): AsyncGenerator<Row[]> {
  for (let after: string | null = null; ;) {
    const page: Row[] = await pace((trx) => pageOfRows(trx, table, after));
    if (page.length > 0) yield page;
    if (page.length < pageSize) return;
    after = page.at(-1)?.key ?? "";
  }
}

/** As JSON.stringify writes it, which PostgreSQL does with spaces. */
const normalKey = (key: string): string => JSON.stringify(JSON.parse(key));

/**
 * What the entries say of rows, taken one after another, and then held against the rows. Only tables that an entry has named are looked at: an
 * earlier release bound none.
 */
export class BoundWalk {
  readonly #tables = new Set<BoundTable>();
  readonly #states = new Map<string, State>();
  /** While suspects are looked at again: what entries have told of them since. */
  #since = new Map<string, State[]>();
  /** Of rows that never change: those that entries tell of, by digest with its algorithm and table. */
  readonly #rows = new Set<string>();

  take(entry: Entry): void {
    const attested = attestedBy(entry);
    if (attested === null) return;
    const { algorithm } = entry;
    for (const table of attested.tables ?? []) this.#tables.add(table);
    for (const [table, digests] of Object.entries(attested.rows ?? {}))
      for (let at = 0; at < digests.length; at += digestLength)
        this.#rows.add(`${algorithm} ${table} ${digests.slice(at, at + digestLength)}`);
    for (const [table, states] of Object.entries(attested.states ?? {}))
      for (const [key, [revision, digest]] of Object.entries(states)) {
        const name = `${table} ${key}`;
        const state = { revision, digest, algorithm };
        this.#since.get(name)?.push(state);
        if ((this.#states.get(name)?.revision ?? 0) < revision) this.#states.set(name, state);
      }
  }

  /**
   * Rows that no entry accounts for, rows that are not as the last entry has them, rows that are missing. `more` takes the entries written since
   * it was asked last: people go on while this is looked at, and a row is judged by entries that were read after it.
   */
  async compare(pace: Pace, more: () => Promise<void>): Promise<Fault[]> {
    const faults: Fault[] = [];
    for (const table of this.#tables) {
      const told = this.#toldOf(table);
      const suspects = new Map<string, string>();
      for await (const page of pagesOfRows(pace, table))
        for (const { key, text } of page) {
          const what = this.#faultOf(table, key, text, told);
          if (what !== null) suspects.set(key, what);
        }
      for (const key of boundTables[table].kind === "state" ? told : []) suspects.set(key, gone);
      if (suspects.size > 0) await this.#lookAgain(pace, more, table, suspects);
      for (const [key, what] of suspects) faults.push({ chain: `${table} ${key}`, seq: 0, what });
      // A row that never changes was there before its entry, and would have been met.
      if (boundTables[table].kind === "once" && told.size > 0)
        faults.push({ chain: table, seq: 0, what: `lacks ${told.size} rows of which entries tell` });
    }
    return faults;
  }

  /** What should be met among the rows, from the entries taken so far: digests, or keys of those that are there. */
  #toldOf(table: BoundTable): Set<string> {
    if (boundTables[table].kind === "once")
      return new Set([...this.#rows].filter((name) => name.split(" ", 2)[1] === table));
    const begin = `${table} `;
    return new Set(
      [...this.#states].flatMap(([name, { digest }]) =>
        name.startsWith(begin) && digest !== null ? [name.slice(begin.length)] : [],
      ),
    );
  }

  /** Takes what it meets out of `told`. */
  #faultOf(table: BoundTable, key: string, text: string, told?: Set<string>): string | null {
    if (boundTables[table].kind === "once") {
      const name = (["sha256", "sm3"] as const)
        .map((algorithm) => `${algorithm} ${table} ${digestOf(algorithm, table, text)}`)
        .find((one) => this.#rows.has(one));
      if (name !== undefined) told?.delete(name);
      return name === undefined ? unaccounted : null;
    }
    told?.delete(key);
    const state = this.#states.get(`${table} ${key}`);
    if (state === undefined) return unaccounted;
    return isOf(state, table, text) ? null : changed;
  }

  async #lookAgain(pace: Pace, more: () => Promise<void>, table: BoundTable, suspects: Map<string, string>) {
    const keys = [...suspects.keys()];
    const nameOf = (key: string) => `${table} ${key}`;
    // The row may be as the last entry has it that was taken, or as any has it that is written while this is looked at.
    this.#since = new Map(
      keys.map((key) => {
        const last = this.#states.get(nameOf(key));
        return [nameOf(key), last === undefined ? [] : [last]];
      }),
    );
    const now = new Map<string, string>();
    for (let from = 0; from < keys.length; from += pageSize) {
      const some = keys.slice(from, from + pageSize).map(keyIn);
      for (const { key, text } of await pace((trx) => readRows(trx, table, some))) now.set(key, text);
    }
    await more();
    for (const key of keys) {
      const [text, states] = [now.get(key), this.#since.get(nameOf(key)) ?? []];
      const once = boundTables[table].kind === "once" && text !== undefined && this.#faultOf(table, key, text) === null;
      if (once || states.some((state) => isOf(state, table, text ?? null))) suspects.delete(key);
    }
    this.#since = new Map();
  }
}

type State = { revision: number; digest: string | null; algorithm: HashAlgorithm };

function isOf({ digest, algorithm }: State, table: BoundTable, text: string | null): boolean {
  return digest === (text === null ? null : digestOf(algorithm, table, text));
}

const unaccounted = "is a row for which no entry accounts";
const changed = "is a row that was changed after its last entry";
const gone = "is a row of which an entry tells and that is missing";
