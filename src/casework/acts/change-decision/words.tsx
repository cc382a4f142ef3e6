// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { who } from "#web/matter/subject-name.ts";
import { bodyName } from "#web/fields/body-field.tsx";
import { filesIn } from "#web/matter/event-parts.tsx";
import { changeNames, groundNames, outcomeText } from "#web/law/outcome-text.ts";

export const changeDecisionWords = {
  "decision-changed": (event, { view, law }) => [
    who(view, event.subjectId),
    [m.change_kind(), changeNames[event.change.kind]()],
    [m.change_ground(), groundNames[event.ground.type]()],
    [m.decision_body(), bodyName(law, event.body)],
    [m.change_on(), event.on],
    [m.document_number(), event.documentNumber],
    [m.outcome(), event.change.kind === "revoked" ? null : outcomeText(law, event.change.outcome)],
    [m.change_effective_on(), event.change.kind === "revoked" ? null : event.change.effectiveOn],
    [m.reasons(), event.reasons],
    [m.evidence_files(), filesIn(event.evidence, view)],
  ],
} as const satisfies WordsOf<"decision-changed">;
