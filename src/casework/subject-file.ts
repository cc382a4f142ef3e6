// All that a case holds on one subject, as the fold of the events that tell of this subject alone.
import type { CaseEvent, EventFields, Outcome, Proposal } from "./events.ts";
import type { ItemFile } from "./execution/execution.ts";
import type { Subject } from "./subject.ts";

/** The outcome for a subject as it stands: measures, an exemption, or that the decision was revoked. */
export type StandingOutcome = Outcome | { type: "revoked"; subjectId: string; reasons: string };
type Decided = { documentNumber: string; on: string; body: string; seq: number };
/** An outcome that no longer stands, with what took its place. */
export type FormerOutcome = {
  outcome: StandingOutcome;
  decided: Decided;
  effect: EventFields<"took-effect"> | null;
  by: EventFields<"decision-changed">;
};
/** `seq` is its place in the history, by which later acts name it. */
export type Appeal = EventFields<"appeal-recorded"> & { seq: number; examined: EventFields<"appeal-examined"> | null };

/** `seq` is its place in the history, by which later acts name it. */
export type SanctionFile = EventFields<"discipline-recorded"> & {
  seq: number;
  changes: readonly EventFields<"sanction-changed">[];
};

/** A request to use somebody again, with what was decided on it. */
export type Reuse = EventFields<"reuse-requested"> & { seq: number; decided: EventFields<"reuse-decided"> | null };

/** All that the case holds on one subject. */
export type SubjectFile = {
  subject: Subject;
  circumstances: readonly EventFields<"circumstance-established">[];
  /** Catch-alls that wait for the approval of the Working Committee: not established yet. */
  circumstancesAwaiting: readonly EventFields<"circumstance-put-forward">[];
  circumstanceApprovals: readonly EventFields<"circumstance-approval-decided">[];
  responsibility: EventFields<"responsibility-found"> | null;
  factsPut: readonly EventFields<"facts-put">[];
  statement: (EventFields<"statement-recorded"> & { seq: number }) | null;
  proposal: Proposal | null;
  outcome: StandingOutcome | null;
  /** The decision that the outcome stands in; a case may have several, by several bodies. */
  decided: Decided | null;
  /** Outcomes that stood before, earliest first. */
  former: readonly FormerOutcome[];
  /** The proposal to the body above that has not been answered yet. */
  upward: EventFields<"proposed-upward"> | null;
  /** What was tried before it was served, in order. */
  failedServices: readonly EventFields<"service-failed">[];
  served: EventFields<"served"> | null;
  effect: EventFields<"took-effect"> | null;
  arrangement: EventFields<"arranged"> | null;
  sanctions: readonly SanctionFile[];
  consents: readonly EventFields<"consent-recorded">[];
  reuses: readonly Reuse[];
  appeals: readonly Appeal[];
  /** What was done about items of execution by acts of their own, by item. */
  items: Readonly<Record<string, ItemFile>>;
};

/** The events that tell of one subject alone. */
export type SubjectEvent = Extract<
  CaseEvent,
  {
    type:
      | "circumstance-established"
      | "circumstance-put-forward"
      | "circumstance-approval-decided"
      | "responsibility-found"
      | "facts-put"
      | "statement-recorded"
      | "served"
      | "took-effect"
      | "formalities-completed"
      | "service-failed"
      | "arranged"
      | "discipline-recorded"
      | "sanction-changed"
      | "consent-recorded"
      | "reuse-requested"
      | "reuse-decided"
      | "appeal-recorded"
      | "appeal-examined"
      | "decision-changed";
  }
>;

