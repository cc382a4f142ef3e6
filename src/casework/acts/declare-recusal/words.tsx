// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { recusalGrounds } from "#web/acts/recusal-grounds.ts";

export const declareRecusalWords = {
  recused: (event) => [
    [m.recusal_who(), event.name],
    [m.recusal_how(), event.declaredBy === "self" ? m.recusal_by_self() : m.recusal_by_secretary()],
    [m.recusal_ground(), recusalGrounds[event.ground]()],
    [m.reasons(), event.reasons],
  ],
} as const satisfies WordsOf<"recused">;
