// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { who } from "#web/matter/subject-name.ts";
import { appealResults } from "#web/acts/appeal-results.ts";
import { filesIn } from "#web/matter/event-parts.tsx";

export const examineAppealWords = {
  "appeal-examined": (event, { view }) => [
    who(view, event.subjectId),
    [m.appeal_examined_on(), event.on],
    [m.appeal_result(), appealResults[event.result]()],
    [m.appeal_findings(), event.findings],
    [m.document_number(), event.documentNumber],
    [m.evidence_files(), filesIn(event.evidence, view)],
  ],
} as const satisfies WordsOf<"appeal-examined">;
