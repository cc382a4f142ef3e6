// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { who } from "#web/matter/subject-name.ts";

export const takeEffectWords = {
  "took-effect": (event, { view }) => [
    who(view, event.subjectId),
    [m.effective_on(), event.effectiveOn],
    [m.announced_on(), event.announcedOn],
    [m.formalities_done(), event.formalitiesOn],
    [m.level_on_effective(), event.level],
  ],
} as const satisfies WordsOf<"took-effect">;
