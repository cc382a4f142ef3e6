// One table field × part: to which part of a matter each field of each event belongs, and which are typed. A field without a part does not compile.
import type { CaseworkEvent, Outcome } from "../events.ts";

/** The parts of a matter, as `readings.ts` gives them out. `hand`: who did an act and when, the accounts, and what is due. */
export type Part =
  | "number"
  | "title"
  | "receipt"
  | "content"
  | "return"
  | "disposal"
  | "leads"
  | "opening"
  | "subjects"
  | "inquiry"
  | "proposal"
  | "deliberation"
  | "decision"
  | "grounds"
  | "service"
  | "execution"
  | "waiver"
  | "sanctions"
  | "reuse"
  | "appeal"
  | "exclusion"
  | "recusal"
  | "closing"
  | "hand";

/** A part; with a star where somebody types the words, which then wait for their release. Of objects, field by field. */
export type Spec = Part | `${Part}*` | { readonly [field: string]: Spec | undefined };

type KeysOf<T> = T extends unknown ? keyof T & string : never;
type At<T, K> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;
type Fields<T> = { readonly [K in Exclude<KeysOf<T>, "type">]: SpecOf<At<T, K>> };
type SpecOf<T> =
  | Part
  | `${Part}*`
  | (Exclude<T, null> extends readonly (infer One)[] ? ObjectSpec<One> : ObjectSpec<Exclude<T, null>>);
type ObjectSpec<T> = T extends object ? Fields<T> : never;
type Table = { readonly [Type in CaseworkEvent["type"]]: Fields<Extract<CaseworkEvent, { type: Type }>> };

const circumstance = {
  subjectId: "inquiry",
  circumstance: "inquiry",
  act: "inquiry",
  factIds: "inquiry",
  results: "inquiry",
  preconditionFactId: "inquiry",
  preconditionRecord: "inquiry*",
  reasons: "inquiry*",
} as const;

/** What was decided, and apart from it on what grounds. */
const outcome = {
  subjectId: "decision",
  gravity: "grounds",
  gravityReasons: "grounds*",
  factors: "grounds*",
  escalations: "grounds*",
  strongReaction: "grounds",
  vileInfluence: "grounds",
  measures: "decision",
  handling: "decision",
  handlingReasons: "grounds*",
  originalLevel: "decision",
  reducedLevel: "decision",
  appliedOn: "grounds",
  departure: "grounds*",
  ground: "decision",
  reasons: "grounds*",
} as const satisfies Fields<Outcome>;

