// What the cases of many-cases.ts left on record of the persons of many-persons.ts, written straight into the tables that answers are read from.

import { sql } from "kysely";
import { openStages } from "#casework/stages.ts";
import type { Database } from "#database/database.ts";

/**
 * For cases `from` to `to`: each touches one of `persons`, spread evenly. Of the closed ones six in ten brought a measure (seven kinds by
 * turns), one in ten a sanction; one in twenty was followed by consent. As the owner of the tables.
 */
export async function addManyRecords(database: Database, from: number, to: number, persons: number): Promise<void> {
  const cases = sql`SELECT m.jurisdiction_id, m.id AS matter_id, m.ordinal AS k, m.number, m.stage, m.opened_on + 120 AS day,
      'p' || lpad((m.ordinal::bigint * 7919 % ${sql.lit(persons)} + 1)::text, 8, '0') AS person_id
    FROM matter AS m WHERE m.jurisdiction_id = 'zone' AND m.kind = 'case' AND m.ordinal BETWEEN ${sql.lit(from)} AND ${sql.lit(to)}`;
  const isOpen = sql`c.stage IN (${sql.join(openStages.map((stage) => sql.lit(stage)))})`;
  const closed = sql`WITH c AS (${cases} AND m.stage = 'closed')`;
  for (const statement of [
    sql`INSERT INTO matter_person (jurisdiction_id, matter_id, person_id, party, open) SELECT c.jurisdiction_id, c.matter_id, c.person_id, true,
      ${isOpen} FROM (${cases}) AS c`,
    sql`${closed} INSERT INTO measure_taken (jurisdiction_id, matter_id, subject_id, ordinal, person_id, case_number, kind, decided_on, effective_on, handling,
        original_level, present_level, reduced_level, ground)
      SELECT jurisdiction_id, matter_id, 's1', 0, person_id, number, kind, day, day, CASE WHEN k % 7 > 1 THEN 'handling' END, '乡科级正职', '乡科级副职',
        CASE WHEN kind = 'demotion' THEN '乡科级副职' END, 'accountability'
      FROM c CROSS JOIN LATERAL (SELECT (ARRAY['admonition', 'circulated-criticism', 'transfer', 'removal', 'ordered-resignation', 'demotion', 'blame-resignation'])[k % 7 + 1] AS kind) AS one
      WHERE k % 10 < 6`,
    sql`${closed} INSERT INTO sanction_taken (jurisdiction_id, matter_id, subject_id, ordinal, person_id, case_number, kind, effective_on, months, restored_on, present_level,
        authority, document_number)
      SELECT jurisdiction_id, matter_id, 's1', 0, person_id, number, CASE WHEN k % 20 = 6 THEN 'party-warning' ELSE 'government-demerit' END, day, NULL, NULL, '乡科级副职',
        '区纪工委', number FROM c WHERE k % 10 = 6`,
    sql`${closed} INSERT INTO consent_given (jurisdiction_id, matter_id, subject_id, ordinal, person_id, case_number, given_on, document_number)
      SELECT jurisdiction_id, matter_id, 's1', 0, person_id, number, day + 700, number FROM c WHERE k % 20 = 3`,
  ])
    await statement.execute(database.kysely);
  for (const table of ["matter", "matter_person", "measure_taken", "sanction_taken", "consent_given"])
    await sql`VACUUM (ANALYZE) ${sql.table(table)}`.execute(database.kysely);
}
