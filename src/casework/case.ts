// A case (案件) as the fold of its events.
import type { EarlierStep } from "./act.ts";
import type { ActId } from "./acts.ts";
import { fourEyesPairsOf } from "./duties.ts";
import type { FourEyesPair } from "./duties.ts";
import type { CaseEvent, EventFields, Recorded } from "./events.ts";
import { withItem } from "./execution/execution.ts";
import type { ItemFile } from "./execution/execution.ts";
import type { CaseStage } from "./stages.ts";
import { applyToSubject, emptyFile } from "./subject-file.ts";
import type { SubjectEvent, SubjectFile } from "./subject-file.ts";
import { stepNames } from "./words/step-names.ts";

export type Case = {
  kind: "case";
  id: string;
  version: number;
  stage: CaseStage;
  number: string;
  title: string;
  reasons: string;
  requestedBy: string;
  /** The old decision on paper that was entered afterwards (补录); null for a case run here. */
  paper: EventFields<"paper-entered"> | null;
  leadIds: readonly string[];
  /** The superior's order that the request rests on; null where there is none. */
  order: EventFields<"opening-requested">["order"];
  /** The inquiry group as it stands now. */
  group: { inquirers: readonly string[]; leader: string } | null;
  takenOver: EventFields<"taken-over"> | null;
  opening: EventFields<"opening-approved"> | EventFields<"opening-refused"> | null;
  dueOn: string | null;
  subjects: readonly SubjectFile[];
  facts: readonly (EventFields<"fact-recorded"> & { seq: number })[];
  proposal: EventFields<"proposed"> | null;
  /** The latest of the deliberations. */
  deliberation: EventFields<"deliberated"> | null;
  deliberations: readonly (EventFields<"deliberated"> & { seq: number })[];
  /** The latest of the decisions. */
  decision: EventFields<"decided"> | null;
  decisions: readonly EventFields<"decided">[];
  answers: readonly EventFields<"answer-recorded">[];
  witnesses: readonly EventFields<"witness-named">[];
  recusals: readonly EventFields<"recused">[];
  circulations: readonly (EventFields<"circulated"> & {
    receipts: readonly Omit<EventFields<"circulation-received">, "documentNumber">[];
  })[];
  ending: EventFields<"ended-without-accountability"> | null;
  closing: EventFields<"closed"> | null;
  /** The accounts that did each act in this case, by which four eyes are held. */
  actorsByAct: Readonly<Partial<Record<ActId, readonly string[]>>>;
  /** The persons behind these accounts, where they are known. */
  personOf: Readonly<Record<string, string>>;
  /** Every pair of acts here that had to be done by two; the database checks each again. */
  fourEyesPairs: readonly FourEyesPair[];
};

/** The case after one more event. The first must be the request to open it. */
export function applyToCase(state: Case | null, id: string, recorded: Recorded<CaseEvent>): Case {
  const { event } = recorded;
  if (event.type === "opening-requested") {
    const { leadIds, order } = event;
    return {
      ...openedCase(id, recorded, event),
      leadIds,
      order,
      actorsByAct: { "request-opening": actorsOf(recorded) },
      personOf: withPersons({}, recorded),
    };
  }
  if (event.type === "paper-entered") {
    const actorsByAct = { "enter-paper-case": actorsOf(recorded) };
    return {
      ...openedCase(id, recorded, event),
      stage: "paper-entered",
      paper: event,
      subjects: [emptyFile(event.subject)],
      actorsByAct,
      personOf: withPersons({}, recorded),
    };
  }
  if (state === null) throw new Error(`case ${id} begins with ${event.type}, not with the request to open it`);
  const next = applyEvent(state, event, recorded.seq);
  const act = recorded.act as ActId; // the store writes only acts of the table
  const doneBy = actorsOf(recorded);
  const personOf = withPersons(state.personOf, recorded);
  const fourEyesPairs = fourEyesPairsOf(act, doneBy, state.actorsByAct, personOf);
  return {
    ...next,
    version: recorded.seq,
    actorsByAct: withActors(state.actorsByAct, act, doneBy),
    personOf,
    fourEyesPairs: fourEyesPairs.length === 0 ? state.fourEyesPairs : [...state.fourEyesPairs, ...fourEyesPairs],
  };
}

/** Each account once for an act, however often it did it: in a long inquiry the same few record hundreds of facts. */
function withActors(before: Case["actorsByAct"], act: ActId, doneBy: readonly string[]): Case["actorsByAct"] {
  const known = before[act] ?? [];
  const more = doneBy.filter((one) => !known.includes(one));
  return more.length === 0 ? before : { ...before, [act]: [...known, ...more] };
}

/** What is done by delegation counts as done by both accounts, so that nobody passes four eyes by delegating to somebody else. */
function actorsOf({ actorId, onBehalfOf }: Recorded<CaseEvent>): string[] {
  return onBehalfOf === undefined ? [actorId] : [actorId, onBehalfOf.accountId];
}

