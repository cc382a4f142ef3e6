// The security policy, and one-time codes given up with four eyes.
import { securityPolicy, setSecurityPolicy } from "#accounts/uses/security.ts";
import { askTotpReset, decideTotpReset, totpResets } from "#accounts/uses/totp.ts";
import { signedInOf } from "../context.ts";
import { answerOf, refuseConflict } from "../refuse.ts";
import { endpoints } from "./implementer.ts";

const { security: table } = endpoints;

export const security = {
  policy: table.policy.handler(({ context }) => securityPolicy(context.app, signedInOf(context).actor)),
  setPolicy: table.setPolicy.handler(async ({ input, context }) => {
    const set = await setSecurityPolicy(context.app, signedInOf(context).actor, input);
    if (set.type !== "conflict") return answerOf(set);
    const since = set.changes.map(({ version, at, byName }) => ({
      seq: version,
      act: "set-security-policy",
      actorName: byName,
      at,
    }));
    return refuseConflict("安全策略已被他人修改", { version: set.now, since });
  }),
  totpResets: table.totpResets.handler(async ({ context }) => {
    const resets = await totpResets(context.app, signedInOf(context).actor);
    return resets.map(({ approved: _none, ...reset }) => reset);
  }),
  askTotpReset: table.askTotpReset.handler(async ({ input, context }) =>
    answerOf(await askTotpReset(context.app, signedInOf(context).actor, input)),
  ),
  decideTotpReset: table.decideTotpReset.handler(async ({ input, context }) =>
    answerOf(await decideTotpReset(context.app, signedInOf(context).actor, input)),
  ),
};
