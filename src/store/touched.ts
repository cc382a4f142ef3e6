// Whom a matter touches: for reading rights, recusal, and the answer "pending".
import { sql } from "kysely";
import { z } from "zod";
import { outlineOf } from "#casework/outline.ts";
import type { Matter } from "#casework/replay.ts";
import type { Transaction } from "./database.ts";
import type { Row } from "./derived-rows.ts";
import { rowsOf } from "./rows.ts";

export type Touched = { persons: Row[]; organizations: Row[] };

/** Those named in the matter itself, in the order of their ids; `party` marks them. */
export function namedIn(matter: Matter): Touched {
  const { personIds, organizationIds } = outlineOf(matter);
  return {
    persons: inOrder(personIds).map((person_id) => ({ matter_id: matter.id, person_id, party: true })),
    organizations: inOrder(organizationIds).map((organization_id) => ({ matter_id: matter.id, organization_id })),
  };
}

/** The leads through which a case touches persons as long as it lasts: those it was opened on. Whoever they name may still become a subject. */
export function leadsInherited(matter: Matter): readonly string[] {
  return matter.kind === "case" ? matter.leadIds : [];
}

/** The rows of those named in the matter, and of those whom only its leads name. */
export function withInherited(matterId: string, named: readonly Row[], inherited: Iterable<string>): Row[] {
  const own = new Set(named.map((row) => String(row["person_id"])));
  const others = inOrder([...inherited].filter((id) => !own.has(id)));
  return [...named, ...others.map((person_id) => ({ matter_id: matterId, person_id, party: false }))];
}

/** Whether this person is named in the matter or in a lead it grew from. */
export async function touches(trx: Transaction, matterId: string, personId: string): Promise<boolean> {
  const found = await rowsOf(
    trx,
    z.object({ id: z.string() }),
    sql`SELECT person_id AS id FROM matter_person
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND matter_id = ${matterId} AND person_id = ${personId}`,
  );
  return found.length > 0;
}

/** With the persons of the leads as well; their rows must have been written. */
export async function touchedBy(trx: Transaction, matter: Matter): Promise<Touched> {
  const named = namedIn(matter);
  const leads = leadsInherited(matter);
  if (leads.length === 0) return named;
  const inherited = await rowsOf(
    trx,
    z.object({ id: z.string() }),
    sql`SELECT DISTINCT person_id AS id FROM matter_person
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND matter_id = ANY(${[...leads]}::text[]) AND party`,
  );
  const persons = withInherited(
    matter.id,
    named.persons,
    inherited.map((one) => one.id),
  );
  return { ...named, persons };
}

function inOrder(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}
