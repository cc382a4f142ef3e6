// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { who } from "#web/matter/subject-name.ts";

export const recordFormalitiesWords = {
  "formalities-completed": (event, { view }) => [who(view, event.subjectId), [m.formalities_done(), event.on]],
} as const satisfies WordsOf<"formalities-completed">;
