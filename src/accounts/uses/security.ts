// The security policy (安全策略): what governs, who changed it when, and changing it. It holds from the next request on.
import type { EndpointInput, EndpointOutput } from "#kernel/contract/meta.ts";
import type { PolicyChange, security } from "../contract/security.ts";
import type { Actor } from "#casework/actor.ts";
import { inTransaction } from "#database/database.ts";
import { addPolicy, policyChanges, policyNow } from "../rows/security-policies.ts";
import { administer } from "#kernel/administer.ts";
import type { Answer, Conflict } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordAdministration, recordRefusal } from "#kernel/uses/record.ts";
import { nowOf } from "#kernel/time.ts";
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

/** "conflict" when somebody changed it since `version`; the changes since then tell what. */
export async function setSecurityPolicy(
  app: App,
  actor: Actor,
  { key, ...content }: PolicyInput,
): Promise<Answer<{ version: number }>> {
  const what = "set-security-policy";
  const set = await administer<{ version: number }>(app, actor, { what, key, content }, async (trx) => {
    const { version: now, policy: before } = await policyNow(trx);
    if (now !== content.version) return conflictAt(now, await policyChanges(trx, maxChanges), content.version);
    const answer = { version: now + 1 };
    const { policy, reason } = content;
    await addPolicy(trx, { ...answer, at: nowOf(app), by: actor, reason, policy });
    await recordAdministration(app, trx, actor, what, { ...answer, before, after: policy, reason });
    return { type: "done", answer };
  });
  if (set.type === "conflict") await recordRefusal(app, actor, what, { refusals: ["conflict"] });
  return set;
}

function conflictAt(now: number, changes: readonly PolicyChange[], seen: number): Conflict {
  const since = changes
    .filter(({ version }) => version > seen)
    .map(({ version, at, byName }) => ({ seq: version, act: "set-security-policy", actorName: byName, at }));
  const message = policyChangedMeanwhile;
  return { type: "conflict", message, version: now, since };
}
