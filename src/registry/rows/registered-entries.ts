// What was registered of many persons at once, as the sweep looks at it: appointments, grades, honours, each with who registered it.
import { sql } from "kysely";
import { z } from "zod";
import type { LevelHeld } from "../rules/level-before.ts";
import type { Transaction } from "#database/database.ts";
import { rowsOf } from "#database/rows.ts";

const registered = { registeredName: z.string(), registeredAt: z.string().nullable() };
/** `personId` is whom it is read as, `recordId` the record it stands on. */
const whose = { personId: z.string(), recordId: z.string() };
const appointmentShape = z.object({
  ...whose,
  ...registered,
  organizationId: z.string(),
  post: z.string(),
  level: z.string().nullable(),
  leadingPost: z.boolean(),
  from: z.string(),
  kind: z.string().nullable(),
  approvedOn: z.string().nullable(),
  actingOffice: z.string().nullable(),
  documentNumber: z.string().nullable(),
});
const gradeShape = z.object({
  ...whose,
  ...registered,
  year: z.int(),
  grade: z.string(),
  givenBy: z.string().nullable(),
  givenOn: z.string().nullable(),
});
const honourShape = z.object({
  ...whose,
  ...registered,
  year: z.int(),
  name: z.string(),
  issuer: z.string().nullable(),
  givenOn: z.string().nullable(),
});
export type AppointmentRow = z.output<typeof appointmentShape>;
export type GradeRow = z.output<typeof gradeShape>;
export type HonourRow = z.output<typeof honourShape>;

/** Records of these persons: their own, and those merged into them. One that is itself merged into another has none. */
const recordsOf = (trx: Transaction, personIds: readonly string[]) =>
  sql`(SELECT id, merged_into FROM person WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ANY(${[...personIds]}::text[]) AND merged_into IS NULL
    UNION ALL SELECT id, merged_into FROM person WHERE jurisdiction_id = ${trx.jurisdictionId} AND merged_into = ANY(${[...personIds]}::text[]))`;

/** All posts, those whose nature is not known among them, the earliest first. */
export async function appointmentsOf(trx: Transaction, personIds: readonly string[]): Promise<AppointmentRow[]> {
  return rowsOf(
    trx,
    appointmentShape,
    sql`SELECT coalesce(p.merged_into, p.id) AS "personId", p.id AS "recordId", h.organization_id AS "organizationId", h.post, h.level,
        h.leading_post AS "leadingPost", h.from_day AS "from", h.kind, h.approved_on AS "approvedOn", h.acting_office AS "actingOffice",
        h.document_number AS "documentNumber", h.registered_name AS "registeredName", h.registered_at AS "registeredAt"
      FROM ${recordsOf(trx, personIds)} AS p JOIN post_held AS h ON h.jurisdiction_id = ${trx.jurisdictionId} AND h.person_id = p.id
      ORDER BY h.from_day, h.organization_id, h.post`,
  );
}

/** The grades that stand. */
export async function gradesRegistered(trx: Transaction, personIds: readonly string[]): Promise<GradeRow[]> {
  return rowsOf(
    trx,
    gradeShape,
    sql`SELECT * FROM (
        SELECT DISTINCT ON (g.person_id, g.year) coalesce(p.merged_into, p.id) AS "personId", p.id AS "recordId", g.year, g.grade,
          g.given_by AS "givenBy", g.given_on AS "givenOn", g.registered_name AS "registeredName", g.registered_at AS "registeredAt"
        FROM ${recordsOf(trx, personIds)} AS p JOIN grade_given AS g ON g.jurisdiction_id = ${trx.jurisdictionId} AND g.person_id = p.id
        ORDER BY g.person_id, g.year, g.version DESC) AS last
      WHERE last.grade IS NOT NULL`,
  );
}