/** What is held on the subject after one more event about it, which is the `seq`-th of the case. */
export function applyToSubject(file: SubjectFile, event: SubjectEvent, seq: number): SubjectFile {
  switch (event.type) {
    case "circumstance-established":
      return { ...file, circumstances: [...file.circumstances, event] };
    case "circumstance-put-forward":
      return { ...file, circumstancesAwaiting: [...file.circumstancesAwaiting, event] };
    case "circumstance-approval-decided":
      return afterApproval(file, event);
    case "responsibility-found":
      return { ...file, responsibility: event };
    case "facts-put":
      return { ...file, factsPut: [...file.factsPut, event] };
    case "statement-recorded":
      return { ...file, statement: { ...event, seq } };
    case "served":
      return { ...file, served: event };
    case "took-effect":
      return { ...file, effect: event };
    case "formalities-completed":
      return file.effect === null ? file : { ...file, effect: { ...file.effect, formalitiesOn: event.on } };
    case "service-failed":
      return { ...file, failedServices: [...file.failedServices, event] };
    case "arranged":
      return { ...file, arrangement: event };
    case "discipline-recorded":
      return { ...file, sanctions: [...file.sanctions, { ...event, seq, changes: [] }] };
    case "sanction-changed": {
      const sanctions = file.sanctions.map((one) =>
        one.seq === event.sanction ? { ...one, changes: [...one.changes, event] } : one,
      );
      return { ...file, sanctions };
    }
    case "consent-recorded":
      return { ...file, consents: [...file.consents, event] };
    case "reuse-requested":
      return { ...file, reuses: [...file.reuses, { ...event, seq, decided: null }] };
    case "reuse-decided": {
      const reuses = file.reuses.map((one) => (one.seq === event.reuse ? { ...one, decided: event } : one));
      return { ...file, reuses };
    }
    case "appeal-recorded":
      return { ...file, appeals: [...file.appeals, { ...event, seq, examined: null }] };
    case "appeal-examined": {
      const appeals = file.appeals.map((one) => (one.seq === event.appeal ? { ...one, examined: event } : one));
      return { ...file, appeals };
    }
    case "decision-changed":
      return changedBy(file, event, seq);
  }
}

/** The file after a catch-all circumstance was approved, and is established, or was refused, and is gone. */
function afterApproval(file: SubjectFile, decided: EventFields<"circumstance-approval-decided">): SubjectFile {
  const found = file.circumstancesAwaiting.filter((one) => one.circumstance === decided.circumstance);
  return {
    ...file,
    circumstances: decided.approved ? [...file.circumstances, ...found] : file.circumstances,
    circumstancesAwaiting: file.circumstancesAwaiting.filter((one) => one.circumstance !== decided.circumstance),
    circumstanceApprovals: [...file.circumstanceApprovals, decided],
  };
}

/** The file after the decision was changed; the former outcome is kept. A changed decision has to be served again. */
function changedBy(file: SubjectFile, event: EventFields<"decision-changed">, seq: number): SubjectFile {
  const { outcome, decided, effect, subject } = file;
  if (outcome === null || decided === null) return file;
  const former = [...file.former, { outcome, decided, effect, by: event }];
  const { change, documentNumber, on, body, reasons } = event;
  if (change.kind === "revoked") {
    const revoked = { type: "revoked" as const, subjectId: subject.id, reasons };
    return {
      ...file,
      former,
      outcome: revoked,
      decided: { documentNumber, on, body, seq },
      served: null,
      effect: null,
    };
  }
  const { effectiveOn } = change;
  const counted = effect === null || effectiveOn === null ? null : { ...effect, effectiveOn };
  const anew = counted === null ? null : { ...counted, formalitiesOn: null };
  // A correction mends words of the decision, whose day it keeps.
  return change.kind === "corrected"
    ? { ...file, former, outcome: change.outcome, decided: { ...decided, documentNumber, seq }, effect: counted }
    : {
        ...file,
        former,
        outcome: change.outcome,
        decided: { documentNumber, on, body, seq },
        served: null,
        effect: change.outcome.type === "exempt" ? null : anew,
      };
}

export function emptyFile(subject: Subject): SubjectFile {
  return {
    subject,
    circumstances: [],
    circumstancesAwaiting: [],
    circumstanceApprovals: [],
    responsibility: null,
    factsPut: [],
    statement: null,
    proposal: null,
    outcome: null,
    decided: null,
    former: [],
    upward: null,
    failedServices: [],
    served: null,
    effect: null,
    arrangement: null,
    sanctions: [],
    consents: [],
    reuses: [],
    appeals: [],
    items: {},
  };
}
