// Delegations (委托): requested by the holder of the role, approved by the role that `delegable` names, ended early by either side.
import { randomUUID } from "node:crypto";
import type { EndpointInput } from "#kernel/contract/meta.ts";
import type { Delegation, delegations, DelegationView } from "../contract/delegations.ts";
import type { Actor } from "#casework/actor.ts";
import { delegable } from "../rules/delegable.ts";
import { administrators } from "#casework/roles.ts";
import type { Role } from "#casework/roles.ts";
import { parseDay } from "#law/reckon/days.ts";
import { findAccount } from "../rows/accounts.ts";
import { inTransaction } from "#database/database.ts";
import {
  addDelegation,
  decideDelegation,
  endDelegation,
  holdDelegation,
  listDelegations,
  overlaps,
} from "../rows/delegations.ts";
import { administer } from "#kernel/administer.ts";
import { notFound, refusedSaying } from "#kernel/answer.ts";
import type { Answer } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { nowOf, todayOf } from "#kernel/time.ts";
import {
  alreadyDelegated,
  alreadyOver,
  delegatedToSelf,
  delegationDecided,
  endsBeforeBeginning,
  noSuchAccount,
  noSuchDay,
  partyToDelegation,
  receiverHoldsRole,
  receiverWithoutOffice,
  roleNotYours,
} from "./words.ts";

/** The actor's own, given and received; all of them for those who approve delegations. */
export async function delegationsFor(app: App, actor: Actor): Promise<DelegationView[]> {
  const all = ownRoles(actor).some((role) => approves(role));
  const rows = await inTransaction(app.database, scopeOf(app, actor.accountId), (trx) =>
    listDelegations(trx, all ? null : actor.accountId),
  );
  return rows.map((row) => {
    const state = stateOf(row, todayOf(app));
    const concerned = row.fromAccount === actor.accountId || row.toAccount === actor.accountId;
    const decides = ownRoles(actor).includes(approverOf(row.role)) && !concerned;
    const stands = state === "to-come" || state === "running";
    return {
      ...row,
      state,
      mayDecide: state === "asked" && decides,
      mayEnd: (stands || state === "asked") && (concerned || decides),
    };
  });
}

function stateOf(row: Delegation, today: string): DelegationView["state"] {
  if (row.endedAt !== null) return "ended";
  if (row.approved === false) return "refused";
  if (row.until < today) return "over";
  if (row.approved === null) return "asked";
  return row.from > today ? "to-come" : "running";
}

export type DelegationInput = EndpointInput<typeof delegations.ask>;

export async function requestDelegation(
  app: App,
  actor: Actor,
  { key, ...content }: DelegationInput,
): Promise<Answer<{ delegationId: string }>> {
  return administer(app, actor, { what: "ask-delegation", key, content }, async (trx) => {
    const { toAccount, role, from, until, reason } = content;
    if (!ownRoles(actor).includes(role) || !(role in delegable))
      return refusedSaying("role-not-yours", roleNotYours, "role");
    if (toAccount === actor.accountId) return refusedSaying("own-account", delegatedToSelf, "toAccount");
    for (const [field, day] of Object.entries({ from, until }))
      if (parseDay(day) === null) return refusedSaying("no-such-day", noSuchDay, field);
    if (until < from) return refusedSaying("ends-before-it-begins", endsBeforeBeginning, "until");
    if (until < todayOf(app)) return refusedSaying("over-already", alreadyOver, "until");
    const receiver = await findAccount(trx, toAccount);
    if (receiver === null || receiver.disabled) return refusedSaying("no-such-account", noSuchAccount, "toAccount");
    if (receiver.roles.length === 0 || receiver.roles.some((held) => administrators.includes(held)))
      return refusedSaying("no-office", receiverWithoutOffice, "toAccount");
    if (receiver.roles.includes(role)) return refusedSaying("holds-it-already", receiverHoldsRole, "toAccount");
    if (await overlaps(trx, { from: actor.accountId, to: toAccount, role, fromDay: from, untilDay: until }))
      return refusedSaying("delegated-already", alreadyDelegated, "from");
    const answer = { delegationId: randomUUID() };
    await addDelegation(trx, {
      id: answer.delegationId,
      from: actor.accountId,
      to: toAccount,
      role,
      fromDay: from,
      untilDay: until,
      reason,
      at: nowOf(app),
    });
    await recordAdministration(app, trx, actor, "ask-delegation", { ...answer, ...content });
    return { type: "done", answer };
  });
}

export async function decideOnDelegation(
  app: App,
  actor: Actor,
  { key, ...content }: { key: string; delegationId: string; approved: boolean; reason: string },
): Promise<Answer<{ ok: true }>> {
  return administer(app, actor, { what: "decide-delegation", key, content }, async (trx) => {
    const { delegationId, approved, reason } = content;
    const found = await holdDelegation(trx, delegationId);
    if (found === null || !ownRoles(actor).includes(approverOf(found.role))) return notFound;
    if (found.fromAccount === actor.accountId || found.toAccount === actor.accountId)
      return refusedSaying("four-eyes", partyToDelegation, "delegationId");
    if (stateOf(found, todayOf(app)) !== "asked")
      return refusedSaying("decided-already", delegationDecided, "delegationId");
    await decideDelegation(trx, { id: delegationId, approved, by: actor.accountId, at: nowOf(app), reason });
    await recordAdministration(app, trx, actor, "decide-delegation", { ...content });
    return { type: "done", answer: { ok: true } };
  });
}

/** Ends a delegation with effect from the next request. */
export async function endDelegationEarly(
  app: App,
  actor: Actor,
  { key, ...content }: { key: string; delegationId: string },
): Promise<Answer<{ ok: true }>> {
  return administer(app, actor, { what: "end-delegation", key, content }, async (trx) => {
    const found = await holdDelegation(trx, content.delegationId);
    const concerned = found !== null && [found.fromAccount, found.toAccount].includes(actor.accountId);
    if (found === null || (!concerned && !ownRoles(actor).includes(approverOf(found.role)))) return notFound;
    if (found.endedAt === null) {
      await endDelegation(trx, { id: content.delegationId, by: actor.accountId, at: nowOf(app) });
      await recordAdministration(app, trx, actor, "end-delegation", { ...content });
    }
    return { type: "done", answer: { ok: true } };
  });
}

/** The actor's roles without those delegated to them, which they can neither delegate nor approve with. */
function ownRoles(actor: Actor): readonly Role[] {
  const lent = new Set(actor.delegations.map(({ role }) => role));
  return actor.roles.filter((role) => !lent.has(role));
}

function approverOf(role: Role): Role {
  return role in delegable ? delegable[role as keyof typeof delegable] : "security-administrator"; // only delegable roles are ever stored
}

function approves(role: Role): boolean {
  return Object.values<Role>(delegable).includes(role);
}
