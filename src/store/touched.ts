// Whom a matter touches: for reading rights, recusal, and the answer "pending".
import { sql } from "kysely";
import { z } from "zod";
import { outlineOf } from "#casework/outline.ts";
import type { Matter } from "#casework/replay.ts";
import type { Transaction } from "./database.ts";
import type { Row } from "./derived-rows.ts";
import { rowsOf } from "./rows.ts";

export type Touched = { persons: Row[]; organizations: Row[] };

/** Those named in the matter itself, in the order of their ids. */
export function namedIn(matter: Matter): Touched {
  const { personIds, organizationIds } = outlineOf(matter);
  return {
    persons: inOrder(personIds).map((person_id) => ({ matter_id: matter.id, person_id, party: true })),
    organizations: inOrder(organizationIds).map((organization_id) => ({ matter_id: matter.id, organization_id })),
  };
}

/** The leads through which a case touches persons: those it was opened on, until it has subjects of its own. */
export function leadsInherited(matter: Matter): readonly string[] {
  return matter.kind === "case" && matter.subjects.length === 0 ? matter.leadIds : [];
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
  return {
    ...named,
    persons: inOrder(inherited.map((one) => one.id)).map((person_id) => ({
      matter_id: matter.id,
      person_id,
      party: false,
    })),
  };
}

function inOrder(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}
