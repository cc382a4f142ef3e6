// Persons (干部) in the registry: entered, changed, matched to names that others write.
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { z } from "zod";
import type { Actor } from "#casework/actor.ts";
import { canonicalJson } from "#audit/canonical.ts";
import type { Namesake } from "#clearance/rules.ts";
import { matchNamesakes } from "../rules/match-namesakes.ts";
import type { PersonMatch } from "../rules/match-namesakes.ts";
import type { ManagementLevel } from "#law/pack/vocabulary.ts";
import { fingerprintIdNumber, openIdNumber, sealIdNumber, tailedIdNumber } from "../id-number.ts";
import type { IdNumberKeys } from "../id-number.ts";
import type { Transaction } from "#database/database.ts";
import { addSounds, addTitles, foundBy, indexPersons } from "./person-index.ts";
import { untoldNumbers } from "./numbers-tried.ts";
import { addPosts } from "./posts.ts";
import type { NewPost } from "./posts.ts";
import type { Registration } from "./registration.ts";
import { tieRelatives } from "./relatives.ts";
import { compareText } from "#database/compare-text.ts";
import { anyOf, rowOf, rowsOf, run } from "#database/rows.ts";

export type Sex = "male" | "female";

export const personShape = z.object({
  id: z.string(),
  name: z.string(),
  sex: z.enum(["male", "female"]),
  birth: z.string().nullable(),
  partyMember: z.boolean(),
  politicalStatus: z.string().nullable(),
  idNumberMasked: z.string(),
  organizationId: z.string(),
  organizationName: z.string(),
  post: z.string().nullable(),
  level: z.string().nullable(),
  rank: z.string().nullable(),
  leadingPost: z.boolean(),
  managedBy: z.string(),
  version: z.int(),
  mergedInto: z.string().nullable(),
});

/** `birth` is an ISO day; `politicalStatus` a code of GB/T 4762; `rank` the 职级; `mergedInto` the record that this one is now read as. */
export type Person = z.output<typeof personShape>;

/** A number kept with its last four characters as it is shown: `maskIdNumber` says why with two. */
export function shownIdNumber(kept: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`overlay(${kept} placing '**' from 15)`;
}

/** Of person AS p. The unit's name is looked up row by row: a join lets the planner begin with the units and walk all their people. */
export const personColumns = sql`p.id, p.name, p.sex, p.birth, p.party_member AS "partyMember", p.political_status AS "politicalStatus",
  ${shownIdNumber(sql`p.id_number_masked`)} AS "idNumberMasked", p.organization_id AS "organizationId", (SELECT o.name FROM organization AS o
    WHERE o.jurisdiction_id = p.jurisdiction_id AND o.id = p.organization_id) AS "organizationName", p.post, p.level, p.rank,
  p.leading_post AS "leadingPost", p.managed_by AS "managedBy", p.version, p.merged_into AS "mergedInto"`;

export function personsFrom(trx: Transaction): RawBuilder<unknown> {
  return sql`FROM person AS p WHERE p.jurisdiction_id = ${trx.jurisdictionId}`;
}

/** `from` is the ISO day on which the present post began; null where nobody knows, and then the post stands in no history. */
export type NewPerson = {
  id: string;
  name: string;
  sex: Sex;
  partyMember: boolean;
  politicalStatus?: string | null;
  idNumber: string;
  organizationId: string;
  post: string | null;
  level: string | null;
  rank?: string | null;
  leadingPost: boolean;
  managedBy: ManagementLevel;
  from: string | null;
};

/** Adds a person with the post now held. "taken" when somebody with this ID number is there already. */
export async function addPerson(
  trx: Transaction,
  keys: IdNumberKeys,
  person: NewPerson,
  registration?: Registration,
): Promise<"added" | "taken"> {
  if ((await personsByIdNumber(trx, keys, [person.idNumber])).size > 0) return "taken";
  await addPersons(trx, keys, [person], registration);
  return "added";
}

