// Find the tier of leadership responsibility (全面、主要、重要领导责任) of one subject, with reasons.
import { z } from "zod";
import type { Sentence } from "#law/text/citation.ts";
import { responsibilityTiersOf } from "#law/procedure/responsibility.ts";
import { caseAct, happened, id, refusal, refused, longText } from "../../act.ts";
import { subjectFileOf } from "../../case.ts";
import type { RefusalCode } from "../../refusal-codes.ts";
import { subjectNotInCase } from "../../words/refusal-words.ts";
import { names, noSuchTier, noFactYet } from "./act-words.ts";

export const findResponsibility = caseAct({
  id: "find-responsibility",
  names,
  basis: "responsibility-tiers",
  input: z.strictObject({ subjectId: id, tier: id, reasons: longText }),
  decide: (state, input, context) => {
    const refuse = (code: RefusalCode, says: Sentence, field: string) =>
      refused(refusal(context, code, says, "responsibility-tiers", field));
    if (subjectFileOf(state, input.subjectId) === null) return refuse("no-such-subject", subjectNotInCase, "subjectId");
    if (!responsibilityTiersOf(context.law, context.today).some((tier) => tier.id === input.tier))
      return refuse("no-such-tier", noSuchTier, "tier");
    if (!state.facts.some((fact) => fact.subjectIds.includes(input.subjectId)))
      return refuse("no-fact-yet", noFactYet, "subjectId");
    return happened({ type: "responsibility-found", ...input });
  },
});
