// What the event of this act says.
import { listed, withAside } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";

export const supplementLeadWords = {
  "lead-supplemented": (event) => [
    [m.lead_supplemented_on(), event.on],
    [m.lead_supplement(), event.supplement],
    [m.lead_also_concerned(), listed(event.concerned.map((one) => withAside(one.name, one.unit)))],
  ],
} as const satisfies WordsOf<"lead-supplemented">;
