// What the event of this act says.
import { leadSources } from "#web/acts/lead-sources.ts";
import { listed, withAside } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";

export const registerLeadWords = {
  "lead-registered": (event) => [
    [m.lead_source(), leadSources[event.source]()],
    [m.lead_received_on(), event.receivedOn],
    [m.lead_summary(), event.summary],
    [m.concerned_lead(), listed(event.concerned.map((one) => withAside(one.name, one.unit)))],
  ],
} as const satisfies WordsOf<"lead-registered">;
