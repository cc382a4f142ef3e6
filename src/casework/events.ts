// What can happen in a lead or a case: one kind each, nothing optional that another kind needs.
import type { Gravity, PurposeId } from "#law/pack/vocabulary.ts";
import type { Subject } from "./subject.ts";

export type LeadWay = "talk-inquiry" | "preliminary-verification" | "shelving" | "settlement";
export type LeadSource =
  | "petition"
  | "complaint"
  | "inspection-feedback"
  | "supervision"
  | "media"
  | "audit"
  | "superior-order"
  | "own-finding";
export type { Gravity };
export type RecusalGround = "relative" | "interest" | "acquaintance" | "other";
export type Handling = "handling" | "adjustment";

/** A file in the content-addressed evidence store; size in bytes. */
export type Evidence = {
  sha256: string;
  name: string;
  size: number;
  mediaType: string;
};
/** A file in the register of evidence: its kind in the vocabulary (书证, 物证, 证人证言 …), and whence it came where that is said. */
export type RegisteredEvidence = Evidence & { kind: string; obtainedFrom: string | null };
/** A superior's order to open (责令启动). */
export type SuperiorOrder = { body: string; on: string; documentNumber: string };
/** The earlier record that the precondition of a circumstance rests on: which one, of what day, in which document. */
export type PreconditionRecord = { record: string; on: string; documentNumber: string };
/** A factor (从轻、从重情形) that people found, and how it shows. */
export type Factor = { factor: string; how: string };
/** What people found of a clause of escalation that applies: whether they follow it, and why. */
export type EscalationFound = { rule: string; followed: boolean; reasons: string };
type CircumstanceFound = {
  subjectId: string;
  circumstance: string;
  act: string | null;
  factIds: string[];
  results: { result: string; factId: string }[];
  preconditionFactId: string | null;
  preconditionRecord: PreconditionRecord | null;
  reasons: string | null;
};
export type Concerned = { name: string; unit: string; personId: string | null };
export type Proposal = {
  subjectId: string;
  gravity: Gravity;
  gravityReasons: string;
  factors: Factor[];
  escalations: EscalationFound[];
  strongReaction: boolean;
  vileInfluence: boolean;
  measures: string[];
  handling: Handling;
  handlingReasons: string | null;
  reasons: string;
};
export type Outcome =
  | {
      type: "accountable";
      subjectId: string;
      gravity: Gravity;
      gravityReasons: string;
      factors: Factor[];
      escalations: EscalationFound[];
      strongReaction: boolean;
      vileInfluence: boolean;
      measures: string[];
      handling: Handling;
      handlingReasons: string | null;
      /** The level of the post the person loses; null where no measure needs it. */
      originalLevel: string | null;
      /** The level after 降职; null otherwise. */
      reducedLevel: string | null;
      /** The day of the person's own application, for 引咎辞职 only. */
      appliedOn: string | null;
      /** Why the decision departs from the proposal (Article 11), null where it follows it. */
      departure: string | null;
    }
  | { type: "exempt"; subjectId: string; ground: string; reasons: string };

/** The ways to appeal against a decision; each has its own clause and its own time limit. */
export type AppealWay = "accountability-appeal" | "review" | "direct-appeal" | "appeal-after-review";
/** What the examination of an appeal comes to. */
export type AppealResult = "upheld" | "changed" | "revoked";

/** On what a decision is changed: the result of an appeal (its place in the history), the superior's paper, or the body's own finding. */
export type ChangeGround = { type: "appeal"; appeal: number } | { type: "superior" } | { type: "own" };
/** `effectiveOn` is the day from which the changed outcome counts; null while the decision had not taken effect. */
export type Change =
  | { kind: "corrected"; outcome: Extract<Outcome, { type: "accountable" }>; effectiveOn: string | null }
  | { kind: "changed"; outcome: Outcome; effectiveOn: string | null }
  | { kind: "revoked" };

/**
 * What became of a sanction later; of each kind the latest recorded stands. `on`: from that day on. `months` are those added in all, or the one
 * period set for several equal sanctions of one day.
 */
export type SanctionChange =
  | { kind: "restored"; on: string }
  | { kind: "extended"; months: number }
  | { kind: "period-set"; months: number }
  | { kind: "revoked"; on: string };

