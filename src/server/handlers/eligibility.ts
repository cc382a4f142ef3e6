// The question of eligibility.
import { askEligibility, faultsOfQuestion } from "#app/eligibility.ts";
import { signedInOf } from "../context.ts";
import { refuseInput } from "../refuse.ts";
import { endpoints } from "./implementer.ts";

export const eligibility = {
  ask: endpoints.eligibility.ask.handler(({ input, context }) => {
    const faults = faultsOfQuestion(context.app, input);
    if (faults.length > 0) return refuseInput(faults);
    return askEligibility(context.app, signedInOf(context).actor, input, "sensitive-read");
  }),
};
