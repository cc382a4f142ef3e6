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
  shortWords,
  words,
} from "../../act.ts";
import { subjectFileOf } from "../../case.ts";
import { refusalsOfLevel } from "../../level.ts";
import { purposesOfConsent } from "../../execution/reuse-purposes.ts";

export const requestReuse = caseAct({
  id: "request-reuse",
  names: { zh: "提请重新任用", en: "Request reuse" },
  basis: "consent",
  input: z.strictObject({
    subjectId: id,
    on: isoDay,
    purpose: id,
    organizationName: shortWords,
    post: shortWords,
    level: shortWords,
    reasons: words,
  }),
  decide: (state, input, context) => {
    const refusals = refuseFuture(context, { on: input.on }, "consent");
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
    const purposes = purposesOfConsent(context.law);
    if (!purposes.includes(input.purpose))
      refusals.push(
        refusal(
          context,
          "no-such-purpose",
          {
            zh: `重新任用的用途须为：${purposeNames(context.law, purposes, "zh").join("、")}`,
            en: `Somebody is used again for one of: ${purposeNames(context.law, purposes, "en").join(", ")}`,
          },
          "consent",
          "purpose",
        ),
      );
    if (file?.reuses.some((one) => one.decided === null))
      refusals.push(
        refusal(
          context,
          "request-open",
          {
            zh: `${file.subject.name}已有一件重新任用的提请尚未决定`,
            en: `A request to reuse ${file.subject.name} is still undecided`,
          },
          "consent",
          "subjectId",
        ),
      );
    refusals.push(...refusalsOfLevel(input.level, "level", context));
    const effect = file?.effect?.effectiveOn;
    const earlier =
      effect === undefined ? null : { on: effect, name: { zh: "生效", en: "the effect of the decision" } };
    refusals.push(...refuseBefore(context, { on: input.on }, earlier, "consent"));
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "reuse-requested", ...input });
  },
});

function purposeNames({ vocabulary }: Law, ids: readonly string[], language: keyof Sentence): string[] {
  return ids.map((one) => vocabulary.purposes.find((purpose) => purpose.id === one)?.name[language] ?? one);
}
