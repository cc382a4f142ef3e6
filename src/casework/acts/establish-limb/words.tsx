// What the events of this act say.
import { withAside } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import type { EventOf, Pair, Shown, WordsOf } from "#web/matter/event-words.ts";
import { recordName } from "#web/law/finding-names.ts";
import { limbName } from "#web/law/limb-text.tsx";
import { who } from "#web/matter/subject-name.ts";

export const establishLimbWords = {
  "limb-put-forward": limbFound,
  "limb-established": limbFound,
} as const satisfies WordsOf<"limb-put-forward" | "limb-established">;

function limbFound(event: EventOf<"limb-put-forward" | "limb-established">, { view, law }: Shown): Pair[] {
  return [
    who(view, event.subjectId),
    [m.limb(), limbName(law, event.limb)],
    [m.limb_acts(), event.act],
    [
      m.limb_record(),
      event.preconditionRecord === null
        ? null
        : withAside(
            `${event.preconditionRecord.on} ${recordName(law, event.limb, event.preconditionRecord.record)}`,
            event.preconditionRecord.documentNumber,
          ),
    ],
    [m.reasons(), event.reasons],
  ];
}
