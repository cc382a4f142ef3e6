// Ask that an item of execution need not be done (申请免办), with reasons; somebody else decides.
import { z } from "zod";
import { caseAct, happened, id, itemId, refusal, refused, longText } from "../../act.ts";
import { itemsOf, waiverWaits } from "../../execution/execution.ts";
import { refusalsOfItems } from "../../execution/wrong-items.ts";
import { names, askedAlready } from "./act-words.ts";

export const requestWaiver = caseAct({
  id: "request-waiver",
  names,
  basis: "service",
  input: z.strictObject({ subjectId: id, item: itemId, reasons: longText }),
  decide: (state, input, context) => {
    const known = itemsOf(context.law, state);
    const refusals = refusalsOfItems(known, [input], context, "waive");
    const one = known.find((other) => other.subjectId === input.subjectId && other.item === input.item);
    if (one !== undefined && waiverWaits(one.file))
      refusals.push(refusal(context, "asked-already", askedAlready, one.cite, "item"));
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "waiver-requested", ...input });
  },
});
