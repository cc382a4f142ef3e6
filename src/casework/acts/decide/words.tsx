// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { subjectNameIn } from "#web/matter/subject-name.ts";
import { named } from "#web/language.ts";
import { bodyName } from "#web/fields/body-field.tsx";
import { Lines } from "#web/matter/event-parts.tsx";
import { outcomeText } from "#web/law/outcome-text.ts";

export const decideWords = {
  decided: (event, { view, law }) => [
    [m.document_number(), event.documentNumber],
    [m.decision_on(), event.on],
    [m.decision_body(), bodyName(law, event.body)],
    [
      m.outcome(),
      <Lines
        key="lines"
        lines={event.outcomes.map((one) => named(subjectNameIn(view, one.subjectId), outcomeText(law, one)))}
      />,
    ],
  ],
} as const satisfies WordsOf<"decided">;
