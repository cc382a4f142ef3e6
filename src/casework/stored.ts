// Events as they were stored, by whatever release: what an earlier one did not ask for yet is filled in here, so that nothing else has to
// know of it. Whoever adds a field to an event says here what it is where nobody was asked.
import type { CaseworkEvent, Evidence, Outcome, Proposal, RegisteredEvidence } from "./events.ts";

type Kind = CaseworkEvent["type"];
type Of<T extends Kind> = Extract<CaseworkEvent, { type: T }>;

/** Fields that an event of this kind may lack. Empty texts are shown as nothing: nobody was asked, so nobody has answered. */
const unasked: { [T in Kind]?: Partial<Of<T>> } = {
  "opening-requested": { order: null },
  "opening-approved": { leader: "" },
  "subject-added": { another: null },
  "limb-established": { preconditionRecord: null },
  deliberated: { absent: [], evidence: [] },
  circulated: { scopes: [], recipients: [] },
  "took-effect": { level: null },
  "discipline-recorded": { decided: null, level: null },
  "consent-recorded": { toLevel: null },
  "appeal-recorded": { way: "accountability-appeal", appellant: "", lateReasons: null, dueOn: null, evidence: [] },
};

/** The event with all that events of its kind hold today. `stored` is what an act of some release wrote, and never changes. */
export function asNow(stored: CaseworkEvent): CaseworkEvent {
  const lacking = unasked[stored.type];
  const event = lacking === undefined ? stored : { ...lacking, ...stored }; // only what its own kind may lack was added
  // Most kinds of event are as they always were.
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check
  switch (event.type) {
    case "fact-recorded":
      return { ...event, evidence: event.evidence.map(registered) };
    case "limb-established":
      return withApprovalInWords(event);
    case "proposed":
      return { ...event, proposals: event.proposals.map(withFindings) };
    case "decided":
      return { ...event, outcomes: event.outcomes.map(outcomeAsNow) };
    default:
      return event;
  }
}

function registered(file: RegisteredEvidence | Evidence): RegisteredEvidence {
  return {
    kind: "",
    obtainedFrom: null,
    ...file,
  };
}

function withFindings<T extends Proposal | Outcome>(found: T): T {
  return {
    factors: [],
    escalations: [],
    ...found,
  };
}

function outcomeAsNow(outcome: Outcome): Outcome {
  return outcome.type === "accountable" ? withFindings(outcome) : outcome;
}

/** The first release noted the approval of a catch-all in a line of its own, where there is an act today. */
function withApprovalInWords(event: Of<"limb-established"> & { approval?: string | null }): Of<"limb-established"> {
  const { approval, ...now } = event;
  if (approval === undefined || approval === null) return now;
  return { ...now, reasons: [now.reasons, `批准：${approval}`].filter((words) => words !== null).join("；") };
}
