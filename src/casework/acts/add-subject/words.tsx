// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";

export const addSubjectWords = {
  "subject-added": (event) => [
    [m.subject(), event.subject.name],
    [m.unit(), event.subject.organizationName],
    [m.post(), event.subject.post],
    [m.level(), event.subject.level],
    [m.subject_another(), event.another],
  ],
} as const satisfies WordsOf<"subject-added">;
