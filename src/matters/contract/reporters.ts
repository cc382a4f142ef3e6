// The vault of reporters: sealed with the lead, opened by two people with a reason and for some hours.
import { z } from "zod";
import { acts as casework } from "#casework/acts.ts";
import { duties } from "#casework/duties.ts";
import { receipt } from "./acts.ts";
import { releasers } from "./releases.ts";
import { endpoint, officeRoles } from "#kernel/contract/meta.ts";
import { textMissing, textTooLong } from "./words.ts";

const matterId = z.string().min(1).max(64);
const textUpTo = (longest: number) => z.string().trim().min(1, textMissing).max(longest, textTooLong(longest));
const words = textUpTo(4000);
const short = textUpTo(200);

const reporterShape = z.strictObject({
  name: short,
  contact: short,
  /** The report in the reporter's own words, where these reveal who they are; everybody else reads the lead's summary. */
  original: words.nullable(),
});

export type Reporter = z.output<typeof reporterShape>;

/** A request to open the sealed identity, as every reader of the lead sees it. */
export const sealedRequest = z.object({
  id: z.string(),
  requestedByName: z.string(),
  at: z.string(),
  reasons: z.string(),
  hours: z.int(),
  approved: z.boolean().nullable(),
  answeredByName: z.string().nullable(),
  answeredAt: z.string().nullable(),
  answerReasons: z.string().nullable(),
  until: z.string().nullable(),
});

const reporterState = z.object({
  sealedAt: z.string().nullable(),
  requests: z.array(sealedRequest),
  mayAnswer: z.boolean(),
  /** The request under which this reader may open it now. */
  mayOpen: z.string().nullable(),
});
export type ReporterState = z.output<typeof reporterState>;

export const reporters = {
  /** Registers a lead and seals who reported it, in one: both or neither. */
  register: endpoint
    .route({ method: "POST", path: "/reporters/leads" })
    .meta({ access: duties["register-lead"].roles, logged: "act" })
    .input(z.strictObject({ key: z.uuid(), input: casework["register-lead"].input, reporter: reporterShape }))
    .output(receipt),
  state: endpoint
    .route({ method: "GET", path: "/reporters/leads/{matterId}" })
    .meta({ access: officeRoles, logged: "nothing" })
    .input(z.strictObject({ matterId }))
    .output(reporterState),
  waiting: endpoint
    .route({ method: "GET", path: "/reporters/requests" })
    .meta({ access: releasers, logged: "nothing" })
    .output(z.array(z.object({ matterId: z.string(), number: z.string(), at: z.string() }))),
  ask: endpoint
    .route({ method: "POST", path: "/reporters/leads/{matterId}/requests" })
    .meta({ access: duties["dispose-lead"].roles, logged: "act" })
    .input(z.strictObject({ matterId, key: z.uuid(), reasons: words, hours: z.int().min(1).max(72) }))
    .output(z.object({ requestId: z.string() })),
  answer: endpoint
    .route({ method: "POST", path: "/reporters/leads/{matterId}/requests/{requestId}" })
    .meta({ access: releasers, logged: "act" })
    .input(z.strictObject({ matterId, requestId: matterId, key: z.uuid(), approved: z.boolean(), reasons: words }))
    .output(z.object({ until: z.string().nullable() })),
  open: endpoint
    .route({ method: "POST", path: "/reporters/leads/{matterId}/requests/{requestId}/open" })
    .meta({ access: duties["dispose-lead"].roles, logged: "sensitive-read" })
    .input(z.strictObject({ matterId, requestId: matterId }))
    .output(z.object({ reporter: reporterShape, until: z.string() })),
};
