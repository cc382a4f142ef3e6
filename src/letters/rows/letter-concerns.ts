// The persons of whom letters in force speak, and the lines noted as answered otherwise since.
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { z } from "zod";
import type { Transaction } from "#database/database.ts";
import { rowsOf, run } from "#database/rows.ts";

const shape = z.object({
  letterId: z.string(),
  line: z.int(),
  personId: z.string(),
  digest: z.string(),
  toLevel: z.string().nullable(),
  purpose: z.string(),
  date: z.string().nullable(),
  year: z.int().nullable(),
});
export type LetterPerson = z.output<typeof shape>;

const spokenShape = z.object({ spoken: z.boolean() });

/** Lines of letters in force about persons named in one of these matters. `today` is an ISO day. */
export async function letterPersonsInMatters(
  trx: Transaction,
  matterIds: readonly string[],
  today: string,
): Promise<LetterPerson[]> {
  const involved = sql`p.person_id IN (SELECT coalesce(q.merged_into, q.id) FROM matter_person AS t
        JOIN person AS q ON q.jurisdiction_id = t.jurisdiction_id AND q.id = t.person_id
        WHERE t.jurisdiction_id = ${trx.jurisdictionId} AND t.matter_id = ANY(${[...matterIds]}::text[]))`;
  // Asked first, since every act asks: planning the whole question takes longer than all else that an act asks, and mostly no letter
  // speaks of anybody here.
  const [first] = await rowsOf(
    trx,
    spokenShape,
    sql`SELECT EXISTS (SELECT FROM letter_person AS p WHERE p.jurisdiction_id = ${trx.jurisdictionId} AND ${involved}) AS spoken`,
  );
  if (first?.spoken !== true) return [];
  return rowsOf(trx, shape, sql`${standing(today)} AND ${involved} ORDER BY p.letter_id, p.line LIMIT 1000`);
}

/** Lines of all letters in force after one, in order. */
export async function letterPersonsAfter(
  trx: Transaction,
  after: { letterId: string; line: number },
  today: string,
  limit: number,
): Promise<LetterPerson[]> {
  return rowsOf(
    trx,
    shape,
    sql`${standing(today)} AND (p.letter_id, p.line) > (${after.letterId}, ${after.line}) ORDER BY p.letter_id, p.line LIMIT ${limit}`,
  );
}

/** The lines of one letter, issued or not. */
export async function personsOfLetter(trx: Transaction, letterId: string): Promise<LetterPerson[]> {
  return rowsOf(trx, shape, sql`${spoken} AND p.letter_id = ${letterId} ORDER BY p.line`);
}

/** Answers with the number of concerns that were not known before. */
export async function addConcerns(
  trx: Transaction,
  concerns: readonly { letterId: string; line: number; digest: string }[],
  found: { by: "act" | "check"; at: string },
): Promise<number> {
  if (concerns.length === 0) return 0;
  return run(
    trx,
    sql`INSERT INTO letter_concern (jurisdiction_id, letter_id, line, digest, found_by, found_at)
      SELECT ${trx.jurisdictionId}::text, new.*, ${found.by}::text, ${found.at}::text
      FROM unnest(${concerns.map((one) => one.letterId)}::text[], ${concerns.map((one) => one.line)}::integer[], ${concerns.map((one) => one.digest)}::text[]) AS new
      ON CONFLICT DO NOTHING`,
  );
}

const spoken = sql`SELECT p.letter_id AS "letterId", p.line, p.person_id AS "personId", p.digest, c.to_level AS "toLevel", r.purpose,
      r.on_date AS date, r.for_year AS year
    FROM letter_person AS p
      JOIN reply_letter AS l ON l.jurisdiction_id = p.jurisdiction_id AND l.id = p.letter_id
      JOIN clearance_request AS r ON r.jurisdiction_id = l.jurisdiction_id AND r.id = l.request_id
      JOIN clearance_line AS c ON c.jurisdiction_id = l.jurisdiction_id AND c.request_id = l.request_id AND c.line = p.line
    WHERE p.jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), '')`;

/** Issued, not ended, and still valid. */
function standing(today: string): RawBuilder<unknown> {
  return sql`${spoken} AND l.valid_until >= ${today}::date
      AND EXISTS (SELECT FROM letter_issue AS i WHERE i.jurisdiction_id = p.jurisdiction_id AND i.letter_id = p.letter_id)
      AND NOT EXISTS (SELECT FROM letter_end AS e WHERE e.jurisdiction_id = p.jurisdiction_id AND e.letter_id = p.letter_id)`;
}
