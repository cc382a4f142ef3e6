// The circumstances of Articles 6 and 7, circumstance by circumstance.
import assert from "node:assert/strict";
import test from "node:test";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { examineCircumstance, circumstanceGroupsOf, circumstancesOf } from "./circumstances.ts";
import type { CircumstanceFindings } from "./circumstances.ts";

const law = await loadLaw();
const all = circumstancesOf(law);

test("The text has 27 circumstances: 21 of not taking responsibility and 6 of inaction", () => {
  assert.equal(all.length, 27);
  assert.equal(all.filter((circumstance) => circumstance.group === "not-taking-responsibility").length, 21);
  assert.equal(all.filter((circumstance) => circumstance.group === "inaction").length, 6);
  assert.equal(circumstanceGroupsOf(law).length, 2);
});

const full = (id: string): CircumstanceFindings => {
  const circumstance = all.find((candidate) => candidate.id === id);
  assert.ok(circumstance);
  return {
    circumstance: id,
    act: circumstance.acts[0] ?? null,
    results: circumstance.results.map((result) => result.id),
    preconditionMet: true,
    reasons: "与所列情形程度相当",
    approved: true,
  };
};

for (const circumstance of all) {
  test(`${circumstance.id} with everything found is established, and cites its item`, () => {
    const examined = examineCircumstance(law, full(circumstance.id));
    assert.deepEqual(examined.missing, []);
    assert.match(examined.cite.label.zh, /第[六七]条第一款第（[一二三四五六七八九十]+）项/);
  });
  if (circumstance.acts.length > 0) {
    test(`${circumstance.id} without a proved act is not established`, () => {
      assert.deepEqual(codes({ ...full(circumstance.id), act: null }), ["act"]);
      assert.deepEqual(codes({ ...full(circumstance.id), act: "文本中没有的行为" }), ["act"]);
    });
  }
  if (circumstance.mode !== "none") {
    test(`${circumstance.id} without any required result is not established`, () => {
      assert.deepEqual([...new Set(codes({ ...full(circumstance.id), results: [] }))], ["result"]);
    });
    for (const result of circumstance.results) {
      const enough = circumstance.mode === "any" || circumstance.results.length === 1;
      test(`${circumstance.id} with ${result.words} alone is ${enough ? "" : "not "}established`, () => {
        assert.equal(examineCircumstance(law, { ...full(circumstance.id), results: [result.id] }).established, enough);
      });
    }
  }
  if (circumstance.precondition !== null) {
    test(`${circumstance.id} without its precondition is not established`, () => {
      assert.deepEqual(codes({ ...full(circumstance.id), preconditionMet: false }), ["precondition"]);
    });
  }
  if (circumstance.catchAll) {
    test(`${circumstance.id} needs reasons and approval`, () => {
      assert.deepEqual(codes({ ...full(circumstance.id), reasons: " " }), ["reasons"]);
      assert.deepEqual(codes({ ...full(circumstance.id), approved: false }), ["approval"]);
    });
  }
}

test("A circumstance that the law does not have is a bug of the caller", () => {
  assert.throws(() => examineCircumstance(law, { ...full("6-1-1"), circumstance: "6-1-9" }), RangeError);
});

function codes(findings: CircumstanceFindings): string[] {
  return examineCircumstance(law, findings).missing.map((missing) => missing.code);
}
