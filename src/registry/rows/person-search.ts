// Finding persons: by a name's sound, by words in name, former name, post or unit, by the end of the ID number.
// Nothing here reads more than a few thousand rows however many are found: what is narrow is gathered and sorted, what is broad is walked in the order shown.
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { z } from "zod";
import type { Transaction } from "#database/database.ts";
import { organizationsCalled } from "./organizations.ts";
import { countBound, countOf, countShape, cut, readKey } from "#database/page.ts";
import type { Count, Counted, Page } from "#database/page.ts";
import { tailGram } from "./person-index.ts";
import { findPersons, personColumns, personShape, personsFrom } from "./persons.ts";
import type { Person } from "./persons.ts";
import { postsHolding } from "./posts.ts";
import { rowOf, rowsOf } from "#database/rows.ts";
import { gramsAsked, wordsOf } from "#database/search.ts";

/**
 * `fingerprint` where the query is a whole ID number: then nobody but its bearer is found. `byTail`: a word of four digits means the end of an
 * ID number; otherwise it is a word as any other.
 */
export type PersonSearch = {
  query: string;
  organizationId: string | null;
  fingerprint?: string | null;
  byTail?: boolean;
} & Page;

/**
 * All when `query` is empty. By name, then id; of one sound by how the names are read; of one word those whose name begins with it, then those
 * whose name or former name holds it, then by post and by unit. Records merged into another are not shown.
 */
export async function searchPersons(trx: Transaction, asked: PersonSearch): Promise<Counted<Person>> {
  const { organizationId, fingerprint = null, byTail = false } = asked;
  if (fingerprint !== null)
    return sortedPage(trx, unmergedPersons(trx, sql`p.id_number_fingerprint = ${fingerprint}`), asked);
  const words = wordsOf(asked.query);
  if (words.length === 0) return listAllPersons(trx, asked);
  const sound = words.join("");
  const meant = isSound(sound)
    ? [soundMeaning(trx, sound)]
    : await Promise.all(words.map((word) => meaningOf(trx, word, byTail)));
  const fitting = sql.join(
    meant.map(({ condition }) => condition),
    sql` AND `,
  );
  if (organizationId !== null) {
    const there = unmergedPersons(trx, sql`p.organization_id = ${organizationId}`);
    return sortedPage(trx, sql`SELECT p.* FROM (${there} OFFSET 0) AS p WHERE ${fitting}`, asked);
  }
  const [only] = meant;
  if (isSound(sound)) return bySound(trx, sound, asked);
  if (meant.length === 1 && only !== undefined) return inParts(trx, only.parts, asked);
  return searchAllWords(trx, meant, fitting, asked);
}

/** Whether the word, in lower case, may be the end of an ID number. */
export function isTail(word: string): boolean {
  return /^\d{3}[\dx]$/u.test(word);
}

function isSound(text: string): boolean {
  return /^[a-z]+$/u.test(text);
}

/** Persons found in one way, who are shown here unless `elsewhere`: in a part before. Ordered by `group`, where there is one, then name, then id. */
type Part = {
  name: string;
  condition: RawBuilder<unknown>;
  elsewhere: RawBuilder<unknown> | null;
  group: RawBuilder<unknown> | null;
};
/** What one word may stand in: `condition` is that any of the parts holds. */
type Meaning = { condition: RawBuilder<unknown>; parts: Part[] };