export const eventParts = {
  "lead-registered": {
    number: "number",
    source: "content",
    receivedOn: "receipt",
    summary: "content*",
    concerned: "content*",
  },
  "lead-returned": { on: "return", reasons: "return*", dueOn: "return" },
  "lead-supplemented": { on: "return", supplement: "content*", concerned: "content*" },
  "lead-result-recorded": { on: "disposal", result: "disposal*" },
  "lead-transferred": {
    on: "disposal",
    body: "disposal*",
    reasons: "disposal*",
    documentNumber: "disposal*",
    dueOn: "disposal",
  },
  "transfer-receipted": { on: "disposal", accepted: "disposal", receipt: "disposal*" },
  "lead-disposed": { way: "disposal", reasons: "disposal*", on: "disposal", dueOn: "disposal" },
  "lead-joined": { caseId: "disposal", caseNumber: "disposal" },

  "opening-requested": {
    number: "number",
    title: "title*",
    reasons: "opening*",
    leadIds: "leads",
    order: "opening*",
  },
  "opening-approved": { on: "opening", inquirers: "opening", leader: "opening", dueOn: "opening" },
  "opening-refused": { on: "opening", reasons: "opening*" },
  "lead-added": { leadId: "leads", leadNumber: "leads", reasons: "leads*" },
  "inquiry-group-changed": { on: "opening", inquirers: "opening", leader: "opening", reasons: "opening*" },
  "taken-over": { on: "opening", body: "opening*", documentNumber: "opening*", reasons: "opening*" },
  "subject-added": { subject: "subjects", another: "inquiry*" },
  "witness-named": { personId: "inquiry", name: "inquiry", on: "inquiry", about: "inquiry*" },
  "fact-recorded": {
    factId: "inquiry",
    subjectIds: "inquiry",
    text: "inquiry*",
    from: "inquiry",
    to: "inquiry",
    continuing: "inquiry",
    results: "inquiry",
    evidence: "inquiry*",
  },
  "circumstance-established": circumstance,
  "circumstance-put-forward": circumstance,
  "circumstance-approval-decided": {
    subjectId: "inquiry",
    circumstance: "inquiry",
    approved: "inquiry",
    on: "inquiry",
    documentNumber: "inquiry*",
    reasons: "inquiry*",
  },
  "responsibility-found": { subjectId: "inquiry", tier: "inquiry", reasons: "inquiry*" },
  "facts-put": {
    subjectId: "inquiry",
    factIds: "inquiry",
    on: "inquiry",
    place: "inquiry*",
    inquirers: "inquiry",
    opinion: "inquiry*",
    signed: "inquiry",
  },
  "statement-recorded": {
    subjectId: "inquiry",
    on: "inquiry",
    statement: "inquiry*",
    defence: "inquiry*",
    response: "inquiry*",
    signed: "inquiry",
  },
  proposed: {
    on: "proposal",
    body: "proposal",
    proposals: {
      subjectId: "proposal",
      gravity: "proposal",
      gravityReasons: "proposal*",
      factors: "proposal*",
      escalations: "proposal*",
      strongReaction: "proposal",
      vileInfluence: "proposal",
      measures: "proposal",
      handling: "proposal",
      handlingReasons: "proposal*",
      reasons: "proposal*",
    },
  },
  deliberated: {
    body: "deliberation",
    on: "deliberation",
    topic: "deliberation*",
    attendance: "deliberation*",
    absent: "deliberation*",
    recusals: "deliberation*",
    votesFor: "deliberation",
    votesAgainst: "deliberation",
    abstentions: "deliberation",
    result: "deliberation*",
    minutes: "deliberation*",
    evidence: "deliberation*",
  },
  decided: { documentNumber: "decision*", on: "decision", body: "decision", outcomes: outcome },
  "proposed-upward": {
    subjectIds: "proposal",
    to: "proposal",
    by: "proposal",
    on: "proposal",
    documentNumber: "proposal*",
    reasons: "proposal*",
  },
  "answer-recorded": {
    body: "deliberation",
    on: "deliberation",
    documentNumber: "deliberation*",
    evidence: "deliberation*",
    returned: "deliberation*",
  },
  served: { subjectId: "service", on: "service", way: "service", receipt: "service*" },
  "service-failed": { subjectId: "service", on: "service", way: "service", reasons: "service*" },
  "took-effect": {
    subjectId: "execution",
    effectiveOn: "execution",
    announcedOn: "execution",
    formalitiesOn: "execution",
    level: "execution",
  },
  "formalities-completed": { subjectId: "execution", on: "execution" },
  circulated: {
    on: "execution",
    scope: "execution",
    scopes: "execution",
    documentNumber: "execution*",
    recipients: "execution*",
  },
  "circulation-received": {
    documentNumber: "execution*",
    recipient: "execution*",
    on: "execution",
    receipt: "execution*",
  },
  "items-completed": {
    items: "execution",
    on: "execution",
    documentNumber: "execution*",
    note: "execution*",
    evidence: "execution*",
  },
  "items-assigned": { items: "waiver", accountId: "waiver" },
  "waiver-requested": { subjectId: "waiver", item: "waiver", reasons: "waiver*" },
  "waiver-decided": { subjectId: "waiver", item: "waiver", approved: "waiver", reasons: "waiver*" },
  arranged: { subjectId: "execution", on: "execution", post: "execution*", rank: "execution*" },
  "discipline-recorded": {
    subjectId: "sanctions",
    sanction: "sanctions",
    decided: "sanctions",
    effective: "sanctions",
    months: "sanctions",
    level: "sanctions",
    authority: "sanctions*",
    documentNumber: "sanctions*",
  },
  "sanction-changed": {
    subjectId: "sanctions",
    sanction: "sanctions",
    change: "sanctions",
    authority: "sanctions*",
    documentNumber: "sanctions*",
  },
  "consent-recorded": {
    subjectId: "reuse",
    on: "reuse",
    body: "reuse",
    toLevel: "reuse",
    documentNumber: "reuse*",
  },
  "reuse-requested": {
    subjectId: "reuse",
    on: "reuse",
    purpose: "reuse",
    organizationName: "reuse*",
    post: "reuse*",
    level: "reuse",
    reasons: "reuse*",
  },
  "reuse-decided": {
    subjectId: "reuse",
    reuse: "reuse",
    on: "reuse",
    approved: "reuse",
    documentNumber: "reuse*",
    reasons: "reuse*",
  },
  "appeal-recorded": {
    subjectId: "appeal",
    on: "appeal",
    ground: "appeal*",
    way: "appeal",
    appellant: "appeal*",
    lateReasons: "appeal*",
    dueOn: "appeal",
    evidence: "appeal*",
  },
  "appeal-examined": {
    subjectId: "appeal",
    appeal: "appeal",
    on: "appeal",
    result: "appeal",
    findings: "appeal*",
    documentNumber: "appeal*",
    evidence: "appeal*",
  },
  "decision-changed": {
    subjectId: "decision",
    ground: "appeal",
    change: { kind: "decision", outcome, effectiveOn: "decision" },
    body: "decision",
    on: "decision",
    documentNumber: "decision*",
    reasons: "grounds*",
    evidence: "appeal*",
  },
  "paper-entered": {
    number: "number",
    title: "title*",
    documentNumber: "decision*",
    on: "decision",
    body: "decision",
    reasons: "opening*",
    subject: "subjects",
    conduct: { text: "inquiry*", from: "inquiry", to: "inquiry", continuing: "inquiry" },
    circumstance: "inquiry",
    outcome,
    effectiveOn: "execution",
    announcedOn: "execution",
    formalitiesOn: "execution",
    evidence: "inquiry*",
  },
  "paper-confirmed": { on: "closing", remarks: "closing*" },
  "paper-returned": { on: "closing", reasons: "closing*" },
  "ended-without-accountability": { on: "decision", ground: "decision", reasons: "grounds*" },
  recused: {
    accountId: "exclusion",
    name: "exclusion",
    ground: "recusal",
    declaredBy: "exclusion",
    on: "exclusion",
    reasons: "recusal*",
  },
  closed: { on: "closing", summary: "closing*" },
} as const satisfies Table;

/** The parts of what stands beside the history in the view of a matter, and of what is told of each event beside what happened. */
export const viewParts = {
  matterId: "number",
  kind: "number",
  version: "number",
  reading: "number",
  waiting: "hand",
  history: "number",
  accounts: "hand",
  due: "execution",
  past: "inquiry",
} as const satisfies Record<string, Part>;

export const recordedParts = {
  seq: "number",
  act: "number",
  at: "hand",
  actorId: "hand",
  actorName: "hand",
  onBehalfOf: "hand",
} as const satisfies Record<string, Part>;
