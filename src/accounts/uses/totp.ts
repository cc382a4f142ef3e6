// One-time codes (动态口令): taking them up oneself, using one, and giving them up with four eyes when the telephone is lost.
import { randomUUID } from "node:crypto";
import type { EndpointInput } from "#kernel/contract/meta.ts";
import type { security } from "../contract/security.ts";
import { open, seal } from "#database/sealed.ts";
import { newTotpSecret, stepOfCode, totpAddress } from "../totp.ts";
import type { Actor } from "#casework/actor.ts";
import { findAccount } from "../rows/accounts.ts";
import { inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { endSessionsOf } from "../rows/sessions.ts";
import { addReset, beginTotp, decideReset, holdReset, openResets, removeTotp, totpOf, useStep } from "../rows/totps.ts";
import type { TotpReset } from "../rows/totps.ts";
import { administer, administerApart } from "#kernel/administer.ts";
import { notFound, refusedSaying } from "#kernel/answer.ts";
import type { Answer, Done } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { nowOf } from "#kernel/time.ts";
import {
  totpIssuer,
  noTotp,
  ownReset,
  partyToReset,
  resetDecided,
  totpHeldAlready,
  totpNotBegun,
  wrongCode,
} from "./words.ts";

export type TotpSecret = { secret: string; address: string };

/** A new secret for the authenticator app; sign-in asks for no code before a first one has confirmed it. The same key gives the same secret. */
export async function startTotp(
  app: App,
  actor: Actor,
  { key, account }: { key: string; account: string },
): Promise<Answer<TotpSecret>> {
  const { accountId } = actor;
  const begun = (secret: string): Done<TotpSecret> => ({
    type: "done",
    answer: { secret, address: totpAddress(secret, account, totpIssuer(app.jurisdictionName)) },
  });
  return administerApart<TotpSecret, { ok: true }>(
    app,
    actor,
    { what: "begin-totp", key, content: null },
    {
      work: async (trx) => {
        if ((await totpOf(trx, accountId))?.confirmed === true) return totpHeld;
        const secret = newTotpSecret();
        await beginTotp(trx, accountId, seal(app.keys.seal, secret, sealContext(accountId)));
        await recordAdministration(app, trx, actor, "begin-totp", { accountId });
        return begun(secret);
      },
      keptOf: () => ({ ok: true }),
      again: async (trx) => {
        const held = await totpOf(trx, accountId);
        if (held?.confirmed === true) return totpHeld;
        return begun(held === null ? newTotpSecret() : open(app.keys.seal, held.secretSealed, sealContext(accountId)));
      },
    },
  );
}

const totpHeld = refusedSaying("totp-held", totpHeldAlready, "key");

/** The first code from the app: from now on each sign-in asks for one. */
export async function confirmTotp(
  app: App,
  actor: Actor,
  { key, code }: { key: string; code: string },
): Promise<Answer<{ ok: true }>> {
  return administer(app, actor, { what: "confirm-totp", key, content: null }, async (trx) => {
    const { accountId } = actor;
    if ((await totpOf(trx, accountId)) === null) return refusedSaying("totp-not-begun", totpNotBegun, "code");
    if (!(await useCode(app, trx, accountId, code))) return refusedSaying("wrong-code", wrongCode, "code");
    await recordAdministration(app, trx, actor, "confirm-totp", { accountId });
    return { type: "done", answer: { ok: true } };
  });
}

/** Uses the code up; false when it is not this account's at this moment, or was used before. */
export async function useCode(app: App, trx: Transaction, accountId: string, code: string): Promise<boolean> {
  const held = await totpOf(trx, accountId);
  if (held === null) return false;
  const step = stepOfCode(
    open(app.keys.seal, held.secretSealed, sealContext(accountId)),
    code,
    app.clock().epochMilliseconds,
  );
  return step !== null && useStep(trx, accountId, step);
}

export async function totpResets(app: App, actor: Actor): Promise<TotpReset[]> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), openResets);
}

export type ResetInput = EndpointInput<typeof security.askTotpReset>;

/** One administrator asks for somebody else's codes to be given up. */
export async function askTotpReset(
  app: App,
  actor: Actor,
  { key, ...content }: ResetInput,
): Promise<Answer<{ resetId: string }>> {
  return administer(app, actor, { what: "ask-totp-reset", key, content }, async (trx) => {
    const { accountId, reason } = content;
    if (accountId === actor.accountId) return refusedSaying("own-account", ownReset, "accountId");
    const account = await findAccount(trx, accountId);
    if (account === null) return notFound;
    if (!account.hasTotp) return refusedSaying("no-totp", noTotp, "accountId");
    const answer = { resetId: randomUUID() };
    await addReset(trx, { id: answer.resetId, accountId, reason, askedBy: actor.accountId, at: nowOf(app) });
    await recordAdministration(app, trx, actor, "ask-totp-reset", { ...answer, accountId, reason });
    return { type: "done", answer };
  });
}

/** Another administrator approves or refuses; approved, the codes are gone and all sessions of the account end. */
export async function decideTotpReset(
  app: App,
  actor: Actor,
  { key, ...content }: { key: string; resetId: string; approved: boolean },
): Promise<Answer<{ ok: true }>> {
  return administer(app, actor, { what: "decide-totp-reset", key, content }, async (trx) => {
    const { resetId, approved } = content;
    const reset = await holdReset(trx, resetId);
    if (reset === null) return notFound;
    if (reset.approved !== null) return refusedSaying("decided-already", resetDecided, "resetId");
    if (reset.askedBy === actor.accountId || reset.accountId === actor.accountId)
      return refusedSaying("four-eyes", partyToReset, "resetId");
    await decideReset(trx, { id: resetId, approved, by: actor.accountId, at: nowOf(app) });
    if (approved) {
      await removeTotp(trx, reset.accountId);
      await endSessionsOf(trx, reset.accountId, null);
    }
    await recordAdministration(app, trx, actor, "decide-totp-reset", { resetId, approved, accountId: reset.accountId });
    return { type: "done", answer: { ok: true } };
  });
}

function sealContext(accountId: string): string {
  return `totp ${accountId}`;
}
