// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";

export const takeOverWords = {
  "taken-over": (event) => [
    [m.take_over_on(), event.on],
    [m.take_over_body(), event.body],
    [m.document_number(), event.documentNumber],
    [m.reasons(), event.reasons],
  ],
} as const satisfies WordsOf<"taken-over">;