export type LeadEvent =
  | {
      type: "lead-registered";
      number: string;
      source: LeadSource;
      receivedOn: string;
      summary: string;
      concerned: Concerned[];
    }
  | { type: "lead-returned"; on: string; reasons: string; dueOn: string }
  | { type: "lead-supplemented"; on: string; supplement: string; concerned: Concerned[] }
  | { type: "lead-result-recorded"; on: string; result: string }
  | { type: "lead-transferred"; on: string; body: string; reasons: string; documentNumber: string; dueOn: string }
  | { type: "transfer-receipted"; on: string; accepted: boolean; receipt: string }
  | { type: "lead-disposed"; way: LeadWay; reasons: string; on: string; dueOn: string | null }
  | { type: "lead-joined"; caseId: string; caseNumber: string };

export type CaseEvent =
  | {
      type: "opening-requested";
      number: string;
      title: string;
      reasons: string;
      leadIds: string[];
      order: SuperiorOrder | null;
    }
  | { type: "opening-approved"; on: string; inquirers: string[]; leader: string; dueOn: string }
  | { type: "opening-refused"; on: string; reasons: string }
  | { type: "lead-added"; leadId: string; leadNumber: string; reasons: string }
  | { type: "inquiry-group-changed"; on: string; inquirers: string[]; leader: string; reasons: string }
  | { type: "taken-over"; on: string; body: string; documentNumber: string; reasons: string }
  | { type: "subject-added"; subject: Subject; another: string | null }
  /** Somebody of the registry who is heard as a witness, and therefore handles nothing in this case. */
  | { type: "witness-named"; personId: string; name: string; on: string; about: string }
  | {
      type: "fact-recorded";
      factId: string;
      subjectIds: string[];
      text: string;
      from: string;
      to: string;
      continuing: boolean;
      results: string[];
      evidence: RegisteredEvidence[];
    }
  | ({ type: "circumstance-established" } & CircumstanceFound)
  | ({ type: "circumstance-put-forward" } & CircumstanceFound)
  | {
      type: "circumstance-approval-decided";
      subjectId: string;
      circumstance: string;
      approved: boolean;
      on: string;
      documentNumber: string;
      reasons: string;
    }
  | { type: "responsibility-found"; subjectId: string; tier: string; reasons: string }
  | {
      type: "facts-put";
      subjectId: string;
      factIds: string[];
      on: string;
      place: string;
      inquirers: string[];
      opinion: string;
      signed: boolean;
    }
  | {
      type: "statement-recorded";
      subjectId: string;
      on: string;
      statement: string;
      defence: string;
      response: string;
      signed: boolean;
    }
  | { type: "proposed"; on: string; body: string; proposals: Proposal[] }
  | {
      type: "deliberated";
      body: string;
      on: string;
      topic: string;
      attendance: string[];
      absent: { name: string; reason: string }[];
      recusals: { name: string; reason: string }[];
      votesFor: number;
      votesAgainst: number;
      abstentions: number;
      result: string;
      minutes: string;
      /** The minutes as a file, where they were uploaded. */
      evidence: Evidence[];
    }
  | { type: "decided"; documentNumber: string; on: string; body: string; outcomes: Outcome[] }
  /** To the body above that manages these subjects; `by` is the body that deliberated and proposes. */
  | {
      type: "proposed-upward";
      subjectIds: string[];
      to: string;
      by: string;
      on: string;
      documentNumber: string;
      reasons: string;
    }
  /** The superior's paper; what it decided stands in the "decided" event beside it, what it sent back here. */
  | {
      type: "answer-recorded";
      body: string;
      on: string;
      documentNumber: string;
      evidence: Evidence[];
      returned: { subjectId: string; reasons: string }[];
    }
  | {
      type: "served";
      subjectId: string;
      on: string;
      way: "in-person" | "left-at-residence" | "by-post" | "announced";
      receipt: string;
    }
  | {
      type: "service-failed";
      subjectId: string;
      on: string;
      way: "in-person" | "left-at-residence" | "by-post" | "announced";
      reasons: string;
    }
  /** `level`: held on the effective day; null for that of the subject in the case. */
  | {
      type: "took-effect";
      subjectId: string;
      effectiveOn: string;
      announcedOn: string;
      formalitiesOn: string | null;
      level: string | null;
    }
  | { type: "formalities-completed"; subjectId: string; on: string }
  | {
      type: "circulated";
      on: string;
      scope: "unit" | "system" | "zone" | "public";
      /** Those that the texts name, by their ids. */
      scopes: string[];
      documentNumber: string;
      /** Whose receipt is awaited. */
      recipients: string[];
    }
  | { type: "circulation-received"; documentNumber: string; recipient: string; on: string; receipt: string }
  | {
      type: "items-completed";
      items: { subjectId: string; item: string }[];
      on: string;
      documentNumber: string | null;
      note: string;
      evidence: Evidence[];
    }
  | { type: "items-assigned"; items: { subjectId: string; item: string }[]; accountId: string }
  | { type: "waiver-requested"; subjectId: string; item: string; reasons: string }
  | { type: "waiver-decided"; subjectId: string; item: string; approved: boolean; reasons: string }
  | { type: "arranged"; subjectId: string; on: string; post: string; rank: string }
  | {
      type: "discipline-recorded";
      subjectId: string;
      sanction: string;
      /** Null where the paper names none beside the effective day. */
      decided: string | null;
      effective: string;
      months: number | null;
      /** Held on the effective day; null for that of the subject in the case. */
      level: string | null;
      authority: string;
      documentNumber: string;
    }
  /** `sanction` is the place of its record in the history. */
  | {
      type: "sanction-changed";
      subjectId: string;
      sanction: number;
      change: SanctionChange;
      authority: string;
      documentNumber: string;
    }
  /** `toLevel`: the highest level that it is for; null for all. */
  | {
      type: "consent-recorded";
      subjectId: string;
      on: string;
      body: string;
      toLevel: string | null;
      documentNumber: string;
    }
  | {
      type: "reuse-requested";
      subjectId: string;
      on: string;
      /** One of the purposes for which the text asks for consent. */
      purpose: PurposeId;
      organizationName: string;
      post: string;
      level: string;
      reasons: string;
    }
  /** `reuse` is the place of the request in the history. */
  | {
      type: "reuse-decided";
      subjectId: string;
      reuse: number;
      on: string;
      approved: boolean;
      documentNumber: string;
      reasons: string | null;
    }
  | {
      type: "appeal-recorded";
      subjectId: string;
      on: string;
      ground: string;
      way: AppealWay;
      appellant: string;
      lateReasons: string | null;
      /** The day until which it has to be decided, where a norm says so. */
      dueOn: string | null;
      evidence: Evidence[];
    }
  /** `appeal` is the place of the appeal in the history. */
  | {
      type: "appeal-examined";
      subjectId: string;
      appeal: number;
      on: string;
      result: AppealResult;
      findings: string;
      documentNumber: string;
      evidence: Evidence[];
    }
  | {
      type: "decision-changed";
      subjectId: string;
      ground: ChangeGround;
      change: Change;
      body: string;
      on: string;
      documentNumber: string;
      reasons: string;
      evidence: Evidence[];
    }
  /** A decision of the time before the system, entered from its paper; it counts once somebody else has confirmed it. */
  | {
      type: "paper-entered";
      number: string;
      title: string;
      documentNumber: string;
      on: string;
      body: string;
      reasons: string;
      subject: Subject;
      conduct: { text: string; from: string; to: string; continuing: boolean };
      circumstance: string;
      outcome: Extract<Outcome, { type: "accountable" }>;
      effectiveOn: string;
      announcedOn: string;
      formalitiesOn: string | null;
      evidence: Evidence[];
    }
  | { type: "paper-confirmed"; on: string; remarks: string }
  | { type: "paper-returned"; on: string; reasons: string }
  | { type: "ended-without-accountability"; on: string; ground: string; reasons: string }
  /** `declaredBy` tells one's own recusal from one that was ordered. */
  | {
      type: "recused";
      accountId: string;
      name: string;
      ground: RecusalGround;
      declaredBy: "self" | "secretary";
      on: string;
      reasons: string;
    }
  | { type: "closed"; on: string; summary: string };

export type CaseworkEvent = LeadEvent | CaseEvent;

/** What an event of this kind says, without its kind. */
export type EventFields<T extends CaseEvent["type"]> = Omit<Extract<CaseEvent, { type: T }>, "type">;

/** An event as it was stored: who, when (ISO instant) and in which order. */
export type Recorded<E extends CaseworkEvent = CaseworkEvent> = {
  seq: number;
  at: string;
  actorId: string;
  actorName: string;
  /** Whose role it was done in, where it was done by delegation (受委托); absent otherwise. */
  onBehalfOf?: { accountId: string; name: string };
  /** The persons behind both accounts, as far as they name any; only where it is read to go on, and absent in events of before. */
  persons?: { actor: string | null; behalf: string | null };
  act: string;
  event: E;
};
