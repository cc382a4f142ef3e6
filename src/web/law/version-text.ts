// The days on which a version of a text is in force.
import { m } from "../paraglide/messages.js";

export function versionText({ from, until }: { from: string; until: string | null }): string {
  return until === null ? m.version_from({ from }) : m.version_span({ from, until });
}
