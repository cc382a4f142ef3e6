// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { limbName } from "#web/law/limb-text.tsx";
import { who } from "#web/matter/subject-name.ts";

export const approveLimbWords = {
  "limb-approval-decided": (event, { view, law }) => [
    who(view, event.subjectId),
    [m.limb(), limbName(law, event.limb)],
    [m.limb_approval_decision(), event.approved ? m.limb_approve() : m.limb_refuse()],
    [m.limb_approval_on(), event.on],
    [m.limb_approval_document(), event.documentNumber],
    [m.reasons(), event.reasons],
  ],
} as const satisfies WordsOf<"limb-approval-decided">;
