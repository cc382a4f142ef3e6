// The log in the database: entries appended to their chain, listed by page, walked for verification.
import { hash } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import { beginWalk, endWalk, nextEntry, stepWalk } from "#audit/chain.ts";
import type { Hash } from "#audit/chain.ts";
import type { Entry, Fault, HashAlgorithm, NewEntry } from "#audit/entry.ts";
import { inTransaction } from "#database/database.ts";
import type { Database, Transaction } from "#database/database.ts";
import { countBound, countOf, countShape, cut, readKey } from "#database/page.ts";
import type { Counted, Page } from "#database/page.ts";
import { rowOf, rowsOf, run } from "#database/rows.ts";
import { accountFor, BoundWalk } from "./bound-rows.ts";

/** SHA-256 or SM3 of the UTF-8 bytes, in hexadecimal. */
export const hashText: Hash = (algorithm, text) => hash(algorithm, text, "hex");

export const entryShape = z.object({
  chain: z.string(),
  seq: z.int(),
  at: z.string(),
  kind: z.enum(["act", "refusal", "sign-in", "sensitive-read", "export", "administration"]),
  actorId: z.string().nullable(),
  actorName: z.string(),
  what: z.string(),
  outcome: z.string(),
  body: z.string(),
  previous: z.string().nullable(),
  hash: z.string(),
  algorithm: z.enum(["sha256", "sm3"]),
});
/** Of audit_entry under the name e. */
export const entryColumns = sql`e.chain, e.seq, e.at, e.kind, e.actor_id AS "actorId", e.actor_name AS "actorName", e.what, e.outcome, e.body, e.previous, e.hash, e.algorithm`;
const headShape = z.object({ chain: z.string(), seq: z.int(), hash: z.string().nullable() });
const heldShape = headShape.extend({ algorithm: z.enum(["sha256", "sm3"]) });
export type HeldHead = z.output<typeof heldShape>;

/**
 * Chains: `matter:<id>`, `account:<id>` for sign-ins, reads and refusals outside a matter, `jurisdiction` for administration. The entry is
 * hashed with the jurisdiction's algorithm, which `say` is told, for digests of its own.
 */
export async function appendEntry(
  trx: Transaction,
  chain: string,
  say: NewEntry | ((algorithm: HashAlgorithm) => NewEntry),
): Promise<Entry> {
  return appendAfter(trx, await holdHead(trx, chain), say);
}

/** The same where the head is held already. */
export async function appendAfter(
  trx: Transaction,
  head: HeldHead,
  say: NewEntry | ((algorithm: HashAlgorithm) => NewEntry),
): Promise<Entry> {
  const { chain } = head;
  const given = typeof say === "function" ? say(head.algorithm) : say;
  const bound = await accountFor(trx, head.algorithm);
  const entry = nextEntry(hashText, head.algorithm, chain, head, given, bound);
  await run(
    trx,
    sql`WITH head AS (
        UPDATE audit_head SET seq = ${entry.seq}, hash = ${entry.hash} WHERE jurisdiction_id = ${trx.jurisdictionId} AND chain = ${chain}
      )
      INSERT INTO audit_entry (jurisdiction_id, chain, seq, at, kind, actor_id, actor_name, what, outcome, body, previous, hash, algorithm)
      VALUES (${trx.jurisdictionId}, ${chain}, ${entry.seq}, ${entry.at}, ${entry.kind}, ${entry.actorId}, ${entry.actorName}, ${entry.what},
        ${entry.outcome}, ${entry.body}, ${entry.previous}, ${entry.hash}, ${entry.algorithm})`,
  );
  return entry;
}

/** The end of the chain, held until the transaction ends, so that two entries cannot tie on to the same one; and how to hash. */
export async function holdHead(trx: Transaction, chain: string): Promise<HeldHead> {
  const read = () =>
    rowOf(
      trx,
      heldShape,
      sql`SELECT h.chain, h.seq, h.hash, j.log_algorithm AS algorithm FROM audit_head AS h JOIN jurisdiction AS j ON j.id = h.jurisdiction_id
        WHERE h.jurisdiction_id = ${trx.jurisdictionId} AND h.chain = ${chain} FOR UPDATE OF h`,
    );
  const head = await read();
  if (head !== null) return head;
  await run(
    trx,
    sql`INSERT INTO audit_head (jurisdiction_id, chain, seq) VALUES (${trx.jurisdictionId}, ${chain}, 0) ON CONFLICT DO NOTHING`,
  );
  const begun = await read();
  if (begun === null) throw new Error(`chain ${chain} cannot be begun`);
  return begun;
}

