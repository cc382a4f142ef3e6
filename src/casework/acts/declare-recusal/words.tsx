// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { recusalGrounds } from "#web/acts/recusal-grounds.ts";

export const declareRecusalWords = {
  recused: (event, { view }) => [
    [m.recusal_who(), event.name],
    [m.recusal_how(), event.declaredBy === "self" ? m.recusal_by_self() : m.recusal_by_secretary()],
    [m.recusal_ground(), view.reading === "group" ? recusalGrounds[event.ground]() : null],
    [m.reasons(), event.reasons],
  ],
} as const satisfies WordsOf<"recused">;
