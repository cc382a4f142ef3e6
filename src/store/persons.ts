// Persons (干部) in the registry: found by name, pinyin, ID number; their posts over time.
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { pinyin as PinyinOf } from "pinyin-pro";
import { z } from "zod";
import type { ManagedBy } from "#casework/subject.ts";
import { fingerprintIdNumber, maskIdNumber, openIdNumber, sealIdNumber } from "#access/id-number.ts";
import type { IdNumberKeys } from "#access/id-number.ts";
import type { Transaction } from "./database.ts";
import { countBound, countOf, cut, readKey } from "./page.ts";
import type { Counted, Page } from "./page.ts";
import { rowOf, rowsOf, run } from "./rows.ts";
import { gramsAsked, gramsOf, wordsOf } from "./search.ts";

export type Sex = "male" | "female";
export type Person = {
  id: string;
  name: string;
  sex: Sex;
  partyMember: boolean;
  idNumberMasked: string;
  organizationId: string;
  organizationName: string;
  post: string | null;
  level: string | null;
  leadingPost: boolean;
  managedBy: ManagedBy;
};
/** `from` is the ISO day on which the present post began. */
export type NewPerson = Omit<Person, "idNumberMasked" | "organizationName"> & { idNumber: string; from: string };
/** `to` is the last day of the post, null while it is held. */
export type PostHeld = {
  organizationId: string;
  organizationName: string;
  post: string;
  level: string | null;
  from: string;
  to: string | null;
};
export type NewPost = Omit<PostHeld, "organizationName"> & { personId: string };

const shape = z.object({
  id: z.string(),
  name: z.string(),
  sex: z.enum(["male", "female"]),
  partyMember: z.boolean(),
  idNumberMasked: z.string(),
  organizationId: z.string(),
  organizationName: z.string(),
  post: z.string().nullable(),
  level: z.string().nullable(),
  leadingPost: z.boolean(),
  managedBy: z.enum(["city", "zone", "unit"]),
});

const columns = sql`p.id, p.name, p.sex, p.party_member AS "partyMember", p.id_number_masked AS "idNumberMasked", p.organization_id AS "organizationId",
  o.name AS "organizationName", p.post, p.level, p.leading_post AS "leadingPost", p.managed_by AS "managedBy"`;

/** Adds a person with the post now held. "taken" when somebody with this ID number is there already. */
export async function addPerson(trx: Transaction, keys: IdNumberKeys, person: NewPerson): Promise<"added" | "taken"> {
  const fingerprint = fingerprintIdNumber(keys, person.idNumber);
  const there = await rowOf(
    trx,
    z.object({ id: z.string() }),
    sql`SELECT id FROM person WHERE jurisdiction_id = ${trx.jurisdictionId} AND id_number_fingerprint = ${fingerprint}`,
  );
  if (there !== null) return "taken";
  await addPersons(trx, keys, [person]);
  return "added";
}

/** Many at once, for a first load; the ID numbers must be new. */
export async function addPersons(trx: Transaction, keys: IdNumberKeys, persons: readonly NewPerson[]): Promise<void> {
  // Its table of readings is large, and a start that adds nobody does not wait for it.
  const { pinyin } = await import("pinyin-pro");
  const written = persons.map((person) => ({
    ...person,
    ...soundOf(pinyin, person.name),
    sealed: sealIdNumber(keys, person.idNumber, boundTo(trx, person.id)),
  }));
  // Grams travel as one text each, because unnest would flatten an array of arrays.
  await run(
    trx,
    sql`INSERT INTO person (jurisdiction_id, id, name, sex, party_member, organization_id, post, level, leading_post, managed_by,
        id_number_sealed, id_number_masked, id_number_fingerprint, pinyin, initials, search)
      SELECT ${trx.jurisdictionId}::text, id, name, sex, party_member, organization_id, post, level, leading_post, managed_by,
        sealed, masked, fingerprint, pinyin, initials, string_to_array(search, chr(10))
      FROM unnest(${written.map((one) => one.id)}::text[], ${written.map((one) => one.name)}::text[], ${written.map((one) => one.sex)}::text[],
        ${written.map((one) => one.partyMember)}::boolean[], ${written.map((one) => one.organizationId)}::text[], ${written.map((one) => one.post)}::text[],
        ${written.map((one) => one.level)}::text[], ${written.map((one) => one.leadingPost)}::boolean[], ${written.map((one) => one.managedBy)}::text[],
        ${written.map((one) => one.sealed)}::text[], ${written.map((one) => maskIdNumber(one.idNumber))}::text[],
        ${written.map((one) => fingerprintIdNumber(keys, one.idNumber))}::text[], ${written.map((one) => one.pinyin)}::text[],
        ${written.map((one) => one.initials)}::text[], ${written.map((one) => gramsOf(one.name).join("\n"))}::text[])
      AS new (id, name, sex, party_member, organization_id, post, level, leading_post, managed_by, sealed, masked, fingerprint, pinyin, initials, search)`,
  );
  await addPosts(
    trx,
    persons.flatMap(({ id, organizationId, post, level, from }) =>
      post === null ? [] : [{ personId: id, organizationId, post, level, from, to: null }],
    ),
  );
}