/** Many at once; the ID numbers must be new. */
export async function addPersons(
  trx: Transaction,
  keys: IdNumberKeys,
  persons: readonly NewPerson[],
  registration?: Registration,
): Promise<void> {
  if (persons.length === 0) return;
  const tailed = persons.map(({ idNumber }) => tailedIdNumber(idNumber));
  const found = await foundBy(
    persons.map(({ id, name }, index) => ({ id, names: [name], tails: [(tailed[index] ?? "").slice(-4)] })),
  );
  const birthOf = ({ idNumber }: NewPerson) =>
    [idNumber.slice(6, 10), idNumber.slice(10, 12), idNumber.slice(12, 14)].join("-");
  const added = run(
    trx,
    sql`INSERT INTO person (jurisdiction_id, id, name, sex, birth, party_member, political_status, organization_id, post, level, rank, leading_post,
        managed_by, id_number_sealed, id_number_masked, id_number_fingerprint, search_text, search)
      SELECT ${trx.jurisdictionId}::text, id, name, sex, birth, party_member, political_status, organization_id, post, level, rank, leading_post,
        managed_by, sealed, masked, fingerprint, text, string_to_array(grams, chr(10))
      FROM unnest(${persons.map((one) => one.id)}::text[], ${persons.map((one) => one.name)}::text[], ${persons.map((one) => one.sex)}::text[],
        ${persons.map(birthOf)}::date[], ${persons.map((one) => one.partyMember)}::boolean[], ${persons.map((one) => one.politicalStatus ?? null)}::text[],
        ${persons.map((one) => one.organizationId)}::text[], ${persons.map((one) => one.post)}::text[], ${persons.map((one) => one.level)}::text[],
        ${persons.map((one) => one.rank ?? null)}::text[], ${persons.map((one) => one.leadingPost)}::boolean[], ${persons.map((one) => one.managedBy)}::text[],
        ${persons.map((one) => sealIdNumber(keys, one.idNumber, boundTo(trx, one.id)))}::text[],
        ${tailed}::text[], ${persons.map((one) => fingerprintIdNumber(keys, one.idNumber))}::text[],
        ${found.map(({ text }) => text)}::text[], ${found.map(({ grams }) => grams)}::text[])
        AS new (id, name, sex, birth, party_member, political_status, organization_id, post, level, rank, leading_post, managed_by, sealed, masked,
          fingerprint, text, grams)`,
  );
  const posts = persons.flatMap(({ id, organizationId, post, level, rank, leadingPost, managedBy, from }): NewPost[] =>
    post === null || from === null
      ? []
      : [{ personId: id, organizationId, post, level, rank: rank ?? null, leadingPost, managedBy, from, to: null }],
  );
  const ids = persons.map(({ id }) => id);
  await Promise.all([added, addPosts(trx, posts, registration), addSounds(trx, found), addTitles(trx, ids)]);
  await tieRelatives(
    trx,
    persons.map(({ idNumber }) => fingerprintIdNumber(keys, idNumber)),
  );
}

/** What of a person's row can be changed; the ID number and the sex are who one is. */
export type PersonContent = Pick<
  Person,
  | "name"
  | "partyMember"
  | "politicalStatus"
  | "organizationId"
  | "post"
  | "level"
  | "rank"
  | "leadingPost"
  | "managedBy"
>;

export function contentOf(person: Person): PersonContent {
  const { name, partyMember, politicalStatus, organizationId, post, level, rank, leadingPost, managedBy } = person;
  return { name, partyMember, politicalStatus, organizationId, post, level, rank, leadingPost, managedBy };
}

/**
 * Writes what a person is now, and beside it what the row said before. The persons must be as they were read: "conflict" when the row of
 * one has another version meanwhile; the caller then rolls the transaction back. Indexes them anew.
 */
export async function changePersons(
  trx: Transaction,
  changes: readonly { person: Person; to: PersonContent }[],
  { by, name, at, source }: Registration,
): Promise<"changed" | "conflict"> {
  if (changes.length === 0) return "changed";
  const ids = changes.map(({ person }) => person.id);
  const written = await run(
    trx,
    sql`WITH new AS (SELECT * FROM unnest(${ids}::text[], ${changes.map(({ person }) => person.version)}::integer[],
        ${changes.map(({ person }) => canonicalJson(contentOf(person)))}::text[], ${changes.map(({ to }) => canonicalJson(to))}::text[])
        AS new (id, version, before, after)),
      changed AS (
        UPDATE person AS p SET version = p.version + 1, name = to_json.name, party_member = to_json."partyMember", political_status = to_json."politicalStatus",
          organization_id = to_json."organizationId", post = to_json.post, level = to_json.level, rank = to_json.rank,
          leading_post = to_json."leadingPost", managed_by = to_json."managedBy"
        FROM new CROSS JOIN LATERAL json_to_record(new.after::json) AS to_json (name text, "partyMember" boolean, "politicalStatus" text,
          "organizationId" text, post text, level text, rank text, "leadingPost" boolean, "managedBy" text)
        WHERE p.jurisdiction_id = ${trx.jurisdictionId} AND p.id = new.id AND p.version = new.version
        RETURNING p.id, p.version, new.before, new.after)
      INSERT INTO person_change (jurisdiction_id, person_id, version, before, after, source, registered_by, registered_name, registered_at)
      SELECT ${trx.jurisdictionId}::text, id, version, before, after, ${source}::text, ${by}::text, ${name}::text, ${at}::text FROM changed`,
  );
  if (written !== changes.length) return "conflict";
  await indexPersons(trx, ids);
  return "changed";
}

