// What the event of this act says.
import { stageOfWay } from "../../lead.ts";
import { stageNames } from "../../words/stage-names.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";

export const disposeLeadWords = {
  "lead-disposed": (event) => [
    [m.lead_way(), textOf(stageNames[stageOfWay[event.way]])],
    [m.lead_disposed_on(), event.on],
    [m.due_on(), event.dueOn],
    [m.reasons(), event.reasons],
  ],
} as const satisfies WordsOf<"lead-disposed">;