/** The honours that stand. */
export async function honoursRegistered(trx: Transaction, personIds: readonly string[]): Promise<HonourRow[]> {
  return rowsOf(
    trx,
    honourShape,
    sql`SELECT * FROM (
        SELECT DISTINCT ON (h.person_id, h.year, h.name) coalesce(p.merged_into, p.id) AS "personId", p.id AS "recordId", h.year, h.name, h.issuer,
          h.given_on AS "givenOn", h.registered_name AS "registeredName", h.registered_at AS "registeredAt", h.withdrawn
        FROM ${recordsOf(trx, personIds)} AS p JOIN honour_given AS h ON h.jurisdiction_id = ${trx.jurisdictionId} AND h.person_id = p.id
        ORDER BY h.person_id, h.year, h.name, h.version DESC) AS last
      WHERE NOT last.withdrawn`,
  );
}

const levelShape = z.object({ personId: z.string(), from: z.string(), level: z.string() });

/** The posts with a level of each of these persons, those of records merged into them among them; persons without are left out. */
export async function levelsHeld(
  trx: Transaction,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, LevelHeld[]>> {
  if (personIds.length === 0) return new Map();
  const rows = await rowsOf(
    trx,
    levelShape,
    sql`SELECT coalesce(p.merged_into, p.id) AS "personId", h.from_day AS "from", h.level
      FROM ${recordsOf(trx, personIds)} AS p JOIN post_held AS h ON h.jurisdiction_id = ${trx.jurisdictionId} AND h.person_id = p.id
      WHERE h.level IS NOT NULL`,
  );
  return Map.groupBy(rows, ({ personId }) => personId);
}

const nameOnDayShape = z.object({ organizationId: z.string(), day: z.string(), name: z.string() });

/** What each organization was called on a day, by `organizationId day`; the name it has now where no name is known for the day. */
export async function namesOnDays(
  trx: Transaction,
  asked: readonly { organizationId: string; day: string }[],
): Promise<ReadonlyMap<string, string>> {
  if (asked.length === 0) return new Map();
  const rows = await rowsOf(
    trx,
    nameOnDayShape,
    sql`SELECT DISTINCT a.id AS "organizationId", a.day, coalesce(n.name, o.name) AS name
      FROM unnest(${asked.map((one) => one.organizationId)}::text[], ${asked.map((one) => one.day)}::date[]) AS a (id, day)
      JOIN organization AS o ON o.jurisdiction_id = ${trx.jurisdictionId} AND o.id = a.id
      LEFT JOIN LATERAL (SELECT named.name FROM organization_name AS named WHERE named.jurisdiction_id = ${trx.jurisdictionId} AND named.organization_id = a.id
          AND (named.from_day IS NULL OR named.from_day <= a.day) AND (named.until_day IS NULL OR named.until_day >= a.day)
        ORDER BY named.ordinal DESC LIMIT 1) AS n ON true`,
  );
  return new Map(rows.map(({ organizationId, day, name }) => [`${organizationId} ${day}`, name]));
}

const confirmedShape = z.object({ personId: z.string(), purpose: z.string(), day: z.string(), barred: z.boolean() });

/** What a person confirmed to a request for clearance about the very question, the latest for each: by `personId purpose day`. */
export async function confirmedQuestions(
  trx: Transaction,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, boolean>> {
  if (personIds.length === 0) return new Map();
  const rows = await rowsOf(
    trx,
    confirmedShape,
    sql`SELECT DISTINCT ON (a.person_id, r.purpose, r.on_date) a.person_id AS "personId", r.purpose, r.on_date AS day, c.barred
      FROM clearance_answer AS a
      JOIN clearance_confirmation AS c ON c.jurisdiction_id = a.jurisdiction_id AND c.request_id = a.request_id AND c.line = a.line AND c.digest = a.digest
      JOIN clearance_request AS r ON r.jurisdiction_id = a.jurisdiction_id AND r.id = a.request_id
      WHERE a.jurisdiction_id = ${trx.jurisdictionId} AND a.person_id = ANY(${[...personIds]}::text[]) AND r.on_date IS NOT NULL
      ORDER BY a.person_id, r.purpose, r.on_date, c.at DESC, c.seq DESC`,
  );
  return new Map(rows.map(({ personId, purpose, day, barred }) => [`${personId} ${purpose} ${day}`, barred]));
}
