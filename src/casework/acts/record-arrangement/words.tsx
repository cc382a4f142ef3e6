// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { who } from "#web/matter/subject-name.ts";

export const recordArrangementWords = {
  arranged: (event, { view }) => [
    who(view, event.subjectId),
    [m.arrangement_on(), event.on],
    [m.arrangement_post(), event.post],
    [m.arrangement_rank(), event.rank],
  ],
} as const satisfies WordsOf<"arranged">;
