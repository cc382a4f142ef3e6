// What a command names, looked up beforehand: the registry that casework decides with.
import type { Registry } from "#casework/act.ts";
import type { Actor } from "#casework/actor.ts";
import type { Transaction } from "./database.ts";

/** Ids that do not exist are left out; leads that the actor may not read too. Leads are locked until the transaction ends. */
export async function registryFor(
  _trx: Transaction,
  _actor: Actor,
  _named: {
    persons: readonly string[];
    organizations: readonly string[];
    leads: readonly string[];
    accounts: readonly string[];
  },
): Promise<Registry> {
  throw new Error("being written");
}
