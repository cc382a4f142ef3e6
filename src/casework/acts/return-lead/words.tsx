// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";

export const returnLeadWords = {
  "lead-returned": (event) => [
    [m.lead_returned_on(), event.on],
    [m.lead_return_reasons(), event.reasons],
    [m.lead_return_due(), event.dueOn],
  ],
} as const satisfies WordsOf<"lead-returned">;
