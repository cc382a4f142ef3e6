// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { bodyName } from "#web/fields/body-field.tsx";
import { filesIn } from "#web/matter/event-parts.tsx";
import { outcomeText } from "#web/law/outcome-text.ts";

export const enterPaperCaseWords = {
  "paper-entered": (event, { view, law }) => [
    [m.case_title(), event.title],
    [m.paper_document_number(), `${event.on} ${event.documentNumber}`],
    [m.decision_body(), bodyName(law, event.body)],
    [m.subject(), event.subject.name],
    [m.outcome(), outcomeText(law, event.outcome)],
    [m.effective_on(), event.effectiveOn],
    [m.paper_reasons(), event.reasons],
    [m.paper_files(), filesIn(event.evidence, view)],
  ],
} as const satisfies WordsOf<"paper-entered">;
