// The ledger row of a matter as a reading sees it: the SQL of what readings.ts says, for lists, messages and searches. Whatever is not shown is
// not searched, filtered or sorted by either.
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { Actor } from "#casework/actor.ts";
import { readingOfKind } from "#casework/reading/readings.ts";
import { waitingText } from "#casework/words/reading-words.ts";

const waits = sql`EXISTS (SELECT FROM text_waiting AS w WHERE w.jurisdiction_id = m.jurisdiction_id AND w.matter_id = m.id AND w.seq = 1)`;
const title = sql`CASE WHEN ${waits} THEN ${sql.lit(waitingText)} ELSE m.title END`;
const opened = sql`(to_char(m.opened_on, 'YYYY-MM-DD') || 'T00:00:00.000Z') COLLATE "C"`;
const returned = sql`m.stage = 'returned'`;

type Columns = {
  title: RawBuilder<unknown>;
  stage: RawBuilder<unknown>;
  concerned: RawBuilder<unknown>;
  dueOn: RawBuilder<unknown>;
  updatedAt: RawBuilder<unknown>;
  nextSteps: RawBuilder<unknown>;
  searchText: RawBuilder<unknown>;
};

/** The rows of leads or cases as this actor sees them, to stand after FROM with the alias of a table; the columns are those of `matter`. */
export function mattersShown(actor: Actor, kind: "lead" | "case"): RawBuilder<unknown> {
  const reading = readingOfKind(actor, kind);
  if (reading === "group") return sql`matter`;
  const columns = reading === "office" ? forOffice : reading === "unit" ? forUnit(actor.organizationId) : forRegistrant;
  return sql`(SELECT m.jurisdiction_id, m.id, m.kind, m.number, m.year, m.ordinal, m.version, m.registered_by, m.assigned_to, m.opened_on, m.search,
    m.actors_by_act, ${columns.title} AS title, ${columns.stage} AS stage, ${columns.concerned} AS concerned, ${columns.dueOn} AS due_on,
    ${columns.updatedAt} AS updated_at, ${columns.nextSteps} AS next_steps, ${columns.searchText} AS search_text
    FROM matter AS m WHERE m.kind = ${sql.lit(kind)})`;
}

/** Both kinds together. */
export function leadsAndCasesShown(actor: Actor): RawBuilder<unknown> {
  const narrow = (["lead", "case"] as const).some((kind) => readingOfKind(actor, kind) !== "group");
  if (!narrow) return sql`matter`;
  return sql`(${sql.join(
    (["lead", "case"] as const).map(
      (kind) =>
        sql`SELECT jurisdiction_id, id, kind, number, title, stage, registered_by, assigned_to FROM ${mattersShown(actor, kind)} AS m WHERE m.kind = ${sql.lit(kind)}`,
    ),
    sql` UNION ALL `,
  )})`;
}

const forOffice: Columns = {
  title,
  stage: sql`m.stage`,
  concerned: sql`m.concerned`,
  dueOn: sql`m.due_on`,
  updatedAt: sql`m.updated_at`,
  nextSteps: sql`m.next_steps`,
  searchText: sql`CASE WHEN ${waits} THEN lower(m.number || chr(10) || array_to_string(m.concerned, chr(10))) ELSE m.search_text END`,
};

function forUnit(organizationId: string | null): Columns {
  return {
    title,
    stage: sql`m.stage`,
    concerned: sql`ARRAY(SELECT e.body::jsonb -> 'subject' ->> 'name' FROM matter_event AS e
      WHERE e.jurisdiction_id = m.jurisdiction_id AND e.matter_id = m.id AND e.type IN ('subject-added', 'paper-entered')
        AND e.body::jsonb -> 'subject' ->> 'organizationId' = ${organizationId}::text ORDER BY e.seq)`,
    dueOn: sql`NULL::date`,
    updatedAt: opened,
    nextSteps: sql`'{}'::text[]`,
    searchText: sql`lower(m.number || chr(10) || CASE WHEN ${waits} THEN '' ELSE m.title END)`,
  };
}

/** Received, number, day; and that it came back for more, which is asked of them. */
const forRegistrant: Columns = {
  title: sql`''::text`,
  stage: sql`CASE WHEN ${returned} THEN 'returned' ELSE 'registered' END`,
  concerned: sql`'{}'::text[]`,
  dueOn: sql`CASE WHEN ${returned} THEN m.due_on END`,
  updatedAt: opened,
  nextSteps: sql`CASE WHEN ${returned} THEN m.next_steps ELSE '{}' END`,
  searchText: sql`lower(m.number)`,
};
