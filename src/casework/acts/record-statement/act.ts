// Record the subject's statement and defence (陈述申辩) on the facts put to them, before any decision.
import { z } from "zod";
import { caseAct, happened, id, isoDay, refusal, refuseBefore, refuseFuture, refused, longText } from "../../act.ts";
import { factsNotPut, openingOf, subjectFileOf } from "../../case.ts";
import { subjectNotInCase } from "../../words/refusal-words.ts";
import { names, nothingPut, someFactsNotPut, factsPutStep } from "./act-words.ts";

export const recordStatement = caseAct({
  id: "record-statement",
  names,
  basis: "statement",
  input: z.strictObject({
    subjectId: id,
    on: isoDay,
    statement: longText,
    defence: longText,
    response: longText,
    signed: z.boolean(),
  }),
  decide: (state, input, context) => {
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "statement"),
      ...refuseBefore(context, { on: input.on }, openingOf(state), "statement"),
    ];
    const file = subjectFileOf(state, input.subjectId);
    if (file === null) refusals.push(refusal(context, "no-such-subject", subjectNotInCase, "statement", "subjectId"));
    if (!state.facts.some((fact) => fact.subjectIds.includes(input.subjectId)))
      refusals.push(refusal(context, "nothing-put", nothingPut, "statement", "subjectId"));
    else if (file !== null) {
      const unput = factsNotPut(state, file).length;
      if (unput > 0)
        refusals.push(
          refusal(context, "facts-not-put", someFactsNotPut(file.subject.name, unput), "statement", "subjectId"),
        );
      const last = file.factsPut
        .map(({ on }) => on)
        .sort()
        .at(-1);
      const put = last === undefined ? null : { on: last, name: factsPutStep };
      refusals.push(...refuseBefore(context, { on: input.on }, put, "statement"));
    }
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "statement-recorded", ...input });
  },
});
