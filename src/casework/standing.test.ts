// Every act × role × stage × relation against the tables, and what recusal, relatives and delegation do to them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { caseAfter, changedStep, isRefused, people, refusedBy, upTo } from "../../test/casework/played.ts";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { actIds, acts } from "./acts.ts";
import type { ActId } from "./acts.ts";
import { withoutPerson } from "./actor.ts";
import type { Actor } from "./actor.ts";
import type { Case } from "./case.ts";
import { decide, possibleActs, refusalsOfStanding } from "./decide.ts";
import { parseInput } from "./input.ts";
import { duties, mayRead, readingRights, relationOf } from "./duties.ts";
import type { Duty, Outline, Reach, Relation } from "./duties.ts";
import type { CaseworkEvent, Recorded } from "./events.ts";
import { outlineOf } from "./outline.ts";
import { replay } from "./replay.ts";
import { roles } from "./roles.ts";
import type { Role } from "./roles.ts";
import { actAllowedAt, caseStages } from "./stages.ts";
import type { Stage } from "./stages.ts";

const law = await loadLaw();
const relations: readonly Relation[] = ["none", "assigned", "unit", "party", "recused"];

function actor(accountId: string, held: readonly Role[], more: Partial<Actor> = {}): Actor {
  const of = { ...withoutPerson, personId: `person-of-${accountId}`, organizationId: null };
  return { accountId, name: accountId, roles: held, ...of, ...more };
}

/** Somebody with this one role, standing so to the case below. */
function standing(role: Role, relation: Relation): Actor {
  const how: Record<Relation, Actor> = {
    none: actor("somebody", [role]),
    assigned: actor("inquirer", [role]),
    unit: actor("somebody", [role], { organizationId: "bureau" }),
    party: actor("inquirer", [role], { personId: "subject" }),
    recused: actor("recused", [role], { organizationId: "bureau" }),
  };
  return how[relation];
}

function recorded(seq: number, act: ActId, by: string, event: CaseworkEvent, behalf?: string): Recorded {
  const onBehalfOf = behalf === undefined ? {} : { onBehalfOf: { accountId: behalf, name: behalf } };
  return { seq, at: "2026-07-31T02:00:00.000Z", actorId: by, actorName: by, act, event, ...onBehalfOf };
}

const history: Recorded[] = [
  recorded(1, "request-opening", "asker", {
    type: "opening-requested",
    number: "1",
    title: "t",
    reasons: "r",
    leadIds: [],
    order: null,
  }),
  recorded(2, "decide-opening", "approver", {
    type: "opening-approved",
    on: "2026-05-10",
    inquirers: ["inquirer", "recused"],
    leader: "inquirer",
    dueOn: "2026-08-10",
  }),
  recorded(3, "add-subject", "inquirer", {
    type: "subject-added",
    subject: {
      id: "s1",
      kind: "person",
      registryId: "subject",
      name: "周明远",
      organizationId: "bureau",
      organizationName: "生态环境局",
      post: "局长",
      level: "乡科级正职",
      managedBy: "zone",
      partyMember: true,
      inScope: true,
    },
    another: null,
  }),
  recorded(4, "name-witness", "inquirer", {
    type: "witness-named",
    personId: "witness",
    name: "吴建国",
    on: "2026-06-01",
    about: "会议经过",
  }),
  recorded(5, "declare-recusal", "recused", {
    type: "recused",
    accountId: "recused",
    name: "recused",
    ground: "interest",
    declaredBy: "self",
    on: "2026-06-01",
    reasons: "曾参与验收",
  }),
];

const today = "2026-06-10";

function caseAt(stage: Case["stage"], told: Recorded[] = history): Case {
  const matter = replay("m1", told);
  assert.ok(matter?.kind === "case");
  return { ...matter, stage };
}

