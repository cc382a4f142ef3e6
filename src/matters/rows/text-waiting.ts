// Typed words that wait for their release: which events of a matter hold some, and who let them out.
import { sql } from "kysely";
import { z } from "zod";
import type { Actor } from "#casework/actor.ts";
import { readingRights } from "#casework/duties.ts";
import { leavesTheGroup, readingOfKind } from "#casework/reading/readings.ts";
import { roles } from "#casework/roles.ts";
import type { Stage } from "#casework/stages.ts";
import type { Recorded } from "#casework/events.ts";
import { readUnfiltered } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { readableLeadsAndCases } from "./reading.ts";
import { rowsOf, run } from "#database/rows.ts";

const seqShape = z.object({ seq: z.int() });

/** The places of the events whose words wait. */
export async function waitingIn(trx: Transaction, matterId: string): Promise<ReadonlySet<number>> {
  const rows = await readUnfiltered(trx, (machine) =>
    rowsOf(
      machine,
      seqShape,
      sql`SELECT seq FROM text_waiting WHERE jurisdiction_id = ${machine.jurisdictionId} AND matter_id = ${matterId}`,
    ),
  );
  return new Set(rows.map(({ seq }) => seq));
}

/** Lets the words of these new events wait, where they hold any that would leave the group. */
export async function addWaiting(trx: Transaction, matterId: string, history: readonly Recorded[]): Promise<void> {
  const seqs = history.filter(({ event }) => leavesTheGroup(event)).map(({ seq }) => seq);
  if (seqs.length === 0) return;
  await run(
    trx,
    sql`INSERT INTO text_waiting (jurisdiction_id, matter_id, seq)
      SELECT ${trx.jurisdictionId}::text, ${matterId}::text, new.seq FROM unnest(${seqs}::integer[]) AS new (seq)
      ON CONFLICT DO NOTHING`,
  );
}

/** Lets the words of these events out; those that wait no more are passed over. Answers with how many went out. `hands`: who typed them. */
export async function releaseTexts(
  trx: Transaction,
  matterId: string,
  released: readonly { seq: number; hands: readonly string[] }[],
  { by, second, at }: { by: string; second: readonly string[]; at: string },
): Promise<number> {
  let count = 0;
  const byHands = Map.groupBy(released, ({ hands }) => hands.join(" "));
  for (const some of byHands.values()) {
    const hands = [...(some[0]?.hands ?? [])];
    count += await run(
      trx,
      sql`WITH gone AS (
          DELETE FROM text_waiting WHERE jurisdiction_id = ${trx.jurisdictionId} AND matter_id = ${matterId}
            AND seq = ANY(${some.map(({ seq }) => seq)}::integer[]) RETURNING seq)
        INSERT INTO text_release (jurisdiction_id, matter_id, seq, typed_by, released_by, at, first_persons, second_persons)
        SELECT ${trx.jurisdictionId}::text, ${matterId}::text, gone.seq, ${hands[0] ?? ""}::text, ${by}::text, ${at}::text,
          wenze_persons_of(${hands}::text[]), wenze_persons_of(${[...second]}::text[]) FROM gone`,
    );
  }
  return count;
}

const waitingShape = z.object({
  matterId: z.string(),
  kind: z.enum(["lead", "case"]),
  number: z.string(),
  texts: z.int(),
  since: z.string(),
});

/** Leads and cases that this actor and somebody outside the group may read, with words that wait; the longest waiting first. */
export async function mattersWaiting(
  trx: Transaction,
  actor: Actor,
  limit: number,
): Promise<z.output<typeof waitingShape>[]> {
  const beyond = (["lead", "case"] as const).map(
    (kind) => sql`m.kind = ${kind} AND m.stage = ANY(${stagesBeyond(kind)}::text[])`,
  );
  return rowsOf(
    trx,
    waitingShape,
    sql`SELECT m.id AS "matterId", m.kind, m.number, count(*)::integer AS texts, min(e.at) AS since
      FROM text_waiting AS w JOIN matter AS m ON m.jurisdiction_id = w.jurisdiction_id AND m.id = w.matter_id
      JOIN matter_event AS e ON e.jurisdiction_id = w.jurisdiction_id AND e.matter_id = w.matter_id AND e.seq = w.seq
      WHERE w.jurisdiction_id = ${trx.jurisdictionId} AND (${sql.join(beyond, sql` OR `)}) AND ${readableLeadsAndCases(actor, trx.jurisdictionId)}
      GROUP BY m.id, m.kind, m.number ORDER BY min(e.at), m.id LIMIT ${limit}`,
  );
}

/** The stages at which leads or cases are read outside the group. */
function stagesBeyond(kind: "lead" | "case"): Stage[] {
  return roles
    .filter((role) => readingOfKind({ roles: [role] }, kind) !== "group")
    .flatMap((role) => [...readingRights[role][kind].stages]);
}
