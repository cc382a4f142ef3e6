// What the event of this act says.
import { listed, withAside } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { who } from "#web/matter/subject-name.ts";

export const putFactsWords = {
  "facts-put": (event, { view }) => [
    who(view, event.subjectId),
    [m.facts_put_on(), withAside(event.on, event.place)],
    [m.facts_put_by(), listed(event.inquirers.map((id) => view.accounts[id] ?? id))],
    [m.facts_put_opinion(), event.signed ? event.opinion : withAside(event.opinion, m.facts_put_unsigned())],
  ],
} as const satisfies WordsOf<"facts-put">;
