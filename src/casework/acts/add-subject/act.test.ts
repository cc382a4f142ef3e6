// Who cannot be added: nobody whom the registry does not know, and nobody twice on one matter.
import assert from "node:assert/strict";
import { test } from "node:test";
import { before, caseAfter, changedStep, refusedBy, registry, upTo } from "../../../../test/casework/played.ts";

const asked = before("add-subject");

test("nobody is added whom the registry does not know", () => {
  refusedBy([...asked, changedStep("add-subject", { registryId: "nobody" })], "no-such-subject");
});

test("who stands in another open case is added only with a word on how this is another matter; a closed one asks nothing", () => {
  const elsewhere = (open: boolean, number: string | null) => ({
    registry: {
      ...registry,
      otherCases: [{ subject: { kind: "person", registryId: "zone" } as const, number, open, facts: [] }],
    },
  });
  const told = refusedBy(
    [...asked, changedStep("add-subject", {})],
    "in-another-case",
    elsewhere(true, "问责〔2025〕3号"),
  );
  if (!told.zh.includes("问责〔2025〕3号")) throw new Error(told.zh);
  const hidden = refusedBy([...asked, changedStep("add-subject", {})], "in-another-case", elsewhere(true, null));
  if (hidden.zh.includes("问责〔")) throw new Error(hidden.zh);
  caseAfter([...asked, changedStep("add-subject", { another: "另一年度的另一项目" })], elsewhere(true, null));
  caseAfter([...asked, changedStep("add-subject", {})], elsewhere(false, "问责〔2025〕3号"));
});

test("“适用于全区各级党政组织及其领导干部”: staff without a leading post and an enterprise are refused as subjects", () => {
  refusedBy(upTo("add-subject", { registryId: "staff" }), "out-of-scope");
  refusedBy(upTo("add-subject", { kind: "organization", registryId: "company" }), "out-of-scope");
  refusedBy([...upTo("add-subject"), changedStep("add-subject", {})], "subject-twice");
  const body = upTo("add-subject", { kind: "leading-body", registryId: "bureau" });
  assert.equal(caseAfter(body).subjects.length, 1);
});
