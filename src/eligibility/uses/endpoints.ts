// The use behind each endpoint of the question of eligibility.
import type { UsesOf } from "#kernel/use-of.ts";
import type { eligibility } from "../contract.ts";
import { askEligibility } from "./eligibility.ts";
import { explainEligibility } from "./explain.ts";

export const eligibilityUses = {
  ask: (app, actor, asked) => askEligibility(app, actor, asked, "sensitive-read"),
  explain: explainEligibility,
} satisfies UsesOf<typeof eligibility>;
