// What to do about a reason: said once each, and never of a bar, a consent or an open matter.
import assert from "node:assert/strict";
import { test } from "node:test";
import { whatToDo } from "./what-to-do.ts";

test("each reason to confirm says once what to do, in the order of the reasons", () => {
  const said = whatToDo([{ code: "norm-undecided" }, { code: "history-incomplete" }, { code: "norm-undecided" }]).map(
    ({ zh }) => zh,
  );
  assert.equal(said.length, 2);
  assert.match(said[0] ?? "", /待认定的上位规定/u);
  assert.match(said[1] ?? "", /历史记录/u);
});

test("a bar, a consent that is due and an open matter say nothing to do", () => {
  assert.deepEqual(whatToDo([{ code: "restriction" }, { code: "consent-missing" }, { code: "open-matter" }]), []);
});