test("every act × role × stage × relation answers as the tables say", () => {
  let asked = 0;
  for (const stage of caseStages) {
    const matter = caseAt(stage);
    const outline = outlineOf(matter);
    for (const role of roles) {
      for (const relation of relations) {
        const who = standing(role, relation);
        assert.equal(relationOf(who, outline), relation);
        assert.equal(mayRead(who, outline), readsByTable(role, relation, stage), `${role} ${relation} ${stage}`);
        for (const act of actIds.filter((one) => acts[one].matter === "case" && one !== "request-opening")) {
          const refusals = refusalsOfStanding({ law, actor: who, today }, matter, act);
          const seen = refusals[0]?.code ?? "can";
          if (seen !== "can") isRefused(refusals, seen);
          assert.equal(seen, expected(act, role, relation, stage), `${act} × ${role} × ${stage} × ${relation}`);
          if (actAllowedAt(stage, act)) assert.equal(mayDo(who, act, outline), seen === "can");
          asked += 1;
        }
      }
    }
  }
  assert.ok(asked > 8000, String(asked));
});

function readsByTable(role: Role, relation: Relation, stage: Stage): boolean {
  const row = readingRights[role].case;
  const reached: Record<Reach, readonly Relation[]> = {
    all: ["none", "assigned", "unit"],
    own: ["assigned"],
    unit: ["unit"],
    none: [],
  };
  return row.stages.includes(stage) && reached[row.reach].includes(relation);
}

function expected(act: ActId, role: Role, relation: Relation, stage: Stage): string {
  const duty: Duty = duties[act];
  if (!duty.roles.includes(role)) return "not-your-duty";
  if (!readsByTable(role, relation, stage)) return "not-yours-to-see";
  if (!actAllowedAt(stage, act)) return "not-at-this-stage";
  return duty.by === "assigned" && relation !== "assigned" ? "not-assigned" : "can";
}

test("“由 … 办理” cites no text: who does what is how the offices divide the work; but others re-examine an appeal because a text says so", () => {
  const ofDuty = new Set(["not-your-duty", "not-yours-to-see", "not-assigned", "four-eyes"]);
  let asked = 0;
  for (const act of actIds)
    for (const who of [...roles.map((role) => actor("asker", [role])), actor("inquirer", ["reviewer"])])
      for (const { code, source } of refusalsOfStanding(
        { law, actor: who, today: "2026-07-31" },
        caseAt("inquiry"),
        act,
      ))
        if (ofDuty.has(code)) {
          assert.equal(source === null, !(code === "four-eyes" && act === "examine-appeal"), `${act}: ${code}`);
          asked += 1;
        }
  assert.ok(asked > 100, String(asked));
});

test("a close relative of a subject and a witness see none of the case; a witness's relative does", () => {
  const outline = outlineOf(caseAt("inquiry"));
  const officer = (more: Partial<Actor>) => actor("somebody", ["discipline-officer"], more);
  assert.equal(relationOf(officer({ personId: "x", relativeIds: ["subject"] }), outline), "party");
  assert.equal(relationOf(officer({ personId: "witness" }), outline), "recused");
  assert.equal(relationOf(officer({ personId: "x", relativeIds: ["witness"] }), outline), "none");
  assert.equal(mayRead(officer({ personId: "x", relativeIds: ["subject"] }), outline), false);
  assert.equal(mayRead(officer({ personId: "witness" }), outline), false);
  assert.equal(mayRead(officer({ personId: "x", relativeIds: ["witness"] }), outline), true);
});

test("one recuses oneself; another is recused by the secretary alone, and nobody twice", () => {
  const registry = {
    persons: {},
    organizations: {},
    leads: {},
    files: {},
    otherCases: [],
    past: [],
    records: {},
    accounts: {
      inquirer: { ...actor("inquirer", ["discipline-officer"]), name: "甲", disabled: false, isInvolved: false },
      recused: { ...actor("recused", ["discipline-officer"]), name: "乙", disabled: false, isInvolved: false },
    },
  };
  const declared = (who: Actor, accountId: string) => {
    const input = parseInput("declare-recusal", { accountId, ground: "relative", reasons: "表兄弟" });
    const context = { law, actor: who, today: "2026-07-31", id: "e", number: "", registry };
    const decision = decide(caseAt("inquiry"), "declare-recusal", input, context);
    if (decision.ok) return decision.events[0];
    const code = decision.refusals[0]?.code ?? "";
    isRefused(decision.refusals, code);
    return code;
  };
  const officer = actor("inquirer", ["discipline-officer"]);
  const secretary = actor("secretary", ["committee-secretary"]);
  const said = {
    type: "recused",
    name: "甲",
    accountId: "inquirer",
    ground: "relative",
    on: "2026-07-31",
    reasons: "表兄弟",
  };
  assert.deepEqual(declared(officer, "inquirer"), { ...said, declaredBy: "self" });
  assert.deepEqual(declared(secretary, "inquirer"), { ...said, declaredBy: "secretary" });
  assert.equal(declared(actor("other", ["discipline-officer"]), "inquirer"), "recusal-of-another");
  assert.equal(declared(secretary, "recused"), "recused-already");
  assert.equal(declared(secretary, "nobody"), "no-such-account");
});

