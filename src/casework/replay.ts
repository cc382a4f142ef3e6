// A lead or a case as it is, replayed from its stored events in order.
import { applyToCase } from "./case.ts";
import type { Case } from "./case.ts";
import type { CaseEvent, CaseworkEvent, LeadEvent, Recorded } from "./events.ts";
import { applyToLead } from "./lead.ts";
import type { Lead } from "./lead.ts";

export type Matter = Lead | Case;

const leadEventTypes: ReadonlySet<CaseworkEvent["type"]> = new Set<LeadEvent["type"]>([
  "lead-registered",
  "lead-returned",
  "lead-supplemented",
  "lead-disposed",
  "lead-result-recorded",
  "lead-transferred",
  "transfer-receipted",
  "lead-joined",
]);

/** The lead or case after all its events, lowest `seq` first; null without any. Throws on a history that no act could have written. */
export function replay(id: string, history: readonly Recorded[]): Matter | null {
  let matter: Matter | null = null;
  for (const recorded of history) matter = apply(matter, id, recorded);
  return matter;
}

/** The matter after one more event. */
export function apply(matter: Matter | null, id: string, recorded: Recorded): Matter {
  if (isLeadEvent(recorded)) {
    if (matter !== null && matter.kind !== "lead") throw new Error(`${recorded.event.type} in case ${id}`);
    return applyToLead(matter, id, recorded);
  }
  if (matter !== null && matter.kind !== "case") throw new Error(`${recorded.event.type} in lead ${id}`);
  return applyToCase(matter, id, recorded as Recorded<CaseEvent>); // every event that is not a lead's is a case's
}

function isLeadEvent(recorded: Recorded): recorded is Recorded<LeadEvent> {
  return leadEventTypes.has(recorded.event.type);
}
