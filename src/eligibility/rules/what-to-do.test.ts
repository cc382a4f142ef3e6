// What to do about a reason: said once each, and never of a bar, a consent or an open matter.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReasonCode } from "#law/reckon/eligibility.ts";
import { shownReasons, whatToDo } from "./what-to-do.ts";

const reason = (code: ReasonCode, zh: string = code) => ({ code, sentence: { zh, en: code } });

test("each reason to confirm says once what to do, in the order of the reasons", () => {
  const said = whatToDo(
    shownReasons("needs-confirmation", [
      reason("norm-undecided", "某条"),
      reason("history-incomplete"),
      reason("norm-undecided", "另一条"),
    ]),
  ).map(({ zh }) => zh);
  assert.equal(said.length, 2);
  assert.match(said[0] ?? "", /待认定的上位规定/u);
  assert.match(said[1] ?? "", /历史记录/u);
});

test("a bar, a consent that is due and an open matter say nothing to do", () => {
  const codes = ["restriction", "consent-missing", "open-matter"] as const;
  assert.deepEqual(
    whatToDo(
      shownReasons(
        "needs-confirmation",
        codes.map((code) => reason(code)),
      ),
    ),
    [],
  );
});

test("what two layers say in the same words is one reason", () => {
  const shown = shownReasons("needs-confirmation", [reason("history-incomplete"), reason("history-incomplete")]);
  assert.equal(shown.length, 1);
});

test("an answer that waits for an open matter gives no reasons", () => {
  assert.deepEqual(shownReasons("pending", [reason("open-matter"), reason("history-incomplete")]), []);
});

test("of an answer that is barred all the same nothing has to be done", () => {
  const [shown] = shownReasons("barred", [reason("history-incomplete")]);
  assert.deepEqual([shown?.code, shown?.toDo], ["history-incomplete", null]);
});
