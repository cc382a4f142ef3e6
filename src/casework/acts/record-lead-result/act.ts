// Record what came of the way a lead was dealt with (登记处置结果): before another way is chosen.
import { z } from "zod";
import { happened, isoDay, leadAct, refuseBefore, refuseFuture, refused, longText } from "../../act.ts";
import { names, disposalStep } from "./act-words.ts";

export const recordLeadResult = leadAct({
  id: "record-lead-result",
  names,
  basis: "leads",
  input: z.strictObject({ on: isoDay, result: longText }),
  decide: (lead, input, context) => {
    const last = lead.disposals.at(-1);
    const disposed = last === undefined ? null : { on: last.on, name: disposalStep };
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "leads"),
      ...refuseBefore(context, { on: input.on }, disposed, "leads"),
    ];
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "lead-result-recorded", ...input });
  },
});
