// What can happen in a lead or a case: one kind each, nothing optional that another kind needs. What is stored was parsed by its act: it is
// declared here, and not judged again when it is read.
import { z } from "zod";
import { gravitySchema, handlingSchema } from "#law/pack/vocabulary.ts";
import type { Gravity, Handling } from "#law/pack/vocabulary.ts";
import { subjectShape } from "./subject.ts";

export const leadWay = z.enum(["talk-inquiry", "preliminary-verification", "shelving", "settlement"]);
export type LeadWay = z.output<typeof leadWay>;
export const leadSource = z.enum([
  "petition",
  "complaint",
  "inspection-feedback",
  "supervision",
  "media",
  "audit",
  "superior-order",
  "own-finding",
]);
export type LeadSource = z.output<typeof leadSource>;
export type { Gravity, Handling };
export const recusalGround = z.enum(["relative", "interest", "acquaintance", "other"]);
export type RecusalGround = z.output<typeof recusalGround>;
export const serviceWay = z.enum(["in-person", "left-at-residence", "by-post", "announced"]);
export const circulationScope = z.enum(["unit", "system", "zone", "public"]);

/** A file in the content-addressed evidence store; size in bytes. */
const evidence = z.object({ sha256: z.string(), name: z.string(), size: z.number(), mediaType: z.string() });
export type Evidence = z.output<typeof evidence>;
export const evidenceList = z.array(evidence);
/** A file in the register of evidence: its kind in the vocabulary (书证, 物证, 证人证言 …), and whence it came where that is said. */
const registeredEvidence = evidence.extend({ kind: z.string(), obtainedFrom: z.string().nullable() });
export type RegisteredEvidence = z.output<typeof registeredEvidence>;
/** A superior's order to open (责令启动). */
const superiorOrder = z.object({ body: z.string(), on: z.string(), documentNumber: z.string() });
export type SuperiorOrder = z.output<typeof superiorOrder>;
/** The earlier record that the precondition of a circumstance rests on: which one, of what day, in which document. */
const preconditionRecord = z.object({ record: z.string(), on: z.string(), documentNumber: z.string() });
export type PreconditionRecord = z.output<typeof preconditionRecord>;
/** A factor (从轻、从重情形) that people found, and how it shows. */
const factor = z.object({ factor: z.string(), how: z.string() });
export type Factor = z.output<typeof factor>;
/** What people found of a clause of escalation that applies: whether they follow it, and why. */
const escalationFound = z.object({ rule: z.string(), followed: z.boolean(), reasons: z.string() });
export type EscalationFound = z.output<typeof escalationFound>;
const circumstanceFound = {
  subjectId: z.string(),
  circumstance: z.string(),
  act: z.string().nullable(),
  factIds: z.array(z.string()),
  results: z.array(z.object({ result: z.string(), factId: z.string() })),
  preconditionFactId: z.string().nullable(),
  preconditionRecord: preconditionRecord.nullable(),
  reasons: z.string().nullable(),
};
const concerned = z.object({ name: z.string(), unit: z.string(), personId: z.string().nullable() });
export type Concerned = z.output<typeof concerned>;
/** What is found of one subject, with the measures for it: the same in a proposal and in a decision. */
const found = {
  subjectId: z.string(),
  gravity: gravitySchema,
  gravityReasons: z.string(),
  factors: z.array(factor),
  escalations: z.array(escalationFound),
  strongReaction: z.boolean(),
  vileInfluence: z.boolean(),
  measures: z.array(z.string()),
  handling: handlingSchema,
  handlingReasons: z.string().nullable(),
};
const proposal = z.object({ ...found, reasons: z.string() });
export type Proposal = z.output<typeof proposal>;
const accountable = z.object({
  type: z.literal("accountable"),
  ...found,
  /** The level of the post the person loses; null where no measure needs it. */
  originalLevel: z.string().nullable(),
  /** The level after 降职; null otherwise. */
  reducedLevel: z.string().nullable(),
  /** The day of the person's own application, for 引咎辞职 only. */
  appliedOn: z.string().nullable(),
  /** Why the decision departs from the proposal (Article 11), null where it follows it. */
  departure: z.string().nullable(),
});
const outcome = z.discriminatedUnion("type", [
  accountable,
  z.object({ type: z.literal("exempt"), subjectId: z.string(), ground: z.string(), reasons: z.string() }),
]);
export type Outcome = z.output<typeof outcome>;

/** The ways to appeal against a decision; each has its own clause and its own time limit. */
const appealWay = z.enum(["accountability-appeal", "review", "direct-appeal", "appeal-after-review"]);
export type AppealWay = z.output<typeof appealWay>;
/** What the examination of an appeal comes to. */
export const appealResult = z.enum(["upheld", "changed", "revoked"]);
export type AppealResult = z.output<typeof appealResult>;

