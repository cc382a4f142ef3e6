// The other cases of a subject, with their facts: by these the rule "no second case on one matter" decides.
import { sql } from "kysely";
import { z } from "zod";
import type { OtherCase } from "#casework/act.ts";
import type { Actor } from "#casework/actor.ts";
import type { CaseEvent } from "#casework/events.ts";
import { openStages } from "#casework/stages.ts";
import type { SubjectKind } from "#casework/subject.ts";
import { asSystem } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { mergedRecords, survivorsOf, withMerged } from "#registry/rows/families.ts";
import { readableMatters } from "./reading.ts";
import { rowsOf } from "#database/rows.ts";

type SubjectRef = { kind: SubjectKind; registryId: string };

/** Only the latest cases are read; nobody has more. */
const maxCases = 100;

const shape = z.object({
  id: z.string(),
  number: z.string(),
  open: z.boolean(),
  readable: z.boolean(),
  body: z.string(),
});

/**
 * All cases but `except` that were opened, also those that the actor may not read, since the rule holds all the same; `number` is null for
 * these.
 */
export async function otherCasesFor(
  trx: Transaction,
  actor: Actor,
  subjects: readonly SubjectRef[],
  except: string | null,
): Promise<OtherCase[]> {
  if (subjects.length === 0) return [];
  const merged = await mergedRecords(trx);
  const named = subjects.filter(({ kind }) => kind === "person").map(({ registryId }) => registryId);
  const rows = await eventsOfCases(trx, actor, except, {
    persons: withMerged(merged, survivorsOf(merged, named)),
    organizations: subjects.filter(({ kind }) => kind !== "person").map(({ registryId }) => registryId),
  });
  // Of two records of one person the case may name the other.
  const asNamed = (id: string) => named.find((one) => (merged.get(one) ?? one) === (merged.get(id) ?? id)) ?? id;
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((ofCase) => subjectsOfCase(ofCase, asNamed));
}

type EventRow = z.output<typeof shape>;

/** The events that name subjects and facts, of the latest cases in which these are subjects. */
async function eventsOfCases(
  trx: Transaction,
  actor: Actor,
  except: string | null,
  { persons, organizations }: { persons: string[]; organizations: string[] },
): Promise<EventRow[]> {
  const reach = readableMatters(actor, "case", trx.jurisdictionId) ?? sql`false`;
  // What the actor may not read counts as well; of it no more is told than that it is there.
  return asSystem(trx, (machine) =>
    rowsOf(
      machine,
      shape,
      // Each by its key, one after the other: a plan that was kept since the tables were empty would else join what it has grown to.
      sql`WITH involved AS (
        SELECT matter_id FROM matter_person WHERE jurisdiction_id = ${trx.jurisdictionId} AND person_id = ANY(${persons}::text[]) AND party
        UNION SELECT matter_id FROM matter_organization WHERE jurisdiction_id = ${trx.jurisdictionId} AND organization_id = ANY(${organizations}::text[])
      ), found AS (
        SELECT one.* FROM involved CROSS JOIN LATERAL (
          SELECT m.id, m.number, m.opened_on, m.stage = ANY(${[...openStages]}::text[]) AS open, (${reach}) AS readable
          FROM matter AS m
          WHERE m.jurisdiction_id = ${trx.jurisdictionId} AND m.id = involved.matter_id
            AND m.kind = 'case' AND m.stage <> 'not-opened' AND m.id <> ${except ?? ""}
          OFFSET 0
        ) AS one
        ORDER BY one.opened_on DESC, one.id DESC LIMIT ${maxCases}
      )
      SELECT found.id, found.number, found.open, found.readable, told.body
      FROM found CROSS JOIN LATERAL (
        SELECT e.seq, e.body FROM matter_event AS e
        WHERE e.jurisdiction_id = ${trx.jurisdictionId} AND e.matter_id = found.id AND e.type IN ('subject-added', 'fact-recorded')
        OFFSET 0
      ) AS told
      ORDER BY found.id, told.seq`,
    ),
  );
}

/** Each subject of one case with its facts. */
function subjectsOfCase(rows: readonly EventRow[], asNamed: (registryId: string) => string): OtherCase[] {
  const [first] = rows;
  if (first === undefined) return [];
  const events = rows.map(({ body }) => JSON.parse(body) as CaseEvent); // append-only, and written only by saveAct from an act's own events
  const subjects = events.flatMap((event) => (event.type === "subject-added" ? [event.subject] : []));
  return subjects.map((subject) => ({
    subject: {
      kind: subject.kind,
      registryId: subject.kind === "person" ? asNamed(subject.registryId) : subject.registryId,
    },
    number: first.readable ? first.number : null,
    open: first.open,
    facts: events.flatMap((event) =>
      event.type === "fact-recorded" && event.subjectIds.includes(subject.id)
        ? [{ text: event.text, from: event.from, to: event.to, files: event.evidence.map((file) => file.sha256) }]
        : [],
    ),
  }));
}
