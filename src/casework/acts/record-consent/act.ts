// Record the superior personnel department's consent to reuse (重新任用同意): dated before the decision to reuse.
import { rulesOf } from "#law/compile/law.ts";
import { z } from "zod";
import { caseAct, happened, id, isoDay, refusal, refuseFuture, refused, shortText } from "../../act.ts";
import { subjectFileOf } from "../../case.ts";
import { refusalsOfLevel } from "../../level.ts";
import { notAPersonOfTheCase } from "../../words/refusal-words.ts";
import { names, wrongBody, beforeEffect } from "./act-words.ts";

export const recordConsent = caseAct({
  id: "record-consent",
  names,
  basis: "consent",
  input: z.strictObject({
    subjectId: id,
    on: isoDay,
    body: id,
    toLevel: shortText.nullable().default(null),
    documentNumber: shortText,
  }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { on: input.on }, "consent");
    refusals.push(...refusalsOfLevel(input.toLevel, "toLevel", context));
    const file = subjectFileOf(state, input.subjectId);
    if (file === null || file.subject.kind !== "person")
      refusals.push(refusal(context, "no-such-subject", notAPersonOfTheCase, "consent", "subjectId"));
    if (!rulesOf(context.law, "consent").some(({ from }) => from.includes(input.body)))
      refusals.push(refusal(context, "wrong-body", wrongBody, "consent", "body"));
    if (file?.effect != null && input.on < file.effect.effectiveOn)
      refusals.push(refusal(context, "before-effect", beforeEffect(file.effect.effectiveOn), "consent", "on"));
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "consent-recorded", ...input });
  },
});
