// Requests to use somebody again (重新任用), over all cases.
import { z } from "zod";
import { restrictionReaders } from "#eligibility/contract/restriction-view.ts";
import { boundedCount, endpoint, pageInput } from "#kernel/contract/meta.ts";

/** A request to use somebody again, with what followed. */
export const reuseRow = z.object({
  matterId: z.string(),
  seq: z.int(),
  personId: z.string(),
  personName: z.string(),
  caseNumber: z.string(),
  requestedOn: z.string(),
  purpose: z.string(),
  organizationName: z.string(),
  post: z.string(),
  level: z.string(),
  /** The latest consent recorded in the case for this person; null while there is none. */
  consentOn: z.string().nullable(),
  decidedOn: z.string().nullable(),
  approved: z.boolean().nullable(),
  documentNumber: z.string().nullable(),
});
export type ReuseRow = z.output<typeof reuseRow>;

export const reuses = {
  /** Requests to use somebody again in cases that the reader may read, the latest first. */
  list: endpoint
    .route({ method: "POST", path: "/reuses/search" })
    .meta({ access: restrictionReaders, logged: "sensitive-read" })
    .input(z.strictObject({ undecided: z.boolean().default(false), ...pageInput }))
    .output(z.object({ rows: z.array(reuseRow), next: z.string().nullable(), count: boundedCount })),
};
