// The log: who did, was refused, signed in or read what; and whether its chains are whole.
import { z } from "zod";
import { boundedCount, endpoint, pageInput } from "./meta.ts";

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
        rows: z.array(
          z.object({
            chain: z.string(),
            seq: z.int(),
            at: z.string(),
            kind: z.string(),
            actorName: z.string(),
            what: z.string(),
            outcome: z.string(),
            hash: z.string(),
          }),
        ),
        next: z.string().nullable(),
        count: boundedCount,
      }),
    ),
  verify: endpoint
    .route({ method: "POST", path: "/log/verify" })
    .meta({ access: ["audit-administrator"], logged: "administration" })
    .output(
      z.object({
        chains: z.int(),
        entries: z.int(),
        faults: z.array(z.object({ chain: z.string(), seq: z.int(), what: z.string() })),
      }),
    ),
};
