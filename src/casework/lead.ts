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
  if (event.type === "lead-registered") return registered(id, recorded, event);
  if (lead === null) throw new Error(`lead ${id} begins with ${event.type}, not with its registration`);
  const change = changes[event.type] as Change<LaterEvent>; // the table pairs each kind with its own change, which the index hides
  return { ...lead, ...change(lead, event), version: seq };
}

/** A lead of which nothing but its registration has happened. */
function registered(
  id: string,
  { seq, actorId }: Recorded<LeadEvent>,
  { number, source, receivedOn, summary, concerned }: Extract<LeadEvent, { type: "lead-registered" }>,
): Lead {
  return {
    kind: "lead",
    id,
    version: seq,
    stage: "registered",
    number,
    source,
    receivedOn,
    summary,
    concerned,
    registeredBy: actorId,
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

/** The events of a lead after the one with which it begins. */
type LaterEvent = Exclude<LeadEvent, { type: "lead-registered" }>;
/** The fields of the lead that an event of a kind changes. */
type Change<E extends LaterEvent> = (lead: Lead, event: E) => Partial<Lead>;

/** One row for each kind of event. */
const changes: { readonly [Type in LaterEvent["type"]]: Change<Extract<LaterEvent, { type: Type }>> } = {
  "lead-disposed": (lead, { way, reasons, on, dueOn }) => ({
    stage: stageOfWay[way],
    disposals: [...lead.disposals, { way, reasons, on, dueOn }],
    result: null,
    dueOn,
  }),
  "lead-returned": (lead, { on, reasons, dueOn }) => ({
    stage: "returned",
    returns: [...lead.returns, { on, reasons, dueOn }],
    dueOn,
  }),
  "lead-supplemented": (lead, { on, supplement, concerned }) => ({
    stage: "registered",
    supplements: [...lead.supplements, { on, supplement }],
    concerned: [...lead.concerned, ...concerned],
    dueOn: null,
  }),
  "lead-result-recorded": (lead, { on, result }) => ({
    result: { on, result },
    results: [...lead.results, { on, result }],
  }),
  "lead-transferred": (_lead, { on, body, reasons, documentNumber, dueOn }) => ({
    stage: "transferred",
    transfer: { on, body, reasons, documentNumber, dueOn },
    receipt: null,
    result: null,
    dueOn,
  }),
  "transfer-receipted": (_lead, { on, accepted, receipt }) => ({
    stage: accepted ? "handed-over" : "registered",
    receipt: { on, accepted, receipt },
    dueOn: null,
  }),
  "lead-joined": (_lead, { caseId, caseNumber }) => ({ stage: "joined", caseId, caseNumber, dueOn: null }),
};

/** The latest step of a lead, which the next one must not be dated before; of two on one day, the one of the later kind. Null without a lead. */
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
