// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { who } from "#web/matter/subject-name.ts";

export const decideReuseWords = {
  "reuse-decided": (event, { view }) => [
    who(view, event.subjectId),
    [m.reuse_decided_on(), event.on],
    [m.reuse_decision(), event.approved ? m.reuse_approved() : m.reuse_refused()],
    [m.document_number(), event.documentNumber],
    [m.reasons(), event.reasons],
  ],
} as const satisfies WordsOf<"reuse-decided">;
