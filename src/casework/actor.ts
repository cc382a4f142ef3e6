// Who acts: always an argument, never ambient.
import type { z } from "zod";
import type { heldDelegationShape } from "#accounts/contract/session.ts";
import type { Role } from "./roles.ts";

/**
 * `personId` ties the account to a cadre in the registry, under the record that stands for all merged into it; `relativeIds` are that cadre's
 * other records and close relatives, so that nobody handles a case in which they or their family are a party. `kinAccountIds` are the other
 * accounts of all of these, of records once merged with theirs too, and accounts that name nobody: what those did, the actor did, where four
 * eyes are asked for. `roles` holds the delegated ones too.
 */
export type Actor = {
  accountId: string;
  name: string;
  roles: readonly Role[];
  personId: string | null;
  relativeIds: readonly string[];
  kinAccountIds: readonly string[];
  organizationId: string | null;
  delegations: readonly HeldDelegation[];
};

/** A role held for somebody else, with whose other accounts count as theirs. */
export type HeldDelegation = Readonly<z.output<typeof heldDelegationShape>>;

/** What an actor has who names no person: no relatives, nothing delegated. */
export const withoutPerson = { personId: null, relativeIds: [], kinAccountIds: [], delegations: [] } as const;

/** Ids of the person behind the account and of their close relatives; an actor handles no matter about them. */
export function kinOf(actor: Pick<Actor, "personId" | "relativeIds">): readonly string[] {
  return actor.personId === null ? [] : [actor.personId, ...actor.relativeIds];
}

/** Whether this person is the actor or a close relative. */
export function isKin(actor: Pick<Actor, "personId" | "relativeIds">, personId: string): boolean {
  return kinOf(actor).includes(personId);
}

/** The delegation through which the actor has one of the roles; null when one of them is their own. */
export function delegationOf(actor: Actor, roles: readonly Role[]): HeldDelegation | null {
  const delegated = new Set(actor.delegations.map(({ role }) => role));
  if (roles.some((role) => actor.roles.includes(role) && !delegated.has(role))) return null;
  return actor.delegations.find(({ role }) => roles.includes(role)) ?? null;
}

/** The accounts that a step in one of these roles is done by: the actor's, and whose role it is where it is delegated. */
export function doersOf(actor: Actor, roles: readonly Role[]): string[] {
  const delegated = delegationOf(actor, roles);
  return delegated === null ? [actor.accountId] : [actor.accountId, delegated.fromAccount];
}
