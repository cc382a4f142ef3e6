// The circumstances of Articles 6 and 7, limb by limb.
import assert from "node:assert/strict";
import test from "node:test";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { examineLimb, limbGroupsOf, limbsOf } from "./limbs.ts";
import type { LimbFindings } from "./limbs.ts";

const law = await loadLaw();
const all = limbsOf(law);

test("The text has 27 limbs: 21 of not taking responsibility and 6 of inaction", () => {
  assert.equal(all.length, 27);
  assert.equal(all.filter((limb) => limb.group === "not-taking-responsibility").length, 21);
  assert.equal(all.filter((limb) => limb.group === "inaction").length, 6);
  assert.equal(limbGroupsOf(law).length, 2);
});

const full = (id: string): LimbFindings => {
  const limb = all.find((candidate) => candidate.id === id);
  assert.ok(limb);
  return {
    limb: id,
    act: limb.acts[0] ?? null,
    results: limb.results.map((result) => result.id),
    preconditionMet: true,
    reasons: "与所列情形程度相当",
    approved: true,
  };
};

for (const limb of all) {
  test(`${limb.id} with everything found is established, and cites its item`, () => {
    const examined = examineLimb(law, full(limb.id));
    assert.deepEqual(examined.missing, []);
    assert.match(examined.cite.label.zh, /第[六七]条第一款第（[一二三四五六七八九十]+）项/);
  });
  if (limb.acts.length > 0) {
    test(`${limb.id} without a proved act is not established`, () => {
      assert.deepEqual(codes({ ...full(limb.id), act: null }), ["act"]);
      assert.deepEqual(codes({ ...full(limb.id), act: "文本中没有的行为" }), ["act"]);
    });
  }
  if (limb.mode !== "none") {
    test(`${limb.id} without any required result is not established`, () => {
      assert.deepEqual([...new Set(codes({ ...full(limb.id), results: [] }))], ["result"]);
    });
    for (const result of limb.results) {
      const enough = limb.mode === "any" || limb.results.length === 1;
      test(`${limb.id} with ${result.words} alone is ${enough ? "" : "not "}established`, () => {
        assert.equal(examineLimb(law, { ...full(limb.id), results: [result.id] }).established, enough);
      });
    }
  }
  if (limb.precondition !== null) {
    test(`${limb.id} without its precondition is not established`, () => {
      assert.deepEqual(codes({ ...full(limb.id), preconditionMet: false }), ["precondition"]);
    });
  }
  if (limb.catchAll) {
    test(`${limb.id} needs reasons and approval`, () => {
      assert.deepEqual(codes({ ...full(limb.id), reasons: " " }), ["reasons"]);
      assert.deepEqual(codes({ ...full(limb.id), approved: false }), ["approval"]);
    });
  }
}

test("A limb that the law does not have is a bug of the caller", () => {
  assert.throws(() => examineLimb(law, { ...full("6-1-1"), limb: "6-1-9" }), RangeError);
});

function codes(findings: LimbFindings): string[] {
  return examineLimb(law, findings).missing.map((missing) => missing.code);
}
