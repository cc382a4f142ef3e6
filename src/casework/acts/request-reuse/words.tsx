// What the event of this act says.
import { withAside } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { who } from "#web/matter/subject-name.ts";
import { purposeName } from "#web/law/purpose-name.ts";

export const requestReuseWords = {
  "reuse-requested": (event, { view, law }) => [
    who(view, event.subjectId),
    [m.reuse_requested_on(), event.on],
    [m.reuse_purpose(), purposeName(law, event.purpose)],
    [m.reuse_post(), withAside(`${event.organizationName} ${event.post}`, event.level)],
    [m.reasons(), event.reasons],
  ],
} as const satisfies WordsOf<"reuse-requested">;
