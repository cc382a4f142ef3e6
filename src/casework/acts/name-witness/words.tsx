// What the event of this act says.
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";

export const nameWitnessWords = {
  "witness-named": (event) => [
    [m.witness(), event.name],
    [m.witness_on(), event.on],
    [m.witness_about(), event.about],
  ],
} as const satisfies WordsOf<"witness-named">;
