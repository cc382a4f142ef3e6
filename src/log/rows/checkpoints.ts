// Checkpoints in the database: entries numbered as leaves, roots signed, proofs made by reading the leaves again.
import { hash } from "node:crypto";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { z } from "zod";
import { checkpointText, countersignatureText } from "#audit/checkpoint.ts";
import type { Checkpoint, CheckpointFile, Countersignature } from "#audit/checkpoint.ts";
import type { Entry, Fault, HashAlgorithm } from "#audit/entry.ts";
import { Frontier } from "#audit/tree.ts";
import type { HashBytes, Range } from "#audit/tree.ts";
import { entryColumns, entryShape, holdHead } from "./audit.ts";
import type { Pace } from "./audit.ts";
import type { Transaction } from "#database/database.ts";
import { countShape } from "#database/page.ts";
import { rowOf, rowsOf, run } from "#database/rows.ts";
import { isSignedBy } from "../signing-key.ts";
import type { SigningKey } from "../signing-key.ts";

/** SHA-256 or SM3 of bytes. */
const hashBytes: HashBytes = (algorithm, bytes) => hash(algorithm, bytes, "buffer");

/** What stands in the tree for an entry: its hash, as the text that it is kept as. */
const leafOf = (entryHash: string): Uint8Array => Buffer.from(entryHash, "utf8");

const rowShape = z.object({
  size: z.int(),
  algorithm: z.enum(["sha256", "sm3"]),
  root: z.string(),
  peaks: z.array(z.string()),
  at: z.string(),
  signing: z.literal("ed25519"),
  publicKey: z.string(),
  signature: z.string(),
});
type Row = z.output<typeof rowShape>;
const columns = sql`size, algorithm, root, peaks, at, signing, public_key AS "publicKey", signature`;

/**
 * Numbers all entries that are committed and not yet numbered, and signs the root over all of them. Null when nothing was added since the
 * last checkpoint and its algorithm is still the one wanted. One at a time: the head of the jurisdiction's own chain is held meanwhile.
 */
export async function addCheckpoint(trx: Transaction, key: SigningKey, at: string): Promise<Checkpoint | null> {
  const { algorithm } = await holdHead(trx, "jurisdiction");
  const last = await lastRow(trx);
  const size = last?.size ?? 0;
  const added = await numberEntries(trx, size);
  if (added === 0) return null;
  const begun =
    last?.algorithm === algorithm
      ? new Frontier(
          hashBytes,
          algorithm,
          size,
          last.peaks.map((peak) => Buffer.from(peak, "hex")),
        )
      : new Frontier(hashBytes, algorithm);
  for await (const { hash: leaf } of leavesOf(trx, { from: begun.size, to: size + added })) begun.append(leafOf(leaf));
  if (begun.size !== size + added)
    throw new Error(`the log has lost entries: ${size + added} were numbered and ${begun.size} are there`);
  const said = {
    format: "wenze-checkpoint-1",
    log: trx.jurisdictionId,
    size: begun.size,
    algorithm,
    root: hexOf(begun.root()),
    at,
    signing: "ed25519",
    publicKey: key.publicKey,
  } as const;
  const checkpoint = { ...said, signature: key.sign(checkpointText(said)) };
  await run(
    trx,
    sql`INSERT INTO checkpoint (jurisdiction_id, size, algorithm, root, peaks, at, signing, public_key, signature)
      VALUES (${trx.jurisdictionId}, ${checkpoint.size}, ${algorithm}, ${checkpoint.root}, ${begun.peaks.map(hexOf)}::text[], ${at},
        ${checkpoint.signing}, ${checkpoint.publicKey}, ${checkpoint.signature})`,
  );
  return checkpoint;
}

/** Gives every chain that grew one run of leaves, in one statement: it sees each chain as of one moment, and only what is committed. */
async function numberEntries(trx: Transaction, size: number): Promise<number> {
  const added = await rowOf(
    trx,
    countShape,
    sql`WITH grown AS (
        SELECT h.chain, coalesce(max(r.to_seq), 0) + 1 AS from_seq, h.seq AS to_seq
        FROM audit_head AS h LEFT JOIN log_run AS r ON r.jurisdiction_id = ${trx.jurisdictionId} AND r.chain = h.chain
        WHERE h.jurisdiction_id = ${trx.jurisdictionId}
        GROUP BY h.chain, h.seq HAVING h.seq > coalesce(max(r.to_seq), 0)
      ), numbered AS (
        INSERT INTO log_run (jurisdiction_id, first, chain, from_seq, to_seq)
        SELECT ${trx.jurisdictionId}::text,
          ${size}::bigint + sum(to_seq - from_seq + 1) OVER (ORDER BY chain) - (to_seq - from_seq + 1), chain, from_seq, to_seq
        FROM grown RETURNING to_seq - from_seq + 1 AS count
      )
      SELECT coalesce(sum(count), 0)::bigint AS count FROM numbered`,
  );
  return added?.count ?? 0;
}

