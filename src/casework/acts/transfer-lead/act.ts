// Transfer a lead to another body (移送线索): to which one, why, and until when its receipt is expected.
import { z } from "zod";
import { happened, isoDay, leadAct, refuseBefore, refuseFuture, refused, shortText, longText } from "../../act.ts";
import { latestStepOf } from "../../lead.ts";
import { stepNames } from "../../words/step-names.ts";
import { names } from "./act-words.ts";

export const transferLead = leadAct({
  id: "transfer-lead",
  names,
  basis: "leads",
  input: z.strictObject({ on: isoDay, body: shortText, documentNumber: shortText, reasons: longText, dueOn: isoDay }),
  decide: (lead, input, context) => {
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "leads"),
      ...refuseBefore(context, { on: input.on }, latestStepOf(lead), "leads"),
      ...refuseBefore(context, { dueOn: input.dueOn }, { on: input.on, name: stepNames["lead-transferred"] }, "leads"),
    ];
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "lead-transferred", ...input });
  },
});
