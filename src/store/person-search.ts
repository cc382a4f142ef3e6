// Finding persons: by a name's sound, by words in name, former name, post or unit, by the end of the ID number.
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { z } from "zod";
import type { Transaction } from "./database.ts";
import { organizationsCalled } from "./organizations.ts";
import { countBound, countOf, cut, readKey } from "./page.ts";
import type { Counted, Page } from "./page.ts";
import { tailGram } from "./person-index.ts";
import { findPersons, personColumns, personShape, personsFrom } from "./persons.ts";
import type { Person } from "./persons.ts";
import { rowOf, rowsOf } from "./rows.ts";
import { gramsAsked, wordsOf } from "./search.ts";

/** `fingerprint` where the query is a whole ID number: then nobody but its bearer is found. */
export type PersonSearch = { query: string; organizationId: string | null; fingerprint?: string | null } & Page;

/** All when `query` is empty. By name, then id; of one sound by how the names are read. Records merged into another are not shown. */
export async function searchPersons(trx: Transaction, asked: PersonSearch): Promise<Counted<Person>> {
  const words = wordsOf(asked.query);
  const sound = words.join("");
  if (asked.fingerprint == null && asked.organizationId === null && isSound(sound)) return bySound(trx, sound, asked);
  const conditions = [sql`p.merged_into IS NULL`];
  if (asked.organizationId !== null) conditions.push(sql`p.organization_id = ${asked.organizationId}`);
  if (asked.fingerprint != null) conditions.push(sql`p.id_number_fingerprint = ${asked.fingerprint}`);
  else if (isSound(sound)) conditions.push(sounds(trx, sound));
  else {
    const [word] = words;
    const found = await Promise.all(words.map((one) => meaningOf(trx, one)));
    // A surname alone, or the beginning of a name: those stand together in the index, and come first.
    if (words.length === 1 && word !== undefined && found[0]?.units.length === 0 && asked.organizationId === null)
      return beginningFirst(trx, word, found[0].condition, asked);
    conditions.push(...found.map(({ condition }) => condition));
  }
  return inOrder(trx, sql.join(conditions, sql` AND `), asked, words.length > 0);
}

function isSound(text: string): boolean {
  return /^[a-z]+$/u.test(text);
}

/** One word of several: what it may stand in. */
async function meaningOf(
  trx: Transaction,
  word: string,
): Promise<{ condition: RawBuilder<unknown>; units: readonly string[] }> {
  if (isSound(word)) return { condition: sounds(trx, word), units: [] };
  if (/^\d{3}[\dx]$/u.test(word)) return { condition: sql`p.search @> ${[tailGram(word)]}::text[]`, units: [] };
  const units = [...word].length > 1 ? await organizationsCalled(trx, word) : [];
  const written = sql`p.search @> ${gramsAsked([word])}::text[] AND strpos(p.search_text, ${word}) > 0`;
  return {
    condition: units.length === 0 ? written : sql`(${written} OR p.organization_id = ANY(${[...units]}::text[]))`,
    units,
  };
}

/** Somebody whose name sounds so from its beginning, whole or by initials. */
function sounds(trx: Transaction, sound: string): RawBuilder<unknown> {
  return sql`EXISTS (SELECT FROM person_sound AS s WHERE s.jurisdiction_id = ${trx.jurisdictionId} AND s.person_id = p.id AND ${begins(sql`s.sound`, sound)})`;
}

/** The character after z, and one after all that names are written with: all that begin so lie between. */
function begins(column: RawBuilder<unknown>, text: string): RawBuilder<unknown> {
  return sql`${column} >= ${text} AND ${column} < ${`${text}${isSound(text) ? "{" : "\u{10FFFF}"}`}`;
}

const byName = z.tuple([z.string(), z.string()]);

async function inOrder(
  trx: Transaction,
  wanted: RawBuilder<unknown>,
  { after, limit }: Page,
  searched: boolean,
): Promise<Counted<Person>> {
  const key = readKey(after, byName);
  const beyond = key === null ? sql`true` : sql`(p.name, p.id) > (${key[0]}::text, ${key[1]}::text)`;
  const rows = searched
    ? await found(trx, sql`${wanted} AND ${beyond}`, limit + 1)
    : await rowsOf(
        trx,
        personShape,
        sql`SELECT ${personColumns} ${personsFrom(trx)} AND ${wanted} AND ${beyond} ORDER BY p.name, p.id LIMIT ${limit + 1}`,
      );
  return { ...cut(rows, limit, (row) => [row.name, row.id]), count: countOf(await counted(trx, wanted)) };
}

/** Looked up by the index of what is searched, and sorted after that: a planner that walks by name instead may walk past everybody. */
async function found(trx: Transaction, wanted: RawBuilder<unknown>, limit: number): Promise<Person[]> {
  const shown = await rowsOf(
    trx,
    z.object({ id: z.string() }),
    sql`WITH found AS MATERIALIZED (SELECT p.id, p.name FROM person AS p WHERE p.jurisdiction_id = ${trx.jurisdictionId} AND ${wanted})
      SELECT id FROM found ORDER BY name, id LIMIT ${limit}`,
  );
  return findPersons(
    trx,
    shown.map(({ id }) => id),
  );
}

