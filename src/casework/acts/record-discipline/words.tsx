// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { who } from "#web/matter/subject-name.ts";
import { sanctionName } from "#web/law/sanction-name.ts";

export const recordDisciplineWords = {
  "discipline-recorded": (event, { view, law }) => [
    who(view, event.subjectId),
    [m.sanction(), sanctionName(law, event.sanction)],
    [m.sanction_decided(), event.decided],
    [m.sanction_effective(), event.effective],
    [m.sanction_months(), event.months === null ? null : m.months({ months: event.months })],
    [m.level_on_effective(), event.level],
    [m.sanction_authority(), event.authority],
    [m.document_number(), event.documentNumber],
  ],
} as const satisfies WordsOf<"discipline-recorded">;
