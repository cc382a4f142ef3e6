// A lead (线索) as the fold of its events.
import type { EarlierStep } from "./act.ts";
import type { Concerned, LeadEvent, LeadSource, LeadWay, Recorded } from "./events.ts";
import type { LeadStage } from "./stages.ts";
import { stepNames } from "./words/step-names.ts";

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
  /** The result of the way that is under way; null while there is none. */
  result: { on: string; result: string } | null;
  results: readonly { on: string; result: string }[];
  returns: readonly { on: string; reasons: string; dueOn: string }[];
  supplements: readonly { on: string; supplement: string }[];
  transfer: { on: string; body: string; reasons: string; documentNumber: string; dueOn: string } | null;
  receipt: { on: string; accepted: boolean; receipt: string } | null;
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
      result: null,
      results: [],
      returns: [],
      supplements: [],
      transfer: null,
      receipt: null,
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
        result: null,
        dueOn,
      };
    }
    case "lead-returned": {
      const { on, reasons, dueOn } = event;
      return { ...lead, version: seq, stage: "returned", returns: [...lead.returns, { on, reasons, dueOn }], dueOn };
    }
    case "lead-supplemented":
      return {
        ...lead,
        version: seq,
        stage: "registered",
        supplements: [...lead.supplements, { on: event.on, supplement: event.supplement }],
        concerned: [...lead.concerned, ...event.concerned],
        dueOn: null,
      };
    case "lead-result-recorded": {
      const result = { on: event.on, result: event.result };
      return { ...lead, version: seq, result, results: [...lead.results, result] };
    }
    case "lead-transferred": {
      const { on, body, reasons, documentNumber, dueOn } = event;
      const transfer = { on, body, reasons, documentNumber, dueOn };
      return { ...lead, version: seq, stage: "transferred", transfer, receipt: null, result: null, dueOn };
    }
    case "transfer-receipted": {
      const { on, accepted, receipt } = event;
      return {
        ...lead,
        version: seq,
        stage: accepted ? "handed-over" : "registered",
        receipt: { on, accepted, receipt },
        dueOn: null,
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

/** The latest step of a lead by its day, as the one that whatever is done next must not come before; of one day, that of the later kind. */
export function latestStepOf(lead: Lead | null): EarlierStep | null {
  if (lead === null) return null;
  const { disposals, results, returns, supplements, transfer, receipt } = lead;
  const steps: EarlierStep[] = [
    { on: lead.receivedOn, name: stepNames["lead-received"] },
    ...returns.map(({ on }) => ({ on, name: stepNames["lead-returned"] })),
    ...supplements.map(({ on }) => ({ on, name: stepNames["lead-supplemented"] })),
    ...disposals.map(({ on }) => ({ on, name: stepNames["lead-disposed"] })),
    ...results.map(({ on }) => ({ on, name: stepNames["lead-result"] })),
    ...(transfer === null ? [] : [{ on: transfer.on, name: stepNames["lead-transferred"] }]),
    ...(receipt === null ? [] : [{ on: receipt.on, name: stepNames["transfer-receipted"] }]),
  ];
  return steps.reduce((latest, step) => (step.on >= latest.on ? step : latest));
}
