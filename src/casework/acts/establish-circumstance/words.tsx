// What the events of this act say.
import { withAside } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import type { EventOf, Pair, Shown, WordsOf } from "#web/matter/event-words.ts";
import { recordName } from "#web/law/finding-names.ts";
import { circumstanceName } from "#web/law/circumstance-text.tsx";
import { who } from "#web/matter/subject-name.ts";

export const establishCircumstanceWords = {
  "circumstance-put-forward": circumstanceFound,
  "circumstance-established": circumstanceFound,
} as const satisfies WordsOf<"circumstance-put-forward" | "circumstance-established">;

function circumstanceFound(
  event: EventOf<"circumstance-put-forward" | "circumstance-established">,
  { view, law }: Shown,
): Pair[] {
  return [
    who(view, event.subjectId),
    [m.circumstance(), circumstanceName(law, event.circumstance)],
    [m.limb_acts(), event.act],
    [
      m.circumstance_record(),
      event.preconditionRecord === null
        ? null
        : withAside(
            `${event.preconditionRecord.on} ${recordName(law, event.circumstance, event.preconditionRecord.record)}`,
            event.preconditionRecord.documentNumber,
          ),
    ],
    [m.reasons(), event.reasons],
  ];
}
