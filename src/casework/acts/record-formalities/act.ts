// Record that the formalities are completed (登记手续办结), where they were not yet when the decision took effect.
import { z } from "zod";
import { caseAct, happened, id, isoDay, refusal, refuseBefore, refuseFuture, refused } from "../../act.ts";
import { subjectFileOf } from "../../case.ts";
import { notInEffect } from "../../words/refusal-words.ts";
import { stepNames } from "../../words/step-names.ts";
import { names, completedAlready } from "./act-words.ts";

export const recordFormalities = caseAct({
  id: "record-formalities",
  names,
  basis: "formalities",
  input: z.strictObject({ subjectId: id, on: isoDay }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { on: input.on }, "formalities");
    const file = subjectFileOf(state, input.subjectId);
    if (file?.effect == null) refusals.push(refusal(context, "not-in-effect", notInEffect, "formalities", "subjectId"));
    else if (file.effect.formalitiesOn !== null)
      refusals.push(
        refusal(
          context,
          "completed-already",
          completedAlready(file.subject.name, file.effect.formalitiesOn),
          "formalities",
          "subjectId",
        ),
      );
    const decided = file?.decided ?? null;
    const earlier = decided === null ? null : { on: decided.on, name: stepNames.decision };
    refusals.push(...refuseBefore(context, { on: input.on }, earlier, "formalities"));
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "formalities-completed", ...input });
  },
});
