// An open case or lead: the requesting side gets "pending" and never the contents.
import type { Citation } from "../text/citation.ts";
import type { Law } from "../compile/law.ts";
import type { PurposeId } from "../pack/vocabulary.ts";

/** The clause by which an answer waits while a matter is open; null when no pack asks for that. */
export function pendingSource(law: Law, purpose: PurposeId): Citation | null {
  return law.index.pending.get(purpose) ?? null;
}