/** With the persons of one more event; the same where they are known, as they mostly are. */
function withPersons(known: Case["personOf"], { actorId, onBehalfOf, persons }: Recorded<CaseEvent>): Case["personOf"] {
  if (persons === undefined) return known;
  const next: Record<string, string> = {};
  if (persons.actor !== null) next[actorId] = persons.actor;
  if (persons.behalf !== null && onBehalfOf !== undefined) next[onBehalfOf.accountId] = persons.behalf;
  const isNews = Object.entries(next).some(([account, person]) => known[account] !== person);
  return isNews ? { ...known, ...next } : known;
}

/** A case of which nothing but its beginning has happened. */
function openedCase(
  id: string,
  { seq, actorId }: Recorded<CaseEvent>,
  { number, title, reasons }: { number: string; title: string; reasons: string },
): Case {
  return {
    kind: "case",
    id,
    version: seq,
    stage: "opening-requested",
    number,
    title,
    reasons,
    requestedBy: actorId,
    paper: null,
    leadIds: [],
    order: null,
    group: null,
    takenOver: null,
    opening: null,
    dueOn: null,
    subjects: [],
    facts: [],
    proposal: null,
    deliberation: null,
    deliberations: [],
    decision: null,
    decisions: [],
    answers: [],
    witnesses: [],
    recusals: [],
    circulations: [],
    ending: null,
    closing: null,
    actorsByAct: {},
    personOf: {},
    fourEyesPairs: [],
  };
}

/** The events of a case after the one with which it begins. */
type LaterEvent = Exclude<CaseEvent, { type: "opening-requested" | "paper-entered" }>;
/** The case after one more event of a kind, which is the `seq`-th of its history. */
type Change<E extends LaterEvent> = (state: Case, event: E, seq: number) => Case;

function applyEvent(state: Case, event: LaterEvent, seq: number): Case {
  const change = changes[event.type] as Change<LaterEvent>; // the table pairs each kind with its own change, which the index hides
  return change(state, event, seq);
}

/** The case after an event that tells of one subject alone. */
function ofSubject(state: Case, event: SubjectEvent, seq: number): Case {
  return onSubject(state, event.subjectId, (file) => applyToSubject(file, event, seq));
}

/** One row for each kind of event, in the order of a case's life. */
const changes: { readonly [Type in LaterEvent["type"]]: Change<Extract<LaterEvent, { type: Type }>> } = {
  "opening-approved": (state, event) => ({
    ...state,
    stage: "inquiry",
    opening: event,
    group: { inquirers: event.inquirers, leader: event.leader },
    dueOn: event.dueOn,
  }),
  "opening-refused": (state, event) => ({ ...state, stage: "not-opened", opening: event }),
  "lead-added": (state, { leadId }) => ({ ...state, leadIds: [...state.leadIds, leadId] }),
  "inquiry-group-changed": (state, { inquirers, leader }) => ({ ...state, group: { inquirers, leader } }),
  "taken-over": (state, event) => ({ ...state, stage: "taken-over", takenOver: event, dueOn: null }),
  recused: (state, event) => ({ ...state, recusals: [...state.recusals, event] }),

  "subject-added": (state, { subject }) => ({ ...state, subjects: [...state.subjects, emptyFile(subject)] }),
  "witness-named": (state, event) => ({ ...state, witnesses: [...state.witnesses, event] }),
  // Of all lists the one that grows by hundreds; joined, it is copied four times as quickly as spread out.
  "fact-recorded": (state, event, seq) => ({ ...state, facts: state.facts.concat([{ ...event, seq }]) }),
  "circumstance-established": ofSubject,
  "circumstance-put-forward": ofSubject,
  "circumstance-approval-decided": ofSubject,
  "responsibility-found": ofSubject,
  "facts-put": ofSubject,
  "statement-recorded": ofSubject,

  proposed: (state, event) => ({
    ...state,
    stage: "proposed",
    proposal: event,
    dueOn: null,
    subjects: state.subjects.map((file) => ({
      ...file,
      proposal: event.proposals.find(({ subjectId }) => subjectId === file.subject.id) ?? null,
    })),
  }),
  deliberated: (state, event, seq) => withDeliberation(state, { ...event, seq }),
  decided: (state, event, seq) =>
    atStageReached({
      ...state,
      decision: event,
      decisions: [...state.decisions, event],
      subjects: state.subjects.map((file) => decidedIn(file, event, seq)),
    }),
  "proposed-upward": (state, event) => ({
    ...state,
    stage: "deciding",
    subjects: state.subjects.map((file) =>
      event.subjectIds.includes(file.subject.id) ? { ...file, upward: event } : file,
    ),
  }),
  "answer-recorded": (state, event) => ({
    ...state,
    answers: [...state.answers, event],
    subjects: state.subjects.map((file) =>
      event.returned.some(({ subjectId }) => subjectId === file.subject.id) ? { ...file, upward: null } : file,
    ),
  }),
  "ended-without-accountability": (state, event) => ({
    ...state,
    stage: "ended-without-accountability",
    ending: event,
    dueOn: null,
  }),

  served: (state, event, seq) => atStageReached(ofSubject(state, event, seq)),
  "service-failed": ofSubject,
  "took-effect": (state, event, seq) => atStageReached(ofSubject(state, event, seq)),
  "formalities-completed": ofSubject,
  arranged: ofSubject,
  circulated: (state, event) => ({ ...state, circulations: [...state.circulations, { ...event, receipts: [] }] }),
  "circulation-received": (state, event) => ({
    ...state,
    circulations: state.circulations.map((one) =>
      one.documentNumber === event.documentNumber ? { ...one, receipts: [...one.receipts, event] } : one,
    ),
  }),
  "items-completed": (state, event) => onItems(state, event.items, (file) => ({ ...file, completed: event })),
  "items-assigned": (state, { items, accountId }) => onItems(state, items, (file) => ({ ...file, accountId })),
  "waiver-requested": (state, event) =>
    onItems(state, [event], (file) => ({ ...file, waiver: { requested: event, decided: null } })),
  "waiver-decided": (state, event) =>
    onItems(state, [event], (file) =>
      file.waiver === null ? file : { ...file, waiver: { ...file.waiver, decided: event } },
    ),

  "discipline-recorded": ofSubject,
  "sanction-changed": ofSubject,
  "consent-recorded": ofSubject,
  "reuse-requested": ofSubject,
  "reuse-decided": ofSubject,
  "appeal-recorded": ofSubject,
  "appeal-examined": ofSubject,
  "decision-changed": (state, event, seq) => reopenedBy(event, atStageReached(ofSubject(state, event, seq))),

  "paper-confirmed": (state, _event, seq) => confirmed(state, seq),
  "paper-returned": (state) => ({ ...state, stage: "paper-returned" }),
  closed: (state, event) => ({ ...state, stage: "closed", closing: event }),
};

