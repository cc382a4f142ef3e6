// One-time codes (动态口令): taking them up oneself, and using one.
import { open, seal } from "#database/sealed.ts";
import { newTotpSecret, stepOfCode, totpAddress } from "../totp.ts";
import type { Actor } from "#casework/actor.ts";
import type { Transaction } from "#database/database.ts";
import { beginTotp, totpOf, useStep } from "../rows/totps.ts";
import { administer, administerApart } from "#kernel/administer.ts";
import { refusedSaying } from "#kernel/answer.ts";
import type { Answer, Done } from "#kernel/answer.ts";
import type { App } from "#kernel/app.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { totpIssuer, totpHeldAlready, totpNotBegun, wrongCode } from "./words.ts";

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

function sealContext(accountId: string): string {
  return `totp ${accountId}`;
}
