// Complete a lead that was returned (补充线索): what is added, and whom it concerns besides.
import { z } from "zod";
import { happened, isoDay, leadAct, refuseBefore, refuseFuture, refused, words } from "../../act.ts";
import { concernedShape } from "../register-lead/act.ts";

export const supplementLead = leadAct({
  id: "supplement-lead",
  basis: "leads",
  input: z.strictObject({ on: isoDay, supplement: words, concerned: concernedShape }),
  decide: (lead, input, context) => {
    const last = lead?.returns.at(-1);
    const returned = last === undefined ? null : { on: last.on, zh: "退回", en: "the return" };
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "leads"),
      ...refuseBefore(context, { on: input.on }, returned, "leads"),
    ];
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "lead-supplemented", ...input });
  },
});
