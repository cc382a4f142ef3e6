// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { itemIn } from "#web/matter/item-text.ts";

export const decideWaiverWords = {
  "waiver-decided": (event, { view, law }) => [
    [m.item(), itemIn(view, law, event)],
    [m.waiver_decision(), event.approved ? m.waiver_approve() : m.waiver_refuse()],
    [m.reasons(), event.reasons],
  ],
} as const satisfies WordsOf<"waiver-decided">;
