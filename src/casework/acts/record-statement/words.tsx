// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { who } from "#web/matter/subject-name.ts";

export const recordStatementWords = {
  "statement-recorded": (event, { view }) => [
    who(view, event.subjectId),
    [m.statement_on(), event.on],
    [m.statement_text(), event.statement],
    [m.statement_defence(), event.defence],
    [m.statement_response(), event.response],
  ],
} as const satisfies WordsOf<"statement-recorded">;
