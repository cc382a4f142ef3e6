// Record that the measures took effect (登记生效): from the effective date the restrictions run.
import { z } from "zod";
import { caseAct, happened, id, isoDay, refusal, refuseBefore, refuseFuture, refused, shortText } from "../../act.ts";
import { subjectFileOf } from "../../case.ts";
import { refusalsOfLevel } from "../../level.ts";
import { effectBeforeDecision, subjectNotInCase } from "../../words/refusal-words.ts";
import { stepNames } from "../../words/step-names.ts";
import { names, nothingToTakeEffect, effectiveAlready, notServed } from "./act-words.ts";

export const takeEffect = caseAct({
  id: "take-effect",
  names,
  basis: "formalities",
  input: z.strictObject({
    subjectId: id,
    effectiveOn: isoDay,
    announcedOn: isoDay,
    formalitiesOn: isoDay.nullable(),
    level: shortText.nullable().default(null),
  }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(
      context,
      { effectiveOn: input.effectiveOn, announcedOn: input.announcedOn, formalitiesOn: input.formalitiesOn },
      "formalities",
    );
    const file = subjectFileOf(state, input.subjectId);
    if (file === null) refusals.push(refusal(context, "no-such-subject", subjectNotInCase, "formalities", "subjectId"));
    else if (file.outcome?.type !== "accountable")
      refusals.push(
        refusal(context, "nothing-to-take-effect", nothingToTakeEffect(file.subject.name), "formalities", "subjectId"),
      );
    else if (file.effect !== null)
      refusals.push(
        refusal(
          context,
          "effective-already",
          effectiveAlready(file.subject.name, file.effect.effectiveOn),
          "formalities",
          "subjectId",
        ),
      );
    else if (file.served === null)
      refusals.push(refusal(context, "not-served", notServed(file.subject.name), "service", "subjectId"));
    refusals.push(...refusalsOfLevel(input.level, "level", context));
    const { announcedOn, formalitiesOn } = input;
    const on = file?.decided?.on;
    const decided = on === undefined ? null : { on, name: stepNames.decision };
    refusals.push(...refuseBefore(context, { announcedOn, formalitiesOn }, decided, "formalities"));
    if (on !== undefined && input.effectiveOn < on)
      refusals.push(refusal(context, "before-decision", effectBeforeDecision(on), "formalities", "effectiveOn"));
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "took-effect", ...input });
  },
});
