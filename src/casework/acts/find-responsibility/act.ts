// Find the tier of leadership responsibility (全面、主要、重要领导责任) of one subject, with reasons.
import { z } from "zod";
import { responsibilityTiersOf } from "#law/procedure/responsibility.ts";
import { caseAct, happened, id, refusal, refused, words } from "../../act.ts";
import { subjectFileOf } from "../../case.ts";
import type { RefusalCode } from "../../refusal-codes.ts";

export const findResponsibility = caseAct({
  id: "find-responsibility",
  names: { zh: "区分领导责任", en: "Find the tier of responsibility" },
  basis: "responsibility-tiers",
  input: z.strictObject({ subjectId: id, tier: id, reasons: words }),
  decide: (state, input, context) => {
    const refuse = (code: RefusalCode, zh: string, en: string, field: string) =>
      refused(refusal(context, code, { zh, en }, "responsibility-tiers", field));
    if (subjectFileOf(state, input.subjectId) === null)
      return refuse("no-such-subject", "所选问责对象不在本案中", "The chosen subject is not in this case", "subjectId");
    if (!responsibilityTiersOf(context.law, context.today).some((tier) => tier.id === input.tier))
      return refuse("no-such-tier", "请从规定的责任层级中选择", "Choose one of the tiers of the text", "tier");
    if (!state.facts.some((fact) => fact.subjectIds.includes(input.subjectId)))
      return refuse(
        "no-fact-yet",
        "尚未记录该对象的事实，不能区分责任",
        "No fact of this subject is on record from which its responsibility could be found",
        "subjectId",
      );
    return happened({ type: "responsibility-found", ...input });
  },
});
