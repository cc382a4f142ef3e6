// Who acts: always an argument, never ambient.
import type { Delegated } from "#accounts/contract/session.ts";
import type { Role } from "./roles.ts";

/**
 * `personId` ties the account to a cadre in the registry, and `relativeIds` are that cadre's close relatives in the personnel record,
 * so that nobody handles a case in which they or their family are a party. `roles` holds the delegated ones too.
 */
export type Actor = {
  accountId: string;
  name: string;
  roles: readonly Role[];
  personId: string | null;
  relativeIds: readonly string[];
  organizationId: string | null;
  delegations: readonly Delegated[];
};

/** Ids of the person behind the account and of their close relatives; an actor handles no matter about them. */
export function kinOf(actor: Actor): readonly string[] {
  return actor.personId === null ? [] : [actor.personId, ...actor.relativeIds];
}

/** The delegation through which the actor has one of the roles; null when one of them is their own. */
export function delegationOf(actor: Actor, roles: readonly Role[]): Delegated | null {
  const delegated = new Set(actor.delegations.map(({ role }) => role));
  if (roles.some((role) => actor.roles.includes(role) && !delegated.has(role))) return null;
  return actor.delegations.find(({ role }) => roles.includes(role)) ?? null;
}
