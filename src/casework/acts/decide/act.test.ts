// Who decides, on what deliberation, what each measure wants said with it, and when no measure is given.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  caseAfter,
  deliberated,
  effective,
  law,
  outcome,
  play,
  refusedBy,
  upTo,
  withChanged,
} from "../../../../test/casework/played.ts";
import type { Step } from "../../../../test/casework/played.ts";

/** Decided on e3, whom these measures were proposed for. */
const decided = (measures: readonly string[], changes: object = {}, proposed = ["transfer"]): Step[] => [
  ...deliberated(["zone"], proposed),
  decision({ outcomes: [outcome("e3", measures, changes)] }),
];
function decision(changes: object): Step {
  const [, , input] = upTo("decide", {}, effective()).at(-1) ?? assert.fail("no decision");
  return ["secretary", "decide", { ...input, ...changes }];
}

test("the decision is refused for a body that is not competent, or that did not deliberate, or without a majority", () => {
  refusedBy([...deliberated(), decision({ body: "discipline-committee" })], "not-deliberated-there");
  const elsewhere = withChanged(deliberated(), "record-deliberation", { body: "general-office" });
  const { refusals } = play([...elsewhere, decision({ body: "general-office" })]);
  assert.ok(
    refusals.some(({ at }) => at === "benxi-gaoxin-2019-31#5" || at === "benxi-gaoxin-2019-31#9.1"),
    JSON.stringify(refusals),
  );
  const split = { attendance: ["甲", "乙"], votesFor: 1, votesAgainst: 1 };
  refusedBy([...withChanged(deliberated(), "record-deliberation", split), decision({})], "no-majority");
});

test("a city-managed cadre is not decided on by the zone's Working Committee", () => {
  const city = deliberated(["city"], ["removal"]);
  const said = outcome("e3", ["removal"], { originalLevel: "县处级副职" });
  assert.equal(caseAfter(upTo("propose", {}, city)).stage, "proposed");
  const { refusals } = play([...city, decision({ outcomes: [said] })]);
  assert.ok(
    refusals.some(({ at }) => at === "benxi-gaoxin-2019-31#5"),
    JSON.stringify(refusals),
  );
});

test("a decision that departs from the proposal says why", () => {
  const removal = { originalLevel: "乡科级正职" };
  refusedBy(decided(["removal"], removal), "departure-without-reasons");
  assert.equal(caseAfter(decided(["removal"], { ...removal, departure: "情节更重" })).stage, "decided");
});

test("removal names the original level, demotion the reduced one, 引咎辞职 the person's own application", () => {
  refusedBy(decided(["removal"], { departure: "d" }), "original-level-missing");
  refusedBy(decided(["demotion"], { departure: "d" }), "reduced-level-missing");
  const resigned = { originalLevel: "乡科级正职", departure: "d" };
  refusedBy(decided(["blame-resignation"], resigned), "application-missing");
});

test("levels are those of the table, demotion goes down, and nobody applies after the decision", () => {
  const demoted = (reducedLevel: string, more: object = {}) =>
    decided(["demotion"], { departure: "d", reducedLevel, ...more });
  refusedBy(demoted("县处级正职"), "not-reduced");
  refusedBy(demoted("乡科级正职"), "not-reduced");
  refusedBy(demoted("乡科级副职", { originalLevel: "乡科级副职" }), "not-reduced");
  refusedBy(demoted("土地爷"), "no-such-level");
  refusedBy(decided(["removal"], { departure: "d", originalLevel: "__proto__" }), "no-such-level");
  assert.equal(caseAfter(demoted("乡科级副职")).stage, "decided");
  const resigned = (appliedOn: string) =>
    decided(["blame-resignation"], { originalLevel: "乡科级正职", departure: "d", appliedOn });
  refusedBy(resigned("2025-06-17"), "applied-after-decision");
  assert.equal(caseAfter(resigned("2025-06-16")).stage, "decided");
});

test("to give no measure is an exemption, and that needs one of the grounds of the text", () => {
  refusedBy(decided([], { departure: "d" }), "no-measure");
  const exempt = (ground: string): Step[] => [
    ...deliberated(),
    decision({ outcomes: [{ type: "exempt", subjectId: "e3", ground, reasons: "r" }] }),
  ];
  refusedBy(exempt("because-i-say-so"), "no-such-ground");
  const ground = law.upper.flatMap((pack) => pack.rules).find((rule) => rule.kind === "exemption");
  assert.ok(ground?.kind === "exemption");
  const serve: Step = ["clerk", "serve", { subjectId: "e3", on: "2025-06-18", way: "in-person", receipt: "签收" }];
  const state = caseAfter([...exempt(ground.ground), serve]);
  assert.equal(state.stage, "effective", "where everyone is exempt nothing is left to take effect");
});
