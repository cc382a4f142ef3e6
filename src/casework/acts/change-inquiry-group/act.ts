// Change the inquiry group (调整调查组): who inquires from now on and who leads, by whoever approves openings.
import { z } from "zod";
import { caseAct, happened, id, isoDay, refuseBefore, refuseFuture, refused, longText } from "../../act.ts";
import { openingOf } from "../../case.ts";
import { refusalsOfGroup } from "../../finding/inquiry-group.ts";
import { names } from "./act-words.ts";

export const changeInquiryGroup = caseAct({
  id: "change-inquiry-group",
  names,
  basis: "inquiry-group",
  input: z.strictObject({ on: isoDay, inquirers: z.array(id).max(20), leader: id, reasons: longText }),
  lookUps: ({ inquirers }) => ({ accounts: inquirers }),
  decide: (state, input, context) => {
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "inquiry-group"),
      ...refuseBefore(context, { on: input.on }, openingOf(state), "inquiry-group"),
      ...refusalsOfGroup(state, input, context),
    ];
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "inquiry-group-changed", ...input, inquirers: [...new Set(input.inquirers)] });
  },
});