const byTime = z.tuple([z.string(), z.string(), z.int()]);

/** Latest first. `from` and `to` are ISO days or instants (a day as `to` is meant whole), `actor` part of a name or an account id. */
export async function listEntries(
  trx: Transaction,
  asked: { kind: string | null; actor: string; from: string | null; to: string | null } & Page,
): Promise<Counted<Entry>> {
  const conditions = [sql`jurisdiction_id = ${trx.jurisdictionId}`];
  if (asked.kind !== null) conditions.push(sql`kind = ${asked.kind}`);
  if (asked.actor !== "") conditions.push(sql`(actor_id = ${asked.actor} OR strpos(actor_name, ${asked.actor}) > 0)`);
  if (asked.from !== null) conditions.push(sql`at >= ${asked.from}`);
  // A day sorts before all its instants, and "~" after every sign that an instant is written with.
  if (asked.to !== null) conditions.push(sql`at <= ${`${asked.to}~`}`);
  const wanted = sql.join(conditions, sql` AND `);
  const key = readKey(asked.after, byTime);
  const beyond =
    key === null ? sql`true` : sql`(at, chain, seq) < (${key[0]}::text, ${key[1]}::text, ${key[2]}::integer)`;
  const rows = await rowsOf(
    trx,
    entryShape,
    sql`SELECT ${entryColumns} FROM audit_entry AS e WHERE ${wanted} AND ${beyond} ORDER BY at DESC, chain DESC, seq DESC LIMIT ${asked.limit + 1}`,
  );
  const counted = await rowOf(
    trx,
    countShape,
    sql`SELECT count(*) AS count FROM (SELECT 1 FROM audit_entry WHERE ${wanted} LIMIT ${countBound + 1}) AS bounded`,
  );
  return { ...cut(rows, asked.limit, (row) => [row.at, row.chain, row.seq]), count: countOf(counted?.count ?? 0) };
}

/** Entries read at a time: statements stay short whatever the length of the log. */
const batchSize = 1000;

export type LogWalked = { chains: number; entries: number; faults: Fault[] };

/** Runs one piece of a long walk: in a transaction of its own, so that others come between, or in one at hand. */
export type Pace = <T>(piece: (trx: Transaction) => Promise<T>) => Promise<T>;

/** Each piece in a transaction of its own, as the machine. */
export function paceOf(database: Database, jurisdictionId: string): Pace {
  return (piece) => inTransaction(database, { jurisdictionId, accountId: null }, piece);
}

/**
 * Walks every chain of a jurisdiction, piece by piece, and holds the events of matters, and the rows that decide, against what the log says of
 * them. `report` is told after each piece how many entries were read, and ends the walk by throwing.
 */
