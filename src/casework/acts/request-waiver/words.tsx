// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { itemIn } from "#web/matter/item-text.ts";

export const requestWaiverWords = {
  "waiver-requested": (event, { view, law }) => [
    [m.item(), itemIn(view, law, event)],
    [m.waiver_reasons(), event.reasons],
  ],
} as const satisfies WordsOf<"waiver-requested">;
