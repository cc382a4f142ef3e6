// What the events of this act say.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";

export const confirmPaperCaseWords = {
  "paper-confirmed": (event) => [
    [m.paper_checked_on(), event.on],
    [m.paper_remarks(), event.remarks],
  ],
  "paper-returned": (event) => [
    [m.paper_checked_on(), event.on],
    [m.paper_remarks(), event.reasons],
  ],
} as const satisfies WordsOf<"paper-confirmed" | "paper-returned">;