/** Those that exist, by name, then id. */
export async function findPersons(trx: Transaction, ids: readonly string[]): Promise<Person[]> {
  if (ids.length === 0) return [];
  return rowsOf(
    trx,
    personShape,
    sql`SELECT ${personColumns} ${personsFrom(trx)} AND p.id = ${anyOf(ids)} ORDER BY p.name, p.id`,
  );
}

const numberedShape = personShape.extend({ fingerprint: z.string() });

/** By upper-case ID number, whoever bears it: the record that one merged into another is read as. */
export async function personsByIdNumber(
  trx: Transaction,
  keys: IdNumberKeys,
  idNumbers: readonly string[],
): Promise<Map<string, Person>> {
  if (idNumbers.length === 0) return new Map();
  const asked = new Map(idNumbers.map((number) => [fingerprintIdNumber(keys, number), number.toUpperCase()]));
  const rows = await rowsOf(
    trx,
    numberedShape,
    sql`SELECT ${personColumns}, b.id_number_fingerprint AS fingerprint FROM person AS b
      JOIN person AS p ON p.jurisdiction_id = b.jurisdiction_id AND p.id = coalesce(b.merged_into, b.id)
      WHERE b.jurisdiction_id = ${trx.jurisdictionId} AND b.id_number_fingerprint = ANY(${[...asked.keys()]}::text[])`,
  );
  return new Map(rows.map(({ fingerprint, ...person }) => [asked.get(fingerprint) ?? "", person]));
}

/** Whom a name means, with everybody it may mean: the one, or the candidates of whom one is to be chosen. */
export type MeantPersons<Row = Person> = { match: PersonMatch<Row>["match"] | "chosen"; persons: readonly Row[] };

/**
 * For each asked name, in order, whom it means: the one of the id if given, else by `matchNamesakes`. An id of somebody who never bore the name
 * means nobody. A record merged into another means the other. `asker`: to whom it is told, whose wrong numbers are counted; null for an import.
 */
export async function matchPersons(
  trx: Transaction,
  keys: IdNumberKeys,
  asked: readonly { name: string; unit: string; idNumber: string; personId: string | null }[],
  asker: Pick<Actor, "accountId" | "roles"> | null = null,
): Promise<MeantPersons[]> {
  const meant = await meantIds(trx, keys, asked, asker);
  const persons = await personsById(trx, idsOf(meant.flatMap((one) => one.persons)));
  return meant.map(({ match, persons: some }) => ({ match, persons: inOrder(some, persons) }));
}

/** The same, before anything is read of these persons but who they are. */
export async function meantIds(
  trx: Transaction,
  keys: IdNumberKeys,
  asked: readonly { name: string; unit: string; idNumber: string; personId: string | null }[],
  asker: Pick<Actor, "accountId" | "roles"> | null,
): Promise<MeantPersons<{ id: string }>[]> {
  const fingerprints = asked.map((one) => (one.idNumber === "" ? "" : fingerprintIdNumber(keys, one.idNumber)));
  const numbered = asked.map(({ name }, index) => ({ name, fingerprint: fingerprints[index] ?? "" }));
  const byName = await namesakesOf(trx, numbered);
  const untold = asker === null ? [] : await untoldNumbers(trx, asker, numbered, byName);
  return asked.map(({ name, unit, personId }, index) => {
    const named = byName.get(name) ?? [];
    if (personId === null)
      return meantOf(
        matchNamesakes({ unit, fingerprint: fingerprints[index] ?? "", untold: untold[index] ?? false }, named),
      );
    const chosen = named.filter((row) => row.id === personId);
    return { match: chosen.length === 0 ? "no-such-person" : "chosen", persons: chosen };
  });
}

