// The use behind each endpoint of the question of eligibility, and of who is restricted.
import type { UsesOf } from "#kernel/use-of.ts";
import type { eligibility } from "../contract/eligibility.ts";
import type { restrictions } from "../contract/restrictions.ts";
import { askEligibility } from "./eligibility.ts";
import { endingFor } from "./ending-restrictions.ts";
import { explainEligibility } from "./explain.ts";
import { restrictedPersons } from "./restricted.ts";

export const eligibilityUses = {
  ask: (app, actor, asked) => askEligibility(app, actor, asked, "sensitive-read"),
  explain: explainEligibility,
} satisfies UsesOf<typeof eligibility>;

export const restrictionsUses = {
  restricted: restrictedPersons,
  ending: endingFor,
} satisfies UsesOf<typeof restrictions>;
