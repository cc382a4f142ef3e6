// The reading rights of duties.ts written out as SQL, so that an index serves them. A test holds the two against each other.
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { kinOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { readingRights } from "#casework/duties.ts";
import type { Reach } from "#casework/duties.ts";
import type { Stage } from "#casework/stages.ts";

/** A condition on `matter AS m`: the leads or cases that this actor may read. Null when there can be none. */
export function readableMatters(
  actor: Actor,
  kind: "lead" | "case",
  jurisdictionId: string,
): RawBuilder<unknown> | null {
  const reached: Record<Reach, Stage[]> = { all: [], own: [], unit: [], none: [] };
  for (const role of actor.roles) {
    const row = readingRights[role][kind];
    reached[row.reach].push(...row.stages);
  }
  const ways: RawBuilder<unknown>[] = [];
  if (reached.all.length > 0) ways.push(sql`m.stage = ANY(${reached.all}::text[])`);
  if (reached.own.length > 0)
    ways.push(
      sql`((m.registered_by = ${actor.accountId} OR ${actor.accountId} = ANY(m.assigned_to)) AND m.stage = ANY(${reached.own}::text[]))`,
    );
  if (reached.unit.length > 0 && actor.organizationId !== null) {
    ways.push(sql`(m.stage = ANY(${reached.unit}::text[]) AND EXISTS (
      SELECT FROM matter_organization AS mo
      WHERE mo.jurisdiction_id = ${jurisdictionId} AND mo.matter_id = m.id AND mo.organization_id = ${actor.organizationId}))`);
  }
  if (ways.length === 0) return null;
  const reach = sql`(${sql.join(ways, sql` OR `)})`;
  const kin = [...kinOf(actor)];
  const named = sql`SELECT FROM matter_person AS mp
    WHERE mp.jurisdiction_id = ${jurisdictionId} AND mp.matter_id = m.id AND mp.person_id = ANY(${kin}::text[])`;
  const recused = sql`SELECT FROM matter_recused AS mr
    WHERE mr.jurisdiction_id = ${jurisdictionId} AND mr.matter_id = m.id
      AND (mr.kind = 'account' AND mr.who = ${actor.accountId} OR mr.kind = 'person' AND mr.who = ${actor.personId}::text)`;
  return kin.length === 0
    ? sql`${reach} AND NOT EXISTS (${recused})`
    : sql`${reach} AND NOT EXISTS (${named}) AND NOT EXISTS (${recused})`;
}

/** A condition on `matter AS m`: the leads and the cases that this actor may read; false when there can be none. */
export function readableLeadsAndCases(actor: Actor, jurisdictionId: string): RawBuilder<unknown> {
  const ways = (["lead", "case"] as const).flatMap((kind) => {
    const way = readableMatters(actor, kind, jurisdictionId);
    return way === null ? [] : [sql`m.kind = ${kind} AND ${way}`];
  });
  return ways.length === 0 ? sql`false` : sql`(${sql.join(ways, sql` OR `)})`;
}
