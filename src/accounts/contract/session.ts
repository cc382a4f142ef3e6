// Signing in and out, and who one is.
import { z } from "zod";
import { roles } from "#casework/roles.ts";
import { endpoint, sentenceShape } from "#kernel/contract/meta.ts";
import { passwordFaults, signInFaults } from "./words.ts";

export const roleShape = z.enum(roles);
/** A role held for somebody else (受委托) until its last day; `fromAccount` is whose it is. */
const delegatedShape = z.object({
  delegationId: z.string(),
  role: roleShape,
  fromAccount: z.string(),
  fromName: z.string(),
});
/** The same with the person behind whose role it is, and their other accounts. */
export const heldDelegationShape = delegatedShape.extend({
  fromPersonId: z.string().nullable(),
  fromKinAccountIds: z.array(z.string()),
});

export const me = z.object({
  accountId: z.string(),
  account: z.string(),
  name: z.string(),
  roles: z.array(roleShape),
  organizationId: z.string().nullable(),
  organizationName: z.string().nullable(),
  personId: z.string().nullable(),
  /** Accounts of the same person and of close relatives: four eyes count what they did as one's own. */
  kinAccountIds: z.array(z.string()),
  /** Roles among `roles` that are held for somebody else until a day. */
  delegations: z.array(delegatedShape),
  jurisdictionName: z.string(),
  today: z.string(),
  mustChangePassword: z.boolean(),
  mustTakeUpCodes: z.boolean(),
  /** The day from which the account cannot go on without one-time codes; null where it has them or none are asked for. */
  codesDueOn: z.string().nullable(),
  hasTotp: z.boolean(),
  regulation: z.string(),
});

export type Me = z.output<typeof me>;

/** `sessionId` names a session to its owner; `current` is the one that asks. */
const ownSession = z.object({
  sessionId: z.string(),
  begunAt: z.string(),
  usedAt: z.string(),
  address: z.string(),
  current: z.boolean(),
});

export const session = {
  signIn: endpoint
    .route({ method: "POST", path: "/session" })
    .meta({ access: "anyone", logged: "sign-in" })
    .input(
      z.strictObject({
        account: z.string().trim().min(1).max(64),
        password: z.string().min(1).max(200),
        /** The one-time code, where the account uses them. */
        code: z.string().trim().max(10).nullable().default(null),
      }),
    )
    .errors({
      WRONG_CREDENTIALS: { status: 401, message: signInFaults.wrongCredentials },
      CODE_NEEDED: { status: 401, message: signInFaults.codeNeeded },
      WRONG_CODE: { status: 401, message: signInFaults.wrongCode },
    })
    .output(me),
  signOut: endpoint
    .route({ method: "DELETE", path: "/session" })
    .meta({ access: "signed-in", logged: "sign-in" })
    .output(z.object({ ok: z.literal(true) })),
  me: endpoint.route({ method: "GET", path: "/session" }).meta({ access: "signed-in", logged: "nothing" }).output(me),
  changePassword: endpoint
    .route({ method: "POST", path: "/session/password" })
    .meta({ access: "signed-in", logged: "administration" })
    .input(z.strictObject({ key: z.uuid(), current: z.string().min(1).max(200), next: z.string().min(1).max(200) }))
    .errors({
      WEAK_PASSWORD: {
        status: 400,
        message: passwordFaults.weak,
        data: z.object({ fault: sentenceShape }),
      },
      WRONG_CREDENTIALS: { status: 400, message: passwordFaults.wrongCredentials },
    })
    .output(z.object({ ok: z.literal(true) })),
  /** One's own sessions that live, the latest used first. */
  sessions: endpoint
    .route({ method: "GET", path: "/session/all" })
    .meta({ access: "signed-in", logged: "nothing" })
    .output(z.array(ownSession)),
  endSession: endpoint
    .route({ method: "POST", path: "/session/all/{sessionId}/end" })
    .meta({ access: "signed-in", logged: "sign-in" })
    .input(z.strictObject({ key: z.uuid(), sessionId: z.string().min(1).max(64) }))
    .output(z.object({ ok: z.literal(true) })),
  takeUpTotp: endpoint
    .route({ method: "POST", path: "/session/totp" })
    .meta({ access: "signed-in", logged: "administration" })
    .input(z.strictObject({ key: z.uuid() }))
    /** The secret is shown while it is taken up, and never again. */
    .output(z.object({ secret: z.string(), address: z.string() })),
  confirmTotp: endpoint
    .route({ method: "POST", path: "/session/totp/confirmation" })
    .meta({ access: "signed-in", logged: "administration" })
    .input(z.strictObject({ key: z.uuid(), code: z.string().trim().min(1).max(10) }))
    .output(z.object({ ok: z.literal(true) })),
};
