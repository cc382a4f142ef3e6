// What the event of this act says.
import { listed, withAside } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { bodyName } from "#web/fields/body-field.tsx";
import { filesIn } from "#web/matter/event-parts.tsx";

export const recordDeliberationWords = {
  deliberated: (event, { view, law }) => {
    const { absent, evidence } = event;
    return [
      [m.deliberation_body(), bodyName(law, event.body)],
      [m.deliberation_on(), event.on],
      [m.attendance(), listed(event.attendance)],
      [m.absent(), listed(absent.map((one) => withAside(one.name, one.reason)))],
      [m.recusals(), listed(event.recusals.map((one) => withAside(one.name, one.reason)))],
      [
        m.votes(),
        m.votes_text({ votesFor: event.votesFor, votesAgainst: event.votesAgainst, abstentions: event.abstentions }),
      ],
      [m.deliberation_result(), event.result],
      [m.minutes_files(), filesIn(evidence, view)],
    ];
  },
} as const satisfies WordsOf<"deliberated">;
