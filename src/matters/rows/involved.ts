// Persons and organizations that a matter names, or a lead it was opened on: for reading rights, recusal, and the answer "pending".
import { sql } from "kysely";
import { z } from "zod";
import { outlineOf } from "#casework/outline.ts";
import type { Matter } from "#casework/replay.ts";
import { isPending } from "#casework/stages.ts";
import type { Transaction } from "#database/database.ts";
import type { Row } from "./derived-rows.ts";
import { rowsOf } from "#database/rows.ts";

export type InvolvedRows = { persons: Row[]; organizations: Row[] };

/** Rows of those whom the matter itself names, by id. `party` is true for them; `open` makes an answer about them "pending". */
export function namedRowsOf(matter: Matter): InvolvedRows {
  const { personIds, organizationIds } = outlineOf(matter);
  const open = isPending(matter.stage);
  return {
    persons: inOrder(personIds).map((person_id) => ({ matter_id: matter.id, person_id, party: true, open })),
    organizations: inOrder(organizationIds).map((organization_id) => ({ matter_id: matter.id, organization_id })),
  };
}

export type ExclusionRows = { matter_recused: Row[]; matter_four_eyes: Row[] };
export const noExclusions: ExclusionRows = { matter_recused: [], matter_four_eyes: [] };

/** Rows of those recused from the matter, and of its pairs of acts that one account or person may not do both of. */
export function exclusionRowsOf(matter: Matter): ExclusionRows {
  const { recused } = outlineOf(matter);
  const of = (kind: "account" | "person", ids: readonly string[]) =>
    inOrder(ids).map((who) => ({ matter_id: matter.id, kind, who }));
  const pairs = matter.kind === "case" ? matter.fourEyesPairs : [];
  const fourEyesPairs = new Map(pairs.map((pair) => [[pair.act, pair.by, pair.before, pair.of].join(" "), pair]));
  return {
    matter_recused: [...of("account", recused.accountIds), ...of("person", recused.personIds)],
    matter_four_eyes: [...fourEyesPairs.keys()].sort().flatMap((key) => {
      const pair = fourEyesPairs.get(key);
      return pair === undefined
        ? []
        : [
            {
              matter_id: matter.id,
              act: pair.act,
              by_account: pair.by,
              by_person: pair.byPerson,
              before_act: pair.before,
              of_account: pair.of,
              of_person: pair.ofPerson,
            },
          ];
    }),
  };
}

/** Ids of the leads a case was opened on. Persons they name count as involved as long as the case lasts: they may still become subjects. */
export function sourceLeadIds(matter: Matter): readonly string[] {
  return matter.kind === "case" ? matter.leadIds : [];
}

/** Adds to the rows of those whom the matter names the rows of persons whom only its leads name. */
export function addPersonsOfLeads(matter: Matter, named: readonly Row[], inherited: Iterable<string>): Row[] {
  const own = new Set(named.map((row) => String(row["person_id"])));
  const others = inOrder([...inherited].filter((id) => !own.has(id)));
  const open = isPending(matter.stage);
  return [...named, ...others.map((person_id) => ({ matter_id: matter.id, person_id, party: false, open }))];
}

/** Whether one of these persons is named in the matter or in a lead it was opened on. */
export async function involves(trx: Transaction, matterId: string, personIds: readonly string[]): Promise<boolean> {
  return (await involvedAmong(trx, matterId, personIds)).size > 0;
}

const idShape = z.object({ id: z.string() });

/** Those of these persons who are named in the matter or in a lead it was opened on. */
export async function involvedAmong(
  trx: Transaction,
  matterId: string,
  personIds: readonly string[],
): Promise<Set<string>> {
  const found = await rowsOf(
    trx,
    idShape,
    sql`SELECT person_id AS id FROM matter_person
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND matter_id = ${matterId} AND person_id = ANY(${[...personIds]}::text[])`,
  );
  return new Set(found.map(({ id }) => id));
}

/** Rows of all whom the matter or its leads name. The rows of the leads must have been written before. */
export async function involvedRowsOf(trx: Transaction, matter: Matter): Promise<InvolvedRows> {
  const named = namedRowsOf(matter);
  const leads = sourceLeadIds(matter);
  if (leads.length === 0) return named;
  const inherited = await rowsOf(
    trx,
    idShape,
    sql`SELECT DISTINCT person_id AS id FROM matter_person
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND matter_id = ANY(${[...leads]}::text[]) AND party`,
  );
  const persons = addPersonsOfLeads(
    matter,
    named.persons,
    inherited.map((one) => one.id),
  );
  return { ...named, persons };
}

function inOrder(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}
