// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { Lines, filesIn } from "#web/matter/event-parts.tsx";
import { itemIn } from "#web/matter/item-text.ts";

export const completeItemsWords = {
  "items-completed": (event, { view, law }) => [
    [m.items(), <Lines key="lines" lines={event.items.map((one) => itemIn(view, law, one))} />],
    [m.item_done_on(), event.on],
    [m.item_document(), event.documentNumber],
    [m.item_note(), event.note],
    [m.item_proof(), filesIn(event.evidence, view)],
  ],
} as const satisfies WordsOf<"items-completed">;
