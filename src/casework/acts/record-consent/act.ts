// Record the superior personnel department's consent to reuse (重新任用同意): dated before the decision to reuse.
import { z } from "zod";
import { caseAct, happened, id, isoDay, refusal, refuseFuture, refused, shortWords } from "../../act.ts";
import { subjectFileOf } from "../../case.ts";
import { refusalsOfLevel } from "../../level.ts";

export const recordConsent = caseAct({
  id: "record-consent",
  names: { zh: "登记重新任用同意", en: "Record the consent to reuse" },
  basis: "consent",
  input: z.strictObject({
    subjectId: id,
    on: isoDay,
    body: id,
    toLevel: shortWords.nullable().default(null),
    documentNumber: shortWords,
  }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { on: input.on }, "consent");
    refusals.push(...refusalsOfLevel(input.toLevel, "toLevel", context));
    const file = subjectFileOf(state, input.subjectId);
    if (file === null || file.subject.kind !== "person")
      refusals.push(
        refusal(
          context,
          "no-such-subject",
          { zh: "所选对象不是本案的个人", en: "The chosen subject is not a person of this case" },
          "consent",
          "subjectId",
        ),
      );
    if (input.body !== "superior-personnel-department")
      refusals.push(
        refusal(
          context,
          "wrong-body",
          { zh: "须由上级组织人事部门同意", en: "The consent is the superior personnel department's" },
          "consent",
          "body",
        ),
      );
    if (file?.effect != null && input.on < file.effect.effectiveOn)
      refusals.push(
        refusal(
          context,
          "before-effect",
          {
            zh: `同意日期早于生效日期 ${file.effect.effectiveOn}`,
            en: `The consent is before the effective date ${file.effect.effectiveOn}`,
          },
          "consent",
          "on",
        ),
      );
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "consent-recorded", ...input });
  },
});
