// Delegations (委托): asked for by the holder of the role, decided on by the role that `delegable` names, ended early by either side. For a
// holder who cannot, one administrator asks and another decides.
import { randomUUID } from "node:crypto";
import type { EndpointInput } from "#kernel/contract/meta.ts";
import type { Delegation, delegations, DelegationView } from "../contract/delegations.ts";
import type { Actor } from "#casework/actor.ts";
import { fourEyesFaultOf, refusalsOfSecondStep } from "#casework/four-eyes.ts";
import { decidersForHolder, decidersOf, delegable } from "../rules/delegable.ts";
import { administrators } from "#casework/roles.ts";
import type { Role } from "#casework/roles.ts";
import { parseDay } from "#law/reckon/days.ts";
import { findAccount } from "../rows/accounts.ts";
import { asSystem, inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { notifyAccounts } from "#notifications/rows/notifications.ts";
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
import type { Answer, Refused } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { nowOf, todayOf } from "#kernel/time.ts";
import {
  accountNamesNobody,
  alreadyDelegated,
  alreadyOver,
  delegatedToSelf,
  delegationDecided,
  endsBeforeBeginning,
  noSuchAccount,
  noSuchDay,
  receiverHoldsRole,
  receiverWithoutOffice,
  roleNotTheirs,
  roleNotYours,
} from "./words.ts";

/** The actor's own, given and received; all of them for those who approve delegations. */
export async function delegationsFor(app: App, actor: Actor): Promise<DelegationView[]> {
  const own = ownRoles(actor);
  const all = own.some((role) => deciding.includes(role));
  const rows = await inTransaction(app.database, scopeOf(app, actor.accountId), (trx) =>
    listDelegations(trx, all ? null : actor.accountId),
  );
  return rows.map((row) => {
    const state = stateOf(row, todayOf(app));
    const concerned = row.fromAccount === actor.accountId || row.toAccount === actor.accountId;
    const roles = rolesToDecide(actor, row);
    const decides = roles.length > 0 && fourEyesFaultOf(actor, roles, handsOfDelegation(row)) === null;
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
    if (!ownRoles(actor).includes(content.role) || !(content.role in delegable))
      return refusedSaying("role-not-yours", roleNotYours, "role");
    return addAsked(app, trx, actor, { ...content, fromAccount: actor.accountId, askedBy: null });
  });
}

/** For a holder who cannot ask. It is decided by another administrator, and the holder is told. */
export async function requestForHolder(
  app: App,
  actor: Actor,
  { key, ...content }: EndpointInput<typeof delegations.askForHolder>,
): Promise<Answer<{ delegationId: string }>> {
  return administer(app, actor, { what: "ask-delegation", key, content }, async (trx) => {
    const holder = await findAccount(trx, content.fromAccount);
    if (holder === null || holder.disabled) return notFound;
    if (!holder.roles.includes(content.role) || !(content.role in delegable))
      return refusedSaying("role-not-theirs", roleNotTheirs, "role");
    return addAsked(app, trx, actor, { ...content, askedBy: actor.accountId });
  });
}

type AskedFor = Omit<EndpointInput<typeof delegations.askForHolder>, "key"> & { askedBy: string | null };

async function addAsked(
  app: App,
  trx: Transaction,
  actor: Actor,
  asked: AskedFor,
): Promise<Answer<{ delegationId: string }>> {
  const fault = await faultOfAsking(app, trx, asked);
  if (fault !== null) return fault;
  const { fromAccount, toAccount, role, from, until, reason, askedBy } = asked;
  const answer = { delegationId: randomUUID() };
  await addDelegation(trx, {
    id: answer.delegationId,
    from: fromAccount,
    to: toAccount,
    role,
    fromDay: from,
    untilDay: until,
    reason,
    at: nowOf(app),
    askedBy,
  });
  await recordAdministration(app, trx, actor, "ask-delegation", {
    ...answer,
    ...(askedBy === null ? {} : { fromAccount }),
    toAccount,
    role,
    from,
    until,
    reason,
  });
  return { type: "done", answer };
}

async function faultOfAsking(
  app: App,
  trx: Transaction,
  { fromAccount, toAccount, role, from, until }: AskedFor,
): Promise<Refused | null> {
  if (toAccount === fromAccount) return refusedSaying("own-account", delegatedToSelf, "toAccount");
  for (const [field, day] of Object.entries({ from, until }))
    if (parseDay(day) === null) return refusedSaying("no-such-day", noSuchDay, field);
  if (until < from) return refusedSaying("ends-before-it-begins", endsBeforeBeginning, "until");
  if (until < todayOf(app)) return refusedSaying("over-already", alreadyOver, "until");
  const receiver = await findAccount(trx, toAccount);
  if (receiver === null || receiver.disabled) return refusedSaying("no-such-account", noSuchAccount, "toAccount");
  if (receiver.roles.length === 0 || receiver.roles.some((held) => administrators.includes(held)))
    return refusedSaying("no-office", receiverWithoutOffice, "toAccount");
  if (receiver.personId === null) return refusedSaying("account-names-nobody", accountNamesNobody, "toAccount");
  if (receiver.roles.includes(role)) return refusedSaying("holds-it-already", receiverHoldsRole, "toAccount");
  if (await overlaps(trx, { from: fromAccount, to: toAccount, role, fromDay: from, untilDay: until }))
    return refusedSaying("delegated-already", alreadyDelegated, "from");
  return null;
}

export async function decideOnDelegation(
  app: App,
  actor: Actor,
  { key, ...content }: { key: string; delegationId: string; approved: boolean; reason: string },
): Promise<Answer<{ ok: true }>> {
  return administer(app, actor, { what: "decide-delegation", key, content }, async (trx) => {
    const { delegationId, approved, reason } = content;
    const found = await holdDelegation(trx, delegationId);
    const roles = found === null ? [] : rolesToDecide(actor, found);
    if (found === null || roles.length === 0) return notFound;
    const first = handsOfDelegation(found);
    const refusals = refusalsOfSecondStep("decide-delegation", { actor, roles, first }, "delegationId");
    if (refusals.length > 0) return { type: "refused", refusals };
    if (stateOf(found, todayOf(app)) !== "asked")
      return refusedSaying("decided-already", delegationDecided, "delegationId");
    const hands = { first, second: [actor.accountId] };
    await decideDelegation(trx, { id: delegationId, approved, by: actor.accountId, at: nowOf(app), reason, ...hands });
    await tellOfDelegation(app, trx, actor, found);
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
    if (found === null || (!concerned && rolesToDecide(actor, found).length === 0)) return notFound;
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

/** The actor's own roles that decide on such a delegation; none where it is not theirs to decide. */
function rolesToDecide(actor: Actor, of: Pick<Delegation, "role" | "askedBy">): Role[] {
  const own = ownRoles(actor);
  return decidersOf(of).filter((role) => own.includes(role));
}

/** The roles that decide on some delegation. */
const deciding: readonly Role[] = [...Object.values(delegable), ...decidersForHolder];

/** Whoever gives, receives or asked for it. */
function handsOfDelegation({ fromAccount, toAccount, askedBy }: Delegation): string[] {
  return [fromAccount, toAccount, ...(askedBy === null ? [] : [askedBy])];
}

/** Both sides are told that it was decided, the holder too who did not ask for it. */
async function tellOfDelegation(app: App, trx: Transaction, actor: Actor, of: Delegation): Promise<void> {
  const accountIds = [of.fromAccount, of.toAccount];
  const from = { key: of.delegationId, at: nowOf(app), actorId: actor.accountId, actorName: actor.name };
  await asSystem(trx, (machine) => notifyAccounts(machine, { kind: "delegation-decided", accountIds }, from));
}
