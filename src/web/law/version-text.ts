// The days on which a version of a text is in force.
import { m } from "../paraglide/messages.js";

/** A text whose first day nobody could find is written as in force from this day. */
const unknownDay = "1900-01-01";

export function versionText({ from, until }: { from: string; until: string | null }): string {
  if (from === unknownDay) return m.version_day_unverified();
  return until === null ? m.version_from({ from }) : m.version_span({ from, until });
}
