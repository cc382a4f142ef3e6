// Put the facts to the subject (事实见面): by two of the inquiry group, with the subject's opinion signed or its refusal noted.
import { z } from "zod";
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
import { inquirersLeft } from "../../outline.ts";
import { openingOf, subjectFileOf } from "../../case.ts";
import { subjectNotInCase } from "../../words/refusal-words.ts";
import { names, notTheirFact, notTwoInquirers, chooseFacts } from "./act-words.ts";

export const putFacts = caseAct({
  id: "put-facts",
  names,
  basis: "statement",
  input: z.strictObject({
    subjectId: id,
    factIds: z.array(id).min(1, chooseFacts).max(200),
    on: isoDay,
    place: shortText,
    inquirers: z.array(id).max(20),
    opinion: longText,
    signed: z.boolean(),
  }),
  decide: (state, input, context) => {
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "statement"),
      ...refuseBefore(context, { on: input.on }, openingOf(state), "statement"),
    ];
    if (subjectFileOf(state, input.subjectId) === null)
      refusals.push(refusal(context, "no-such-subject", subjectNotInCase, "statement", "subjectId"));
    const own = state.facts.filter((fact) => fact.subjectIds.includes(input.subjectId)).map((fact) => fact.factId);
    if (input.factIds.some((factId) => !own.includes(factId)))
      refusals.push(refusal(context, "not-their-fact", notTheirFact, "statement", "factIds"));
    const present = new Set(input.inquirers);
    const members = inquirersLeft(state, input.on);
    if (present.size < 2 || [...present].some((one) => !members.includes(one)))
      refusals.push(refusal(context, "not-two-inquirers", notTwoInquirers, "inquiry-group", "inquirers"));
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "facts-put", ...input, inquirers: [...present], factIds: [...new Set(input.factIds)] });
  },
});
