// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";

export const requestOpeningWords = {
  "opening-requested": (event) => [
    [m.case_title(), event.title],
    [m.opening_reasons(), event.reasons],
    [
      m.opening_order(),
      event.order === null
        ? null
        : m.opening_order_text({
            body: event.order.body,
            on: event.order.on,
            document: event.order.documentNumber,
          }),
    ],
  ],
} as const satisfies WordsOf<"opening-requested">;
