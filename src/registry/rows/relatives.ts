// Close relatives (近亲属) in the personnel record: for recusal and four eyes, so that nobody handles what concerns their family.
import { sql } from "kysely";
import { z } from "zod";
import { canonicalJson } from "#audit/canonical.ts";
import { compareText } from "#database/compare-text.ts";
import type { BothHands } from "#casework/four-eyes.ts";
import { relativeShape } from "../contract.ts";
import type { Relative } from "../contract.ts";
import type { Transaction } from "#database/database.ts";
import { rowOf, rowsOf, run } from "#database/rows.ts";
import type { Registration } from "./registration.ts";

/** One relative as the record of a person is to name them. `fingerprint` is that of the ID number, where it is told. */
export type RelativeEntry = Relative & { personId: string; fingerprint: string | null };

/** `behalf`: the account in whose role it is registered, where by delegation. */
export type RelativeRegistration = Registration & { reason: string; behalf: string | null };

/**
 * Writes relatives, each new or in place of the one of the same relation and name. From then on each of the two, where they are in the
 * registry, is kept from the other's matters. Whoever is told by an ID number alone is found in the registry by it.
 */
export async function putRelatives(
  trx: Transaction,
  entries: readonly RelativeEntry[],
  registration: RelativeRegistration,
): Promise<void> {
  if (entries.length === 0) return;
  const before = new Map((await relativesOfPersons(trx, personsOf(entries))).map((one) => [keyOf(one), one]));
  await run(
    trx,
    sql`INSERT INTO person_relative (jurisdiction_id, person_id, relation, name, kind, relative_id, id_number_masked, id_number_fingerprint)
      SELECT ${trx.jurisdictionId}::text, new.person_id, relation, name, kind, coalesce(new.relative_id, (SELECT p.id FROM person AS p
        WHERE p.jurisdiction_id = ${trx.jurisdictionId} AND p.id_number_fingerprint = new.fingerprint AND p.id <> new.person_id)), masked, fingerprint
      FROM unnest(${entries.map((one) => one.personId)}::text[], ${entries.map((one) => one.relation)}::text[], ${entries.map((one) => one.name)}::text[],
        ${entries.map((one) => one.kind)}::text[], ${entries.map((one) => one.relativeId)}::text[], ${entries.map((one) => one.idNumberMasked)}::text[],
        ${entries.map((one) => one.fingerprint)}::text[]) AS new (person_id, relation, name, kind, relative_id, masked, fingerprint)
      ON CONFLICT (jurisdiction_id, person_id, relation, name) DO UPDATE SET kind = excluded.kind, relative_id = excluded.relative_id,
        id_number_masked = excluded.id_number_masked, id_number_fingerprint = excluded.id_number_fingerprint`,
  );
  const after = (await relativesOfPersons(trx, personsOf(entries))).filter((one) =>
    entries.some((entry) => keyOf(entry) === keyOf(one)),
  );
  await addChanges(
    trx,
    after.map((one) => ({ personId: one.personId, before: before.get(keyOf(one)) ?? null, after: one, endedOn: null })),
    { ...registration, first: [], second: [] },
  );
}

/** Takes one out: on `endedOn` the relation ended (离婚、去世), with null it was wrong. What it was stays in its history. */
export async function endRelative(
  trx: Transaction,
  { personId, relation, name, endedOn }: RelativeKey & { endedOn: string | null },
  registration: RelativeRegistration & BothHands,
): Promise<void> {
  const before = await findRelative(trx, { personId, relation, name });
  await run(
    trx,
    sql`DELETE FROM person_relative WHERE jurisdiction_id = ${trx.jurisdictionId} AND person_id = ${personId}
      AND relation = ${relation} AND name = ${name}`,
  );
  await addChanges(trx, [{ personId, before, after: null, endedOn }], registration);
}

export type RelativeKey = { personId: string; relation: string; name: string };

const keyOf = ({ personId, relation, name }: RelativeKey): string => [personId, relation, name].join("\n");

const personsOf = (entries: readonly { personId: string }[]): string[] => [
  ...new Set(entries.map(({ personId }) => personId)),
];

type Change = { personId: string; before: Relative | null; after: Relative | null; endedOn: string | null };

/** Nothing of the ID number but its mask is kept of what was. */
function textOf(relative: Relative | null): string | null {
  if (relative === null) return null;
  const { relation, name, kind, relativeId, idNumberMasked } = relative;
  return canonicalJson({ relation, name, kind, relativeId, idNumberMasked });
}

async function addChanges(
  trx: Transaction,
  changes: readonly Change[],
  { by, behalf, name, at, source, reason, first, second }: RelativeRegistration & BothHands,
): Promise<void> {
  const told = changes
    .map((one) => ({ ...one, was: textOf(one.before), is: textOf(one.after) }))
    .filter(({ was, is, endedOn }) => was !== is || endedOn !== null);
  if (told.length === 0) return;
  await run(
    trx,
    sql`INSERT INTO relative_change (jurisdiction_id, person_id, seq, before, after, ended_on, reason, source, registered_by, registered_behalf,
        registered_name, registered_at, first_persons, second_persons)
      SELECT ${trx.jurisdictionId}::text, person_id, (SELECT coalesce(max(c.seq), 0) FROM relative_change AS c
          WHERE c.jurisdiction_id = ${trx.jurisdictionId} AND c.person_id = new.person_id) + row_number() OVER (PARTITION BY person_id ORDER BY place),
        before, after, ended_on, ${reason}::text, ${source}::text, ${by}::text, ${behalf}::text, ${name}::text, ${at}::text,
        wenze_persons_of(${[...first]}::text[]), wenze_persons_of(${[...second]}::text[])
      FROM unnest(${told.map((one) => one.personId)}::text[], ${told.map((one) => one.was)}::text[], ${told.map((one) => one.is)}::text[],
        ${told.map((one) => one.endedOn)}::date[]) WITH ORDINALITY AS new (person_id, before, after, ended_on, place)`,
  );
}

