// The ledger row of a lead or case: all that lists, filters and four eyes look at, computed from the matter alone.
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { z } from "zod";
import { canonicalJson } from "#audit/canonical.ts";
import { outlineOf } from "#casework/outline.ts";
import type { Matter } from "#casework/replay.ts";
import { nextStepsOf } from "#casework/execution/tasks.ts";
import type { Law } from "#law/compile/law.ts";
import type { Transaction } from "#database/database.ts";
import type { Row } from "./derived-rows.ts";
import { readNumber } from "#kernel/rows/numbers.ts";
import { dueOnOf } from "./open-items.ts";
import { rowsOf, run } from "#database/rows.ts";
import { gramsOf } from "#database/search.ts";

const nullable = z.string().nullable();
const shape = z.object({
  id: z.string(),
  kind: z.string(),
  number: z.string(),
  year: z.int(),
  ordinal: z.int(),
  title: z.string(),
  stage: z.string(),
  version: z.int(),
  registered_by: z.string(),
  opened_on: z.string(),
  due_on: nullable,
  updated_at: z.string(),
  concerned: z.array(z.string()),
  next_steps: z.array(z.string()),
  actors_by_act: z.string(),
  search_text: z.string(),
  search: z.array(z.string()),
  assigned_to: z.array(z.string()),
  requested_by: nullable,
  approved_by: nullable,
  proposed_by: nullable,
  deliberated_by: nullable,
  decided_by: nullable,
  ended_by: nullable,
  effected_by: z.array(z.string()),
  closed_by: nullable,
  waiver_requested_by: z.array(z.string()),
  waived_by: z.array(z.string()),
});
export type StoredMatter = z.output<typeof shape>;

/** A lead has no title of its own: the beginning of its summary, in characters. */
const titleLength = 60;

/** `updatedAt` is the instant of the last event; `items` are the matter's open items. */
export function matterRowOf(law: Law, matter: Matter, updatedAt: string, items: readonly Row[]): StoredMatter {
  const actorsByAct = matter.kind === "case" ? matter.actorsByAct : {};
  const concerned =
    matter.kind === "lead" ? matter.concerned.map((one) => one.name) : matter.subjects.map((file) => file.subject.name);
  const title = matter.kind === "lead" ? [...matter.summary].slice(0, titleLength).join("") : matter.title;
  const units = matter.kind === "lead" ? matter.concerned.map((one) => one.unit) : [];
  const searched = [matter.number, title, ...concerned, ...new Set(units)].join("\n").toLowerCase();
  return {
    id: matter.id,
    kind: matter.kind,
    number: matter.number,
    ...readNumber(matter.number),
    title,
    stage: matter.stage,
    version: matter.version,
    registered_by: matter.kind === "lead" ? matter.registeredBy : matter.requestedBy,
    opened_on:
      matter.kind === "lead" ? matter.receivedOn : (matter.paper?.on ?? matter.opening?.on ?? dayInChina(updatedAt)),
    due_on: dueOnOf(matter, items),
    updated_at: updatedAt,
    concerned,
    next_steps: nextStepsOf(law, matter),
    actors_by_act: canonicalJson(actorsByAct),
    search_text: searched,
    search: gramsOf(searched),
    assigned_to: [...outlineOf(matter).assignedTo],
    requested_by: actorsByAct["request-opening"]?.[0] ?? null,
    approved_by: actorsByAct["decide-opening"]?.[0] ?? null,
    proposed_by: actorsByAct.propose?.[0] ?? null,
    deliberated_by: actorsByAct["record-deliberation"]?.[0] ?? null,
    decided_by: actorsByAct.decide?.[0] ?? null,
    ended_by: actorsByAct["end-without-accountability"]?.[0] ?? null,
    effected_by: [...(actorsByAct["take-effect"] ?? [])],
    closed_by: actorsByAct.close?.[0] ?? null,
    waiver_requested_by: [...(actorsByAct["request-waiver"] ?? [])],
    waived_by: [...(actorsByAct["decide-waiver"] ?? [])],
  };
}

/** Only a case not yet approved or refused has no day of its own; then its request is also its last event. */
function dayInChina(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO("Asia/Shanghai").toPlainDate().toString();
}

/** Writes the row over the one of `before` (0: there must be none). False when another version is there. */
export async function writeMatterRow(trx: Transaction, row: StoredMatter, before: number): Promise<boolean> {
  const cells: [column: string, cell: RawBuilder<unknown>][] = Object.entries(row).map(([column, cell]) => [
    column,
    Array.isArray(cell) ? sql`${cell}::text[]` : sql`${cell}`,
  ]);
  if (before === 0) {
    const added = await run(
      trx,
      sql`INSERT INTO matter (jurisdiction_id, ${sql.join(cells.map(([column]) => sql.ref(column)))})
        VALUES (${trx.jurisdictionId}, ${sql.join(cells.map(([, cell]) => cell))}) ON CONFLICT (jurisdiction_id, id) DO NOTHING`,
    );
    return added === 1;
  }
  const changed = await run(
    trx,
    sql`UPDATE matter SET ${sql.join(cells.filter(([column]) => column !== "id").map(([column, cell]) => sql`${sql.ref(column)} = ${cell}`))}
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ${row.id} AND version = ${before}`,
  );
  return changed === 1;
}

/** The stored rows of these matters, by id. */
export async function readMatterRows(trx: Transaction, ids: readonly string[]): Promise<StoredMatter[]> {
  const names = Object.keys(shape.shape).map((column) => sql.ref(column));
  return rowsOf(
    trx,
    shape,
    sql`SELECT ${sql.join(names)} FROM matter WHERE jurisdiction_id = ${trx.jurisdictionId} AND id = ANY(${[...ids]}::text[]) ORDER BY id`,
  );
}
