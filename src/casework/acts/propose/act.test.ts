// A proposal names each subject once, with factors and measures that the text knows and opens for it.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  before,
  caseAfter,
  changedStep,
  deliberated,
  found,
  refusedBy,
  registry,
  upTo,
  withChanged,
} from "../../../../test/casework/played.ts";
import type { Step } from "../../../../test/casework/played.ts";

const proposal = (changes: object = {}) => ({ ...found("e3", ["transfer"]), reasons: "建议给予组织处理", ...changes });
const proposed = (...proposals: object[]) => [...before("propose"), changedStep("propose", { proposals })];

test("every subject has one proposal, and without a subject there is none", () => {
  refusedBy(proposed(proposal(), proposal()), "one-proposal-each");
  refusedBy([...before("add-subject"), changedStep("propose", {})], "no-subject");
});

test("a factor that no text names is refused", () => {
  refusedBy(proposed(proposal({ factors: [{ factor: "well-liked", how: "群众评价好" }] })), "no-such-factor");
});

test("measures are those of the text, open for this gravity and this kind of subject, with what the text wants said", () => {
  refusedBy(proposed(proposal({ measures: ["exile"] })), "unknown-measure");
  refusedBy(proposed(proposal({ gravity: "lighter" })), "measure-not-open");
  refusedBy(proposed(proposal({ measures: ["admonition"] })), "measure-not-open");
  refusedBy(proposed(proposal({ gravity: "discipline" })), "refer-instead");
  refusedBy(proposed(proposal({ handling: "adjustment", handlingReasons: null })), "adjustment-without-reasons");
  refusedBy(proposed(proposal({ measures: ["reorganization"] })), "body-measure-on-person");
  caseAfter(proposed(proposal({ handling: "adjustment", handlingReasons: "岗位需要" })));
});

test("strong reaction with vile influence calls for one of the graver measures even where the finding is lighter", () => {
  const both = { strongReaction: true, vileInfluence: true, gravity: "lighter" };
  refusedBy(proposed(proposal({ ...both, measures: ["admonition"] })), "measure-of-tier-due");
  caseAfter(proposed(proposal({ ...both, measures: ["transfer"] })));
});

test("an organization receives no personal measure", () => {
  const bureau = deliberated(["bureau"]).map((step): Step =>
    step[1] === "add-subject" ? [step[0], step[1], { kind: "organization", registryId: "bureau" }] : step,
  );
  refusedBy(bureau, "personal-measure-on-organization", { registry });
});

test("an organization receives a measure that is open for it", () => {
  const bureau = withChanged(deliberated(["bureau"], ["circulated-criticism"]), "add-subject", {
    kind: "organization",
  });
  const said = { ...proposal({ measures: ["circulated-criticism"] }), gravity: "lighter" };
  assert.equal(caseAfter(upTo("propose", { proposals: [said] }, bureau)).stage, "proposed");
});

test("nobody is proposed for a measure before a circumstance is established and the person was heard", () => {
  const proposing = changedStep("propose", {});
  refusedBy([...upTo("record-fact"), proposing], "no-circumstance");
  refusedBy([...upTo("establish-circumstance"), proposing], "not-heard");
  assert.equal(caseAfter(upTo("propose")).stage, "proposed");
});

test("a fact recorded after the hearing is put to the person before anything is proposed", () => {
  const late = [...before("propose"), changedStep("record-fact", {})];
  const [hearing, proposing] = [changedStep("record-statement", {}), changedStep("propose", {})];
  refusedBy([...late, proposing], "not-heard-on-fact");
  refusedBy([...late, hearing], "facts-not-put");
  const putLate = changedStep("put-facts", { factIds: [`e${late.length}`] });
  assert.equal(caseAfter([...late, putLate, hearing, proposing]).stage, "proposed");
});

test("whoever is held accountable receives a measure; to give none is an exemption", () => {
  for (const gravity of ["lighter", "graver"]) refusedBy(proposed(proposal({ gravity, measures: [] })), "no-measure");
  assert.equal(caseAfter(proposed(proposal({ gravity: "discipline", measures: [] }))).stage, "proposed");
});

test("conduct wholly before 2019-04-25 cannot be the sole basis; conduct that reaches that day can", () => {
  const until = (to: string) =>
    upTo("propose", {}, withChanged(deliberated(), "record-fact", { from: "2018-03-01", to }));
  for (const to of ["2018-11-30", "2019-04-24"])
    assert.equal(refusedBy(until(to), "conduct-before-validity").at, "benxi-gaoxin-2019-31#15");
  assert.equal(caseAfter(until("2019-04-25")).stage, "proposed");
});
