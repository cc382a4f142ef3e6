// What the event of this act says.
import { listed, withAside } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { subjectNameIn } from "#web/matter/subject-name.ts";
import { bodyName } from "#web/fields/body-field.tsx";
import { filesIn } from "#web/matter/event-parts.tsx";

export const recordAnswerWords = {
  "answer-recorded": (event, { view, law }) => [
    [m.answer_body(), bodyName(law, event.body)],
    [m.answer_on(), event.on],
    [m.document_number(), event.documentNumber],
    [
      m.answer_returned(),
      listed(event.returned.map((one) => withAside(subjectNameIn(view, one.subjectId), one.reasons))),
    ],
    [m.answer_files(), filesIn(event.evidence, view)],
  ],
} as const satisfies WordsOf<"answer-recorded">;
