// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { subjectNameIn } from "#web/matter/subject-name.ts";
import { named } from "#web/language.ts";
import { bodyName } from "#web/fields/body-field.tsx";
import { Lines } from "#web/matter/event-parts.tsx";
import { measureNames } from "#web/law/measure-names.ts";

export const proposeWords = {
  proposed: (event, { view, law }) => [
    [m.proposal_on(), event.on],
    [m.proposal_body(), bodyName(law, event.body)],
    [
      m.proposal(),
      <Lines
        key="lines"
        lines={event.proposals.map((one) => named(subjectNameIn(view, one.subjectId), measureNames(law, one.measures)))}
      />,
    ],
  ],
} as const satisfies WordsOf<"proposed">;
