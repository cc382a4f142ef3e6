// The log: who did, was refused, signed in or read what; and whether its chains are whole.
import { z } from "zod";
import { checkpointFileShape } from "#audit/checkpoint.ts";
import { textMissing, textTooLong } from "./rules/words.ts";
import { boundedCount, endpoint, pageInput } from "#kernel/contract/meta.ts";

/** A checkpoint file that comes back from a second body. */
export const countersignedInput = z.strictObject({ file: checkpointFileShape });

/** Without the body: who reads the log sees no contents of a case. */
const logRow = z.object({
  chain: z.string(),
  seq: z.int(),
  at: z.string(),
  kind: z.string(),
  actorName: z.string(),
  what: z.string(),
  outcome: z.string(),
  hash: z.string(),
});
export type LogRow = z.output<typeof logRow>;

export const alarmRules = ["refusals", "reads", "sign-ins", "night-exports"] as const;
export type AlarmRule = (typeof alarmRules)[number];

/** `accountId` and `accountName` are empty where it is about no single account; the last three are null until somebody has looked into it. */
export const alarm = z.object({
  alarmId: z.string(),
  rule: z.enum(alarmRules),
  accountId: z.string(),
  accountName: z.string(),
  count: z.int(),
  since: z.string(),
  at: z.string(),
  found: z.string().nullable(),
  answeredByName: z.string().nullable(),
  answeredAt: z.string().nullable(),
});
export type Alarm = z.output<typeof alarm>;

export const log = {
  list: endpoint
    .route({ method: "POST", path: "/log/search" })
    .meta({ access: ["audit-administrator"], logged: "sensitive-read" })
    .input(
      z.strictObject({
        kind: z.string().max(40).nullable().default(null),
        actor: z.string().trim().max(64).default(""),
        from: z.string().nullable().default(null),
        to: z.string().nullable().default(null),
        ...pageInput,
      }),
    )
    .output(
      z.object({
        rows: z.array(logRow),
        next: z.string().nullable(),
        count: boundedCount,
      }),
    ),
  /** Those that nobody has looked into first. */
  alarms: endpoint
    .route({ method: "GET", path: "/log/alarms" })
    .meta({ access: ["audit-administrator"], logged: "sensitive-read" })
    .output(z.array(alarm)),
  answerAlarm: endpoint
    .route({ method: "POST", path: "/log/alarms/{alarmId}" })
    .meta({ access: ["audit-administrator"], logged: "administration" })
    .input(
      z.strictObject({
        key: z.uuid(),
        alarmId: z.string().min(1).max(64),
        found: z.string().trim().min(1, textMissing).max(500, textTooLong),
      }),
    )
    .output(z.object({ ok: z.literal(true) })),
  verify: endpoint
    .route({ method: "POST", path: "/log/verify" })
    .meta({ access: ["audit-administrator"], logged: "administration" })
    .output(
      z.object({
        chains: z.int(),
        entries: z.int(),
        checkpoints: z.int(),
        covered: z.int(),
        faults: z.array(z.object({ chain: z.string(), seq: z.int(), what: z.string() })),
      }),
    ),
  /** How far one's own verification is; null while there is none. */
  verification: endpoint
    .route({ method: "GET", path: "/log/verification" })
    .meta({ access: ["audit-administrator"], logged: "nothing", polled: true })
    .output(z.object({ read: z.int(), of: z.int() }).nullable()),
  /** Signed roots over all entries, latest first, as they travel to a second body. */
  checkpoints: endpoint
    .route({ method: "GET", path: "/log/checkpoints" })
    .meta({ access: ["audit-administrator"], logged: "nothing" })
    .input(z.object(pageInput))
    .output(z.object({ rows: z.array(checkpointFileShape), next: z.string().nullable(), since: z.int() })),
  makeCheckpoint: endpoint
    .route({ method: "POST", path: "/log/checkpoints" })
    .meta({ access: ["audit-administrator"], logged: "administration" })
    .input(z.strictObject({ key: z.uuid() }))
    .output(z.object({ size: z.int() })),
  /** Those known already change nothing, so it needs no key. */
  acceptCountersignature: endpoint
    .route({ method: "POST", path: "/log/countersignatures" })
    .meta({ access: ["audit-administrator"], logged: "administration" })
    .input(countersignedInput)
    .output(z.object({ added: z.int() })),
};
