// Accounts to which items of execution of one case can be assigned, for the form that assigns them.
import type { Assignee } from "../contract/matters.ts";
import { mayBeAssigned } from "#casework/execution/assigning.ts";
import type { Actor } from "#casework/actor.ts";
import { officesOf } from "#casework/offices.ts";
import { roles } from "#casework/roles.ts";
import { accountsWithRole } from "#accounts/rows/accounts.ts";
import { inTransaction } from "#database/database.ts";
import { accountsFor } from "#registry/rows/registry.ts";
import { orNotFound } from "#kernel/answer.ts";
import type { Found } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { isReadable, loadFor } from "./readable.ts";

/** By account name. Not found when there is no such case or this reader may not see it. */
export async function assigneesIn(
  app: App,
  actor: Actor,
  { matterId }: { matterId: string },
): Promise<Found<Assignee[]>> {
  return orNotFound(
    await inTransaction(app.database, { ...scopeOf(app, actor.accountId), byKey: true }, async (trx) => {
      const found = await loadFor(trx, actor, matterId, "read");
      if (found === null || !isReadable(actor, found) || found.matter.kind !== "case") return null;
      const state = found.matter;
      const held = (await accountsWithRole(trx, roles)).filter((one) => officesOf(app.law, one).length > 0);
      const accounts = await accountsFor(
        trx,
        held.map(({ id }) => id),
        matterId,
      );
      return held.flatMap(({ id, name, organizationName }) => {
        const account = accounts[id];
        if (account === undefined || !mayBeAssigned(app.law, account, state, [])) return [];
        return [{ accountId: id, name, organizationName, offices: officesOf(app.law, account) }];
      });
    }),
  );
}
