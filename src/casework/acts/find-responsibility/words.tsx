// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { tierName } from "#web/law/finding-names.ts";
import { who } from "#web/matter/subject-name.ts";

export const findResponsibilityWords = {
  "responsibility-found": (event, { view, law }) => [
    who(view, event.subjectId),
    [m.responsibility_tier(), tierName(law, event.tier)],
    [m.responsibility_reasons(), event.reasons],
  ],
} as const satisfies WordsOf<"responsibility-found">;
