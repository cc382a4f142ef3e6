// What a reply letter says of one person.
import type { ClearanceAnswer } from "#clearance/rules.ts";

/** In the order in which the letter has them. A category never tells of what is open beyond that it waits. */
export const categories = ["no-objection", "not-suitable", "consent-first", "deferred", "not-on-record"] as const;
export type Category = (typeof categories)[number];

/** Null for an answer that must be confirmed and has not been: no letter can be made of it. `answer` is null where nobody was found. */
export function categoryOf(answer: ClearanceAnswer | null, confirmation: { barred: boolean } | null): Category | null {
  if (answer === null) return "not-on-record";
  switch (answer.answer) {
    case "barred":
      return "not-suitable";
    case "needs-consent":
      return "consent-first";
    case "pending":
      return "deferred";
    case "clear":
      return "no-objection";
    case "needs-confirmation":
      return confirmation === null ? null : confirmation.barred ? "not-suitable" : "no-objection";
  }
}
