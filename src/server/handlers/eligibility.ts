// The question of eligibility.
import { askEligibility, faultsOfQuestion } from "#app/eligibility.ts";
import { signedInOf } from "../context.ts";
import { answerOf, refuseInput } from "../refuse.ts";
import { endpoints } from "./implementer.ts";

export const eligibility = {
  ask: endpoints.eligibility.ask.handler(async ({ input, context }) => {
    const faults = faultsOfQuestion(context.app, input);
    if (faults.length > 0) return refuseInput(faults);
    return answerOf(await askEligibility(context.app, signedInOf(context).actor, input, "sensitive-read"));
  }),
};
