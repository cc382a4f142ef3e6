// The security policy, and giving up one-time codes with four eyes.
import { z } from "zod";
import { endpoint } from "#kernel/contract/meta.ts";
import { reasonTooLong, textMissing } from "./words.ts";

/** Lengths in characters, the rest in the unit of its name. 0 days or 0 former passwords: not asked for. */
export const policyShape = z.strictObject({
  passwordLength: z.int().min(8).max(64),
  /** Of capitals, small letters, digits and signs. */
  passwordClasses: z.int().min(2).max(4),
  /** How many former passwords may not be used again. */
  passwordHistory: z.int().min(0).max(24),
  passwordDays: z.int().min(0).max(365),
  /** Failures of one account from one address in the window before it is told to wait. */
  tries: z.int().min(3).max(10),
  windowMinutes: z.int().min(5).max(60),
  idleMinutes: z.int().min(5).max(30),
  longestHours: z.int().min(1).max(12),
  /** Who signs in with a one-time code as well: whoever wants to, the three administrators, or everybody. */
  codes: z.enum(["optional", "administrators", "everybody"]),
});
export type SecurityPolicy = z.output<typeof policyShape>;

export const policyChange = z.object({
  version: z.int(),
  at: z.string(),
  byName: z.string(),
  reason: z.string(),
  policy: policyShape,
});
export type PolicyChange = z.output<typeof policyChange>;

const reason = z.string().trim().min(1, textMissing).max(500, reasonTooLong);
const ok = z.object({ ok: z.literal(true) });

export const totpReset = z.object({
  resetId: z.string(),
  accountId: z.string(),
  account: z.string(),
  name: z.string(),
  reason: z.string(),
  askedBy: z.string(),
  askedByName: z.string(),
  askedAt: z.string(),
});

export const security = {
  policy: endpoint
    .route({ method: "GET", path: "/security/policy" })
    .meta({ access: ["security-administrator", "audit-administrator"], logged: "nothing" })
    .output(
      z.object({
        /** 0: the default, which nobody has changed. */
        version: z.int(),
        policy: policyShape,
        changes: z.array(policyChange),
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
    .output(z.array(totpReset)),
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
