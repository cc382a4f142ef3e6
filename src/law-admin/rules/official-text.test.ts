// An official text: what is refused when it is loaded and when it is checked, and what it lends to the packs.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Actor } from "#casework/actor.ts";
import { citedWords } from "#law/text/cited-words.ts";
import { compileLaw } from "#law/compile/law.ts";
import { procedureOf } from "#law/procedure/procedures.ts";
import { isRefused, law, people } from "../../../test/casework/played.ts";
import { passageProblems, passagesOf, refusalsOfCheck, refusalsOfLoading } from "./official-text.ts";
import type { TextCheckInput, OfficialTextInput, OfficialText } from "./official-text.ts";

/** Invented for the test: no text of any norm. */
const text = [
  "某条例（试验文本）",
  "第十二条　问责决定由有权机关集体",
  "　　讨论后作出。",
  "第十三条　决定作出后五日内送达，并按照第十二条的规定办理。",
].join("\n");
const loaded = (more: Partial<OfficialTextInput> = {}): OfficialTextInput => ({
  body: "discipline-committee",
  pack: "wenze-2019",
  source: "试验汇编第1页",
  fileName: "条例.txt",
  text,
  passages: [{ rule: "collective-decision", words: "问责决定由有权机关集体讨论后作出。" }],
  ...more,
});
const recorded = (more: Partial<OfficialText> = {}): OfficialText => {
  const { body, ...rest } = loaded();
  return {
    ...rest,
    id: "t1",
    loadedAt: "2026-08-01T02:00:00.000Z",
    loadedBy: people.officer.accountId,
    loadedName: "officer",
    loadedFor: body,
    loadedPerson: null,
    check: null,
    ...more,
  };
};
const asked = { law, actor: people.officer };
const check = (more: Partial<TextCheckInput> = {}): TextCheckInput => ({
  body: "personnel-department",
  agreed: true,
  reasons: "",
  ...more,
});
const by = (actor: Actor) => ({ law, actor, first: [people.officer.accountId] });

test("it is loaded for one's own interpreting body, for a norm and for rules that are there", () => {
  assert.deepEqual(refusalsOfLoading(loaded(), asked), []);
  isRefused(refusalsOfLoading(loaded({ body: "personnel-department" }), asked), "not-an-interpreting-body");
  isRefused(refusalsOfLoading(loaded({ pack: law.regulation.id }), asked), "no-such-norm");
  const words = "决定作出后五日内送达";
  isRefused(refusalsOfLoading(loaded({ passages: [{ rule: "nothing", words }] }), asked), "no-such-rule");
  const twice = { rule: "service", words };
  isRefused(refusalsOfLoading(loaded({ passages: [twice, twice] }), asked), "no-such-rule");
});

test("a passage stands there word for word; the line ends of typesetting do not count", () => {
  const passage = (words: string): OfficialTextInput => loaded({ passages: [{ rule: "service", words }] });
  assert.deepEqual(refusalsOfLoading(passage("决定作出后 五日内\n送达"), asked), []);
  assert.deepEqual(refusalsOfLoading(passage("决定作出后……送达"), asked), []);
  isRefused(refusalsOfLoading(passage("决定作出后十日内送达"), asked), "not-in-the-text");
  isRefused(refusalsOfLoading(passage("送达……决定作出后"), asked), "not-in-the-text");
});

test("another person of the interpreting bodies checks it, once, and says why it is sent back", () => {
  assert.deepEqual(refusalsOfCheck(recorded(), check(), by(people.personnel)), []);
  isRefused(refusalsOfCheck(recorded(), check(), by(people.officer)), "not-an-interpreting-body");
  isRefused(refusalsOfCheck(recorded(), check({ body: "discipline-committee" }), by(people.officer)), "four-eyes");
  // A second account of the same person, or of a close relative, has no other eyes.
  const kin = { ...people.personnel, kinAccountIds: ["officer"] };
  isRefused(refusalsOfCheck(recorded(), check(), by(kin)), "four-eyes");
  const checked = { agreed: true, reasons: "", checkedAt: "", checkedBy: "x", checkedName: "x", checkedFor: "x" };
  isRefused(refusalsOfCheck(recorded({ check: checked }), check(), by(people.personnel)), "signed-already");
  isRefused(refusalsOfCheck(recorded(), check({ agreed: false }), by(people.personnel)), "reasons-missing");
});

const quoted = (held: readonly OfficialText[], step: string): string => {
  const cite = procedureOf(compileLaw({ ...law, passages: passagesOf(held) }), step, "2026-08-01");
  return cite === null ? "" : citedWords(cite).zh;
};

test("its passages are quoted with the article in which they stand; a rule without one stays a summary", () => {
  assert.equal(
    quoted([recorded()], "collective-decision"),
    "《中国共产党问责条例》第十二条：“问责决定由有权机关集体讨论后作出。”",
  );
  assert.match(quoted([recorded()], "opening"), /第九条，大意：/);
  const later = recorded({ id: "t2", passages: [{ rule: "service", words: "决定作出后五日内送达" }] });
  assert.equal(quoted([recorded(), later], "service"), "《中国共产党问责条例》第十三条：“决定作出后五日内送达”");
  assert.match(quoted([recorded(), later], "collective-decision"), /大意：/);
});

test("a passage that says something else than the fields of its rule is told, with the field", () => {
  const other = { rule: "formalities-step", words: "手续在三个月内办理完毕" };
  const held = passagesOf([recorded({ text: `第十三条　${other.words}`, passages: [other] })]);
  const problems = passageProblems(compileLaw({ ...law, passages: held }));
  assert.deepEqual(
    problems.map(({ pack, rule, field }) => [pack.id, rule.id, field]),
    [["wenze-2019", "formalities-step", "within"]],
  );
  assert.deepEqual(passageProblems(law), []);
});
