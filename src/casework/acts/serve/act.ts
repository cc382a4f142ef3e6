// Serve the decision on a subject (送达决定).
import { z } from "zod";
import { caseAct, happened, id, isoDay, refusal, refuseFuture, refused, shortText } from "../../act.ts";
import { subjectFileOf } from "../../case.ts";
import { servedAlready, subjectNotInCase } from "../../words/refusal-words.ts";
import { serviceWay } from "../../events.ts";
import { names, notDecided, beforeDecision } from "./act-words.ts";

export const serve = caseAct({
  id: "serve",
  names,
  basis: "service",
  input: z.strictObject({
    subjectId: id,
    on: isoDay,
    way: serviceWay,
    receipt: shortText,
  }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { on: input.on }, "service");
    const file = subjectFileOf(state, input.subjectId);
    if (file === null) refusals.push(refusal(context, "no-such-subject", subjectNotInCase, "service", "subjectId"));
    else if (file.served !== null)
      refusals.push(
        refusal(context, "served-already", servedAlready(file.served.on, file.subject.name), "service", "subjectId"),
      );
    else if (file.decided === null)
      refusals.push(refusal(context, "not-decided", notDecided(file.subject.name), "service", "subjectId"));
    else if (input.on < file.decided.on)
      refusals.push(refusal(context, "before-decision", beforeDecision(file.decided.on), "service", "on"));
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "served", ...input });
  },
});