/** The one who is meant for sure; null where a person has to choose, or there is nobody. */
export function oneOf<Row>({ match, persons }: MeantPersons<Row>): Row | null {
  if (match === "name-only" || match === "several" || match === "no-such-person") return null;
  return persons[0] ?? null;
}

/** The one meant, or the candidates; of a number that is nobody's no candidates are told. */
export function meantOf<Row>({ match, person, candidates }: PersonMatch<Row>): MeantPersons<Row> {
  if (person !== null) return { match, persons: [person] };
  return { match, persons: match === "no-such-person" ? [] : candidates };
}

/** Names and units that were looked up, for lists that come part by part. */
export type LookedUp = { bearers: Map<string, Namesake[]>; units: Map<string, string[]> };

/**
 * By asked name, all who bear or bore it, with those of their ID numbers that are asked; of merged records the one that they are read as.
 * `fingerprint` is empty where none is asked. What is in `lookedUp` is not asked again, and what is asked is added.
 */
export async function namesakesOf(
  trx: Transaction,
  asked: readonly { name: string; fingerprint: string }[],
  lookedUp: LookedUp = { bearers: new Map(), units: new Map() },
): Promise<ReadonlyMap<string, readonly Namesake[]>> {
  const names = new Set(asked.map(({ name }) => name));
  const numbers = new Set(asked.flatMap(({ fingerprint }) => (fingerprint === "" ? [] : [fingerprint])));
  const [, borne] = await Promise.all([
    lookUp(
      trx,
      [...names].filter((name) => !lookedUp.bearers.has(name)),
      lookedUp,
    ),
    fingerprintsOf(trx, [...numbers]),
  ]);
  if (borne.size === 0) return lookedUp.bearers;
  const withNumbers = (one: Namesake) => ({ ...one, fingerprints: borne.get(one.id) ?? [] });
  return new Map([...names].map((name) => [name, (lookedUp.bearers.get(name) ?? []).map(withNumbers)]));
}

const bearerShape = z.object({ borne: z.string(), id: z.string(), organizationId: z.string() });

async function lookUp(trx: Transaction, names: readonly string[], { bearers, units }: LookedUp): Promise<void> {
  if (names.length === 0) return;
  // Unseen by the planner, as in anyOf, and told once.
  const among = sql`(SELECT names FROM asked)::text[]`;
  const found = await rowsOf(
    trx,
    bearerShape,
    // Whoever bears the name now is found in its index alone; only former names and merged records lead to another row.
    sql`WITH asked AS MATERIALIZED (SELECT ${[...names]}::text[] AS names)
      SELECT name AS borne, id, organization_id AS "organizationId" FROM person
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND name = ANY(${among}) AND merged_into IS NULL
      UNION ALL SELECT bearer.borne, p.id, p.organization_id FROM (
        SELECT m.name AS borne, m.merged_into AS id FROM person AS m
        WHERE m.jurisdiction_id = ${trx.jurisdictionId} AND m.name = ANY(${among}) AND m.merged_into IS NOT NULL
        UNION SELECT f.name, coalesce(p.merged_into, p.id) FROM former_name AS f
        JOIN person AS p ON p.jurisdiction_id = f.jurisdiction_id AND p.id = f.person_id
        WHERE f.jurisdiction_id = ${trx.jurisdictionId} AND f.name = ANY(${among})) AS bearer
      JOIN person AS p ON p.jurisdiction_id = ${trx.jurisdictionId} AND p.id = bearer.id AND p.name <> bearer.borne`,
  );
  const unknown = new Set(found.map(({ organizationId }) => organizationId)).difference(units);
  if (unknown.size > 0) for (const [id, called] of await namesOfUnits(trx, [...unknown])) units.set(id, called);
  for (const name of names) bearers.set(name, []);
  for (const { borne, id, organizationId } of found)
    bearers.get(borne)?.push({ id, fingerprints: [], units: units.get(organizationId) ?? [] });
}

const fingerprintShape = z.object({ id: z.string(), fingerprint: z.string() });

/** By person, which of these fingerprints are of their ID number, or of one of a record merged into theirs. */
async function fingerprintsOf(trx: Transaction, numbers: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  if (numbers.length === 0) return new Map();
  const rows = await rowsOf(
    trx,
    fingerprintShape,
    sql`SELECT coalesce(merged_into, id) AS id, id_number_fingerprint AS fingerprint FROM person
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND id_number_fingerprint = ${anyOf(numbers)}`,
  );
  const borne = new Map<string, string[]>();
  for (const { id, fingerprint } of rows) borne.set(id, [...(borne.get(id) ?? []), fingerprint]);
  return borne;
}