export async function walkLog(pace: Pace, report: (entries: number) => void = () => undefined): Promise<LogWalked> {
  const faults: Fault[] = [];
  const bound = new BoundWalk();
  const walked = new Map<string, number>();
  let chains = 0;
  let entries = 0;
  let walk = beginWalk("");
  let attested = new Map<number, EventAttested>();
  const take = (entry: Entry) => {
    faults.push(...stepWalk(hashText, walk, entry));
    for (const event of eventsAttested(entry)) attested.set(event.seq, event);
    bound.take(entry);
    walked.set(entry.chain, entry.seq);
    entries += 1;
  };
  const finish = async () => {
    if (walk.chain === "") return;
    // Somebody may write while head, entries and events are looked at one after another: what is odd is looked at again while nobody can.
    const look = (held: boolean) =>
      pace(async (trx) => {
        if (held) await stillHead(trx, walk.chain);
        for (const entry of await entriesBeyond(trx, walk)) take(entry);
        const odd = endWalk(walk, await headOf(trx, walk.chain));
        return walk.chain.startsWith("matter:") ? [...odd, ...(await compareEvents(trx, walk.chain, attested))] : odd;
      });
    const odd = await look(false);
    if (odd.length > 0) faults.push(...(await look(true)));
  };
  for (let last: Entry | undefined; ;) {
    const page = await pace((trx) => pageOfEntries(trx, last));
    for (const entry of page) {
      if (entry.chain !== walk.chain) {
        await finish();
        walk = beginWalk(entry.chain);
        attested = new Map();
        chains += 1;
      }
      take(entry);
    }
    report(entries);
    if (page.length < batchSize) break;
    last = page.at(-1);
  }
  await finish();
  await pace(async (trx) => {
    for (const { chain, seq } of await headsWithoutEntries(trx))
      faults.push({ chain, seq: 0, what: `all ${seq} entries are missing` });
    faults.push(...(await mattersUnattested(trx)));
  });
  const more = () =>
    pace(async (trx) => {
      for (const entry of await entriesSince(trx, walked)) {
        bound.take(entry);
        walked.set(entry.chain, entry.seq);
      }
    });
  faults.push(...(await bound.compare(pace, more)));
  return { chains, entries, faults };
}

/** Nobody adds to the chain until the transaction ends. */
async function stillHead(trx: Transaction, chain: string): Promise<void> {
  await run(
    trx,
    sql`SELECT FROM audit_head WHERE jurisdiction_id = ${trx.jurisdictionId} AND chain = ${chain} FOR UPDATE`,
  );
}

/** How many entries there are, by the heads of the chains. */
export async function countEntries(trx: Transaction): Promise<number> {
  const counted = await rowOf(
    trx,
    countShape,
    sql`SELECT coalesce(sum(seq), 0)::bigint AS count FROM audit_head WHERE jurisdiction_id = ${trx.jurisdictionId}`,
  );
  return counted?.count ?? 0;
}

async function headOf(trx: Transaction, chain: string): Promise<{ seq: number; hash: string | null }> {
  const head = await rowOf(
    trx,
    headShape,
    sql`SELECT chain, seq, hash FROM audit_head WHERE jurisdiction_id = ${trx.jurisdictionId} AND chain = ${chain}`,
  );
  return head ?? { seq: 0, hash: null };
}

async function headsWithoutEntries(trx: Transaction): Promise<{ chain: string; seq: number }[]> {
  return rowsOf(
    trx,
    headShape,
    sql`SELECT h.chain, h.seq, h.hash FROM audit_head AS h WHERE h.jurisdiction_id = ${trx.jurisdictionId} AND h.seq > 0 AND NOT EXISTS (
        SELECT FROM audit_entry AS e WHERE e.jurisdiction_id = ${trx.jurisdictionId} AND e.chain = h.chain) ORDER BY h.chain`,
  );
}

async function pageOfEntries(trx: Transaction, last: Entry | undefined): Promise<Entry[]> {
  const beyond = last === undefined ? sql`true` : sql`(chain, seq) > (${last.chain}::text, ${last.seq}::integer)`;
  return rowsOf(
    trx,
    entryShape,
    sql`SELECT ${entryColumns} FROM audit_entry AS e WHERE jurisdiction_id = ${trx.jurisdictionId} AND ${beyond} ORDER BY chain, seq LIMIT ${batchSize}`,
  );
}

async function entriesBeyond(trx: Transaction, { chain, seq }: { chain: string; seq: number }): Promise<Entry[]> {
  return rowsOf(
    trx,
    entryShape,
    sql`SELECT ${entryColumns} FROM audit_entry AS e WHERE jurisdiction_id = ${trx.jurisdictionId} AND chain = ${chain} AND seq > ${seq} ORDER BY seq`,
  );
}