async function meaningOf(trx: Transaction, word: string, byTail: boolean): Promise<Meaning> {
  if (isSound(word)) return soundMeaning(trx, word);
  if (byTail && isTail(word)) return one(sql`p.search @> ${[tailGram(word)]}::text[]`);
  const posts = await postsHolding(trx, word);
  const units = [...word].length < 2 ? [] : await organizationsCalled(trx, word);
  const held = sql`(p.search @> ${gramsAsked([word])}::text[] AND strpos(p.search_text, ${word}) > 0)`;
  const post = sql`p.post = ANY(${posts}::text[])`;
  const unit = sql`p.organization_id = ANY(${units}::text[])`;
  const begun = begins(sql`p.name`, word);
  const parts: Part[] = [
    { name: "begins", condition: begun, elsewhere: null, group: null },
    { name: "holds", condition: held, elsewhere: begun, group: null },
  ];
  if (posts.length > 0) parts.push({ name: "post", condition: post, elsewhere: held, group: sql`p.post` });
  if (units.length > 0)
    parts.push({
      name: "unit",
      condition: unit,
      elsewhere: posts.length === 0 ? held : sql`${held} OR ${post}`,
      group: sql`p.organization_id`,
    });
  const ways = [held, ...(posts.length > 0 ? [post] : []), ...(units.length > 0 ? [unit] : [])];
  return { condition: sql`(${sql.join(ways, sql` OR `)})`, parts };
}

function one(condition: RawBuilder<unknown>): Meaning {
  return { condition, parts: [{ name: "holds", condition, elsewhere: null, group: null }] };
}

/** The persons that a part shows: those it finds and no earlier part does. */
function shownIn({ condition, elsewhere }: Part): RawBuilder<unknown> {
  return elsewhere === null ? condition : sql`${condition} AND (${elsewhere}) IS NOT TRUE`;
}

/** Persons whose name begins with this pinyin, in full or by initials. */
function soundMeaning(trx: Transaction, sound: string): Meaning {
  return one(
    sql`EXISTS (SELECT FROM person_sound AS s WHERE s.jurisdiction_id = ${trx.jurisdictionId} AND s.person_id = p.id AND ${begins(sql`s.sound`, sound)})`,
  );
}

/** `column` begins with `text`, as a range that an index serves: up to the character after z, or after all that names are written with. */
function begins(column: RawBuilder<unknown>, text: string): RawBuilder<unknown> {
  return sql`${column} >= ${text} AND ${column} < ${`${text}${isSound(text) ? "{" : "\u{10FFFF}"}`}`;
}

/** Records that are not merged into another. */
function unmergedPersons(trx: Transaction, wanted: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`SELECT p.* ${personsFrom(trx)} AND p.merged_into IS NULL AND ${wanted}`;
}

const idShape = z.object({ id: z.string() });

const byName = z.tuple([z.string(), z.string()]);

function afterName(key: readonly [string, string] | null): RawBuilder<unknown> {
  return key === null ? sql`true` : sql`(p.name, p.id) > (${key[0]}::text, ${key[1]}::text)`;
}

async function listAllPersons(
  trx: Transaction,
  { organizationId, after, limit }: PersonSearch,
): Promise<Counted<Person>> {
  const wanted = organizationId === null ? sql`true` : sql`p.organization_id = ${organizationId}`;
  const rows = await rowsOf(
    trx,
    personShape,
    sql`SELECT ${personColumns} ${personsFrom(trx)} AND p.merged_into IS NULL AND ${wanted} AND ${afterName(readKey(after, byName))}
      ORDER BY p.name, p.id LIMIT ${limit + 1}`,
  );
  return {
    ...cut(rows, limit, (row) => [row.name, row.id]),
    count: countOf((await countedIn(trx, [wanted])).together),
  };
}

const foundShape = z.object({ id: z.string(), count: z.int() });

/** A page of a narrow source of persons, sorted. The source is materialized, so that no planner scans by name instead. */
async function sortedPage(
  trx: Transaction,
  source: RawBuilder<unknown>,
  { after, limit }: Page,
  least: Count | null = null,
): Promise<Counted<Person>> {
  const found = await rowsOf(
    trx,
    foundShape,
    sql`WITH found AS MATERIALIZED (SELECT p.id, p.name FROM (${source}) AS p)
      SELECT p.id, (SELECT count(*) FROM found) AS count FROM found AS p WHERE ${afterName(readKey(after, byName))}
      ORDER BY p.name, p.id LIMIT ${limit + 1}`,
  );
  const rows = await findPersons(
    trx,
    found.map(({ id }) => id),
  );
  return { ...cut(rows, limit, (row) => [row.name, row.id]), count: least ?? countOf(found[0]?.count ?? 0) };
}

