// A superior takes the case over (提级办理): from here it is the superior's; what remains is to record how it ended there.
import { z } from "zod";
import { caseAct, happened, isoDay, refuseBefore, refuseFuture, refused, shortText, longText } from "../../act.ts";
import { openingOf } from "../../case.ts";
import { names } from "./act-words.ts";

export const takeOver = caseAct({
  id: "take-over",
  names,
  basis: "superior-opens",
  input: z.strictObject({ on: isoDay, body: shortText, documentNumber: shortText, reasons: longText }),
  decide: (state, input, context) => {
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "superior-opens"),
      ...refuseBefore(context, { on: input.on }, openingOf(state), "superior-opens"),
    ];
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "taken-over", ...input });
  },
});