/** On what a decision is changed: the result of an appeal (its place in the history), the superior's paper, or the body's own finding. */
const changeGround = z.discriminatedUnion("type", [
  z.object({ type: z.literal("appeal"), appeal: z.number() }),
  z.object({ type: z.literal("superior") }),
  z.object({ type: z.literal("own") }),
]);
export type ChangeGround = z.output<typeof changeGround>;
/** `effectiveOn` is the day from which the changed outcome counts; null while the decision had not taken effect. */
const change = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("corrected"), outcome: accountable, effectiveOn: z.string().nullable() }),
  z.object({ kind: z.literal("changed"), outcome, effectiveOn: z.string().nullable() }),
  z.object({ kind: z.literal("revoked") }),
]);
export type Change = z.output<typeof change>;

/**
 * What became of a sanction later; of each kind the latest recorded stands. `on`: from that day on. `months` are those added in all, or the one
 * period set for several equal sanctions of one day.
 */
const sanctionChange = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("restored"), on: z.string() }),
  z.object({ kind: z.literal("extended"), months: z.number() }),
  z.object({ kind: z.literal("period-set"), months: z.number() }),
  z.object({ kind: z.literal("revoked"), on: z.string() }),
]);
export type SanctionChange = z.output<typeof sanctionChange>;

const leadEvents = [
  z.object({
    type: z.literal("lead-registered"),
    number: z.string(),
    source: leadSource,
    receivedOn: z.string(),
    summary: z.string(),
    concerned: z.array(concerned),
  }),
  z.object({ type: z.literal("lead-returned"), on: z.string(), reasons: z.string(), dueOn: z.string() }),
  z.object({
    type: z.literal("lead-supplemented"),
    on: z.string(),
    supplement: z.string(),
    concerned: z.array(concerned),
  }),
  z.object({ type: z.literal("lead-result-recorded"), on: z.string(), result: z.string() }),
  z.object({
    type: z.literal("lead-transferred"),
    on: z.string(),
    body: z.string(),
    reasons: z.string(),
    documentNumber: z.string(),
    dueOn: z.string(),
  }),
  z.object({ type: z.literal("transfer-receipted"), on: z.string(), accepted: z.boolean(), receipt: z.string() }),
  z.object({
    type: z.literal("lead-disposed"),
    way: leadWay,
    reasons: z.string(),
    on: z.string(),
    dueOn: z.string().nullable(),
  }),
  z.object({ type: z.literal("lead-joined"), caseId: z.string(), caseNumber: z.string() }),
] as const;
export type LeadEvent = z.output<(typeof leadEvents)[number]>;