/** Posts for the history; they do not change the present one. */
export async function addPosts(trx: Transaction, posts: readonly NewPost[]): Promise<void> {
  if (posts.length === 0) return;
  await run(
    trx,
    sql`INSERT INTO post_held (jurisdiction_id, person_id, from_day, organization_id, post, level, to_day)
      SELECT ${trx.jurisdictionId}::text, new.*
      FROM unnest(${posts.map((one) => one.personId)}::text[], ${posts.map((one) => one.from)}::date[], ${posts.map((one) => one.organizationId)}::text[],
        ${posts.map((one) => one.post)}::text[], ${posts.map((one) => one.level)}::text[], ${posts.map((one) => one.to)}::date[]) AS new`,
  );
}

/** Those that exist, by name, then id. */
export async function findPersons(trx: Transaction, ids: readonly string[]): Promise<Person[]> {
  if (ids.length === 0) return [];
  return rowsOf(
    trx,
    shape,
    sql`SELECT ${columns} ${from(trx)} AND p.id = ANY(${[...ids]}::text[]) ORDER BY p.name, p.id`,
  );
}

/** By name, part of a name, full pinyin or initials; all when `query` is empty. Sorted by name, then id. */
export async function searchPersons(
  trx: Transaction,
  asked: { query: string; organizationId: string | null } & Page,
): Promise<Counted<Person>> {
  const wanted = sql`${searched(asked.query)} AND ${asked.organizationId === null ? sql`true` : sql`p.organization_id = ${asked.organizationId}`}`;
  const key = readKey(asked.after, z.tuple([z.string(), z.string()]));
  const beyond = key === null ? sql`true` : sql`(p.name, p.id) > (${key[0]}::text, ${key[1]}::text)`;
  const rows = await rowsOf(
    trx,
    shape,
    sql`SELECT ${columns} ${from(trx)} AND ${wanted} AND ${beyond} ORDER BY p.name, p.id LIMIT ${asked.limit + 1}`,
  );
  const counted = await rowOf(
    trx,
    z.object({ count: z.int() }),
    sql`SELECT count(*) AS count FROM (SELECT ${from(trx, sql`1`)} AND ${wanted} LIMIT ${countBound + 1}) AS bounded`,
  );
  return { ...cut(rows, asked.limit, (row) => [row.name, row.id]), count: countOf(counted?.count ?? 0) };
}

/**
 * For each asked name, in order, the persons it may mean: by id if given, else by ID number if given, else by exact name,
 * narrowed by unit when one or more of that name work in a unit whose name contains it. Empty: no such person.
 * An ID number or id that belongs to a person of another name gives nobody.
 */