/** How many committed entries no checkpoint covers yet. */
export async function entriesSinceCheckpoint(trx: Transaction): Promise<number> {
  const counted = await rowOf(
    trx,
    countShape,
    sql`SELECT ((SELECT coalesce(sum(seq), 0) FROM audit_head WHERE jurisdiction_id = ${trx.jurisdictionId})
        - (SELECT coalesce(max(size), 0) FROM checkpoint WHERE jurisdiction_id = ${trx.jurisdictionId}))::bigint AS count`,
  );
  return counted?.count ?? 0;
}

const batchSize = 2000;

const hashShape = z.object({ hash: z.string() });

/** The hashes of the entries that are the leaves of a range, in the order of the tree. */
async function* leavesOf(trx: Transaction, { from, to }: Range): AsyncGenerator<{ hash: string }> {
  for (let next = from; next < to; next += batchSize)
    yield* await readLeaves(trx, { from: next, to: Math.min(to, next + batchSize) }, hashShape, sql`e.hash`);
}

/** The same from the first on, piece by piece. */
async function* leavesAt(pace: Pace, to: number, report: (leaves: number) => void): AsyncGenerator<{ hash: string }> {
  for (let next = 0; next < to; next += batchSize) {
    const range = { from: next, to: Math.min(to, next + batchSize) };
    yield* await pace((trx) => readLeaves(trx, range, hashShape, sql`e.hash`));
    report(range.to);
  }
}

/** The entries that are the leaves of a short range, whole. */
export async function entriesOf(trx: Transaction, range: Range): Promise<Entry[]> {
  return readLeaves(trx, range, entryShape, entryColumns);
}

async function readLeaves<Shape extends z.ZodType>(
  trx: Transaction,
  { from, to }: Range,
  shape: Shape,
  wanted: RawBuilder<unknown>,
): Promise<z.output<Shape>[]> {
  return rowsOf(
    trx,
    shape,
    sql`SELECT ${wanted}
      FROM log_run AS r JOIN audit_entry AS e ON e.jurisdiction_id = ${trx.jurisdictionId} AND e.chain = r.chain AND e.seq BETWEEN r.from_seq AND r.to_seq
      WHERE r.jurisdiction_id = ${trx.jurisdictionId} AND r.first < ${to}
        AND r.first >= (SELECT max(first) FROM log_run WHERE jurisdiction_id = ${trx.jurisdictionId} AND first <= ${from})
        AND r.first + e.seq - r.from_seq >= ${from} AND r.first + e.seq - r.from_seq < ${to}
      ORDER BY r.first, e.seq`,
  );
}

const leafShape = z.object({ leaf: z.int() });

/** The leaf that an entry is; null while no checkpoint covers it. */
export async function leafOfEntry(trx: Transaction, chain: string, seq: number): Promise<number | null> {
  const found = await rowOf(
    trx,
    leafShape,
    sql`SELECT first + ${seq}::integer - from_seq AS leaf FROM log_run
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND chain = ${chain} AND ${seq}::integer BETWEEN from_seq AND to_seq`,
  );
  return found?.leaf ?? null;
}

/** The roots of the ranges, in hexadecimal: what a proof consists of. */
export async function rootsOfRanges(
  trx: Transaction,
  algorithm: HashAlgorithm,
  ranges: readonly Range[],
): Promise<string[]> {
  const roots: string[] = [];
  for (const range of ranges) {
    const frontier = new Frontier(hashBytes, algorithm);
    for await (const { hash: leaf } of leavesOf(trx, range)) frontier.append(leafOf(leaf));
    roots.push(hexOf(frontier.root()));
  }
  return roots;
}

/** All checkpoints, smallest first; or so many of the latest, latest first. */
export async function listCheckpoints(trx: Transaction, latest?: number): Promise<CheckpointFile[]> {
  const order = latest === undefined ? sql`ORDER BY size` : sql`ORDER BY size DESC LIMIT ${latest}`;
  const rows = await rowsOf(
    trx,
    rowShape,
    sql`SELECT ${columns} FROM checkpoint WHERE jurisdiction_id = ${trx.jurisdictionId} ${order}`,
  );
  return withCountersignatures(trx, rows);
}

