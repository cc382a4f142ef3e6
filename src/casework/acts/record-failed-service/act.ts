// Record that service was tried and failed (登记未送达), and what follows; it is tried again.
import { z } from "zod";
import type { Sentence } from "#law/text/citation.ts";
import { caseAct, happened, id, isoDay, refusal, refuseBefore, refuseFuture, refused, longText } from "../../act.ts";
import { subjectFileOf } from "../../case.ts";
import type { RefusalCode } from "../../refusal-codes.ts";
import { servedAlready, subjectNotInCase } from "../../words/refusal-words.ts";
import { stepNames } from "../../words/step-names.ts";
import { serviceWay } from "../../events.ts";
import { names, nothingToServe } from "./act-words.ts";

export const recordFailedService = caseAct({
  id: "record-failed-service",
  names,
  basis: "service",
  input: z.strictObject({
    subjectId: id,
    on: isoDay,
    way: serviceWay,
    reasons: longText,
  }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { on: input.on }, "service");
    const file = subjectFileOf(state, input.subjectId);
    const refuse = (code: RefusalCode, says: Sentence) =>
      refusals.push(refusal(context, code, says, "service", "subjectId"));
    if (file === null) refuse("no-such-subject", subjectNotInCase);
    else if (file.decided === null) refuse("nothing-to-serve", nothingToServe);
    else if (file.served !== null) refuse("served-already", servedAlready(file.served.on, file.subject.name));
    const decided = file?.decided ?? null;
    const earlier = decided === null ? null : { on: decided.on, name: stepNames.decision };
    refusals.push(...refuseBefore(context, { on: input.on }, earlier, "service"));
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "service-failed", ...input });
  },
});
