// Posts of persons over time, and the appointments by which they came.
import { sql } from "kysely";
import { z } from "zod";
import type { Transaction } from "#database/database.ts";
import type { Registration } from "./registration.ts";
import { rowsOf, run } from "#database/rows.ts";

const shape = z.object({
  personId: z.string(),
  organizationId: z.string(),
  organizationName: z.string(),
  post: z.string(),
  level: z.string().nullable(),
  rank: z.string().nullable(),
  leadingPost: z.boolean(),
  managedBy: z.string().nullable(),
  from: z.string(),
  to: z.string().nullable(),
  kind: z.string().nullable(),
  approvedOn: z.string().nullable(),
  actingOffice: z.string().nullable(),
  documentNumber: z.string().nullable(),
});

/**
 * `to` is the last day of the post, null while it is held. `kind` is the nature of the appointment (id in the vocabulary), decided on
 * `approvedOn` by `actingOffice`; null where that is not known. `organizationName` is the one it has now.
 */
export type PostHeld = z.output<typeof shape>;
export type NewPost = {
  personId: string;
  organizationId: string;
  post: string;
  level: string | null;
  from: string;
  to: string | null;
} & Partial<
  Pick<PostHeld, "rank" | "leadingPost" | "managedBy" | "kind" | "approvedOn" | "actingOffice" | "documentNumber">
>;

const titleShape = z.object({ post: z.string() });

/** Every post that holds the word, among those that anybody was registered with. */
export async function postsHolding(trx: Transaction, word: string): Promise<string[]> {
  const rows = await rowsOf(
    trx,
    titleShape,
    sql`SELECT post FROM post_title WHERE jurisdiction_id = ${trx.jurisdictionId} AND strpos(lower(post), ${word}) > 0 ORDER BY post`,
  );
  return rows.map(({ post }) => post);
}

/** Posts for the history; they do not change the present one. One that is there already stays as it is. Answers with how many were new. */
export async function addPosts(
  trx: Transaction,
  posts: readonly NewPost[],
  registration?: Registration,
): Promise<number> {
  if (posts.length === 0) return 0;
  const { by, name, at, source } = registration ?? { by: null, name: "", at: null, source: "entered" };
  return run(
    trx,
    sql`INSERT INTO post_held (jurisdiction_id, person_id, from_day, organization_id, post, level, to_day, rank, leading_post, managed_by, kind, approved_on,
        acting_office, document_number, source, registered_by, registered_name, registered_at)
      SELECT ${trx.jurisdictionId}::text, new.*, ${source}::text, ${by}::text, ${name}::text, ${at}::text
      FROM unnest(${posts.map((one) => one.personId)}::text[], ${posts.map((one) => one.from)}::date[], ${posts.map((one) => one.organizationId)}::text[],
        ${posts.map((one) => one.post)}::text[], ${posts.map((one) => one.level)}::text[], ${posts.map((one) => one.to)}::date[],
        ${posts.map((one) => one.rank ?? null)}::text[], ${posts.map((one) => one.leadingPost ?? false)}::boolean[],
        ${posts.map((one) => one.managedBy ?? null)}::text[],
        ${posts.map((one) => one.kind ?? null)}::text[], ${posts.map((one) => one.approvedOn ?? null)}::date[],
        ${posts.map((one) => one.actingOffice ?? null)}::text[], ${posts.map((one) => one.documentNumber ?? null)}::text[]) AS new
      ON CONFLICT DO NOTHING`,
  );
}

/** The posts that these persons hold now end the day before; a post that began on the day itself stays. */
export async function endPosts(trx: Transaction, ends: readonly { personId: string; before: string }[]): Promise<void> {
  if (ends.length === 0) return;
  await run(
    trx,
    sql`UPDATE post_held AS h SET to_day = new.before - 1
      FROM unnest(${ends.map((one) => one.personId)}::text[], ${ends.map((one) => one.before)}::date[]) AS new (person_id, before)
      WHERE h.jurisdiction_id = ${trx.jurisdictionId} AND h.person_id = new.person_id AND h.to_day IS NULL AND h.from_day < new.before`,
  );
}

/** Posts of one person, those of the records merged into it among them, the latest first. */
export async function postsOf(trx: Transaction, personId: string): Promise<PostHeld[]> {
  return postsOfPersons(trx, [personId]);
}

export async function postsOfPersons(trx: Transaction, personIds: readonly string[]): Promise<PostHeld[]> {
  return rowsOf(
    trx,
    shape,
    sql`SELECT coalesce(p.merged_into, p.id) AS "personId", h.organization_id AS "organizationId", o.name AS "organizationName", h.post, h.level, h.rank,
        h.leading_post AS "leadingPost", h.managed_by AS "managedBy", h.from_day AS "from", h.to_day AS "to", h.kind, h.approved_on AS "approvedOn",
        h.acting_office AS "actingOffice", h.document_number AS "documentNumber"
      FROM post_held AS h JOIN organization AS o ON o.jurisdiction_id = h.jurisdiction_id AND o.id = h.organization_id
      JOIN person AS p ON p.jurisdiction_id = h.jurisdiction_id AND p.id = h.person_id
      WHERE h.jurisdiction_id = ${trx.jurisdictionId} AND h.person_id IN (
        SELECT f.id FROM person AS f WHERE f.jurisdiction_id = ${trx.jurisdictionId}
          AND (f.id = ANY(${[...personIds]}::text[]) OR f.merged_into = ANY(${[...personIds]}::text[])))
      ORDER BY h.from_day DESC, h.organization_id, h.post`,
  );
}
