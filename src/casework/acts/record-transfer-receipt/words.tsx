// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";

export const recordTransferReceiptWords = {
  "transfer-receipted": (event) => [
    [m.transfer_receipt_on(), event.on],
    [m.transfer_accepted(), event.accepted ? m.transfer_taken() : m.transfer_sent_back()],
    [m.transfer_receipt(), event.receipt],
  ],
} as const satisfies WordsOf<"transfer-receipted">;
