// What cannot be established: an unknown circumstance, another's fact, a precondition without its record.
import assert from "node:assert/strict";
import { test } from "node:test";
import { before, caseAfter, changedStep, law, refusedBy, upTo } from "../../../../test/casework/played.ts";

const asked = before("establish-circumstance");
const circumstance = (changes: object, steps = asked) => [...steps, changedStep("establish-circumstance", changes)];

test("a circumstance is one of the text, of a subject of this case, on evidenced facts of that subject, once", () => {
  refusedBy(circumstance({ circumstance: "6-99-1" }), "no-such-circumstance");
  refusedBy(circumstance({ subjectId: "e9" }), "no-such-subject");
  refusedBy(circumstance({ factIds: ["e9"] }), "fact-not-evidenced");
  refusedBy(circumstance({}, circumstance({})), "circumstance-twice");
});

test("“持续发生”: harm that does not continue is none of this circumstance", () => {
  const harm = { circumstance: "6-4-3", act: "发生损害群众利益问题", preconditionFactId: "e4" };
  refusedBy(circumstance(harm), "not-continuing");
  caseAfter(circumstance(harm, [...before("record-fact"), changedStep("record-fact", { continuing: true })]));
});

test("“被约谈提醒、通报批评后仍无明显改观”: the warning is on record with its kind, and something was still so on its day", () => {
  const delayed = (on: string | null) => ({
    circumstance: "6-5-2",
    act: "污染防治工作延误",
    preconditionFactId: "e4",
    preconditionRecord: on === null ? null : { record: "warning-talk", on, documentNumber: "云环督〔2024〕2号" },
  });
  refusedBy(circumstance(delayed(null)), "record-missing");
  refusedBy(circumstance(delayed("2024-12-01")), "nothing-after-record");
  caseAfter(circumstance(delayed("2024-11-30")));
});

/** A circumstance that takes two results at once, and the case with a fact that evidences these of them. */
const rule = law.regulation.rules.find((one) => one.kind === "limb" && one.id === "6-1-1");
assert.ok(rule?.kind === "limb");
const results = rule.results.map((result) => result.id);
const evidenced = (...known: string[]) => upTo("record-fact", { results: known });
const finding = (...named: string[]) =>
  changedStep("establish-circumstance", {
    circumstance: "6-1-1",
    act: rule.acts[0] ?? null,
    results: named.map((result) => ({ result, factId: "e4" })),
  });

test("6-1-1 with 恶劣影响 evidenced and 严重不良后果 not is not established; with both it is", () => {
  assert.equal(results.length, 2);
  for (const result of results) refusedBy([...evidenced(...results), finding(result)], "circumstance-not-established");
  assert.equal(caseAfter([...evidenced(...results), finding(...results)]).subjects[0]?.circumstances.length, 1);
});

test("a result counts only through a fact that evidences it: naming it in the finding is not enough", () => {
  refusedBy([...evidenced(...results.slice(0, 1)), finding(...results)], "circumstance-not-established");
});
