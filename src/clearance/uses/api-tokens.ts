// Tokens for personnel systems: issued by two administrators to one office, valid until a day, revoked at once.
import type { Asked } from "#accounts/contract/asked.ts";
import { askAdministrators } from "#accounts/uses/administrator-requests.ts";
import type { CarriedOut, ToCarryOut } from "#accounts/uses/administrator-requests.ts";
import type { EndpointInput } from "#kernel/contract/meta.ts";
import type { ApiToken, tokens } from "../contract/tokens.ts";
import { readToken } from "#accounts/session.ts";
import { withoutPerson } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { parseDay } from "#law/reckon/days.ts";
import { addToken, endToken, findToken, listTokens, tokenOfHash } from "../rows/api-tokens.ts";
import { inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { administer } from "#kernel/administer.ts";
import { notFound, refusedSaying } from "#kernel/answer.ts";
import type { Answer, Refused } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { expiryPast, tokenRevoked } from "./words.ts";
import { nowOf, todayOf } from "#kernel/time.ts";

export async function tokensFor(app: App, actor: Actor): Promise<ApiToken[]> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), listTokens);
}

/** Asks for a token; it is made when another administrator approves, and each of the two hands over one half. */
export async function issueToken(
  app: App,
  actor: Actor,
  { key, ...content }: EndpointInput<typeof tokens.issue>,
): Promise<Answer<Asked>> {
  return askAdministrators(app, actor, { what: "issue-token", key, content }, async () => {
    const { office, expiresOn, reason } = content;
    const fault = faultOfExpiry(app, expiresOn);
    if (fault !== null) return fault;
    return { requested: { kind: "issue-token", office, expiresOn }, concerned: null, reason, halves: "token" };
  });
}

/** Only the hash of the token is kept; its id is that of the request. */
export async function carryOutToken(
  app: App,
  trx: Transaction,
  actor: Actor,
  { requested: { office, expiresOn }, request, halvesOf }: ToCarryOut<"issue-token">,
): Promise<CarriedOut | Refused> {
  const fault = faultOfExpiry(app, expiresOn);
  if (fault !== null) return fault;
  const hash = readToken(halvesOf("token").join(""))?.tokenHash;
  if (hash === undefined) throw new Error("a token that cannot be read was made");
  const name = `${request.askedByName}、${actor.name}`;
  await addToken(trx, { id: request.requestId, office, hash, expiresOn, by: request.askedBy, name, at: nowOf(app) });
  return { type: "done", halves: "token" };
}

function faultOfExpiry(app: App, expiresOn: string): Refused | null {
  if (parseDay(expiresOn) !== null && expiresOn >= todayOf(app)) return null;
  return refusedSaying("no-such-day", expiryPast, "expiresOn");
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