const relativeOfShape = relativeShape.extend({ personId: z.string() });
const columns = sql`person_id AS "personId", relation, name, kind, relative_id AS "relativeId", id_number_masked AS "idNumberMasked"`;

/** Of several at once, each with whose relative it is. */
export async function relativesOfPersons(
  trx: Transaction,
  personIds: readonly string[],
): Promise<(Relative & { personId: string })[]> {
  if (personIds.length === 0) return [];
  return rowsOf(
    trx,
    relativeOfShape,
    sql`SELECT ${columns} FROM person_relative
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND person_id = ANY(${[...personIds]}::text[]) ORDER BY person_id, relation, name`,
  );
}

export async function findRelative(
  trx: Transaction,
  { personId, relation, name }: RelativeKey,
): Promise<Relative | null> {
  return rowOf(
    trx,
    relativeShape,
    sql`SELECT ${columns} FROM person_relative WHERE jurisdiction_id = ${trx.jurisdictionId} AND person_id = ${personId}
      AND relation = ${relation} AND name = ${name}`,
  );
}

const namedByShape = relativeShape
  .pick({ relation: true, kind: true })
  .extend({ personId: z.string(), name: z.string() });
export type NamedBy = z.output<typeof namedByShape>;

/** Whose records name one of these persons as a relative. */
export async function namedAsRelative(trx: Transaction, personIds: readonly string[]): Promise<NamedBy[]> {
  return rowsOf(
    trx,
    namedByShape,
    sql`SELECT r.person_id AS "personId", p.name, r.relation, r.kind FROM person_relative AS r
      JOIN person AS p ON p.jurisdiction_id = r.jurisdiction_id AND p.id = r.person_id
      WHERE r.jurisdiction_id = ${trx.jurisdictionId} AND r.relative_id = ANY(${[...personIds]}::text[]) ORDER BY p.name, r.person_id, r.relation`,
  );
}

const changeShape = z.object({
  before: z.string().nullable(),
  after: z.string().nullable(),
  endedOn: z.string().nullable(),
  reason: z.string(),
  registeredBy: z.string().nullable(),
  registeredBehalf: z.string().nullable(),
  registeredName: z.string(),
  registeredAt: z.string(),
});
type StoredChange = z.output<typeof changeShape>;
/** What became of one relative: entered, corrected, ended. */
export type RelativeChange = Omit<StoredChange, "before" | "after"> & {
  before: Relative | null;
  after: Relative | null;
};

/** The latest first. */
export async function relativeChangesOf(trx: Transaction, personIds: readonly string[]): Promise<RelativeChange[]> {
  const rows = await rowsOf(
    trx,
    changeShape,
    sql`SELECT before, after, ended_on AS "endedOn", reason, registered_by AS "registeredBy", registered_behalf AS "registeredBehalf",
        registered_name AS "registeredName",
        registered_at AS "registeredAt"
      FROM relative_change WHERE jurisdiction_id = ${trx.jurisdictionId} AND person_id = ANY(${[...personIds]}::text[])
      ORDER BY registered_at DESC, seq DESC LIMIT 200`,
  );
  const read = (text: string | null) => (text === null ? null : relativeShape.parse(JSON.parse(text)));
  return rows.map((row) => ({ ...row, before: read(row.before), after: read(row.after) }));
}

const keptShape = z.object({ personId: z.string(), before: z.string() });

/** Relatives of these persons that were ended: a file of before does not bring them back. */
export async function endedRelatives(trx: Transaction, personIds: readonly string[]): Promise<RelativeKey[]> {
  if (personIds.length === 0) return [];
  const rows = await rowsOf(
    trx,
    keptShape,
    sql`SELECT person_id AS "personId", before FROM relative_change WHERE jurisdiction_id = ${trx.jurisdictionId}
      AND person_id = ANY(${[...personIds]}::text[]) AND after IS NULL`,
  );
  return rows
    .map(({ personId, before }) => ({ personId, ...relativeShape.parse(JSON.parse(before)) }))
    .sort((a, b) => compareText(keyOf(a), keyOf(b)));
}

/** Relatives known by their ID number until now are tied to these persons, who have come into the registry with it. */
export async function tieRelatives(trx: Transaction, fingerprints: readonly string[]): Promise<void> {
  await run(
    trx,
    sql`UPDATE person_relative AS r SET relative_id = p.id FROM person AS p
      WHERE r.jurisdiction_id = ${trx.jurisdictionId} AND r.relative_id IS NULL AND r.id_number_fingerprint = ANY(${[...fingerprints]}::text[])
        AND p.jurisdiction_id = ${trx.jurisdictionId} AND p.id_number_fingerprint = r.id_number_fingerprint AND p.id <> r.person_id`,
  );
}