export async function matchPersons(
  trx: Transaction,
  keys: IdNumberKeys,
  asked: readonly { name: string; unit: string; idNumber: string; personId: string | null }[],
): Promise<Person[][]> {
  const fingerprints = asked.map((one) => (one.idNumber === "" ? null : fingerprintIdNumber(keys, one.idNumber)));
  const rows = await rowsOf(
    trx,
    shape.extend({ fingerprint: z.string() }),
    sql`SELECT ${columns}, p.id_number_fingerprint AS fingerprint ${from(trx)}
        AND p.name = ANY(${[...new Set(asked.map((one) => one.name))]}::text[]) ORDER BY p.name, o.name, p.id`,
  );
  const byName = Map.groupBy(rows, (row) => row.name);
  return asked.map((one, index) => {
    const named = byName.get(one.name) ?? [];
    const fingerprint = fingerprints[index];
    const meant =
      one.personId !== null
        ? named.filter((row) => row.id === one.personId)
        : fingerprint != null
          ? named.filter((row) => row.fingerprint === fingerprint)
          : narrowed(named, one.unit);
    return meant.map(({ fingerprint: _kept, ...person }) => person);
  });
}

function narrowed<Row extends Person>(named: Row[], unit: string): Row[] {
  if (unit === "") return named;
  const there = named.filter((row) => row.organizationName.includes(unit));
  return there.length > 0 ? there : named;
}

/** Posts of one person, the latest first. */
export async function postsOf(trx: Transaction, personId: string): Promise<PostHeld[]> {
  return rowsOf(
    trx,
    z.object({
      organizationId: z.string(),
      organizationName: z.string(),
      post: z.string(),
      level: z.string().nullable(),
      from: z.string(),
      to: z.string().nullable(),
    }),
    sql`SELECT h.organization_id AS "organizationId", o.name AS "organizationName", h.post, h.level, h.from_day AS "from", h.to_day AS "to"
      FROM post_held AS h JOIN organization AS o ON o.jurisdiction_id = h.jurisdiction_id AND o.id = h.organization_id
      WHERE h.jurisdiction_id = ${trx.jurisdictionId} AND h.person_id = ${personId}
      ORDER BY h.from_day DESC, h.organization_id, h.post`,
  );
}

/** The whole ID number, for the rare use that needs it. The caller logs the reading. */
export async function idNumberOf(trx: Transaction, keys: IdNumberKeys, personId: string): Promise<string | null> {
  const kept = await rowOf(
    trx,
    z.object({ sealed: z.string() }),
    sql`SELECT id_number_sealed AS sealed FROM person WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ${personId}`,
  );
  return kept === null ? null : openIdNumber(keys, kept.sealed, boundTo(trx, personId));
}

function from(trx: Transaction, selected: RawBuilder<unknown> = sql``): RawBuilder<unknown> {
  return sql`${selected} FROM person AS p
    JOIN organization AS o ON o.jurisdiction_id = p.jurisdiction_id AND o.id = p.organization_id
    WHERE p.jurisdiction_id = ${trx.jurisdictionId}`;
}

function searched(query: string): RawBuilder<unknown> {
  const words = wordsOf(query);
  if (words.length === 0) return sql`true`;
  const sound = words.join("");
  if (/^[a-z]+$/u.test(sound)) {
    const end = `${sound}{`; // the character after z: all that begin with the sound lie between
    return sql`((p.pinyin >= ${sound} AND p.pinyin < ${end}) OR (p.initials >= ${sound} AND p.initials < ${end}))`;
  }
  const contained = words.map((word) => sql`strpos(lower(p.name), ${word}) > 0`);
  return sql`p.search @> ${gramsAsked(words)}::text[] AND ${sql.join(contained, sql` AND `)}`;
}

/** Surnames are read as surnames: 单 is Shàn, 仇 is Qiú. */
function soundOf(read: typeof PinyinOf, name: string): { pinyin: string; initials: string } {
  const syllables = read(name, { toneType: "none", type: "array", surname: "head", v: true }).map((one) =>
    one.toLowerCase().replaceAll(/[^a-z]/gu, ""),
  );
  return { pinyin: syllables.join(""), initials: syllables.map((one) => one.charAt(0)).join("") };
}

/** A sealed number cannot be moved to another person's row unseen. */
function boundTo(trx: Transaction, personId: string): string {
  return `${trx.jurisdictionId}/${personId}`;
}
