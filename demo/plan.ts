// What a case of the demonstration is to be: who, what for, how far it got, and on which days.
import type { Gravity } from "#casework/events.ts";
import type { CaseStage } from "#casework/stages.ts";
import type { SubjectKind } from "#casework/subject.ts";

export type SanctionPlan = {
  sanction: string;
  months: number | null;
  /** Before the proposal, or so many days after the measures took effect. */
  when: "before" | { daysAfterEffect: number };
  authority: string;
};

export type SubjectPlan = {
  kind: SubjectKind;
  /** Key of a person (`yingji-1`) or of an organization. */
  of: string;
  gravity: Gravity;
  measures: readonly string[];
  /** What was proposed where the decision departs from it. */
  proposed: readonly string[] | null;
  adjustment: boolean;
  /** Strong reaction of the public together with vile influence, whatever the gravity. */
  reaction: boolean;
  exemptOn: string | null;
  sanctions: readonly SanctionPlan[];
  effectiveOn: string | null;
  /** Days after service; null without an appeal. */
  appealAfter: number | null;
  consents: readonly string[];
  /** What the examination of the appeal came to, months later; null while it is open. */
  appealCameTo: { result: "upheld" } | { result: "changed"; to: readonly string[] } | null;
  /** The person was to be used again in an equivalent post: asked for and decided on these days, with a consent in between. */
  reuse: { askedOn: string; decidedOn: string } | null;
};

export type CasePlan = {
  /** The circumstance tells what it is about. */
  circumstance: string;
  unit: string;
  subjects: readonly SubjectPlan[];
  stage: CaseStage;
  /** The day on which one milestone fell; all others are counted from it. */
  anchor: { milestone: Milestone; on: string };
  body: "working-committee" | "personnel-department";
  leads: number;
  dueOn: string | null;
  /** How far an open inquiry got: 0 approved, 1 subject, 2 facts, 3 circumstance, 4 heard. */
  progress: number;
  /** Ground of an ending; null otherwise. */
  ground: string | null;
  /** The deliberation found no majority. */
  noMajority: boolean;
  /** At the stage "effective": what is done of circulation and arrangement. */
  executed: boolean;
  /** The conduct began before the regulation and went on. */
  longBefore: boolean;
};

export const milestones = [
  "received",
  "registered",
  "disposed",
  "requested",
  "approved",
  "subjects",
  "facts",
  "results",
  "circumstances",
  "heard",
  "proposed",
  "deliberated",
  "decided",
  "served",
  "effective",
  "circulated",
  "arranged",
  "closed",
] as const;
export type Milestone = (typeof milestones)[number];

/** A person held accountable. */
export function person(of: string, measures: readonly string[], more: Partial<SubjectPlan> = {}): SubjectPlan {
  return subject("person", of, measures, more);
}

export function organization(of: string, measures: readonly string[], more: Partial<SubjectPlan> = {}): SubjectPlan {
  return subject("organization", of, measures, more);
}

export function leadingBody(of: string, measures: readonly string[], more: Partial<SubjectPlan> = {}): SubjectPlan {
  return subject("leading-body", of, measures, more);
}

export const lighterMeasures: readonly string[] = [
  "criticism-education",
  "self-examination",
  "circulated-criticism",
  "admonition",
];

function subject(kind: SubjectKind, of: string, measures: readonly string[], more: Partial<SubjectPlan>): SubjectPlan {
  const lighter = measures.every((measure) => lighterMeasures.includes(measure));
  return {
    kind,
    of,
    measures,
    gravity: measures.length === 0 ? "discipline" : lighter ? "lighter" : "graver",
    proposed: null,
    adjustment: false,
    reaction: false,
    exemptOn: null,
    sanctions: [],
    effectiveOn: null,
    appealAfter: null,
    consents: [],
    appealCameTo: null,
    reuse: null,
    ...more,
  };
}

/** A case that ran its whole course, decided on that day. */
export function closedCase(
  circumstance: string,
  unit: string,
  decidedOn: string,
  subjects: readonly SubjectPlan[],
  more: Partial<CasePlan> = {},
): CasePlan {
  return planned(
    { circumstance, unit, subjects, stage: "closed", anchor: { milestone: "decided", on: decidedOn } },
    more,
  );
}

/** A case that stands at a stage, reached on that day by that milestone. */
export function standingCase(
  stage: CaseStage,
  circumstance: string,
  unit: string,
  anchor: CasePlan["anchor"],
  subjects: readonly SubjectPlan[],
  more: Partial<CasePlan> = {},
): CasePlan {
  return planned({ circumstance, unit, subjects, stage, anchor }, more);
}

function planned(
  core: Pick<CasePlan, "circumstance" | "unit" | "subjects" | "stage" | "anchor">,
  more: Partial<CasePlan>,
): CasePlan {
  return {
    ...core,
    body: "working-committee",
    leads: 1,
    dueOn: null,
    progress: 4,
    ground: null,
    noMajority: false,
    executed: true,
    longBefore: false,
    ...more,
  };
}

/** Whether an appeal in it is examined: by other people than those who handled it. */
export function isExamined({ subjects }: CasePlan): boolean {
  return subjects.some(({ appealCameTo }) => appealCameTo !== null);
}
