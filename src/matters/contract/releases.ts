// Typed words that leave the group which handles a matter: they wait, always alike, until somebody who may be shown a protected name lets them out.
import { z } from "zod";
import { actIds } from "#casework/acts.ts";
import type { Role } from "#casework/roles.ts";
import { endpoint } from "#kernel/contract/meta.ts";

const matterId = z.string().min(1).max(64);

/** Who answers requests to open a reporter's identity, and is therefore shown a protected name where it stands in words that are to go out. */
export const releasers: readonly Role[] = ["committee-secretary", "reviewer"];

/** The words of one act. `named`: a protected name stands in them, and they cannot go out; `own`: the reader typed them. */
export const waitingText = z.object({
  seq: z.int(),
  act: z.enum(actIds),
  actorName: z.string(),
  at: z.string(),
  words: z.array(z.string()),
  named: z.boolean(),
  own: z.boolean(),
});
export type WaitingText = z.output<typeof waitingText>;

export const releases = {
  /** Matters beyond the group with words that wait, the longest waiting first; at most fifty. */
  waiting: endpoint
    .route({ method: "GET", path: "/releases" })
    .meta({ access: releasers, logged: "nothing" })
    .output(
      z.array(
        z.object({
          matterId: z.string(),
          kind: z.enum(["lead", "case"]),
          number: z.string(),
          texts: z.int(),
          since: z.string(),
        }),
      ),
    ),
  texts: endpoint
    .route({ method: "GET", path: "/releases/{matterId}" })
    .meta({ access: releasers, logged: "sensitive-read" })
    .input(z.strictObject({ matterId }))
    .output(z.object({ texts: z.array(waitingText) })),
  /** Lets out the words of these acts; those that wait no more are passed over. */
  release: endpoint
    .route({ method: "POST", path: "/releases/{matterId}" })
    .meta({ access: releasers, logged: "act" })
    .input(z.strictObject({ matterId, key: z.uuid(), seqs: z.array(z.int().positive()).min(1).max(1000) }))
    .output(z.object({ released: z.int() })),
};
