// The security policy, and giving up one-time codes with four eyes.
import { z } from "zod";
import { endpoint } from "#kernel/contract/meta.ts";

/** As in access/security-policy.ts, which checks again; a test holds the two together. */
export const policyShape = z.strictObject({
  passwordLength: z.int().min(8).max(64),
  passwordClasses: z.int().min(2).max(4),
  passwordHistory: z.int().min(0).max(24),
  passwordDays: z.int().min(0).max(365),
  tries: z.int().min(3).max(10),
  windowMinutes: z.int().min(5).max(60),
  idleMinutes: z.int().min(5).max(30),
  longestHours: z.int().min(1).max(12),
  codes: z.enum(["optional", "administrators", "everybody"]),
});

const reason = z.string().trim().min(1, "请填写").max(500, "不超过500字");
const ok = z.object({ ok: z.literal(true) });

export const security = {
  policy: endpoint
    .route({ method: "GET", path: "/security/policy" })
    .meta({ access: ["security-administrator", "audit-administrator"], logged: "nothing" })
    .output(
      z.object({
        /** 0: the default, which nobody has changed. */
        version: z.int(),
        policy: policyShape,
        changes: z.array(
          z.object({ version: z.int(), at: z.string(), byName: z.string(), reason: z.string(), policy: policyShape }),
        ),
      }),
    ),
  setPolicy: endpoint
    .route({ method: "POST", path: "/security/policy" })
    .meta({ access: ["security-administrator"], logged: "administration" })
    .input(z.strictObject({ key: z.uuid(), version: z.int().min(0), policy: policyShape, reason }))
    .output(z.object({ version: z.int() })),
  totpResets: endpoint
    .route({ method: "GET", path: "/security/totp-resets" })
    .meta({ access: ["system-administrator", "security-administrator"], logged: "nothing" })
    .output(
      z.array(
        z.object({
          resetId: z.string(),
          accountId: z.string(),
          account: z.string(),
          name: z.string(),
          reason: z.string(),
          askedBy: z.string(),
          askedByName: z.string(),
          askedAt: z.string(),
        }),
      ),
    ),
  askTotpReset: endpoint
    .route({ method: "POST", path: "/security/totp-resets" })
    .meta({ access: ["system-administrator", "security-administrator"], logged: "administration" })
    .input(z.strictObject({ key: z.uuid(), accountId: z.string().min(1).max(64), reason }))
    .output(z.object({ resetId: z.string() })),
  decideTotpReset: endpoint
    .route({ method: "POST", path: "/security/totp-resets/{resetId}" })
    .meta({ access: ["system-administrator", "security-administrator"], logged: "administration" })
    .input(z.strictObject({ key: z.uuid(), resetId: z.string().min(1).max(64), approved: z.boolean() }))
    .output(ok),
};
