// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { who } from "#web/matter/subject-name.ts";
import { serviceWays } from "#web/acts/service-ways.ts";

export const serveWords = {
  served: (event, { view }) => [
    who(view, event.subjectId),
    [m.service_on(), event.on],
    [m.service_way(), serviceWays[event.way]()],
    [m.service_receipt(), event.receipt],
  ],
} as const satisfies WordsOf<"served">;
