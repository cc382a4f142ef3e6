// An open case or lead: the requesting side gets "pending" and never the contents.
import { citationOf } from "./cite.ts";
import type { Citation } from "./citation.ts";
import { workingFrom } from "./confirmation.ts";
import type { Law } from "./law.ts";
import type { PurposeId } from "./vocabulary.ts";

/** The clause by which an answer waits while a matter is open; null when no pack asks for that. */
export function pendingSource(law: Law, purpose: PurposeId): Citation | null {
  for (const pack of [law.regulation, ...law.upper]) {
    for (const rule of pack.rules) {
      if (
        rule.kind === "pending" &&
        workingFrom(law.confirmations, pack, rule) !== null &&
        rule.purposes.includes(purpose)
      ) {
        return citationOf(pack, rule);
      }
    }
  }
  return null;
}
