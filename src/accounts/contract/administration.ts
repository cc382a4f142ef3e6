// What takes two administrators (双人办理): asked for by one where it belongs, seen and decided by another here.
import { z } from "zod";
import { administrators } from "#casework/roles.ts";
import { endpoint } from "#kernel/contract/meta.ts";
import { accessShape, asked } from "./asked.ts";
import { policyShape } from "./security.ts";
import { roleShape } from "./session.ts";

const roleList = z.array(roleShape).max(9);

/** What is to be done, by kind; `before` as it stood when it was asked for. */
export const requestedShape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("set-roles"), before: roleList, after: roleList }),
  z.object({ kind: z.literal("restore-access"), access: accessShape }),
  z.object({ kind: z.literal("set-security-policy"), version: z.int(), before: policyShape, after: policyShape }),
  z.object({ kind: z.literal("issue-token"), office: z.string(), expiresOn: z.string() }),
]);
export type Requested = z.output<typeof requestedShape>;

/** `account` and `name` of whom it concerns. `approved` is null while it waits. */
export const administratorRequest = z.object({
  requestId: z.string(),
  requested: requestedShape,
  concerned: z.string().nullable(),
  account: z.string().nullable(),
  name: z.string().nullable(),
  reason: z.string(),
  askedBy: z.string(),
  askedByName: z.string(),
  askedAt: z.string(),
  approved: z.boolean().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: z.string().nullable(),
});
export type AdministratorRequest = z.output<typeof administratorRequest>;

export const administration = {
  /** Those that wait, oldest first, then the latest decided. */
  requests: endpoint
    .route({ method: "GET", path: "/administration/requests" })
    .meta({ access: administrators, logged: "nothing" })
    .output(z.array(administratorRequest.extend({ mayDecide: z.boolean() }))),
  decide: endpoint
    .route({ method: "POST", path: "/administration/requests/{requestId}" })
    .meta({ access: administrators, logged: "administration" })
    .input(z.strictObject({ key: z.uuid(), requestId: z.string().min(1).max(64), approved: z.boolean() }))
    .output(asked),
};
