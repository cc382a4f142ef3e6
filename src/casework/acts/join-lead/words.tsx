// What the events of this act say.
import { m } from "#web/paraglide/messages.js";
import { MatterLink } from "#web/matter/matter-link.tsx";
import type { WordsOf } from "#web/matter/event-words.ts";

export const joinLeadWords = {
  "lead-joined": (event) => [
    [m.joined_case(), <MatterLink key="case" kind="case" matterId={event.caseId} number={event.caseNumber} />],
  ],
  "lead-added": (event) => [
    [m.join_lead(), <MatterLink key="lead" kind="lead" matterId={event.leadId} number={event.leadNumber} />],
    [m.join_reasons(), event.reasons],
  ],
} as const satisfies WordsOf<"lead-joined" | "lead-added">;
