// Complete a lead that was returned (补充线索): what is added, and whom it concerns besides.
import { z } from "zod";
import { happened, isoDay, leadAct, refuseBefore, refuseFuture, refused, longText } from "../../act.ts";
import { concernedShape, personsOf, refusalsOfConcerned } from "../register-lead/act.ts";
import { stepNames } from "../../words/step-names.ts";
import { names } from "./act-words.ts";

export const supplementLead = leadAct({
  id: "supplement-lead",
  names,
  basis: "leads",
  input: z.strictObject({ on: isoDay, supplement: longText, concerned: concernedShape }),
  lookUps: ({ concerned }) => ({ persons: personsOf(concerned) }),
  decide: (lead, input, context) => {
    const last = lead.returns.at(-1);
    const returned = last === undefined ? null : { on: last.on, name: stepNames["lead-returned"] };
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "leads"),
      ...refuseBefore(context, { on: input.on }, returned, "leads"),
    ];
    if (refusals.length > 0) return refused(...refusals);
    const unknown = refusalsOfConcerned(names, input.concerned, context);
    if (unknown.length > 0) return refused(...unknown);
    return happened({ type: "lead-supplemented", ...input });
  },
});
