// Record that an appeal was received (登记申诉): execution is not suspended by it.
import { z } from "zod";
import { caseAct, happened, id, isoDay, refusal, refuseFuture, refused, words } from "../act.ts";
import { subjectFileOf } from "../case.ts";

export const recordAppeal = caseAct({
  id: "record-appeal",
  basis: "appeal",
  input: z.strictObject({ subjectId: id, on: isoDay, ground: words }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { on: input.on }, "appeal");
    const since = subjectFileOf(state, input.subjectId)?.decided?.on ?? state.ending?.on;
    if (subjectFileOf(state, input.subjectId) === null)
      refusals.push(
        refusal(
          context,
          "no-such-subject",
          "所选问责对象不在本案中",
          "The chosen subject is not in this case",
          "appeal",
          "subjectId",
        ),
      );
    if (since !== undefined && input.on < since)
      refusals.push(
        refusal(
          context,
          "before-decision",
          `申诉日期早于决定日期 ${since}`,
          `The appeal is before the decision of ${since}`,
          "appeal",
          "on",
        ),
      );
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "appeal-recorded", ...input });
  },
});
