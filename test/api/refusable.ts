// For each act an input of the right shape that no law lets through.
import type { ActId } from "#casework/act-names.ts";

const never = "2999-01-01";
const words = "不会成功";
/** Inputs of the right shape that every act refuses for its own reasons, so that the matrix changes nothing. */
export const refusable: Record<ActId, unknown> = {
  "register-lead": { source: "media", receivedOn: never, summary: words, concerned: [] },
  "dispose-lead": { way: "settlement", reasons: words, on: never, dueOn: null },
  "request-opening": { title: words, reasons: words, leadIds: ["nobody-knows"] },
  "decide-opening": { approved: false, on: never, reasons: words },
  "add-subject": { kind: "person", registryId: "nobody-knows" },
  "record-fact": {
    subjectIds: ["x"],
    text: words,
    from: never,
    to: never,
    continuing: false,
    results: [],
    evidence: [{ sha256: "0".repeat(64), name: "x", size: 1, mediaType: "text/plain" }],
  },
  "establish-limb": {
    subjectId: "x",
    limb: "0-0-0",
    act: null,
    factIds: ["x"],
    results: [],
    preconditionFactId: null,
    reasons: null,
    approval: null,
  },
  "record-statement": { subjectId: "x", on: never, statement: words, defence: words, response: words, signed: true },
  propose: {
    on: never,
    body: "working-committee",
    proposals: [
      {
        subjectId: "x",
        gravity: "lighter",
        gravityReasons: words,
        strongReaction: false,
        vileInfluence: false,
        measures: [],
        handling: "handling",
        handlingReasons: null,
        reasons: words,
      },
    ],
  },
  "record-deliberation": {
    body: "working-committee",
    on: never,
    topic: words,
    attendance: [],
    recusals: [],
    votesFor: 0,
    votesAgainst: 0,
    abstentions: 0,
    result: words,
    minutes: words,
  },
  decide: {
    documentNumber: words,
    on: never,
    body: "working-committee",
    outcomes: [{ type: "exempt", subjectId: "x", ground: "x", reasons: words }],
  },
  serve: { subjectId: "x", on: never, way: "by-post", receipt: words },
  "take-effect": { subjectId: "x", effectiveOn: never, announcedOn: never, formalitiesOn: null },
  "record-circulation": { on: never, scope: "unit", documentNumber: words },
  "record-arrangement": { subjectId: "x", on: never, post: words, rank: words },
  "record-discipline": {
    subjectId: "x",
    sanction: "party-warning",
    effective: never,
    months: null,
    authority: words,
    documentNumber: words,
  },
  "record-consent": { subjectId: "x", on: never, body: "superior-personnel-department", documentNumber: words },
  "record-appeal": { subjectId: "x", on: never, ground: words },
  "end-without-accountability": { on: never, ground: "nothing-established", reasons: words },
  close: { on: never, summary: words },
};
