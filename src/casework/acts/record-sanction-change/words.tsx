// What the event of this act says.
import type { SanctionChange } from "../../events.ts";
import type { Law } from "#law/compile/law.ts";
import type { MatterView } from "#matters/contract/matters.ts";
import { sanctionChanges } from "#web/acts/sanction-changes.ts";
import { sanctionName } from "#web/law/sanction-name.ts";
import type { Pair, WordsOf } from "#web/matter/event-words.ts";
import { who } from "#web/matter/subject-name.ts";
import { m } from "#web/paraglide/messages.js";

export const recordSanctionChangeWords = {
  "sanction-changed": (event, { view, law }) => [
    who(view, event.subjectId),
    [m.sanction(), changedSanctionIn(view, law, event)],
    [m.sanction_change(), sanctionChanges[event.change.kind]()],
    changeDetail(event.change),
    [m.sanction_change_authority(), event.authority],
    [m.document_number(), event.documentNumber],
  ],
} as const satisfies WordsOf<"sanction-changed">;

function changedSanctionIn({ history }: MatterView, law: Law, { sanction }: { sanction: number }): string | null {
  const event = history.find(({ seq }) => seq === sanction)?.event;
  return event?.type === "discipline-recorded" ? `${sanctionName(law, event.sanction)} ${event.effective}` : null;
}

function changeDetail(change: SanctionChange): Pair {
  switch (change.kind) {
    case "restored":
      return [m.sanction_restored_on(), change.on];
    case "revoked":
      return [m.sanction_revoked_on(), change.on];
    case "extended":
      return [m.sanction_extended_months(), m.months({ months: change.months })];
    case "period-set":
      return [m.sanction_set_months(), m.months({ months: change.months })];
  }
}
