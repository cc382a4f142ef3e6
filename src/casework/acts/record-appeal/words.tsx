// What the event of this act says.
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { who } from "#web/matter/subject-name.ts";
import { appealWayNames } from "../../finding/appeal-way-names.ts";
import { filesIn } from "#web/matter/event-parts.tsx";

export const recordAppealWords = {
  "appeal-recorded": (event, { view }) => {
    const { way, appellant, lateReasons, evidence } = event;
    return [
      who(view, event.subjectId),
      [m.appeal_on(), event.on],
      [m.appeal_way(), textOf(appealWayNames[way])],
      [m.appeal_appellant(), appellant],
      [m.appeal_ground(), event.ground],
      [m.appeal_late_reasons(), lateReasons],
      [m.appeal_files(), filesIn(evidence, view)],
    ];
  },
} as const satisfies WordsOf<"appeal-recorded">;
