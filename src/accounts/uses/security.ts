// The security policy (安全策略): what governs, who changed it when, and changing it with a second administrator. It holds from the next
// request on.
import type { EndpointInput, EndpointOutput } from "#kernel/contract/meta.ts";
import type { Asked } from "../contract/asked.ts";
import type { PolicyChange, security } from "../contract/security.ts";
import type { Actor } from "#casework/actor.ts";
import { inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { addPolicy, policyChanges, policyNow } from "../rows/security-policies.ts";
import { refusedSaying } from "#kernel/answer.ts";
import type { Answer, Conflict, Refused } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordRefusal } from "#kernel/uses/record.ts";
import { nowOf } from "#kernel/time.ts";
import { askAdministrators } from "./administrator-requests.ts";
import type { CarriedOut, ToCarryOut } from "./administrator-requests.ts";
import { policyChangedMeanwhile } from "./words.ts";

/** How many changes are shown. */
const maxChanges = 50;

export type PolicyView = EndpointOutput<typeof security.policy>;

export async function securityPolicy(app: App, actor: Actor): Promise<PolicyView> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => ({
    ...(await policyNow(trx)),
    changes: await policyChanges(trx, maxChanges),
  }));
}

export type PolicyInput = EndpointInput<typeof security.setPolicy>;

/** Asks for another policy. "conflict" when somebody changed it since `version`; the changes since then tell what. */
export async function setSecurityPolicy(
  app: App,
  actor: Actor,
  { key, ...content }: PolicyInput,
): Promise<Answer<Asked>> {
  const what = "set-security-policy";
  const asked = await askAdministrators(app, actor, { what, key, content }, async (trx) => {
    const { version, policy: after, reason } = content;
    const { version: now, policy: before } = await policyNow(trx);
    if (now !== version) return conflictAt(now, await policyChanges(trx, maxChanges), version);
    return {
      requested: { kind: "set-security-policy", version, before, after },
      concerned: null,
      reason,
      halves: null,
    };
  });
  if (asked.type === "conflict") await recordRefusal(app, actor, what, { refusals: ["conflict"] });
  return asked;
}

/** The next version, unless somebody set another one since it was asked for. */
export async function carryOutPolicy(
  app: App,
  trx: Transaction,
  actor: Actor,
  { requested, request }: ToCarryOut<"set-security-policy">,
): Promise<CarriedOut | Refused> {
  const { version } = await policyNow(trx);
  if (version !== requested.version) return refusedSaying("changed-meanwhile", policyChangedMeanwhile, "requestId");
  const by = { accountId: actor.accountId, name: `${request.askedByName}、${actor.name}` };
  await addPolicy(trx, { version: version + 1, at: nowOf(app), by, reason: request.reason, policy: requested.after });
  return { type: "done", halves: null };
}

function conflictAt(now: number, changes: readonly PolicyChange[], seen: number): Conflict {
  const since = changes
    .filter(({ version }) => version > seen)
    .map(({ version, at, byName }) => ({ seq: version, act: "set-security-policy", actorName: byName, at }));
  const message = policyChangedMeanwhile;
  return { type: "conflict", message, version: now, since };
}