/** So many at most, latest first, below that size (null: from the latest on). */
export async function checkpointsBelow(
  trx: Transaction,
  size: number | null,
  limit: number,
): Promise<CheckpointFile[]> {
  const below = size === null ? sql`true` : sql`size < ${size}`;
  const rows = await rowsOf(
    trx,
    rowShape,
    sql`SELECT ${columns} FROM checkpoint WHERE jurisdiction_id = ${trx.jurisdictionId} AND ${below} ORDER BY size DESC LIMIT ${limit}`,
  );
  return withCountersignatures(trx, rows);
}

/** Null when there is no checkpoint of that size. */
export async function findCheckpoint(trx: Transaction, size: number): Promise<CheckpointFile | null> {
  const rows = await rowsOf(
    trx,
    rowShape,
    sql`SELECT ${columns} FROM checkpoint WHERE jurisdiction_id = ${trx.jurisdictionId} AND size = ${size}`,
  );
  const [found] = await withCountersignatures(trx, rows);
  return found ?? null;
}

/** False when this key has countersigned already. */
export async function addCountersignature(trx: Transaction, size: number, by: Countersignature): Promise<boolean> {
  const added = await run(
    trx,
    sql`INSERT INTO countersignature (jurisdiction_id, size, public_key, name, at, signing, signature)
      VALUES (${trx.jurisdictionId}, ${size}, ${by.publicKey}, ${by.name}, ${by.at}, ${by.signing}, ${by.signature}) ON CONFLICT DO NOTHING`,
  );
  return added === 1;
}

/**
 * Holds every checkpoint against the entries as they are now: the roots of all of them in one walk over the leaves, and the signatures.
 * `publicKey` is that of this installation's own key.
 */
export async function verifyCheckpoints(
  pace: Pace,
  publicKey: string,
  report: (leaves: number) => void = () => undefined,
): Promise<{ checkpoints: number; covered: number; faults: Fault[] }> {
  const checkpoints = await pace((trx) => listCheckpoints(trx));
  const faults: Fault[] = [];
  const frontiers = new Map(checkpoints.map(({ algorithm }) => [algorithm, new Frontier(hashBytes, algorithm)]));
  const covered = checkpoints.at(-1)?.size ?? 0;
  const leaves = leavesAt(pace, covered, report);
  for (const checkpoint of checkpoints) {
    const { size, algorithm } = checkpoint;
    const fault = (what: string) => faults.push({ chain: "checkpoint", seq: size, what });
    const mine = frontiers.get(algorithm);
    if (mine === undefined) throw new Error("a checkpoint has no frontier");
    while (mine.size < size) {
      const next = await leaves.next();
      if (next.done === true) break;
      for (const frontier of frontiers.values()) frontier.append(leafOf(next.value.hash));
    }
    if (mine.size !== size) fault(`covers ${size} entries, and only ${mine.size} of them are there`);
    else if (hexOf(mine.root()) !== checkpoint.root)
      fault("does not fit the entries: something was changed after it was signed");
    if (checkpoint.publicKey !== publicKey) fault("is not signed with the key of this installation");
    else if (!isSignedBy(publicKey, checkpointText(checkpoint), checkpoint.signature))
      fault("carries a signature that does not fit it");
    for (const by of checkpoint.countersignatures) {
      if (!isSignedBy(by.publicKey, countersignatureText(checkpoint, by), by.signature))
        fault(`carries a countersignature of ${by.name} that does not fit it`);
    }
  }
  return { checkpoints: checkpoints.length, covered, faults };
}

async function lastRow(trx: Transaction): Promise<Row | null> {
  return rowOf(
    trx,
    rowShape,
    sql`SELECT ${columns} FROM checkpoint WHERE jurisdiction_id = ${trx.jurisdictionId} ORDER BY size DESC LIMIT 1`,
  );
}

const countersignedShape = z.object({
  size: z.int(),
  name: z.string(),
  at: z.string(),
  signing: z.literal("ed25519"),
  publicKey: z.string(),
  signature: z.string(),
});

async function withCountersignatures(trx: Transaction, rows: readonly Row[]): Promise<CheckpointFile[]> {
  const signed = await rowsOf(
    trx,
    countersignedShape,
    sql`SELECT size, name, at, signing, public_key AS "publicKey", signature FROM countersignature
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND size = ANY(${rows.map(({ size }) => size)}::bigint[]) ORDER BY size, at, public_key`,
  );
  return rows.map(({ peaks: _peaks, ...row }) => ({
    format: "wenze-checkpoint-1",
    log: trx.jurisdictionId,
    ...row,
    countersignatures: signed.filter(({ size }) => size === row.size).map(({ size: _size, ...by }) => by),
  }));
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
