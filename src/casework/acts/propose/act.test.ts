// A proposal names each subject once, with factors and measures that the text knows and opens for it.
import { test } from "node:test";
import {
  before,
  caseAfter,
  changedStep,
  deliberated,
  found,
  refusedBy,
  registry,
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
