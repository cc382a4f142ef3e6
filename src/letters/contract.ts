// Reply letters (廉政意见回复): drafting, countersigning, issuing, ending; and the check whether they would be answered otherwise now.
import { type } from "@orpc/contract";
import { z } from "zod";
import type { Role } from "#casework/roles.ts";
import { signingOffices } from "./rules/reply-letters.ts";
import type { LetterState, SigningOffice } from "./rules/reply-letters.ts";
import { reasonsMissing } from "./rules/words.ts";
import { askers } from "#eligibility/contract/eligibility.ts";
import type { boundedCount } from "#kernel/contract/meta.ts";
import { endpoint, pageInput } from "#kernel/contract/meta.ts";

export const letterWriters: readonly Role[] = ["discipline-officer"];
const letterSigners: readonly Role[] = ["discipline-officer", "reviewer"];

export type LetterView = {
  letterId: string;
  requestId: string;
  requestNumber: string;
  requester: string;
  round: number;
  validUntil: string;
  draftedName: string;
  draftedAt: string;
  number: string | null;
  issuedOn: string | null;
  issuedName: string | null;
  ended: "withdrawn" | "void" | "revoked" | null;
  endedOn: string | null;
  endReason: string | null;
  endedName: string | null;
  state: LetterState;
  signatures: { office: SigningOffice; agreed: boolean; reasons: string; signedName: string; signedAt: string }[];
  /** Numbers of the lines that would be answered otherwise now. */
  concerns: number[];
  /** Offices for which the reader can sign now. */
  maySign: SigningOffice[];
};

const letterId = z.string().min(1).max(64);
const key = z.uuid();
const state = type<{ state: LetterState }>();

export const letters = {
  list: endpoint
    .route({ method: "POST", path: "/letters/search" })
    .meta({ access: askers, logged: "sensitive-read", journal: true })
    .input(z.strictObject({ concerned: z.boolean().default(false), ...pageInput }))
    .output(type<{ rows: LetterView[]; next: string | null; count: z.output<typeof boundedCount> }>()),
  ofRequest: endpoint
    .route({ method: "GET", path: "/clearance/{requestId}/letters" })
    .meta({ access: askers, logged: "nothing" })
    .input(z.strictObject({ requestId: z.string().min(1).max(64) }))
    .output(type<LetterView[]>()),
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
        kind: z.enum(["withdrawn", "void", "revoked"]),
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
