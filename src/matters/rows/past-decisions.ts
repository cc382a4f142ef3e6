// Earlier decisions that held a person, or members of a unit, accountable: clauses of escalation count them.
import { sql } from "kysely";
import { z } from "zod";
import type { PastAccountability } from "#casework/act.ts";
import type { Actor } from "#casework/actor.ts";
import type { SubjectKind } from "#casework/subject.ts";
import { asSystem } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { mergedRecords, survivorsOf, withMerged } from "#registry/rows/families.ts";
import { readableMatters } from "./reading.ts";
import { rowsOf } from "#database/rows.ts";

type SubjectRef = { kind: SubjectKind; registryId: string };

/** Only the latest decisions are read; no clause counts more. */
const maxDecisions = 200;

const shape = z.object({
  id: z.string(),
  number: z.string().nullable(),
  on: z.string(),
  measures: z.string().transform((text) => (text === "" ? [] : text.split(","))),
  circumstances: z.array(z.string()),
});

/**
 * All such decisions by day, also those that the actor may not read, since the clause counts all the same; `number` is null for these.
 * A decision that was revoked, or that exempted, does not count.
 */
export async function pastDecisionsFor(
  trx: Transaction,
  actor: Actor,
  subjects: readonly SubjectRef[],
  except: string | null,
): Promise<PastAccountability[]> {
  if (subjects.length === 0) return [];
  const merged = await mergedRecords(trx);
  const reach = readableMatters(actor, "case", trx.jurisdictionId) ?? sql`false`;
  const found: PastAccountability[] = [];
  for (const subject of subjects) {
    const whose =
      subject.kind === "person"
        ? sql`h.matter_id IN (SELECT p.matter_id FROM matter_person AS p WHERE p.jurisdiction_id = h.jurisdiction_id
            AND p.person_id = ANY(${withMerged(merged, survivorsOf(merged, [subject.registryId]))}::text[]) AND p.party)
          AND h.person_id = ANY(${withMerged(merged, survivorsOf(merged, [subject.registryId]))}::text[])`
        : sql`h.organization_id = ${subject.registryId} AND h.person_id IS NOT NULL`;
    const matters = await asSystem(trx, (machine) =>
      rowsOf(
        machine,
        shape,
        sql`SELECT h.matter_id || ' ' || h.subject_id AS id, CASE WHEN ${reach} THEN m.number END AS number, h.decided_on AS on, h.measures,
            coalesce((SELECT array_agg(c.circumstance ORDER BY c.circumstance) FROM circumstance_outcome AS c
              WHERE c.jurisdiction_id = h.jurisdiction_id AND c.matter_id = h.matter_id AND c.subject_id = h.subject_id), '{}') AS circumstances
          FROM member_held AS h JOIN matter AS m ON m.jurisdiction_id = h.jurisdiction_id AND m.id = h.matter_id
          WHERE h.jurisdiction_id = ${trx.jurisdictionId} AND ${whose} AND h.matter_id <> ${except ?? ""}
          ORDER BY h.decided_on DESC, h.matter_id, h.subject_id LIMIT ${maxDecisions}`,
      ),
    );
    found.push({ subject: { kind: subject.kind, registryId: subject.registryId }, matters: matters.toReversed() });
  }
  return found;
}
