// Four eyes (two steps by two persons): never of one family, whatever accounts and delegations they act through.
import { delegationOf, kinOf } from "./actor.ts";
import type { Actor } from "./actor.ts";
import type { Role } from "./roles.ts";

/** Who did the first of two steps; `personId` is null for an account that names nobody. */
export type FirstActor = { accountId: string; personId: string | null };

/** Whether this actor, in one of `roles`, must not take the second step: they, a close relative or whoever delegated the role took the first. */
export function breaksFourEyesOf(actor: Actor, roles: readonly Role[], first: FirstActor): boolean {
  if (first.accountId === actor.accountId) return true;
  if (first.personId !== null && kinOf(actor).includes(first.personId)) return true;
  return delegationOf(actor, roles)?.fromAccount === first.accountId;
}
