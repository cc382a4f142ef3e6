// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";

export const recordReceiptWords = {
  "circulation-received": (event) => [
    [m.circulation_document(), event.documentNumber],
    [m.receipt_of(), event.recipient],
    [m.receipt_on(), event.on],
    [m.receipt_words(), event.receipt],
  ],
} as const satisfies WordsOf<"circulation-received">;
