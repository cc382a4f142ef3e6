// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { circumstanceName } from "#web/law/circumstance-text.tsx";
import { who } from "#web/matter/subject-name.ts";

export const approveCircumstanceWords = {
  "circumstance-approval-decided": (event, { view, law }) => [
    who(view, event.subjectId),
    [m.circumstance(), circumstanceName(law, event.circumstance)],
    [m.circumstance_approval_decision(), event.approved ? m.circumstance_approve() : m.circumstance_refuse()],
    [m.circumstance_approval_on(), event.on],
    [m.circumstance_approval_document(), event.documentNumber],
    [m.reasons(), event.reasons],
  ],
} as const satisfies WordsOf<"circumstance-approval-decided">;