const byPhase = z.tuple([z.enum(["begin", "hold"]), z.string(), z.string()]);

/** Names that begin with the word, then all others that hold it somewhere. */
async function beginningFirst(
  trx: Transaction,
  word: string,
  holding: RawBuilder<unknown>,
  { after, limit }: Page,
): Promise<Counted<Person>> {
  const key = readKey(after, byPhase);
  const beyond = (phase: "begin" | "hold") =>
    key?.[0] === phase ? sql`(p.name, p.id) > (${key[1]}::text, ${key[2]}::text)` : sql`true`;
  const begin = sql`p.merged_into IS NULL AND ${begins(sql`p.name`, word)}`;
  const hold = sql`p.merged_into IS NULL AND ${holding} AND NOT (${begins(sql`p.name`, word)})`;
  const first =
    key?.[0] === "hold"
      ? []
      : await rowsOf(
          trx,
          personShape,
          sql`SELECT ${personColumns} ${personsFrom(trx)} AND ${begin} AND ${beyond("begin")} ORDER BY p.name, p.id LIMIT ${limit + 1}`,
        );
  const second =
    first.length > limit ? [] : await found(trx, sql`${hold} AND ${beyond("hold")}`, limit + 1 - first.length);
  const rows = [
    ...first.map((person) => ({ person, phase: "begin" as const })),
    ...second.map((person) => ({ person, phase: "hold" as const })),
  ];
  const beginning = await counted(trx, begin);
  const count = beginning > countBound ? beginning : beginning + (await counted(trx, hold));
  const page = cut(rows, limit, ({ person, phase }) => [phase, person.name, person.id]);
  return { rows: page.rows.map(({ person }) => person), next: page.next, count: countOf(count) };
}

const bySoundKey = z.tuple([z.enum(["i", "p"]), z.string(), z.string()]);
const soundKinds = ["i", "p"] as const;

/** By initials first, then by the whole sound; who is found by both, or by two readings, stands at the first place alone. */
async function bySound(trx: Transaction, sound: string, { after, limit }: Page): Promise<Counted<Person>> {
  const key = readKey(after, bySoundKey);
  const rows: { person: Person; kind: "i" | "p"; sound: string }[] = [];
  for (const kind of soundKinds) {
    if ((key?.[0] === "p" && kind === "i") || rows.length > limit) continue;
    const beyond = key?.[0] === kind ? sql`(s.sound, s.person_id) > (${key[1]}::text, ${key[2]}::text)` : sql`true`;
    const others = kind === "i" ? sql`e.kind = 'i' AND e.sound < s.sound` : sql`(e.kind = 'i' OR e.sound < s.sound)`;
    const more = await rowsOf(
      trx,
      personShape.extend({ sound: z.string() }),
      sql`SELECT ${personColumns}, s.sound FROM person_sound AS s
        JOIN person AS p ON p.jurisdiction_id = s.jurisdiction_id AND p.id = s.person_id
        WHERE s.jurisdiction_id = ${trx.jurisdictionId} AND s.kind = ${kind} AND ${begins(sql`s.sound`, sound)} AND ${beyond}
          AND NOT EXISTS (SELECT FROM person_sound AS e WHERE e.jurisdiction_id = s.jurisdiction_id AND e.person_id = s.person_id
            AND ${begins(sql`e.sound`, sound)} AND ${others})
        ORDER BY s.sound, s.person_id LIMIT ${limit + 1 - rows.length}`,
    );
    rows.push(...more.map(({ sound: read, ...person }) => ({ person, kind, sound: read })));
  }
  // Nobody has more than a few readings, so four for each counted are enough to know whether there are more.
  const heard = await rowOf(
    trx,
    z.object({ count: z.int() }),
    sql`SELECT count(DISTINCT person_id) AS count FROM (SELECT s.person_id FROM person_sound AS s
      WHERE s.jurisdiction_id = ${trx.jurisdictionId} AND s.kind IN ('i', 'p') AND ${begins(sql`s.sound`, sound)} LIMIT ${4 * (countBound + 1)}) AS bounded`,
  );
  const page = cut(rows, limit, ({ person, kind, sound: read }) => [kind, read, person.id]);
  return { rows: page.rows.map(({ person }) => person), next: page.next, count: countOf(heard?.count ?? 0) };
}

async function counted(trx: Transaction, wanted: RawBuilder<unknown>): Promise<number> {
  const row = await rowOf(
    trx,
    z.object({ count: z.int() }),
    sql`SELECT count(*) AS count FROM (SELECT FROM person AS p WHERE p.jurisdiction_id = ${trx.jurisdictionId} AND ${wanted} LIMIT ${countBound + 1}) AS bounded`,
  );
  return row?.count ?? 0;
}
