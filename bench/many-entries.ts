// What was registered of the persons of many-persons.ts, and the histories of the cases of many-cases.ts, as a sweep reads them.

import { sql } from "kysely";
import type { Database } from "#database/database.ts";

/**
 * Of each person `1` to `persons` ten entries: four posts with rising levels, five grades, one honour, spread over the years in which
 * many-cases.ts has its days. As the owner of the tables.
 */
export async function addManyEntries(database: Database, persons: number): Promise<void> {
  const each = sql`SELECT 'zone' AS jurisdiction_id, 'p' || lpad(n::text, 8, '0') AS person_id, n FROM generate_series(1, ${sql.lit(persons)}) AS n`;
  const at = "2024-06-30T00:00:00.000Z";
  for (const statement of [
    sql`INSERT INTO post_held (jurisdiction_id, person_id, from_day, organization_id, post, level, kind, leading_post, approved_on, acting_office,
        document_number, registered_name, registered_at)
      SELECT jurisdiction_id, person_id, day, 'u' || (n % 3000 + 1), post, level, kind, leads, day - n % 20, '区委组织部', '云组任〔' || extract(year FROM day) || '〕' || n % 900 + 1 || '号',
        '名册登记', ${at}
      FROM (${each}) AS p CROSS JOIN LATERAL (VALUES
        ('2012-07-01'::date + n % 700, '科员', '科员级', 'first', false),
        ('2016-01-01'::date + n * 7 % 1000, '副科长', '乡科级副职', 'promotion', true),
        ('2019-06-01'::date + n * 11 % 1000, '科长', '乡科级正职', CASE WHEN n % 3 = 0 THEN 'promotion' ELSE 'lateral' END, true),
        ('2022-06-01'::date + n * 13 % 700, '主任', '乡科级正职', CASE WHEN n % 4 = 0 THEN 'rank-promotion' ELSE 'other' END, n % 2 = 0)
      ) AS held (day, post, level, kind, leads)`,
    sql`INSERT INTO grade_given (jurisdiction_id, person_id, year, version, grade, given_by, given_on, source, registered_name, registered_at)
      SELECT jurisdiction_id, person_id, year, 1, CASE (n + year) % 6 WHEN 0 THEN 'excellent' ELSE 'competent' END, '考核委员会', make_date(year + 1, 1, 20), 'imported', '名册登记', ${at}
      FROM (${each}) AS p CROSS JOIN generate_series(2019, 2023) AS year`,
    sql`INSERT INTO honour_given (jurisdiction_id, person_id, year, name, version, given_on, issuer, level, source, registered_name, registered_at)
      SELECT jurisdiction_id, person_id, 2019 + n % 6, '先进工作者', 1, make_date(2019 + n % 6, 12, 20), '区委', 'county', 'imported', '名册登记', ${at} FROM (${each}) AS p`,
  ])
    await statement.execute(database.kysely);
  for (const name of ["post_held", "grade_given", "honour_given"])
    await sql`VACUUM (ANALYZE) ${sql.table(name)}`.execute(database.kysely);
}

/** To each measure of many-records.ts the two events of a case entered from paper, some half a year after it took effect. */
export async function addManyHistories(database: Database): Promise<void> {
  const days = { on: "{day}", effectiveOn: "{day}", announcedOn: "{day}", formalitiesOn: null };
  const subject = {
    id: "s1",
    kind: "person",
    registryId: "{person}",
    name: "某某",
    organizationId: "u1",
    organizationName: "教育局1",
    post: "科长",
    level: "乡科级副职",
    managedBy: "unit",
    partyMember: true,
    inScope: true,
  };
  const outcome = {
    type: "accountable",
    subjectId: "s1",
    gravity: "graver",
    gravityReasons: "持续时间长",
    factors: [],
    strongReaction: false,
    vileInfluence: false,
    measures: ["{kind}"],
    handling: "handling",
    handlingReasons: null,
    originalLevel: "乡科级正职",
    reducedLevel: null,
    arrangement: null,
    departure: null,
  };
  const entered = {
    type: "paper-entered",
    number: "{number}",
    title: "信访事项久拖不决",
    documentNumber: "{number}",
    body: "working-committee",
    reasons: "事实清楚",
    subject,
    conduct: { text: "信访事项久拖不决", from: "2018-01-01", to: "2019-05-01", continuing: true },
    circumstance: "6-2-1",
    outcome,
    evidence: [],
    ...days,
  };
  const confirmed = { type: "paper-confirmed", on: "{day}", remarks: "与原件一致" };
  const filled = (event: object) =>
    sql`replace(replace(replace(replace(${JSON.stringify(event)}::text, '{day}', t.effective_on::text), '{person}', t.person_id), '{kind}', t.kind), '{number}', t.case_number)`;
  const instant = sql`to_char(t.effective_on + 180, 'YYYY-MM-DD') || 'T03:00:00.000Z'`;
  for (const [seq, act, event] of [
    [1, "enter-paper-case", entered],
    [2, "confirm-paper-case", confirmed],
  ] as const)
    await sql`INSERT INTO matter_event (jurisdiction_id, matter_id, seq, at, act, actor_id, actor_name, type, body)
      SELECT t.jurisdiction_id, t.matter_id, ${sql.lit(seq)}, ${instant}, ${act}, 'asker', 'asker', ${event.type}, ${filled(event)} FROM measure_taken AS t`.execute(
      database.kysely,
    );
  await sql`VACUUM (ANALYZE) matter_event`.execute(database.kysely);
}
