// Request reuse (提请重新任用): of whom, for which post, at which level; the consent and the decision follow.
import { z } from "zod";
import type { Sentence } from "#law/text/citation.ts";
import type { Law } from "#law/compile/law.ts";
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
import { subjectFileOf } from "../../case.ts";
import { refusalsOfLevel } from "../../level.ts";
import { purposesOfConsent } from "../../execution/reuse-purposes.ts";
import { notAPersonOfTheCase } from "../../words/refusal-words.ts";
import { names, requestOpen, effectStep, noSuchPurpose } from "./act-words.ts";

export const requestReuse = caseAct({
  id: "request-reuse",
  names,
  basis: "consent",
  input: z.strictObject({
    subjectId: id,
    on: isoDay,
    purpose: id,
    organizationName: shortText,
    post: shortText,
    level: shortText,
    reasons: longText,
  }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { on: input.on }, "consent");
    const file = subjectFileOf(state, input.subjectId);
    if (file === null || file.subject.kind !== "person")
      refusals.push(refusal(context, "no-such-subject", notAPersonOfTheCase, "consent", "subjectId"));
    const purposes = purposesOfConsent(context.law);
    if (!purposes.includes(input.purpose))
      refusals.push(
        refusal(context, "no-such-purpose", noSuchPurpose(purposeNames(context.law, purposes)), "consent", "purpose"),
      );
    if (file?.reuses.some((one) => one.decided === null))
      refusals.push(refusal(context, "request-open", requestOpen(file.subject.name), "consent", "subjectId"));
    refusals.push(...refusalsOfLevel(input.level, "level", context));
    const effect = file?.effect?.effectiveOn;
    const earlier = effect === undefined ? null : { on: effect, name: effectStep };
    refusals.push(...refuseBefore(context, { on: input.on }, earlier, "consent"));
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "reuse-requested", ...input });
  },
});

function purposeNames({ vocabulary }: Law, ids: readonly string[]): Sentence[] {
  return ids.map((one) => vocabulary.purposes.find((purpose) => purpose.id === one)?.name ?? { zh: one, en: one });
}
