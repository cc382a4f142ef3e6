// Record the subject's statement and defence (陈述申辩) on the facts put to them, before any decision.
import { z } from "zod";
import { caseAct, happened, id, isoDay, refusal, refuseBefore, refuseFuture, refused, words } from "../../act.ts";
import { factsNotPut, openingOf, subjectFileOf } from "../../case.ts";

export const recordStatement = caseAct({
  id: "record-statement",
  names: { zh: "记录陈述申辩", en: "Record statement and defence" },
  basis: "statement",
  input: z.strictObject({
    subjectId: id,
    on: isoDay,
    statement: words,
    defence: words,
    response: words,
    signed: z.boolean(),
  }),
  decide: (state, input, context) => {
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "statement"),
      ...refuseBefore(context, { on: input.on }, openingOf(state), "statement"),
    ];
    const file = subjectFileOf(state, input.subjectId);
    if (file === null)
      refusals.push(
        refusal(
          context,
          "no-such-subject",
          { zh: "所选问责对象不在本案中", en: "The chosen subject is not in this case" },
          "statement",
          "subjectId",
        ),
      );
    if (!state.facts.some((fact) => fact.subjectIds.includes(input.subjectId)))
      refusals.push(
        refusal(
          context,
          "nothing-put",
          {
            zh: "尚未记录该对象的事实，无从听取陈述申辩",
            en: "No fact of this subject is on record that could be put to them",
          },
          "statement",
          "subjectId",
        ),
      );
    else if (file !== null) {
      const unput = factsNotPut(state, file).length;
      if (unput > 0)
        refusals.push(
          refusal(
            context,
            "facts-not-put",
            {
              zh: `${file.subject.name}：有 ${unput} 项事实尚未与其见面，请先“事实见面”`,
              en: `${file.subject.name}: ${unput} fact(s) have not been put to the subject yet`,
            },
            "statement",
            "subjectId",
          ),
        );
      const last = file.factsPut
        .map(({ on }) => on)
        .sort()
        .at(-1);
      const put = last === undefined ? null : { on: last, name: { zh: "事实见面", en: "the day the facts were put" } };
      refusals.push(...refuseBefore(context, { on: input.on }, put, "statement"));
    }
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "statement-recorded", ...input });
  },
});