/** Those that exist, by id. */
export async function personsById(trx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  const persons = await findPersons(trx, [...new Set(ids)]);
  return new Map(persons.map((person) => [person.id, person]));
}

export function idsOf(some: readonly { id: string }[]): string[] {
  return some.map(({ id }) => id);
}

/** Those of the map, by name, unit, id. */
export function inOrder(some: readonly { id: string }[], persons: ReadonlyMap<string, Person>): Person[] {
  return some
    .flatMap(({ id }) => persons.get(id) ?? [])
    .sort(
      (a, b) =>
        compareText(a.name, b.name) || compareText(a.organizationName, b.organizationName) || compareText(a.id, b.id),
    );
}

const succeededShape = z.object({ id: z.string(), by: z.string() });
const namedShape = z.object({ id: z.string(), name: z.string() });

/** Of each of these organizations all names that it or its successor bears or bore. */
async function namesOfUnits(trx: Transaction, ids: readonly string[]): Promise<Map<string, string[]>> {
  const [succeeded, names] = await Promise.all([
    rowsOf(
      trx,
      succeededShape,
      sql`SELECT id, succeeded_by AS by FROM organization
        WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ${anyOf(ids)} AND succeeded_by IS NOT NULL`,
    ),
    rowsOf(
      trx,
      namedShape,
      sql`SELECT organization_id AS id, name FROM organization_name WHERE jurisdiction_id = ${trx.jurisdictionId} AND organization_id = ANY((SELECT ${ids}::text[])::text[] || ARRAY(
        SELECT succeeded_by FROM organization WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ${anyOf(ids)} AND succeeded_by IS NOT NULL))`,
    ),
  ]);
  const successors = new Map(succeeded.map(({ id, by }) => [id, by]));
  const borne = Map.groupBy(names, ({ id }) => id);
  return new Map(
    ids.map((id) => {
      const all = [...(borne.get(id) ?? []), ...(borne.get(successors.get(id) ?? "") ?? [])];
      return [id, all.map(({ name }) => name)];
    }),
  );
}

/** What an answer needs to know of a person. */
export type Standing = { id: string; organizationName: string; level: string | null; partyMember: boolean };

const standingShape = personShape.pick({ id: true, level: true, partyMember: true, organizationId: true });

/**
 * Of many persons at once; those that do not exist are left out. There are fewer units than persons by far: those whose names are in `units`, by
 * id, are not asked again, and what is asked is added.
 */
export async function standingsOf(
  trx: Transaction,
  ids: readonly string[],
  units: Map<string, string> = new Map(),
): Promise<Map<string, Standing>> {
  const persons = await rowsOf(
    trx,
    standingShape,
    sql`SELECT p.id, p.level, p.party_member AS "partyMember", p.organization_id AS "organizationId" ${personsFrom(trx)}
      AND p.id = ${anyOf(ids)}`,
  );
  const unknown = new Set(persons.map((one) => one.organizationId)).difference(units);
  if (unknown.size > 0) {
    const named = await rowsOf(
      trx,
      namedShape,
      sql`SELECT id, name FROM organization WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ${anyOf([...unknown])}`,
    );
    for (const { id, name } of named) units.set(id, name);
  }
  const standings = new Map<string, Standing>();
  for (const { id, level, partyMember, organizationId } of persons)
    standings.set(id, { id, level, partyMember, organizationName: units.get(organizationId) ?? "" });
  return standings;
}

const sealedShape = z.object({ sealed: z.string() });

/** The whole ID number, for the rare use that needs it. The caller logs the reading. */
export async function idNumberOf(trx: Transaction, keys: IdNumberKeys, personId: string): Promise<string | null> {
  const kept = await rowOf(
    trx,
    sealedShape,
    sql`SELECT id_number_sealed AS sealed FROM person WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ${personId}`,
  );
  return kept === null ? null : openIdNumber(keys, kept.sealed, boundTo(trx, personId));
}

/** A sealed number cannot be moved to another person's row unseen. */
function boundTo(trx: Transaction, personId: string): string {
  return `${trx.jurisdictionId}/${personId}`;
}
