// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { groupText } from "#web/matter/group-text.ts";

export const changeInquiryGroupWords = {
  "inquiry-group-changed": (event, { view }) => [
    [m.group_changed_on(), event.on],
    [m.inquirers(), groupText(event, view)],
    [m.reasons(), event.reasons],
  ],
} as const satisfies WordsOf<"inquiry-group-changed">;
