// Delegations of a role: who asks, who approves, who ends.
import { z } from "zod";
import type { Role } from "#casework/roles.ts";
import { endpoint, officeRoles } from "#kernel/contract/meta.ts";
import { roleShape } from "./session.ts";
import { choiceMissing, reasonTooLong, textMissing } from "./words.ts";

const readers: readonly Role[] = [...officeRoles, "security-administrator", "system-administrator"];
const ok = z.object({ ok: z.literal(true) });
const delegationId = z.string().min(1).max(64);
const reason = z.string().trim().min(1, textMissing).max(500, reasonTooLong);

export const delegationShape = z.object({
  delegationId: z.string(),
  fromAccount: z.string(),
  fromName: z.string(),
  toAccount: z.string(),
  toName: z.string(),
  role: roleShape,
  from: z.string(),
  until: z.string(),
  reason: z.string(),
  askedAt: z.string(),
  /** The administrator who asked for a holder who cannot; null where the holder asked. */
  askedBy: z.string().nullable(),
  askedByName: z.string().nullable(),
  approved: z.boolean().nullable(),
  decidedByName: z.string().nullable(),
  decisionReason: z.string().nullable(),
  endedAt: z.string().nullable(),
});
export type Delegation = z.output<typeof delegationShape>;

/** `state` as of today; `mayDecide` and `mayEnd` for the one who looks. */
const delegationView = delegationShape.extend({
  state: z.enum(["asked", "refused", "to-come", "running", "over", "ended"]),
  mayDecide: z.boolean(),
  mayEnd: z.boolean(),
});
export type DelegationView = z.output<typeof delegationView>;

const askedShape = {
  key: z.uuid(),
  toAccount: z.string().min(1, choiceMissing).max(64),
  role: roleShape,
  from: z.string().max(10),
  until: z.string().max(10),
  reason,
};

export const delegations = {
  list: endpoint
    .route({ method: "GET", path: "/delegations" })
    .meta({ access: readers, logged: "nothing" })
    .output(z.array(delegationView)),
  ask: endpoint
    .route({ method: "POST", path: "/delegations" })
    .meta({ access: officeRoles, logged: "administration" })
    .input(z.strictObject(askedShape))
    .output(z.object({ delegationId: z.string() })),
  /** For a holder who cannot ask: one administrator asks, another decides, and the holder is told. */
  askForHolder: endpoint
    .route({ method: "POST", path: "/accounts/{fromAccount}/delegations" })
    .meta({ access: ["security-administrator"], logged: "administration" })
    .input(z.strictObject({ ...askedShape, fromAccount: z.string().min(1, choiceMissing).max(64) }))
    .output(z.object({ delegationId: z.string() })),
  decide: endpoint
    .route({ method: "POST", path: "/delegations/{delegationId}/decision" })
    .meta({
      access: ["committee-secretary", "security-administrator", "system-administrator"],
      logged: "administration",
    })
    .input(z.strictObject({ key: z.uuid(), delegationId, approved: z.boolean(), reason }))
    .output(ok),
  end: endpoint
    .route({ method: "POST", path: "/delegations/{delegationId}/end" })
    .meta({ access: readers, logged: "administration" })
    .input(z.strictObject({ key: z.uuid(), delegationId }))
    .output(ok),
};
