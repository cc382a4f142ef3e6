// What the event of this act says.
import { listed } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { subjectNameIn } from "#web/matter/subject-name.ts";
import { bodyName } from "#web/fields/body-field.tsx";

export const proposeUpwardWords = {
  "proposed-upward": (event, { view, law }) => [
    [m.fact_subjects(), listed(event.subjectIds.map((id) => subjectNameIn(view, id)))],
    [m.upward_to(), bodyName(law, event.to)],
    [m.upward_by(), bodyName(law, event.by)],
    [m.upward_on(), event.on],
    [m.document_number(), event.documentNumber],
    [m.upward_reasons(), event.reasons],
  ],
} as const satisfies WordsOf<"proposed-upward">;
