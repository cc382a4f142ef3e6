// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { exemptionName } from "#web/law/exemption-name.ts";

export const endWithoutAccountabilityWords = {
  "ended-without-accountability": (event, { law }) => [
    [m.ending_on(), event.on],
    [m.ending_ground(), exemptionName(law, event.ground)],
    [m.reasons(), event.reasons],
  ],
} as const satisfies WordsOf<"ended-without-accountability">;
