// One endpoint for each act, with the act's own input: who may call it is the duties table, so the two cannot drift.
import { z } from "zod";
import { acts as casework, tableOfActs } from "#casework/acts.ts";
import type { ActId } from "#casework/acts.ts";
import { duties } from "#casework/duties.ts";
import { endpoint } from "#kernel/contract/meta.ts";

/** The answer of every act: the matter's number, version and stage after it. */
export const receipt = z.object({ matterId: z.string(), number: z.string(), version: z.int(), stage: z.string() });
export type Receipt = z.output<typeof receipt>;

function actEndpoint<Id extends ActId>(id: Id, input: (typeof casework)[Id]["input"]) {
  return endpoint
    .route({ method: "POST", path: `/acts/${id}` })
    .meta({ access: duties[id].roles, logged: "act" })
    .input(
      z.strictObject({
        /** null only for the acts that begin a matter. */
        matterId: z.string().min(1).max(64).nullable(),
        /** The version the person saw; null only with a null matterId. */
        version: z.int().positive().nullable(),
        /** The same key twice has one effect and the same answer. */
        key: z.uuid(),
        input,
      }),
    )
    .output(receipt);
}

type Endpoints = { [Id in ActId]: ReturnType<typeof actEndpoint<Id>> };

// Each with its own input, of which the compiler sees only that it is one of all.
export const acts = tableOfActs<Endpoints>((id) => actEndpoint(id, casework[id].input) as Endpoints[ActId]);