test("nobody passes four eyes by delegating", () => {
  const proposing: CaseworkEvent = { type: "proposed", on: "2026-06-10", body: "working-committee", proposals: [] };
  const lent = (from: string) => ({
    delegations: [
      {
        delegationId: "d1",
        role: "committee-secretary" as const,
        fromAccount: from,
        fromName: from,
        fromPersonId: null,
        fromKinAccountIds: [],
      },
    ],
  });
  const deciding = (told: Recorded[], who: Actor) =>
    refusalsOfStanding({ law, actor: who, today }, caseAt("deliberated", told), "decide")[0]?.code ?? "can";
  const by = (account: string, behalf?: string) => [...history, recorded(6, "propose", account, proposing, behalf)];
  const secretary = actor("secretary", ["committee-secretary"]);
  assert.equal(deciding(by("inquirer"), secretary), "can");
  // Who proposed decides neither in a role lent to them,
  const proposer = actor("inquirer", ["discipline-officer", "committee-secretary"], lent("secretary"));
  assert.equal(deciding(by("inquirer"), proposer), "four-eyes");
  // nor through somebody to whom they lent theirs,
  assert.equal(deciding(by("secretary"), actor("deputy", ["committee-secretary"], lent("secretary"))), "four-eyes");
  // nor when somebody proposed in their name;
  assert.equal(deciding(by("helper", "secretary"), secretary), "four-eyes");
  // a deputy who did nothing, for somebody who did nothing, does.
  assert.equal(deciding(by("inquirer"), actor("deputy", ["committee-secretary"], lent("secretary"))), "can");
});

test("every pair of acts that the table wants done by two is told with both accounts", () => {
  const matter = caseAt("inquiry");
  assert.deepEqual(matter.fourEyesPairs, [
    { act: "decide-opening", by: "approver", byPerson: null, before: "request-opening", of: "asker", ofPerson: null },
  ]);
});

/** Whether the act is this actor's to do in a matter they may read, as far as the table says; four eyes and the stage come on top. */
function mayDo(actor: Actor, act: ActId, outline: Outline): boolean {
  const duty: Duty = duties[act];
  return (
    duty.roles.some((role) => actor.roles.includes(role)) &&
    (duty.by === undefined || outline.assignedTo.includes(actor.accountId)) &&
    mayRead(actor, outline)
  );
}

test("whoever becomes a party to the case sees none of it and can do nothing in it", () => {
  const [, , fact] = changedStep("record-fact", {});
  refusedBy([...upTo("add-subject"), ["subject", "record-fact", fact]], "not-yours-to-see");
});

test("what can be done now and why not is told for every act, with its source where a text says it", () => {
  const possible = possibleActs({ law, actor: people.officer, today: "2025-06-01" }, caseAfter(upTo("decide-opening")));
  assert.deepEqual(
    possible.filter((one) => one.refusals.length === 0).map((one) => one.act),
    [
      "join-lead",
      "take-over",
      "add-subject",
      "name-witness",
      "record-fact",
      "establish-circumstance",
      "find-responsibility",
      "put-facts",
      "record-statement",
      "propose",
      "record-discipline",
      "record-sanction-change",
      "declare-recusal",
    ],
  );
  for (const { act, refusals } of possible)
    for (const one of refusals)
      assert.equal(one.source === null, one.code === "not-your-duty", `${act}: ${one.code} and its source`);
});
