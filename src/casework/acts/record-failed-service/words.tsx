// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { who } from "#web/matter/subject-name.ts";
import { serviceWays } from "#web/acts/service-ways.ts";

export const recordFailedServiceWords = {
  "service-failed": (event, { view }) => [
    who(view, event.subjectId),
    [m.service_tried_on(), event.on],
    [m.service_way(), serviceWays[event.way]()],
    [m.service_failed_reasons(), event.reasons],
  ],
} as const satisfies WordsOf<"service-failed">;
