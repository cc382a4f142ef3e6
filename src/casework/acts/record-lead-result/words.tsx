// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";

export const recordLeadResultWords = {
  "lead-result-recorded": (event) => [
    [m.lead_result_on(), event.on],
    [m.lead_result(), event.result],
  ],
} as const satisfies WordsOf<"lead-result-recorded">;
