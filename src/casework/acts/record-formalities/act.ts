// Record that the formalities are completed (登记手续办结), where they were not yet when the decision took effect.
import { z } from "zod";
import { caseAct, happened, id, isoDay, refusal, refuseBefore, refuseFuture, refused } from "../../act.ts";
import { subjectFileOf } from "../../case.ts";

export const recordFormalities = caseAct({
  id: "record-formalities",
  names: { zh: "登记手续办结", en: "Record that the formalities are completed" },
  basis: "formalities",
  input: z.strictObject({ subjectId: id, on: isoDay }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { on: input.on }, "formalities");
    const file = subjectFileOf(state, input.subjectId);
    if (file?.effect == null)
      refusals.push(
        refusal(
          context,
          "not-in-effect",
          { zh: "该对象的决定尚未生效", en: "No decision on this subject is in effect" },
          "formalities",
          "subjectId",
        ),
      );
    else if (file.effect.formalitiesOn !== null)
      refusals.push(
        refusal(
          context,
          "completed-already",
          {
            zh: `${file.subject.name}的手续已于 ${file.effect.formalitiesOn} 办结`,
            en: `The formalities for ${file.subject.name} were completed on ${file.effect.formalitiesOn}`,
          },
          "formalities",
          "subjectId",
        ),
      );
    const decided = file?.decided ?? null;
    const earlier = decided === null ? null : { on: decided.on, name: { zh: "决定", en: "the decision" } };
    refusals.push(...refuseBefore(context, { on: input.on }, earlier, "formalities"));
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "formalities-completed", ...input });
  },
});
