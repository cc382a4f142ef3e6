// The person behind an account that names nobody: entered once, by who keeps the registry, and never changed.
import type { EndpointInput } from "#kernel/contract/meta.ts";
import type { Actor } from "#casework/actor.ts";
import { administer } from "#kernel/administer.ts";
import { notFound, refusedSaying } from "#kernel/answer.ts";
import type { Answer } from "#kernel/answer.ts";
import type { App } from "#kernel/app.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { findPersons } from "#registry/rows/persons.ts";
import type { accounts } from "../contract/accounts.ts";
import { canHaveAccount, findAccount, setPerson } from "../rows/accounts.ts";
import { namesSomebody, noSuchPerson, personHasAccount } from "./words.ts";

/** Until then the account takes no second step anywhere, and its first steps are checked by nobody. */
export async function namePerson(
  app: App,
  actor: Actor,
  { key, ...content }: EndpointInput<typeof accounts.namePerson>,
): Promise<Answer<{ ok: true }>> {
  return administer(app, actor, { what: "name-person", key, content }, async (trx) => {
    const { accountId, personId } = content;
    const account = await findAccount(trx, accountId);
    if (account === null) return notFound;
    if (account.personId !== null) return refusedSaying("names-somebody", namesSomebody, "personId");
    if ((await findPersons(trx, [personId])).length === 0)
      return refusedSaying("no-such-person", noSuchPerson, "personId");
    if (!(await canHaveAccount(trx, personId)))
      return refusedSaying("person-has-account", personHasAccount, "personId");
    await setPerson(trx, accountId, personId);
    await recordAdministration(app, trx, actor, "name-person", { accountId, personId });
    return { type: "done", answer: { ok: true } };
  });
}
