// Clauses of escalation on a real database: the records of a person, or of a unit in person-times, are asked when measures are found.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { viewMatter } from "#matters/uses/matter-view.ts";
import { perform } from "#matters/uses/perform.ts";
import { openItemsFor } from "#notifications/uses/supervision.ts";
import type { ActId } from "#casework/acts.ts";
import { parseInput } from "#casework/input.ts";
import type { Role } from "#casework/roles.ts";
import { lawWith } from "../casework/own-law.ts";
import { caseAt, inputs } from "./steps.ts";
import { done, openWorld, persons } from "./world.ts";
import type { World } from "./world.ts";

const twice = {
  kind: "escalation-by-count",
  conduct: "any",
  per: "person",
  atLeast: 2,
  within: "P12M",
  way: "aggravate",
  force: "shall",
};
const unit = { ...twice, per: "unit", atLeast: 2, within: "year", way: "measures", to: ["circulated-criticism"] };
const law = lawWith(
  {
    clauses: [
      ["一年内被问责两次以上的，应当从重处理", twice],
      ["一个年度内单位工作人员被问责两人次以上的，应当对单位通报批评", unit],
      [
        "调离岗位的期限为三个月至六个月，期满由纪检监察工委提出意见",
        {
          kind: "measure-term",
          measures: ["transfer"],
          atLeast: "P3M",
          atMost: "P6M",
          followUp: { id: "opinion", name: { zh: "提出意见", en: "an opinion" }, words: "提出意见" },
          by: ["discipline-committee"],
        },
      ],
    ],
  },
  null,
);
const opened = await openWorld();
const world: World = { ...opened, app: { ...opened.app, law } };

type At = { matterId: string; version: number } | null;

/** Does the steps of `caseAt`, with the input of some changed; the codes for which a proposal was refused first. */
function doing(changed: (act: ActId, input: unknown) => unknown, answered: object[]) {
  const codes: string[] = [];
  const how = async (role: Role, act: ActId, at: At, input: unknown) => {
    const with_ = changed(act, input);
    if (act !== "propose") return done(world, role, act, at, with_);
    const refused = await perform(world.app, world.actorOf(role), {
      act,
      matterId: at?.matterId ?? null,
      version: at?.version ?? null,
      key: randomUUID(),
      input: parseInput(act, with_),
    });
    if (refused.type === "done") return refused.answer;
    assert.ok(refused.type === "refused", JSON.stringify(refused));
    codes.push(...refused.refusals.map(({ code, message }) => `${code} ${message.zh}`));
    const { proposals, ...proposal } = with_ as { proposals: object[] }; // what `caseAt` proposes
    const found = proposals.map((one) => ({ ...one, escalations: answered }));
    return done(world, role, act, at, { ...proposal, proposals: found });
  };
  return { codes, how };
}

/** Proposed after the decision on the other case. */
const later = (act: ActId, input: unknown) => (act === "propose" ? { ...(input as object), on: "2025-06-30" } : input);

test("a second accountability within a year is not proposed without a word on the clause, and the first is named", async () => {
  const first = await caseAt(world, "decided", persons.subject.id);
  const answered = [{ rule: "own-0", followed: true, reasons: "已考虑前次问责，从重建议" }];
  const { codes, how } = doing(later, answered);
  const second = await caseAt(world, "proposed", persons.subject.id, how);
  assert.equal(codes.length, 1);
  assert.match(codes[0] ?? "", /^escalation-not-answered 周明远：/);
  assert.ok((codes[0] ?? "").includes(first.number));
  const viewed = await viewMatter(world.app, world.actorOf("discipline-officer"), { matterId: second.matterId });
  const view = viewed.type === "done" ? viewed.answer : null;
  assert.deepEqual(
    view?.past.map(({ matters }) =>
      matters.map(({ number, on, measures, circumstances }) => ({ number, on, measures, circumstances })),
    ),
    [[{ number: first.number, on: inputs.decision("").on, measures: ["transfer"], circumstances: ["6-2-1"] }]],
  );
});

test("who was never held accountable before is asked nothing", async () => {
  const { codes, how } = doing(later, []);
  await caseAt(world, "proposed", persons.other.id, how);
  assert.deepEqual(codes, []);
});

test("of a unit its members are counted in person-times, and what the clause commands is given", async () => {
  await caseAt(world, "decided", persons.other.id);
  const ofUnit = (act: ActId, input: unknown) => {
    if (act === "add-subject")
      return { kind: "organization", registryId: "bureau", another: "与其他在办案件不是同一问题" };
    if (act !== "propose") return input;
    const { proposals, ...rest } = input as { proposals: object[] }; // what `caseAt` proposes
    return {
      ...rest,
      on: "2025-06-30",
      proposals: proposals.map((one) => ({ ...one, measures: ["circulated-criticism"] })),
    };
  };
  const { codes, how } = doing(ofUnit, [{ rule: "own-1", followed: true, reasons: "已达两人次" }]);
  await caseAt(world, "proposed", "bureau", how);
  assert.equal(codes.length, 1);
  assert.match(codes[0] ?? "", /^escalation-not-answered .*2 人次/);
});

test("a measure of three to six months leaves an item with its last day, and it is on the desk of its office", async () => {
  const { matterId, subjectId } = await caseAt(world, "effective", persons.unrecorded.id);
  const officer = world.actorOf("discipline-officer");
  const viewed = await viewMatter(world.app, officer, { matterId });
  const view = viewed.type === "done" ? viewed.answer : null;
  assert.deepEqual(view?.due[`${subjectId} own-2-transfer`], { type: "day", on: "2025-08-31" });
  const { rows } = await openItemsFor(world.app, officer, {
    office: null,
    item: "own-2-transfer",
    mine: true,
    due: "all",
    after: null,
    limit: 10,
  });
  assert.deepEqual(
    rows.map(({ matterId: of, office, dueOn }) => [of, office, dueOn]),
    [[matterId, "discipline-committee", "2025-08-31"]],
  );
});
