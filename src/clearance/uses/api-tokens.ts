// Tokens for personnel systems: issued by the security administrator to one office, shown once, valid until a day, revoked at once.
import { createHmac, randomUUID } from "node:crypto";
import type { ApiToken } from "../contract/tokens.ts";
import { readToken } from "#accounts/session.ts";
import { withoutPerson } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { parseDay } from "#law/reckon/days.ts";
import { addToken, endToken, findToken, listTokens, tokenOfHash } from "../rows/api-tokens.ts";
import { inTransaction } from "#database/database.ts";
import { administer } from "#kernel/administer.ts";
import { notFound, refusedSaying } from "#kernel/answer.ts";
import type { Answer } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { expiryPast, tokenRevoked } from "./words.ts";
import { nowOf, todayOf } from "#kernel/time.ts";

export async function tokensFor(app: App, actor: Actor): Promise<ApiToken[]> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), listTokens);
}

/** Answers with the token, of which only the hash is kept; the same key gives the same token. */
export async function issueToken(
  app: App,
  actor: Actor,
  { key, ...content }: { key: string; office: string; expiresOn: string },
): Promise<Answer<{ tokenId: string; token: string }>> {
  const secret = createHmac("sha256", app.keys.seal).update(`api-token ${actor.accountId} ${key}`).digest("base64url");
  const token = `${app.jurisdictionId}.${secret}`;
  const hash = readToken(token)?.tokenHash;
  if (hash === undefined) throw new Error("a token that cannot be read was made");
  const done = await administer<{ tokenId: string }>(app, actor, { what: "issue-token", key, content }, async (trx) => {
    const { office, expiresOn } = content;
    if (parseDay(expiresOn) === null || expiresOn < todayOf(app))
      return refusedSaying("no-such-day", expiryPast, "expiresOn");
    const tokenId = randomUUID();
    await addToken(trx, {
      id: tokenId,
      office,
      hash,
      expiresOn,
      by: actor.accountId,
      name: actor.name,
      at: nowOf(app),
    });
    await recordAdministration(app, trx, actor, "issue-token", { tokenId, office, expiresOn });
    return { type: "done", answer: { tokenId } };
  });
  return done.type === "done" ? { type: "done", answer: { ...done.answer, token } } : done;
}

/** Takes effect with the next request. */
export async function revokeToken(
  app: App,
  actor: Actor,
  { key, ...content }: { key: string; tokenId: string; reason: string },
): Promise<Answer<{ tokenId: string }>> {
  return administer(app, actor, { what: "revoke-token", key, content }, async (trx) => {
    const { tokenId, reason } = content;
    const found = await findToken(trx, tokenId);
    if (found === null) return notFound;
    if (found.endedAt !== null) return refusedSaying("ended-already", tokenRevoked, "tokenId");
    await endToken(trx, tokenId, { reason, by: actor.accountId, name: actor.name, at: nowOf(app) });
    await recordAdministration(app, trx, actor, "revoke-token", { tokenId, reason });
    return { type: "done", answer: { tokenId } };
  });
}

/** The actor of a token: a program without any role, which sees its own requests and nothing else. Null when the token is unknown, expired or revoked. */
export async function actorOfToken(app: App, token: string): Promise<Actor | null> {
  const read = readToken(token);
  if (read === null || read.jurisdictionId !== app.jurisdictionId) return null;
  const found = await inTransaction(app.database, scopeOf(app, null), (trx) =>
    tokenOfHash(trx, read.tokenHash, todayOf(app)),
  );
  if (found === null) return null;
  return {
    accountId: `token:${found.tokenId}`,
    name: found.office,
    roles: [],
    organizationId: null,
    ...withoutPerson,
  };
}