/** The case after its paper was confirmed: decided and in effect as the paper says, and closed. */
function confirmed(state: Case, seq: number): Case {
  const { paper } = state;
  if (paper === null) return state;
  const { subject, outcome, documentNumber, on, body, effectiveOn, announcedOn, formalitiesOn } = paper;
  return {
    ...state,
    stage: "closed",
    subjects: state.subjects.map((file) => ({
      ...file,
      outcome,
      decided: { documentNumber, on, body, seq },
      effect: { subjectId: subject.id, effectiveOn, announcedOn, formalitiesOn, level: null },
    })),
  };
}

/** Opens a closed case again, whose changed decision has to be executed. A correction changes nothing that was executed. */
function reopenedBy({ change }: EventFields<"decision-changed">, state: Case): Case {
  return state.closing === null || change.kind === "corrected"
    ? state
    : { ...state, stage: "effective", closing: null };
}

/** Moves the case to the stage that every subject has reached. One in execution or closed stays so. */
function atStageReached(state: Case): Case {
  return state.stage === "effective" || state.stage === "closed" ? state : { ...state, stage: stageReached(state) };
}

function stageReached({ subjects }: Case): CaseStage {
  if (!subjects.every((file) => file.outcome !== null)) return "deciding";
  if (!subjects.every((file) => file.served !== null)) return "decided";
  // Where every subject was exempted, nothing takes effect: what remains is to close.
  return subjects.every((file) => file.effect !== null || file.outcome?.type !== "accountable")
    ? "effective"
    : "served";
}

function withDeliberation(state: Case, deliberation: Case["deliberations"][number]): Case {
  return {
    ...state,
    stage: state.stage === "proposed" ? "deliberated" : state.stage,
    deliberation,
    deliberations: [...state.deliberations, deliberation],
  };
}

function decidedIn(file: SubjectFile, event: EventFields<"decided">, seq: number): SubjectFile {
  const outcome = event.outcomes.find((one) => one.subjectId === file.subject.id);
  if (outcome === undefined) return file;
  const { documentNumber, on, body } = event;
  return { ...file, outcome, decided: { documentNumber, on, body, seq }, upward: null };
}

function onSubject(state: Case, subjectId: string, change: (file: SubjectFile) => SubjectFile): Case {
  return { ...state, subjects: state.subjects.map((file) => (file.subject.id === subjectId ? change(file) : file)) };
}

function onItems(
  state: Case,
  items: readonly { subjectId: string; item: string }[],
  change: (file: ItemFile) => ItemFile,
): Case {
  return items.reduce(
    (after, { subjectId, item }) =>
      onSubject(after, subjectId, (file) => ({ ...file, items: withItem(file.items, item, change) })),
    state,
  );
}

export function subjectFileOf(state: Case, subjectId: string): SubjectFile | null {
  return state.subjects.find((file) => file.subject.id === subjectId) ?? null;
}

/** The step that all dates of the inquiry follow: the opening; null before it was decided on. */
export function openingOf(state: Case): EarlierStep | null {
  return state.opening === null ? null : { on: state.opening.on, name: stepNames.opening };
}

/** The facts of this subject that have not been put to the subject. */
export function factsNotPut(state: Case, { subject, factsPut }: SubjectFile): Case["facts"][number][] {
  const put = new Set(factsPut.flatMap((one) => one.factIds));
  return state.facts.filter((fact) => fact.subjectIds.includes(subject.id) && !put.has(fact.factId));
}