const countsShape = z.object({ each: z.array(z.int()), together: z.int() });

/** How many each part finds, and all of them together: enough to know whether there are more than are counted. */
async function countedIn(
  trx: Transaction,
  conditions: readonly RawBuilder<unknown>[],
): Promise<{ each: number[]; together: number }> {
  const parts = conditions.map((condition, index) => ({ name: sql.id(`part_${index}`), condition }));
  const row = await rowOf(
    trx,
    countsShape,
    sql`WITH ${sql.join(parts.map(({ name, condition }) => sql`${name} AS MATERIALIZED (${firstOf(trx, condition)})`))}
      SELECT ARRAY[${sql.join(parts.map(({ name }) => sql`(SELECT count(*)::integer FROM ${name})`))}] AS each,
        (SELECT count(*) FROM (${sql.join(
          parts.map(({ name }) => sql`SELECT id FROM ${name}`),
          sql` UNION `,
        )}) AS found) AS together`,
  );
  return row ?? { each: [], together: 0 };
}

function firstOf(trx: Transaction, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`SELECT p.id ${personsFrom(trx)} AND p.merged_into IS NULL AND ${condition} LIMIT ${countBound + 1}`;
}

const byPart = z.tuple([z.string(), z.string(), z.string(), z.string()]);

/** A search for one word: its parts one after the other; nobody is in two. */
async function inParts(trx: Transaction, parts: readonly Part[], { after, limit }: Page): Promise<Counted<Person>> {
  const key = readKey(after, byPart);
  const begun = Math.max(
    0,
    parts.findIndex(({ name }) => name === key?.[0]),
  );
  const rows: { person: Person; part: string; group: string }[] = [];
  const { each, together: count } = await countedIn(
    trx,
    parts.map(({ condition }) => condition),
  );
  for (const [index, part] of parts.entries()) {
    const here = each[index] ?? 0;
    if (index < begun || rows.length > limit || here === 0) continue;
    const reached = part.name === key?.[0] ? key : null;
    const more = await pageOfPart(trx, part, here > countBound, reached, limit + 1 - rows.length);
    rows.push(...more.map(({ group, ...person }) => ({ person, part: part.name, group })));
  }
  const page = cut(rows, limit, ({ person, part, group }) => [part, group, person.name, person.id]);
  return { rows: page.rows.map(({ person }) => person), next: page.next, count: countOf(count) };
}

const groupedShape = personShape.extend({ group: z.string() });

async function pageOfPart(
  trx: Transaction,
  part: Part,
  broad: boolean,
  key: readonly [string, string, string, string] | null,
  limit: number,
): Promise<(Person & { group: string })[]> {
  const nameKey = key === null ? null : ([key[2], key[3]] as const);
  if (part.group === null && part.name !== "begins") {
    const found = broad ? await scanByName(trx, shownIn(part), nameKey, rowsScannedForPage, limit) : [];
    const ids = found.length >= limit ? found : await sorted(trx, shownIn(part), nameKey, limit);
    return (await findPersons(trx, ids)).map((person) => ({ ...person, group: "" }));
  }
  const group = part.group ?? sql`''`;
  const order = part.group === null ? sql`p.name, p.id` : sql`${group}, p.name, p.id`;
  const beyond =
    key === null || part.group === null
      ? afterName(nameKey)
      : sql`(${order}) > (${key[1]}::text, ${key[2]}::text, ${key[3]}::text)`;
  return rowsOf(
    trx,
    groupedShape,
    sql`SELECT ${personColumns}, ${group} AS "group" ${personsFrom(trx)} AND p.merged_into IS NULL AND ${shownIn(part)} AND ${beyond}
      ORDER BY ${order} LIMIT ${limit}`,
  );
}

/** Rows scanned in the order of names to fill a page, and to count at least. */
const rowsScannedForPage = 10_000;
const rowsScannedForCount = 3000;

