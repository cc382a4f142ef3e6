// Merging two records of one person (合并人员记录): a row says so, another undoes it; both histories stay as they were written.
import { sql } from "kysely";
import { z } from "zod";
import type { Law } from "#law/compile/law.ts";
import type { BothHands } from "#casework/four-eyes.ts";
import { touch } from "#database/bound.ts";
import type { Transaction } from "#database/database.ts";
import { mergedRecords } from "./families.ts";
import { indexPersons } from "./person-index.ts";
import { deriveRestrictions } from "#eligibility/rows/restrictions.ts";
import { shownIdNumber } from "./persons.ts";
import { rowOf, rowsOf, run } from "#database/rows.ts";

const shape = z.object({
  id: z.string(),
  survivorId: z.string(),
  mergedId: z.string(),
  reasons: z.string(),
  registeredName: z.string(),
  registeredAt: z.string(),
});
export type PersonMerge = z.output<typeof shape>;
export type MergeRegistration = { reasons: string; by: string; name: string; at: string };

const columns = sql`m.id, m.survivor_id AS "survivorId", m.merged_id AS "mergedId", m.reasons, m.registered_name AS "registeredName", m.registered_at AS "registeredAt"`;
const notUndone = sql`NOT EXISTS (SELECT FROM person_merge_undone AS u WHERE u.jurisdiction_id = m.jurisdiction_id AND u.merge_id = m.id)`;

/** Neither may be merged into another already. What either is barred from, the survivor is barred from now on. */
export async function mergePersons(
  trx: Transaction,
  law: Law,
  merge: { id: string; survivorId: string; mergedId: string; behalf: string | null } & MergeRegistration,
): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO person_merge (jurisdiction_id, id, survivor_id, merged_id, reasons, registered_by, registered_behalf, registered_name,
        registered_at)
      VALUES (${trx.jurisdictionId}, ${merge.id}, ${merge.survivorId}, ${merge.mergedId}, ${merge.reasons}, ${merge.by}, ${merge.behalf}, ${merge.name},
        ${merge.at})`,
  );
  touch(trx, "person_merge", [merge.id]);
  await rederiveMerged(trx, law, [merge.survivorId, merge.mergedId]);
}

/** The merge must stand. Each record is then read by itself again. */
export async function undoMerge(
  trx: Transaction,
  law: Law,
  merge: PersonMerge,
  undone: MergeRegistration & BothHands,
): Promise<void> {
  await run(
    trx,
    sql`INSERT INTO person_merge_undone (jurisdiction_id, merge_id, reasons, registered_by, registered_name, registered_at,
        first_persons, second_persons)
      VALUES (${trx.jurisdictionId}, ${merge.id}, ${undone.reasons}, ${undone.by}, ${undone.name}, ${undone.at},
        wenze_persons_of(${[...undone.first]}::text[]), wenze_persons_of(${[...undone.second]}::text[]))`,
  );
  touch(trx, "person_merge_undone", [merge.id]);
  await rederiveMerged(trx, law, [merge.survivorId, merge.mergedId]);
}

/** One merge that stands; null when there is none of this id, or it was undone. */
export async function findMerge(trx: Transaction, id: string): Promise<PersonMerge | null> {
  return rowOf(
    trx,
    shape,
    sql`SELECT ${columns} FROM person_merge AS m WHERE m.jurisdiction_id = ${trx.jurisdictionId} AND m.id = ${id} AND ${notUndone}`,
  );
}

const besideShape = {
  otherId: z.string(),
  otherName: z.string(),
  otherIdNumber: z.string(),
  undoneReasons: z.string().nullable(),
  undoneName: z.string().nullable(),
  undoneAt: z.string().nullable(),
};
/** The other record, and who undid the merge, why and when; null while it stands. */
type MergeColumns = z.output<z.ZodObject<typeof besideShape>>;
const mergeBesideShape = shape.extend(besideShape);

/**
 * Those that stand and by which another record was merged into this one, directly or through a third; and those of this record with another
 * that were undone. The latest first.
 */
export async function mergesOf(trx: Transaction, personId: string): Promise<(PersonMerge & MergeColumns)[]> {
  return rowsOf(
    trx,
    mergeBesideShape,
    sql`SELECT ${columns}, p.id AS "otherId", p.name AS "otherName", ${shownIdNumber(sql`p.id_number_masked`)} AS "otherIdNumber",
        u.reasons AS "undoneReasons", u.registered_name AS "undoneName", u.registered_at AS "undoneAt"
      FROM person_merge AS m LEFT JOIN person_merge_undone AS u ON u.jurisdiction_id = m.jurisdiction_id AND u.merge_id = m.id
      JOIN person AS p ON p.jurisdiction_id = m.jurisdiction_id
        AND p.id = CASE m.merged_id WHEN ${personId} THEN m.survivor_id ELSE m.merged_id END
      WHERE m.jurisdiction_id = ${trx.jurisdictionId}
        AND (CASE WHEN u.merge_id IS NULL THEN p.merged_into = ${personId} ELSE ${personId} IN (m.survivor_id, m.merged_id) END)
      ORDER BY m.registered_at DESC, m.id`,
  );
}

const mergedShape = z.object({ survivorId: z.string(), mergedId: z.string() });

/** Derives anew what each record is read as, from all merges that stand; then how it is found, and what it is barred from. */
async function rederiveMerged(trx: Transaction, law: Law, involved: readonly string[]): Promise<void> {
  const standing = await rowsOf(
    trx,
    mergedShape,
    sql`SELECT m.survivor_id AS "survivorId", m.merged_id AS "mergedId" FROM person_merge AS m WHERE m.jurisdiction_id = ${trx.jurisdictionId} AND ${notUndone}`,
  );
  const next = new Map(standing.map(({ survivorId, mergedId }) => [mergedId, survivorId]));
  const endOf = (id: string): string => {
    const into = next.get(id);
    return into === undefined ? id : endOf(into);
  };
  const before = await mergedRecords(trx);
  const changed = [...new Set([...before.keys(), ...next.keys()])].filter((id) => (before.get(id) ?? id) !== endOf(id));
  const into = changed.map((id) => (endOf(id) === id ? null : endOf(id)));
  await run(
    trx,
    sql`UPDATE person AS p SET merged_into = new.into_id FROM unnest(${changed}::text[], ${into}::text[]) AS new (id, into_id)
      WHERE p.jurisdiction_id = ${trx.jurisdictionId} AND p.id = new.id`,
  );
  const others = changed.flatMap((id) => [before.get(id), endOf(id)]).filter((id) => id !== undefined);
  const all = [...new Set([...involved, ...changed, ...others])];
  await indexPersons(trx, all);
  await deriveRestrictions(trx, law, all);
}
