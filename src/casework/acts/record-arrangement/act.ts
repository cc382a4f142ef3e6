// Record the arrangement of work, with rank and treatment (工作安排、职级待遇), after resignation, removal or demotion.
import { z } from "zod";
import { caseAct, happened, id, isoDay, refusal, refuseFuture, refused, shortText } from "../../act.ts";
import { subjectFileOf } from "../../case.ts";
import { notInEffect } from "../../words/refusal-words.ts";
import { names, beforeEffect } from "./act-words.ts";

export const recordArrangement = caseAct({
  id: "record-arrangement",
  names,
  basis: "arrange",
  input: z.strictObject({ subjectId: id, on: isoDay, post: shortText, rank: shortText }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { on: input.on }, "arrange");
    const file = subjectFileOf(state, input.subjectId);
    if (file?.effect == null) refusals.push(refusal(context, "not-in-effect", notInEffect, "arrange", "subjectId"));
    else if (input.on < file.effect.effectiveOn)
      refusals.push(refusal(context, "before-effect", beforeEffect(file.effect.effectiveOn), "arrange", "on"));
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "arranged", ...input });
  },
});
