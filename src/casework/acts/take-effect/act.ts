// Record that the measures took effect (登记生效): from the effective date the restrictions run.
import { z } from "zod";
import { caseAct, happened, id, isoDay, refusal, refuseBefore, refuseFuture, refused, shortWords } from "../../act.ts";
import { subjectFileOf } from "../../case.ts";
import { refusalsOfLevel } from "../../level.ts";

export const takeEffect = caseAct({
  id: "take-effect",
  names: { zh: "登记生效", en: "Record that it took effect" },
  basis: "formalities",
  input: z.strictObject({
    subjectId: id,
    effectiveOn: isoDay,
    announcedOn: isoDay,
    formalitiesOn: isoDay.nullable(),
    level: shortWords.nullable().default(null),
  }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(
      context,
      { effectiveOn: input.effectiveOn, announcedOn: input.announcedOn, formalitiesOn: input.formalitiesOn },
      "formalities",
    );
    const file = subjectFileOf(state, input.subjectId);
    if (file === null)
      refusals.push(
        refusal(
          context,
          "no-such-subject",
          { zh: "所选问责对象不在本案中", en: "The chosen subject is not in this case" },
          "formalities",
          "subjectId",
        ),
      );
    else if (file.outcome?.type !== "accountable")
      refusals.push(
        refusal(
          context,
          "nothing-to-take-effect",
          {
            zh: `${file.subject.name}未受问责，无须登记生效`,
            en: `${file.subject.name} was not held accountable; nothing takes effect`,
          },
          "formalities",
          "subjectId",
        ),
      );
    else if (file.effect !== null)
      refusals.push(
        refusal(
          context,
          "effective-already",
          {
            zh: `对${file.subject.name}的决定已于 ${file.effect.effectiveOn} 生效`,
            en: `The decision on ${file.subject.name} took effect on ${file.effect.effectiveOn}`,
          },
          "formalities",
          "subjectId",
        ),
      );
    else if (file.served === null)
      refusals.push(
        refusal(
          context,
          "not-served",
          {
            zh: `决定尚未送达${file.subject.name}，请先登记送达`,
            en: `The decision has not been served on ${file.subject.name}; record the service first`,
          },
          "service",
          "subjectId",
        ),
      );
    refusals.push(...refusalsOfLevel(input.level, "level", context));
    const { announcedOn, formalitiesOn } = input;
    const on = file?.decided?.on;
    const decided = on === undefined ? null : { on, name: { zh: "决定", en: "the decision" } };
    refusals.push(...refuseBefore(context, { announcedOn, formalitiesOn }, decided, "formalities"));
    if (on !== undefined && input.effectiveOn < on)
      refusals.push(
        refusal(
          context,
          "before-decision",
          { zh: `生效日期早于决定日期 ${on}`, en: `The effective date is before the decision of ${on}` },
          "formalities",
          "effectiveOn",
        ),
      );
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "took-effect", ...input });
  },
});
