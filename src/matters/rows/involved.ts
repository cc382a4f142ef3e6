// Whom a matter touches: for reading rights, recusal, and the answer "pending".
import { sql } from "kysely";
import { z } from "zod";
import { outlineOf } from "#casework/outline.ts";
import type { Matter } from "#casework/replay.ts";
import { openStages } from "#casework/stages.ts";
import type { Transaction } from "#database/database.ts";
import type { Row } from "./derived-rows.ts";
import { rowsOf } from "#database/rows.ts";

export type Involved = { persons: Row[]; organizations: Row[] };

/** Those named in the matter itself, in the order of their ids; `party` marks them, `open` that they are "pending" for it. */
export function namedIn(matter: Matter): Involved {
  const { personIds, organizationIds } = outlineOf(matter);
  const open = openStages.includes(matter.stage);
  return {
    persons: inOrder(personIds).map((person_id) => ({ matter_id: matter.id, person_id, party: true, open })),
    organizations: inOrder(organizationIds).map((organization_id) => ({ matter_id: matter.id, organization_id })),
  };
}

export type Kept = { matter_recused: Row[]; matter_four_eyes: Row[] };
export const noneKept: Kept = { matter_recused: [], matter_four_eyes: [] };

/** Who is kept out of the matter without being a party to it, and the pairs of acts that were to be done by two. */
export function keptRowsOf(matter: Matter): Kept {
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
        : [{ matter_id: matter.id, act: pair.act, by_account: pair.by, before_act: pair.before, of_account: pair.of }];
    }),
  };
}

/** The leads through which a case touches persons as long as it lasts: those it was opened on. Whoever they name may still become a subject. */
export function leadsInherited(matter: Matter): readonly string[] {
  return matter.kind === "case" ? matter.leadIds : [];
}

/** The rows of those named in the matter, and of those whom only its leads name. */
export function withInherited(matter: Matter, named: readonly Row[], inherited: Iterable<string>): Row[] {
  const own = new Set(named.map((row) => String(row["person_id"])));
  const others = inOrder([...inherited].filter((id) => !own.has(id)));
  const open = openStages.includes(matter.stage);
  return [...named, ...others.map((person_id) => ({ matter_id: matter.id, person_id, party: false, open }))];
}

/** Whether one of these persons is named in the matter or in a lead it grew from. */
export async function involves(trx: Transaction, matterId: string, personIds: readonly string[]): Promise<boolean> {
  return (await involvedAmong(trx, matterId, personIds)).size > 0;
}

const idShape = z.object({ id: z.string() });

/** Which of these persons are. */
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

/** With the persons of the leads as well; their rows must have been written. */
export async function involvedIn(trx: Transaction, matter: Matter): Promise<Involved> {
  const named = namedIn(matter);
  const leads = leadsInherited(matter);
  if (leads.length === 0) return named;
  const inherited = await rowsOf(
    trx,
    idShape,
    sql`SELECT DISTINCT person_id AS id FROM matter_person
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND matter_id = ANY(${[...leads]}::text[]) AND party`,
  );
  const persons = withInherited(
    matter,
    named.persons,
    inherited.map((one) => one.id),
  );
  return { ...named, persons };
}

function inOrder(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}
