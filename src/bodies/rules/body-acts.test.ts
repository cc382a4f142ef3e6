// What is refused about a leading body: findings and decisions out of turn, by other bodies or hands than the text and the table name.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefused, law, people, registry, today } from "../../../test/casework/played.ts";
import { recordedOfBody, replayBody, untouchedBody } from "./body.ts";
import type { Body, HeldMember, RecordedOfBody } from "./body.ts";
import { decideOnBody } from "./body-acts.ts";
import type { BodyContext } from "./body-acts.ts";
import { openOnBody } from "./body-open.ts";
import type { BodyActId } from "./body-names.ts";
import type { Actor } from "#casework/actor.ts";
import type { Role } from "#casework/roles.ts";

const held: HeldMember[] = ["甲", "乙"].map((name, index) => ({
  personId: `p${index}`,
  name,
  matterId: `m${index}`,
  caseNumber: `问责〔2026〕${index}号`,
  decidedOn: "2026-06-16",
  measures: ["transfer"],
}));

type Who = keyof typeof people;
type Told = { who: Who; act: BodyActId; input: object };

function context(who: Who, more: Partial<BodyContext> = {}): BodyContext {
  return {
    law,
    actor: people[who],
    today,
    organization: { id: "bureau", name: "城市管理局", managedBy: "zone" },
    held,
    members: { p0: "甲", p1: "乙", p2: "丙" },
    accounts: { personnel: "人事", colleague: "同事" },
    registry,
    ...more,
  };
}

/** The body after these acts, all of which go through. */
function bodyAfter(...done: readonly Told[]): Body {
  const history: RecordedOfBody[] = [];
  for (const { who, act, input } of done) {
    const decision = decideOnBody(replayBody(history), act, input, context(who));
    if (!decision.ok) throw new Error(`${act}: ${JSON.stringify(decision.refusals)}`);
    const said = { at: `${today}T08:00:00.000Z`, actorId: people[who].accountId, actorName: who, act };
    const recorded = { ...said, seq: history.length + 1, event: decision.event };
    assert.deepEqual(recordedOfBody.parse(recorded), recorded);
    history.push(recorded);
  }
  return replayBody(history);
}

function check(state: Body, { who, act, input }: Told, code: string, more: Partial<BodyContext> = {}): void {
  const decision = decideOnBody(state, act, input, context(who, more));
  isRefused(decision.ok ? [] : decision.refusals, code);
}

const find = (finding: string, found = true): Told => ({
  who: "officer",
  act: "find-body",
  input: { finding, found, on: "2026-07-01", reasons: "经核查" },
});
const propose = (changes: object = {}): Told => ({
  who: "officer",
  act: "propose-reform",
  input: {
    measure: "reorganization",
    body: "discipline-committee",
    on: "2026-07-02",
    reasons: "不能正常开展工作",
    ...changes,
  },
});
const deliberate = (changes: object = {}): Told => ({
  who: "clerk",
  act: "deliberate-reform",
  input: {
    body: "working-committee",
    on: "2026-07-03",
    topic: "班子改组",
    attendance: ["戊", "己", "庚"],
    recusals: [],
    votesFor: 3,
    votesAgainst: 0,
    abstentions: 0,
    result: "同意",
    minutes: "会议纪要",
    ...changes,
  },
});
const decide = (changes: object = {}): Told => ({
  who: "secretary",
  act: "decide-reform",
  input: {
    measure: "reorganization",
    body: "working-committee",
    on: "2026-07-04",
    documentNumber: "云党发〔2026〕20号",
    departure: null,
    followUps: [],
    ...changes,
  },
});
const decline: Told = {
  who: "secretary",
  act: "decline-reform",
  input: { on: "2026-07-02", reasons: "可以正常开展工作" },
};
const found = [find("several"), find("no-normal-work")];

test("“多人”: fewer held accountable than several are not found to be several, and without a notice nothing is found at all", () => {
  check(untouchedBody, find("several"), "not-at-this-stage", { held: held.slice(1) });
  // Who was held accountable by the day of the last reform is counted no more.
  const state = { ...untouchedBody, reformedOn: "2026-06-16" };
  check(state, find("several"), "not-at-this-stage");
});

test("both findings stand before anything is proposed, each missing one named for itself", () => {
  check(bodyAfter(), propose(), "several-not-found");
  check(bodyAfter(find("several")), propose(), "no-normal-work-not-found");
  check(bodyAfter(find("several")), decline, "findings-missing");
  check(bodyAfter(...found), decline, "reform-is-due");
  bodyAfter(find("several"), find("no-normal-work", false), decline);
});

test("a body receives 改组 or 调整 and nothing else, proposed and decided by whom the table names", () => {
  check(bodyAfter(...found), propose({ measure: "removal" }), "not-for-bodies");
  check(bodyAfter(...found), propose({ body: "general-office" }), "not-competent-to-propose");
  check(bodyAfter(...found), propose({ on: "2026-06-30" }), "out-of-order");
  const deliberated = bodyAfter(...found, propose(), deliberate());
  check(deliberated, decide({ body: "general-office" }), "not-competent");
  check(deliberated, decide({ measure: "body-adjustment" }), "departure-without-reasons");
  check(deliberated, decide({ on: "2026-07-02" }), "before-deliberation");
  bodyAfter(...found, propose(), deliberate(), decide({ measure: "body-adjustment", departure: "调整即可" }));
});

