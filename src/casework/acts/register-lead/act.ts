// Register a lead (登记线索). The reporter's identity is not taken here: the summary must do without it.
import { z } from "zod";
import { happened, id, isoDay, leadAct, refuseFuture, refused, shortWords, words } from "../../act.ts";

/** Whom a lead concerns; `personId` when the person was found in the registry. */
export const concernedShape = z
  .array(z.strictObject({ name: shortWords, unit: shortWords, personId: id.nullable() }))
  .max(20);

export const registerLead = leadAct({
  id: "register-lead",
  basis: "leads",
  input: z.strictObject({
    source: z.enum([
      "petition",
      "complaint",
      "inspection-feedback",
      "supervision",
      "media",
      "audit",
      "superior-order",
      "own-finding",
    ]),
    receivedOn: isoDay,
    summary: words,
    concerned: concernedShape,
  }),
  decide: (_lead, input, context) => {
    const future = refuseFuture(context, { receivedOn: input.receivedOn }, "leads");
    if (future.length > 0) return refused(...future);
    return happened({ type: "lead-registered", number: context.number, ...input });
  },
});
