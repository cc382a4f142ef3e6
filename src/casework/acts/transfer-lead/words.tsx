// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";

export const transferLeadWords = {
  "lead-transferred": (event) => [
    [m.transfer_on(), event.on],
    [m.transfer_body(), event.body],
    [m.transfer_document(), event.documentNumber],
    [m.transfer_reasons(), event.reasons],
    [m.transfer_due(), event.dueOn],
  ],
} as const satisfies WordsOf<"lead-transferred">;
