// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { who } from "#web/matter/subject-name.ts";
import { bodyName } from "#web/fields/body-field.tsx";

export const recordConsentWords = {
  "consent-recorded": (event, { view, law }) => [
    who(view, event.subjectId),
    [m.consent_on(), event.on],
    [m.consent_body(), bodyName(law, event.body)],
    [m.consent_to_level(), event.toLevel],
    [m.document_number(), event.documentNumber],
  ],
} as const satisfies WordsOf<"consent-recorded">;
