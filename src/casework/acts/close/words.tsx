// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";

export const closeWords = {
  closed: (event) => [
    [m.closing_on(), event.on],
    [m.closing_summary(), event.summary],
  ],
} as const satisfies WordsOf<"closed">;