/** The ids of the first persons, by name, that fit among `steps` rows: for broad conditions, which soon find enough. */
async function scanByName(
  trx: Transaction,
  condition: RawBuilder<unknown>,
  key: readonly [string, string] | null,
  steps: number,
  limit: number,
): Promise<string[]> {
  const rows = await rowsOf(
    trx,
    idShape,
    sql`WITH walked AS MATERIALIZED (SELECT p.id, p.name, ${condition} AS fits ${personsFrom(trx)} AND p.merged_into IS NULL AND ${afterName(key)}
        ORDER BY p.name, p.id LIMIT ${steps})
      SELECT id FROM walked WHERE fits ORDER BY name, id LIMIT ${limit}`,
  );
  return rows.map(({ id }) => id);
}

/** The ids of the first persons, by name, that fit, found by whatever index serves the condition. */
async function sorted(
  trx: Transaction,
  condition: RawBuilder<unknown>,
  key: readonly [string, string] | null,
  limit: number,
): Promise<string[]> {
  const rows = await rowsOf(
    trx,
    idShape,
    sql`WITH found AS MATERIALIZED (SELECT p.id, p.name ${personsFrom(trx)} AND p.merged_into IS NULL AND ${condition} AND ${afterName(key)})
      SELECT id FROM found ORDER BY name, id LIMIT ${limit}`,
  );
  return rows.map(({ id }) => id);
}

/** A search for several words: filters what the narrowest word finds by the others. */
async function searchAllWords(
  trx: Transaction,
  meant: readonly Meaning[],
  fitting: RawBuilder<unknown>,
  asked: Page,
): Promise<Counted<Person>> {
  let narrowest: { condition: RawBuilder<unknown>; parts: readonly Part[]; size: number } | null = null;
  for (const one of meant) {
    const { each, together: size } = await countedIn(
      trx,
      one.parts.map(({ condition }) => condition),
    );
    if (each.every((count) => count <= countBound) && (narrowest === null || size < narrowest.size))
      narrowest = { ...one, size };
  }
  if (narrowest !== null) {
    const ids = sql.join(
      narrowest.parts.map(({ condition }) => firstOf(trx, condition)).map((first) => sql`(${first})`),
      sql` UNION `,
    );
    return sortedPage(trx, unmergedPersons(trx, sql`p.id IN (${ids}) AND ${fitting}`), asked);
  }
  // Each word finds more than a thousand. How many they find together is told by the first few thousand names, as at least so many.
  const key = readKey(asked.after, byName);
  const least = await scanByName(trx, fitting, null, rowsScannedForCount, countBound + 1);
  if (least.length <= asked.limit) return sortedPage(trx, unmergedPersons(trx, fitting), asked);
  const ids = await scanByName(trx, fitting, key, rowsScannedForPage, asked.limit + 1);
  if (ids.length <= asked.limit) return sortedPage(trx, unmergedPersons(trx, fitting), asked);
  const rows = await findPersons(trx, ids);
  return {
    ...cut(rows, asked.limit, (row) => [row.name, row.id]),
    count: { value: Math.min(least.length, countBound), more: true },
  };
}

const bySoundKey = z.tuple([z.enum(["i", "p"]), z.string(), z.string()]);
const soundKinds = ["i", "p"] as const;

const heardShape = personShape.extend({ sound: z.string() });

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
      heardShape,
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
    countShape,
    sql`SELECT count(DISTINCT person_id) AS count FROM (SELECT s.person_id FROM person_sound AS s
      WHERE s.jurisdiction_id = ${trx.jurisdictionId} AND s.kind IN ('i', 'p') AND ${begins(sql`s.sound`, sound)} LIMIT ${4 * (countBound + 1)}) AS bounded`,
  );
  const page = cut(rows, limit, ({ person, kind, sound: read }) => [kind, read, person.id]);
  return { rows: page.rows.map(({ person }) => person), next: page.next, count: countOf(heard?.count ?? 0) };
}
