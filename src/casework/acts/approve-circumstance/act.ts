// Approve or refuse a catch-all circumstance (审批兜底情形): the Working Committee's own act, by somebody else than put it forward.
import { z } from "zod";
import { circumstancesOf } from "#law/procedure/circumstances.ts";
import {
  caseAct,
  happened,
  id,
  isoDay,
  refusal,
  refuseBefore,
  refuseFuture,
  refused,
  shortText,
  longText,
} from "../../act.ts";
import { openingOf, subjectFileOf } from "../../case.ts";
import { names, nothingPutForward } from "./act-words.ts";

export const approveCircumstance = caseAct({
  id: "approve-circumstance",
  names,
  basis: "principles",
  input: z.strictObject({
    subjectId: id,
    circumstance: id,
    approved: z.boolean(),
    on: isoDay,
    documentNumber: shortText,
    reasons: longText,
  }),
  decide: (state, input, context) => {
    const waiting = subjectFileOf(state, input.subjectId)?.circumstancesAwaiting.some(
      (one) => one.circumstance === input.circumstance,
    );
    const cite = circumstancesOf(context.law).find((one) => one.id === input.circumstance)?.cite ?? "principles";
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "principles"),
      ...refuseBefore(context, { on: input.on }, openingOf(state), "principles"),
    ];
    if (waiting !== true)
      refusals.push(refusal(context, "nothing-put-forward", nothingPutForward, cite, "circumstance"));
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "circumstance-approval-decided", ...input });
  },
});
