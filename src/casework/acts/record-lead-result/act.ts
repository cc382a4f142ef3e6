// Record what came of the way a lead was dealt with (登记处置结果): before another way is chosen.
import { z } from "zod";
import { happened, isoDay, leadAct, refuseBefore, refuseFuture, refused, words } from "../../act.ts";

export const recordLeadResult = leadAct({
  id: "record-lead-result",
  names: { zh: "登记处置结果", en: "Record the result of the disposal" },
  basis: "leads",
  input: z.strictObject({ on: isoDay, result: words }),
  decide: (lead, input, context) => {
    const last = lead.disposals.at(-1);
    const disposed = last === undefined ? null : { on: last.on, name: { zh: "处置", en: "the disposal" } };
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "leads"),
      ...refuseBefore(context, { on: input.on }, disposed, "leads"),
    ];
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "lead-result-recorded", ...input });
  },
});