/** Of all chains, those beyond what was walked of each. */
async function entriesSince(trx: Transaction, walked: ReadonlyMap<string, number>): Promise<Entry[]> {
  const heads = await rowsOf(
    trx,
    headShape,
    sql`SELECT chain, seq, hash FROM audit_head WHERE jurisdiction_id = ${trx.jurisdictionId}`,
  );
  const grown = heads.filter(({ chain, seq }) => seq > (walked.get(chain) ?? 0));
  const entries: Entry[] = [];
  for (const { chain } of grown) entries.push(...(await entriesBeyond(trx, { chain, seq: walked.get(chain) ?? 0 })));
  return entries;
}

/** What an act's entry says of each event that it wrote, and in whose role it was done. */
type EventAttested = { seq: number; digest: string; behalf: string };

const attestingShape = z.object({
  events: z.array(z.object({ seq: z.int(), digest: z.string() })),
  onBehalfOf: z.object({ accountId: z.string(), name: z.string() }).optional(),
});

const behalfText = (accountId: string | null, name: string | null) => JSON.stringify([accountId, name]);

function eventsAttested(entry: Entry): EventAttested[] {
  if (entry.kind !== "act") return [];
  const parsed = attestingShape.safeParse(parseJson(entry.body));
  if (!parsed.success) return [];
  const { events, onBehalfOf } = parsed.data;
  const behalf = behalfText(onBehalfOf?.accountId ?? null, onBehalfOf?.name ?? null);
  return events.map((event) => ({ ...event, behalf }));
}

/** The digest over an event's row; in whose role it was done stands in the entry beside it. */
export function digestOf(
  algorithm: HashAlgorithm,
  event: {
    matterId: string;
    seq: number;
    at: string;
    act: string;
    actorId: string;
    actorName: string;
    type: string;
    body: string;
  },
): string {
  const { matterId, seq, at, act, actorId, actorName, type, body } = event;
  return `${algorithm}:${hashText(algorithm, JSON.stringify([matterId, seq, at, act, actorId, actorName, type, body]))}`;
}

const storedEventShape = z.object({
  seq: z.int(),
  at: z.string(),
  act: z.string(),
  actorId: z.string(),
  actorName: z.string(),
  type: z.string(),
  body: z.string(),
  behalfId: z.string().nullable(),
  behalfName: z.string().nullable(),
});

async function compareEvents(
  trx: Transaction,
  chain: string,
  attested: ReadonlyMap<number, EventAttested>,
): Promise<Fault[]> {
  const matterId = chain.slice("matter:".length);
  const events = await rowsOf(
    trx,
    storedEventShape,
    sql`SELECT seq, at, act, actor_id AS "actorId", actor_name AS "actorName", type, body, behalf_id AS "behalfId", behalf_name AS "behalfName" FROM matter_event
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND matter_id = ${matterId} ORDER BY seq`,
  );
  const faults = events.flatMap((event): Fault[] => {
    const { digest, behalf } = attested.get(event.seq) ?? {};
    if (digest === undefined) return [{ chain, seq: event.seq, what: "is an event of which the log knows nothing" }];
    const algorithm: HashAlgorithm = digest.startsWith("sm3:") ? "sm3" : "sha256";
    return digest === digestOf(algorithm, { ...event, matterId }) &&
      behalf === behalfText(event.behalfId, event.behalfName)
      ? []
      : [{ chain, seq: event.seq, what: "is an event that was changed after it was logged" }];
  });
  const there = new Set(events.map((event) => event.seq));
  const missing = [...attested.keys()].filter((seq) => !there.has(seq));
  return [...faults, ...missing.map((seq) => ({ chain, seq, what: "is an event that was logged and is missing" }))];
}

const idShape = z.object({ id: z.string() });

async function mattersUnattested(trx: Transaction): Promise<Fault[]> {
  const rows = await rowsOf(
    trx,
    idShape,
    sql`SELECT DISTINCT e.matter_id AS id FROM matter_event AS e
      WHERE e.jurisdiction_id = ${trx.jurisdictionId} AND NOT EXISTS (
        SELECT FROM audit_entry AS a WHERE a.jurisdiction_id = ${trx.jurisdictionId} AND a.chain = 'matter:' || e.matter_id)`,
  );
  return rows.map(({ id }) => ({ chain: `matter:${id}`, seq: 0, what: "has events and no chain" }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
