// What the events of this act say.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { groupText } from "#web/matter/group-text.ts";

export const decideOpeningWords = {
  "opening-approved": (event, { view }) => [
    [m.opening_on(), event.on],
    [m.due_on(), event.dueOn],
    [m.inquirers(), groupText(event, view)],
  ],
  "opening-refused": (event) => [
    [m.opening_on(), event.on],
    [m.opening_refusal_reasons(), event.reasons],
  ],
} as const satisfies WordsOf<"opening-approved" | "opening-refused">;
