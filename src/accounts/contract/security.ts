// The security policy: asked for by one administrator, decided by another.
import { z } from "zod";
import { endpoint } from "#kernel/contract/meta.ts";
import { asked } from "./asked.ts";
import { reasonTooLong, textMissing } from "./words.ts";

/** Lengths in characters, the rest in the unit of its name. 0 days or 0 former passwords: not asked for. */
export const policyShape = z.strictObject({
  passwordLength: z.int().min(8).max(64),
  /** Of capitals, small letters, digits and signs. */
  passwordClasses: z.int().min(2).max(4),
  /** How many former passwords may not be used again. */
  passwordHistory: z.int().min(0).max(24),
  passwordDays: z.int().min(0).max(365),
  /** Failures of one account in the window, from all unknown devices together, before they are told to wait. */
  tries: z.int().min(3).max(5),
  windowMinutes: z.int().min(15).max(60),
  idleMinutes: z.int().min(5).max(30),
  longestHours: z.int().min(1).max(12),
  /** Who signs in with a one-time code as well: whoever wants to, the three administrators, or everybody. */
  codes: z.enum(["optional", "administrators", "everybody"]),
  /** In how many days after the first role; administrators at once. */
  codesDays: z.int().min(0).max(90),
  /** What one account may do in an hour, and how many sign-ins may fail in a quarter of one, before the audit administrator is alarmed. */
  alarmRefusals: z.int().min(3).max(1000),
  alarmReads: z.int().min(20).max(10_000),
  alarmSignIns: z.int().min(5).max(10_000),
  /** Exports between these hours of the day alarm at once; the same hour twice: none. */
  nightFrom: z.int().min(0).max(23),
  nightUntil: z.int().min(0).max(23),
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
  /** Asks for the policy; another administrator decides. */
  setPolicy: endpoint
    .route({ method: "POST", path: "/security/policy" })
    .meta({ access: ["security-administrator"], logged: "administration" })
    .input(z.strictObject({ key: z.uuid(), version: z.int().min(0), policy: policyShape, reason }))
    .output(asked),
};
