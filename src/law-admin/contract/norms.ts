// Norms to decide: the rules of upper norms that nobody has checked and that would bar, and what the interpreting bodies decided on each.
import { z } from "zod";
import { interpretationShape } from "../rules/interpretation.ts";
import { interpretingRoles } from "../rules/interpreting.ts";
import { boundedCount, endpoint, officeRoles } from "#kernel/contract/meta.ts";

/** By its pack, which the reader has. */
const normRow = z.object({
  pack: z.string(),
  rule: z.string(),
  /** Persons on record whom it would bar today, whatever was decided on it; `more` where there are at least so many. */
  wouldBar: boundedCount,
  /** Every decision recorded on it, the latest entered first: the one that stands, those replaced, sent back or awaiting a signature. */
  decisions: z.array(interpretationShape),
});
export type NormRow = z.output<typeof normRow>;

/** How many rules wait for a decision at all, and how many of these for the second body's signature. */
const openNorms = z.object({ undecided: z.int(), awaiting: z.int() });

export const norms = {
  list: endpoint
    .route({ method: "GET", path: "/norms" })
    .meta({ access: officeRoles, logged: "nothing" })
    .output(z.array(normRow)),
  /** For the desks of those who decide. Entering and countersigning are those of interpretations. */
  open: endpoint
    .route({ method: "GET", path: "/norms/open" })
    .meta({ access: interpretingRoles, logged: "nothing" })
    .output(openNorms),
};
