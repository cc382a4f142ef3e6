// Return a lead to whoever registered it (退回补充): why, and until when it is to be completed.
import { z } from "zod";
import { happened, isoDay, leadAct, refuseBefore, refuseFuture, refused, longText } from "../../act.ts";
import { latestStepOf } from "../../lead.ts";
import { stepNames } from "../../words/step-names.ts";
import { names } from "./act-words.ts";

export const returnLead = leadAct({
  id: "return-lead",
  names,
  basis: "leads",
  input: z.strictObject({ on: isoDay, reasons: longText, dueOn: isoDay }),
  decide: (lead, input, context) => {
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "leads"),
      ...refuseBefore(context, { on: input.on }, latestStepOf(lead), "leads"),
      ...refuseBefore(context, { dueOn: input.dueOn }, { on: input.on, name: stepNames["lead-returned"] }, "leads"),
    ];
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "lead-returned", ...input });
  },
});
