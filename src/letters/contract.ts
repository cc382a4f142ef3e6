// Reply letters (廉政意见回复): drafting, countersigning, issuing, ending; and the check whether they would be answered otherwise now.
import { z } from "zod";
import type { Role } from "#casework/roles.ts";
import { letterEnds, letterStates, signingOffices } from "./rules/reply-letters.ts";
import { reasonsMissing } from "./rules/words.ts";
import { askers } from "#eligibility/contract/eligibility.ts";
import { boundedCount, endpoint, pageInput } from "#kernel/contract/meta.ts";

export const letterWriters: readonly Role[] = ["discipline-officer"];
const letterSigners: readonly Role[] = ["discipline-officer", "reviewer"];

const signature = z.object({
  office: z.enum(signingOffices),
  agreed: z.boolean(),
  reasons: z.string(),
  signedName: z.string(),
  signedAt: z.string(),
});
const letterView = z.object({
  letterId: z.string(),
  requestId: z.string(),
  requestNumber: z.string(),
  requester: z.string(),
  round: z.int(),
  validUntil: z.string(),
  draftedName: z.string(),
  draftedAt: z.string(),
  number: z.string().nullable(),
  issuedOn: z.string().nullable(),
  issuedName: z.string().nullable(),
  ended: z.enum(letterEnds).nullable(),
  endedOn: z.string().nullable(),
  endReason: z.string().nullable(),
  endedName: z.string().nullable(),
  state: z.enum(letterStates),
  signatures: z.array(signature),
  /** Numbers of the lines that would be answered otherwise now. */
  concerns: z.array(z.int()),
  /** Offices for which the reader can sign now. */
  maySign: z.array(z.enum(signingOffices)),
});
export type LetterView = z.output<typeof letterView>;

const letterId = z.string().min(1).max(64);
const key = z.uuid();
const state = z.object({ state: z.enum(letterStates) });

export const letters = {
  list: endpoint
    .route({ method: "POST", path: "/letters/search" })
    .meta({ access: askers, logged: "sensitive-read", journal: true })
    .input(z.strictObject({ concerned: z.boolean().default(false), ...pageInput }))
    .output(z.object({ rows: z.array(letterView), next: z.string().nullable(), count: boundedCount })),
  ofRequest: endpoint
    .route({ method: "GET", path: "/clearance/{requestId}/letters" })
    .meta({ access: askers, logged: "nothing" })
    .input(z.strictObject({ requestId: z.string().min(1).max(64) }))
    .output(z.array(letterView)),
  draft: endpoint
    .route({ method: "POST", path: "/clearance/{requestId}/letters" })
    .meta({ access: letterWriters, logged: "act" })
    .input(z.strictObject({ requestId: z.string().min(1).max(64), key, validUntil: z.string().max(10) }))
    .output(z.object({ letterId: z.string() })),
  sign: endpoint
    .route({ method: "POST", path: "/letters/{letterId}/signatures" })
    .meta({ access: letterSigners, logged: "act" })
    .input(
      z.strictObject({
        letterId,
        key,
        office: z.enum(signingOffices),
        agreed: z.boolean(),
        reasons: z.string().trim().max(500).default(""),
      }),
    )
    .output(state),
  issue: endpoint
    .route({ method: "POST", path: "/letters/{letterId}/issue" })
    .meta({ access: letterWriters, logged: "act" })
    .input(z.strictObject({ letterId, key }))
    .output(z.object({ number: z.string() })),
  end: endpoint
    .route({ method: "POST", path: "/letters/{letterId}/end" })
    .meta({ access: letterWriters, logged: "act" })
    .input(
      z.strictObject({
        letterId,
        key,
        kind: z.enum(letterEnds),
        reason: z.string().trim().min(1, reasonsMissing).max(500),
      }),
    )
    .output(state),
  /** Checks all letters in force; answers with the number of lines checked, and of notices that are new. */
  check: endpoint
    .route({ method: "POST", path: "/letters/check" })
    .meta({ access: letterWriters, logged: "act" })
    .output(z.object({ lines: z.int(), found: z.int() })),
};
