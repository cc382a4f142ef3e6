// The question of eligibility.
import { askEligibility, faultsOfQuestion } from "#eligibility/uses/eligibility.ts";
import { explainEligibility } from "#eligibility/uses/explain.ts";
import { signedInOf } from "../context.ts";
import { answerOf, refuseInput } from "../refuse.ts";
import { endpoints } from "./implementer.ts";

export const eligibility = {
  ask: endpoints.eligibility.ask.handler(async ({ input, context }) => {
    const faults = faultsOfQuestion(context.app, input);
    if (faults.length > 0) return refuseInput(faults);
    return answerOf(await askEligibility(context.app, signedInOf(context).actor, input, "sensitive-read"));
  }),
  explain: endpoints.eligibility.explain.handler(async ({ input, context }) => {
    const { personId, toLevel, ...question } = input;
    const names = [{ name: "", unit: "", idNumber: "", personId, toLevel }];
    const faults = faultsOfQuestion(context.app, { ...question, names });
    if (faults.length > 0)
      return refuseInput(faults.map(({ path, message }) => ({ path: path.replace("names.0.", ""), message })));
    return answerOf(await explainEligibility(context.app, signedInOf(context).actor, input));
  }),
};
