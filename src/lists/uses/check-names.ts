// Each name of a list compared with the registry, before anything is asked about it.
import { kinOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { inOneTransaction } from "#kernel/administer.ts";
import type { Answer } from "#kernel/answer.ts";
import type { App } from "#kernel/app.ts";
import type { EndpointInput, EndpointOutput } from "#kernel/contract/meta.ts";
import { recordLine } from "#kernel/uses/record.ts";
import { matchPersons, oneOf } from "#registry/rows/persons.ts";
import type { lists } from "../contract.ts";

type Checked = EndpointOutput<typeof lists.check>;

/** What is told of a row is who it means, never what is recorded of them. */
export async function checkNames(
  app: App,
  actor: Actor,
  { names }: EndpointInput<typeof lists.check>,
): Promise<Answer<Checked>> {
  return inOneTransaction(app, actor, { what: "check-names" }, async (trx) => {
    const meant = await matchPersons(
      trx,
      app.keys,
      names.map((one) => ({ ...one, personId: null })),
      actor,
    );
    const kin = new Set(kinOf(actor));
    const rows = meant.map((one): Checked["rows"][number] => {
      const person = oneOf(one);
      if (person === null) return { match: one.match, person: null, candidates: one.persons.length };
      const { id: personId, name, organizationName } = person;
      if (kin.has(personId)) return { match: "own", person: { personId, name, organizationName }, candidates: 0 };
      return { match: one.match, person: { personId, name, organizationName }, candidates: 0 };
    });
    await recordLine(app, trx, actor, {
      kind: "sensitive-read",
      what: "check-names",
      outcome: "done",
      body: { names: names.length, found: rows.filter(({ person }) => person !== null).length },
    });
    return { type: "done", answer: { rows } };
  });
}
