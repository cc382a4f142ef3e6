// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { Lines } from "#web/matter/event-parts.tsx";
import { itemIn } from "#web/matter/item-text.ts";

export const assignItemsWords = {
  "items-assigned": (event, { view, law }) => [
    [m.items(), <Lines key="lines" lines={event.items.map((one) => itemIn(view, law, one))} />],
    [m.item_assignee(), view.accounts[event.accountId] ?? event.accountId],
  ],
} as const satisfies WordsOf<"items-assigned">;