test("no member of the body sits in its deliberation, who works there does nothing about it, nor who has no duty or did the other act", () => {
  check(bodyAfter(...found, propose()), deliberate({ attendance: ["甲", "戊", "己"] }), "subject-sits");
  check(bodyAfter(), find("several"), "own-body", { actor: { ...people.officer, organizationId: "bureau" } });
  check(bodyAfter(), { ...find("several"), who: "reviewer" }, "not-your-duty");
  const both = { ...people.secretary, accountId: "officer" };
  check(bodyAfter(...found, propose(), deliberate()), decide(), "four-eyes", { actor: both });
});

test("whether they did it themselves or whoever lent them the role, the refusal says as it does in a case", () => {
  const state = bodyAfter(...found, propose(), deliberate());
  const said = (actor: Actor): string | undefined => {
    const decision = decideOnBody(state, "decide-reform", decide().input, context("secretary", { actor }));
    return decision.ok ? undefined : decision.refusals[0]?.message.zh;
  };
  assert.equal(
    said({ ...people.secretary, accountId: "officer" }),
    "您已办理“建议改组或者调整”，“决定改组或者调整”须由他人办理",
  );
  const lent: Actor["delegations"][number] = {
    delegationId: "d",
    role: "committee-secretary",
    fromAccount: "officer",
    fromName: "officer",
    fromPersonId: null,
    fromKinAccountIds: [],
  };
  assert.equal(
    said({ ...people.secretary, delegations: [lent] }),
    "委托您的人或者其近亲属已办理“建议改组或者调整”，“决定改组或者调整”须由他人办理",
  );
});

test("follow-ups are for members, by accounts that are there, not due before the decision, and completed once", () => {
  const deliberated = bodyAfter(...found, propose(), deliberate());
  const followUp = { personId: "p0", what: "谈话了解思想动态", accountId: "personnel", dueOn: "2026-08-01" };
  const decided = (changes: object) => decide({ followUps: [{ ...followUp, ...changes }] });
  check(deliberated, decided({ personId: "p9" }), "not-a-member");
  check(deliberated, decided({ accountId: "nobody" }), "no-such-account");
  check(deliberated, decided({ dueOn: "2026-07-03" }), "out-of-order");
  const complete = (id: string): Told => ({
    who: "personnel",
    act: "complete-follow-up",
    input: { followUp: id, on: "2026-07-20", note: "已谈话" },
  });
  const reformed = [...found, propose(), deliberate(), decided({ dueOn: "2026-07-04" })];
  const [made] = bodyAfter(...reformed).followUps;
  if (made === undefined) throw new Error("no follow-up was made");
  check(bodyAfter(...reformed), complete("9-9"), "no-open-follow-up");
  const file = { sha256: "b".repeat(64), name: "x.pdf", size: 1, mediaType: "application/pdf" };
  const proved = { ...complete(made.id), input: { ...complete(made.id).input, evidence: [file] } };
  check(bodyAfter(...reformed), proved, "no-such-file");
  check(bodyAfter(...reformed), { ...complete(made.id), who: "colleague" }, "not-your-follow-up");
  const theirs = [...reformed.slice(0, -1), decided({ accountId: "colleague" })];
  bodyAfter(...theirs, { ...complete("5-1"), who: "colleague" });
  check(bodyAfter(...reformed, complete(made.id)), complete(made.id), "no-open-follow-up");
});

test("what is open is the next act of the round, with whose office it is, and each follow-up by its day", () => {
  const open = (state: Body, members = held, owners: Readonly<Record<string, readonly Role[]>> = {}) =>
    openOnBody(law, state, members, today, owners).map(({ act, offices, accountId, dueOn }) => [
      act,
      offices.join(),
      accountId,
      dueOn,
    ]);
  const finders = "discipline-committee,personnel-department";
  assert.deepEqual(open(bodyAfter(), held.slice(1)), []);
  assert.deepEqual(open(bodyAfter()), [["find-body", finders, null, null]]);
  assert.deepEqual(open(bodyAfter(find("several"))), [["find-body", finders, null, null]]);
  assert.deepEqual(open(bodyAfter(...found)), [["propose-reform", finders, null, null]]);
  const not = bodyAfter(find("several"), find("no-normal-work", false));
  assert.deepEqual(open(not), [["decline-reform", "working-committee", null, null]]);
  assert.deepEqual(open(bodyAfter(...found, propose())), [["deliberate-reform", "general-office", null, null]]);
  const deliberated = [...found, propose(), deliberate()];
  assert.deepEqual(open(bodyAfter(...deliberated)), [["decide-reform", "working-committee", null, null]]);
  const followUps = ["2026-09-01", "2026-08-01"].map((dueOn) => ({
    personId: "p0",
    what: "谈话",
    accountId: "personnel",
    dueOn,
  }));
  const reformed = bodyAfter(...deliberated, decide({ followUps }));
  const owned = (office: string) => [
    ["complete-follow-up", office, "personnel", "2026-08-01"],
    ["complete-follow-up", office, "personnel", "2026-09-01"],
  ];
  const roles: readonly Role[] = ["committee-secretary", "personnel-officer"];
  assert.deepEqual(open(reformed, held, { personnel: roles }), owned("personnel-department"));
  // Whoever it was given to has left: it is no office's in particular, and none of them loses sight of it.
  assert.deepEqual(open(reformed), owned("discipline-committee,personnel-department,general-office"));
});