const caseEvents = [
  z.object({
    type: z.literal("opening-requested"),
    number: z.string(),
    title: z.string(),
    reasons: z.string(),
    leadIds: z.array(z.string()),
    order: superiorOrder.nullable(),
  }),
  z.object({
    type: z.literal("opening-approved"),
    on: z.string(),
    inquirers: z.array(z.string()),
    leader: z.string(),
    dueOn: z.string(),
  }),
  z.object({ type: z.literal("opening-refused"), on: z.string(), reasons: z.string() }),
  z.object({ type: z.literal("lead-added"), leadId: z.string(), leadNumber: z.string(), reasons: z.string() }),
  z.object({
    type: z.literal("inquiry-group-changed"),
    on: z.string(),
    inquirers: z.array(z.string()),
    leader: z.string(),
    reasons: z.string(),
  }),
  z.object({
    type: z.literal("taken-over"),
    on: z.string(),
    body: z.string(),
    documentNumber: z.string(),
    reasons: z.string(),
  }),
  z.object({ type: z.literal("subject-added"), subject: subjectShape, another: z.string().nullable() }),
  /** Somebody of the registry who is heard as a witness, and therefore handles nothing in this case. */
  z.object({
    type: z.literal("witness-named"),
    personId: z.string(),
    name: z.string(),
    on: z.string(),
    about: z.string(),
  }),
  z.object({
    type: z.literal("fact-recorded"),
    factId: z.string(),
    subjectIds: z.array(z.string()),
    text: z.string(),
    from: z.string(),
    to: z.string(),
    continuing: z.boolean(),
    results: z.array(z.string()),
    evidence: z.array(registeredEvidence),
  }),
  z.object({ type: z.literal("circumstance-established"), ...circumstanceFound }),
  z.object({ type: z.literal("circumstance-put-forward"), ...circumstanceFound }),
  z.object({
    type: z.literal("circumstance-approval-decided"),
    subjectId: z.string(),
    circumstance: z.string(),
    approved: z.boolean(),
    on: z.string(),
    documentNumber: z.string(),
    reasons: z.string(),
  }),
  z.object({ type: z.literal("responsibility-found"), subjectId: z.string(), tier: z.string(), reasons: z.string() }),
  z.object({
    type: z.literal("facts-put"),
    subjectId: z.string(),
    factIds: z.array(z.string()),
    on: z.string(),
    place: z.string(),
    inquirers: z.array(z.string()),
    opinion: z.string(),
    signed: z.boolean(),
  }),
  z.object({
    type: z.literal("statement-recorded"),
    subjectId: z.string(),
    on: z.string(),
    statement: z.string(),
    defence: z.string(),
    response: z.string(),
    signed: z.boolean(),
  }),
  z.object({ type: z.literal("proposed"), on: z.string(), body: z.string(), proposals: z.array(proposal) }),
  z.object({
    type: z.literal("deliberated"),
    body: z.string(),
    on: z.string(),
    topic: z.string(),
    attendance: z.array(z.string()),
    absent: z.array(z.object({ name: z.string(), reason: z.string() })),
    recusals: z.array(z.object({ name: z.string(), reason: z.string() })),
    votesFor: z.number(),
    votesAgainst: z.number(),
    abstentions: z.number(),
    result: z.string(),
    minutes: z.string(),
    /** The minutes as a file, where they were uploaded. */
    evidence: evidenceList,
  }),
  z.object({
    type: z.literal("decided"),
    documentNumber: z.string(),
    on: z.string(),
    body: z.string(),
    outcomes: z.array(outcome),
  }),
  /** To the body above that manages these subjects; `by` is the body that deliberated and proposes. */
  z.object({
    type: z.literal("proposed-upward"),
    subjectIds: z.array(z.string()),
    to: z.string(),
    by: z.string(),
    on: z.string(),
    documentNumber: z.string(),
    reasons: z.string(),
  }),
  /** The superior's paper; what it decided stands in the "decided" event beside it, what it sent back here. */
  z.object({
    type: z.literal("answer-recorded"),
    body: z.string(),
    on: z.string(),
    documentNumber: z.string(),
    evidence: evidenceList,
    returned: z.array(z.object({ subjectId: z.string(), reasons: z.string() })),
  }),
  z.object({ type: z.literal("served"), subjectId: z.string(), on: z.string(), way: serviceWay, receipt: z.string() }),
  z.object({
    type: z.literal("service-failed"),
    subjectId: z.string(),
    on: z.string(),
    way: serviceWay,
    reasons: z.string(),
  }),
  /** `level`: held on the effective day; null for that of the subject in the case. */
  z.object({
    type: z.literal("took-effect"),
    subjectId: z.string(),
    effectiveOn: z.string(),
    announcedOn: z.string(),
    formalitiesOn: z.string().nullable(),
    level: z.string().nullable(),
  }),
  z.object({ type: z.literal("formalities-completed"), subjectId: z.string(), on: z.string() }),
  z.object({
    type: z.literal("circulated"),
    on: z.string(),
    scope: circulationScope,
    /** Those that the texts name, by their ids. */
    scopes: z.array(z.string()),
    documentNumber: z.string(),
    /** Whose receipt is awaited. */
    recipients: z.array(z.string()),
  }),
  z.object({
    type: z.literal("circulation-received"),
    documentNumber: z.string(),
    recipient: z.string(),
    on: z.string(),
    receipt: z.string(),
  }),
  z.object({
    type: z.literal("items-completed"),
    items: z.array(z.object({ subjectId: z.string(), item: z.string() })),
    on: z.string(),
    documentNumber: z.string().nullable(),
    note: z.string(),
    evidence: evidenceList,
  }),
  z.object({
    type: z.literal("items-assigned"),
    items: z.array(z.object({ subjectId: z.string(), item: z.string() })),
    accountId: z.string(),
  }),
  z.object({ type: z.literal("waiver-requested"), subjectId: z.string(), item: z.string(), reasons: z.string() }),
  z.object({
    type: z.literal("waiver-decided"),
    subjectId: z.string(),
    item: z.string(),
    approved: z.boolean(),
    reasons: z.string(),
  }),
  z.object({ type: z.literal("arranged"), subjectId: z.string(), on: z.string(), post: z.string(), rank: z.string() }),
  z.object({
    type: z.literal("discipline-recorded"),
    subjectId: z.string(),
    sanction: z.string(),
    /** Null where the paper names none beside the effective day. */
    decided: z.string().nullable(),
    effective: z.string(),
    months: z.number().nullable(),
    /** Held on the effective day; null for that of the subject in the case. */
    level: z.string().nullable(),
    authority: z.string(),
    documentNumber: z.string(),
  }),
  /** `sanction` is the place of its record in the history. */
  z.object({
    type: z.literal("sanction-changed"),
    subjectId: z.string(),
    sanction: z.number(),
    change: sanctionChange,
    authority: z.string(),
    documentNumber: z.string(),
  }),
  /** `toLevel`: the highest level that it is for; null for all. */
  z.object({
    type: z.literal("consent-recorded"),
    subjectId: z.string(),
    on: z.string(),
    body: z.string(),
    toLevel: z.string().nullable(),
    documentNumber: z.string(),
  }),
  z.object({
    type: z.literal("reuse-requested"),
    subjectId: z.string(),
    on: z.string(),
    /** One of the purposes for which the text asks for consent. */
    purpose: z.string(),
    organizationName: z.string(),
    post: z.string(),
    level: z.string(),
    reasons: z.string(),
  }),
  /** `reuse` is the place of the request in the history. */
  z.object({
    type: z.literal("reuse-decided"),
    subjectId: z.string(),
    reuse: z.number(),
    on: z.string(),
    approved: z.boolean(),
    documentNumber: z.string(),
    reasons: z.string().nullable(),
  }),
  z.object({
    type: z.literal("appeal-recorded"),
    subjectId: z.string(),
    on: z.string(),
    ground: z.string(),
    way: appealWay,
    appellant: z.string(),
    lateReasons: z.string().nullable(),
    /** The day until which it has to be decided, where a norm says so. */
    dueOn: z.string().nullable(),
    evidence: evidenceList,
  }),
  /** `appeal` is the place of the appeal in the history. */
  z.object({
    type: z.literal("appeal-examined"),
    subjectId: z.string(),
    appeal: z.number(),
    on: z.string(),
    result: appealResult,
    findings: z.string(),
    documentNumber: z.string(),
    evidence: evidenceList,
  }),
  z.object({
    type: z.literal("decision-changed"),
    subjectId: z.string(),
    ground: changeGround,
    change: change,
    body: z.string(),
    on: z.string(),
    documentNumber: z.string(),
    reasons: z.string(),
    evidence: evidenceList,
  }),
  /** A decision of the time before the system, entered from its paper; it counts once somebody else has confirmed it. */
  z.object({
    type: z.literal("paper-entered"),
    number: z.string(),
    title: z.string(),
    documentNumber: z.string(),
    on: z.string(),
    body: z.string(),
    reasons: z.string(),
    subject: subjectShape,
    conduct: z.object({ text: z.string(), from: z.string(), to: z.string(), continuing: z.boolean() }),
    circumstance: z.string(),
    outcome: accountable,
    effectiveOn: z.string(),
    announcedOn: z.string(),
    formalitiesOn: z.string().nullable(),
    evidence: evidenceList,
  }),
  z.object({ type: z.literal("paper-confirmed"), on: z.string(), remarks: z.string() }),
  z.object({ type: z.literal("paper-returned"), on: z.string(), reasons: z.string() }),
  z.object({
    type: z.literal("ended-without-accountability"),
    on: z.string(),
    ground: z.string(),
    reasons: z.string(),
  }),
  /** `declaredBy` tells one's own recusal from one that was ordered. */
  z.object({
    type: z.literal("recused"),
    accountId: z.string(),
    name: z.string(),
    ground: recusalGround,
    declaredBy: z.enum(["self", "secretary"]),
    on: z.string(),
    reasons: z.string(),
  }),
  z.object({ type: z.literal("closed"), on: z.string(), summary: z.string() }),
] as const;
export type CaseEvent = z.output<(typeof caseEvents)[number]>;

/** Every kind of event, with its fields. */
export const eventShape = z.discriminatedUnion("type", [...leadEvents, ...caseEvents]);
export type CaseworkEvent = LeadEvent | CaseEvent;

/** What an event of this kind says, without its kind. */
export type EventFields<T extends CaseEvent["type"]> = Omit<Extract<CaseEvent, { type: T }>, "type">;

/**
 * An event as it was stored: who, when (ISO instant) and in which order. `onBehalfOf`: whose role it was done in, where it was done by
 * delegation (受委托); absent otherwise. `persons`: behind both accounts, as far as they name any; only where it is read to go on, and absent in
 * events of before.
 */
export const recordedShape = z.object({
  seq: z.number(),
  at: z.string(),
  actorId: z.string(),
  actorName: z.string(),
  onBehalfOf: z.object({ accountId: z.string(), name: z.string() }).exactOptional(),
  persons: z.object({ actor: z.string().nullable(), behalf: z.string().nullable() }).exactOptional(),
  act: z.string(),
  event: eventShape,
});
export type Recorded<E extends CaseworkEvent = CaseworkEvent> = Omit<z.output<typeof recordedShape>, "event"> & {
  event: E;
};
