// The security policy (安全策略): what governs, who changed it when, and changing it. It holds from the next request on.
import type { SecurityPolicy } from "../security-policy.ts";
import type { Actor } from "#casework/actor.ts";
import { inTransaction } from "#database/database.ts";
import { addPolicy, policyChanges, policyNow } from "../rows/security-policies.ts";
import type { PolicyChange } from "../rows/security-policies.ts";
import { administer, refusedFor } from "./accounts.ts";
import type { Administered } from "./accounts.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { keyUsedFor, onceOnly } from "#kernel/once.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { nowOf } from "#kernel/time.ts";

/** How many changes are shown. */
const shown = 50;

export type PolicyView = { version: number; policy: SecurityPolicy; changes: PolicyChange[] };

export async function securityPolicy(app: App, actor: Actor): Promise<PolicyView> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => ({
    ...(await policyNow(trx)),
    changes: await policyChanges(trx, shown),
  }));
}

export type PolicyInput = { key: string; version: number; policy: SecurityPolicy; reason: string };
export type PolicySet = Administered<{ version: number }> | { type: "conflict"; now: number; changes: PolicyChange[] };

/** "conflict" when somebody changed it since `version`; the changes since then tell what. */
export async function setSecurityPolicy(app: App, actor: Actor, input: PolicyInput): Promise<PolicySet> {
  const { key, ...content } = input;
  let conflict: { now: number; changes: PolicyChange[] } | null = null;
  const done = await administer<{ version: number }>(app, actor, "set-security-policy", async (trx) => {
    conflict = null;
    const once = await onceOnly<{ version: number }>(trx, {
      accountId: actor.accountId,
      key,
      what: "set-security-policy",
      content,
    });
    if (once.type === "other-request") return keyUsedFor();
    if (once.type === "again") return { type: "done", answer: once.answer };
    const { version: now, policy: before } = await policyNow(trx);
    if (now !== content.version) {
      conflict = { now, changes: (await policyChanges(trx, shown)).filter((one) => one.version > content.version) };
      return refusedFor("conflict", "安全策略已被他人修改", "Somebody changed the policy meanwhile", "version");
    }
    const answer = { version: now + 1 };
    const { policy, reason } = content;
    await addPolicy(trx, { ...answer, at: nowOf(app), by: actor, reason, policy });
    await recordAdministration(app, trx, actor, "set-security-policy", { ...answer, before, after: policy, reason });
    await once.keep(answer);
    return { type: "done", answer };
  });
  return conflict === null ? done : { type: "conflict", ...(conflict as { now: number; changes: PolicyChange[] }) }; // assigned in the closure above
}
