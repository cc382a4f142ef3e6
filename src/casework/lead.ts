// A lead (线索) as the fold of its events.
import type { Concerned, LeadEvent, LeadSource, LeadWay, Recorded } from "./events.ts";
import type { LeadStage } from "./stages.ts";

export type Lead = {
  kind: "lead";
  id: string;
  version: number;
  stage: LeadStage;
  number: string;
  source: LeadSource;
  receivedOn: string;
  summary: string;
  concerned: readonly Concerned[];
  registeredBy: string;
  disposals: readonly { way: LeadWay; reasons: string; on: string; dueOn: string | null }[];
  dueOn: string | null;
  caseId: string | null;
  caseNumber: string | null;
};

export const stageOfWay = {
  "talk-inquiry": "talk-inquiry",
  "preliminary-verification": "preliminary-verification",
  shelving: "shelved",
  settlement: "settled",
} as const satisfies Record<LeadWay, LeadStage>;

/** The lead after one more event. The first must be its registration. */
export function applyToLead(lead: Lead | null, id: string, recorded: Recorded<LeadEvent>): Lead {
  const { event, seq } = recorded;
  if (event.type === "lead-registered") {
    return {
      kind: "lead",
      id,
      version: seq,
      stage: "registered",
      number: event.number,
      source: event.source,
      receivedOn: event.receivedOn,
      summary: event.summary,
      concerned: event.concerned,
      registeredBy: recorded.actorId,
      disposals: [],
      dueOn: null,
      caseId: null,
      caseNumber: null,
    };
  }
  if (lead === null) throw new Error(`lead ${id} begins with ${event.type}, not with its registration`);
  switch (event.type) {
    case "lead-disposed": {
      const { way, reasons, on, dueOn } = event;
      return {
        ...lead,
        version: seq,
        stage: stageOfWay[way],
        disposals: [...lead.disposals, { way, reasons, on, dueOn }],
        dueOn,
      };
    }
    case "lead-joined":
      return {
        ...lead,
        version: seq,
        stage: "joined",
        caseId: event.caseId,
        caseNumber: event.caseNumber,
        dueOn: null,
      };
  }
}
