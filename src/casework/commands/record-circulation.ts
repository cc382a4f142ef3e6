// Record the circulation of the outcome (登记通报) within its scope.
import { z } from "zod";
import { caseAct, happened, isoDay, refusal, refuseFuture, refused, shortWords } from "../act.ts";

export const recordCirculation = caseAct({
  id: "record-circulation",
  basis: "circulation",
  input: z.strictObject({
    on: isoDay,
    scope: z.enum(["unit", "system", "zone", "public"]),
    documentNumber: shortWords,
    /** Whose receipt is awaited; none for a publication to all. */
    recipients: z.array(shortWords).max(200).default([]),
  }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { on: input.on }, "circulation");
    if (state.decision !== null && input.on < state.decision.on)
      refusals.push(
        refusal(
          context,
          "before-decision",
          `通报日期早于决定日期 ${state.decision.on}`,
          `The circulation is before the decision of ${state.decision.on}`,
          "circulation",
          "on",
        ),
      );
    // Receipts name a circulation by its number.
    if (state.circulations.some(({ documentNumber }) => documentNumber === input.documentNumber))
      refusals.push(
        refusal(
          context,
          "circulated-already",
          `文号“${input.documentNumber}”的通报已登记`,
          `The circulation of the number “${input.documentNumber}” is on record already`,
          "circulation",
          "documentNumber",
        ),
      );
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "circulated", ...input });
  },
});
