// The checks against the real packs, and against packs broken on purpose: each must fail at its line.
import assert from "node:assert/strict";
import test from "node:test";
import { readPackFiles } from "#law-admin/packs/pack-files.ts";
import { regulationsFolder } from "#law-admin/packs/regulations.ts";
import { readPack } from "../pack/parse-pack.ts";
import type { PackFiles, Problem } from "../pack/pack.ts";
import { checkPacks } from "./check-packs.ts";

const ID = "benxi-gaoxin-2019-31";
const sources = await readPackFiles(regulationsFolder);

test("The packs as they are pass every check", () => {
  const report = checkPacks(sources);
  assert.deepEqual(report.problems, []);
  assert.ok(report.examples >= 100, `${report.examples} examples`);
});

/** All packs but the broken one are as they are: they are read once for all cases. */
const readBefore = new Map(sources.map((files) => [files, readPack(files)]));
const readOnce: typeof readPack = (files) => readBefore.get(files) ?? readPack(files);

type Part = "text" | "rules" | "examples" | "vocabulary";
const FILES: Record<Part, string> = {
  text: "text.md",
  rules: "rules.yaml",
  examples: "examples.yaml",
  vocabulary: "vocabulary.yaml",
};

function broken(part: Part, from: string, to: string, id: string): { problems: Problem[]; file: string; line: number } {
  const source = sources.find((one) => one.id === id);
  assert.ok(source, id);
  const at = source[part].indexOf(from);
  assert.ok(at >= 0, `“${from}” is in the ${part} of ${id}`);
  const edited: PackFiles = {
    ...source,
    // Examples are put to rules without a fault only, and have faults in their own file only.
    examples: "format: 1\nexamples: []\n",
    [part]: source[part].slice(0, at) + to + source[part].slice(at + from.length),
  };
  const { problems } = checkPacks(
    sources.map((one) => (one.id === id ? edited : one)),
    readOnce,
  );
  const line = source[part].slice(0, at).split("\n").length;
  return { problems, file: part === "vocabulary" ? FILES[part] : `${id}/${FILES[part]}`, line };
}

/** `within` is how many lines after the beginning of its rule the edit may stand; a parser may notice a little later. */
function check(name: string, part: Part, from: string, to: string, says: RegExp, within = 12, id = ID): void {
  test(name, () => {
    const { problems, file, line } = broken(part, from, to, id);
    const found = problems.filter(
      (problem) => problem.file === file && problem.line <= line + 3 && line - problem.line <= within,
    );
    assert.ok(found.length > 0, `no problem at ${file}:${line}, but ${JSON.stringify(problems.slice(0, 3))}`);
    const words = found
      .map((problem) => `${problem.clause ?? ""} ${problem.message.zh} ${problem.message.en}`)
      .join("\n");
    assert.match(words, says);
  });
}

// Form.
check(
  "A field that the schema does not know is refused",
  "rules",
  "    force: may\n    gravity",
  "    forse: may\n    gravity",
  /forse|force/,
);
check(
  "A rule of an unknown kind is refused",
  "rules",
  "kind: circulation",
  "kind: circulations",
  /kind|circulations|discriminator/i,
);
check("A period that is none is refused", "rules", "for: P12M", "for: one year", /for/);
check("YAML that is none is refused", "rules", "summary: false", "summary: [", /YAML/, 60);
check(
  "An example without an expectation is refused",
  "examples",
  "    expect: { answer: barred, until: 2020-05-09, regulation: barred",
  "    expectation: { answer: barred, until: 2020-05-09, regulation: barred",
  /expect/,
);
check("Two rules of one name are refused", "rules", "id: removal-promotion", "id: transfer-promotion", /重名/);

// Names.
check(
  "A measure that does not exist is refused",
  "rules",
  "measures: [transfer]",
  "measures: [transferral]",
  /transferral/,
);
check(
  "A body that does not exist is refused",
  "rules",
  "deciders: [working-committee]",
  "deciders: [committee]",
  /committee/,
);
check(
  "A duty that no body has is refused: its items would be nobody's",
  "vocabulary",
  "duties: [papers]",
  "duties: []",
  /没有一个机关有“文书收发”（papers）职责/,
);
check(
  "So is one that two bodies have, at the second of them",
  "vocabulary",
  "duties: [papers]",
  "duties: [papers, review]",
  /“审理”（review）职责同时写给了“纪检监察工委”和“党政综合办公室”/,
  0,
);
test("A body of a pack's own does not take a duty that one of the shared vocabulary has", () => {
  const { problems } = broken(
    "rules",
    "bodies:",
    "bodies:\n    - { id: other-office, name: { zh: 另一机关, en: Other office }, words: [另一机关], duties: [papers] }",
    "example-county-inaction-2017",
  );
  assert.ok(
    problems.some(
      ({ file, message }) => file === "example-county-inaction-2017/rules.yaml" && message.zh.includes("另一机关"),
    ),
    JSON.stringify(problems.slice(0, 3)),
  );
});
check(
  "A place that the text does not have is refused",
  "rules",
  "cite: '15'\n    quote: 办法自",
  "cite: '16'\n    quote: 办法自",
  /16/,
);
check(
  "A trigger that forgets an option of its setting is refused",
  "rules",
  "        any-of-three: { strongReaction",
  "        any-of-two: { strongReaction",
  /any-of/,
);
check("A setting whose default is no option is refused", "rules", "default: two\n", "default: four\n", /four/, 200);

// Quotes.
check(
  "A quote with one sign changed is refused",
  "rules",
  "quote: 受到调离岗位处理的，一年内不得提拔",
  "quote: 受到调离岗位处理的，一年内不准提拔",
  /第十三条第一款.*不在/,
);
check(
  "A quote cited from the wrong paragraph is refused",
  "rules",
  "cite: '13.2'\n    quote: 受到组织处理",
  "cite: '13.1'\n    quote: 受到组织处理",
  /不在 13\.1/,
);
check(
  "A word changed in the text is found by the quotes",
  "text",
  "两年内不得提拔；受到降职",
  "三年内不得提拔；受到降职",
  /没有规则引用/,
  2,
);
check(
  "A sign left out between two sentences is found where their quotes run together",
  "text",
  "两年内不得提拔；受到降职",
  "两年内不得提拔受到降职",
  /之间没有标点/,
);
check(
  "A quote of an upper norm that its summary does not have is refused",
  "rules",
  "quote: 受到诫勉的，六个月内",
  "quote: 受到诫勉的，七个月内",
  /不在/,
  12,
  "jiemian-2015",
);

// Agreement.
check(
  "一年内 with a field of two years is refused",
  "rules",
  "    bars: [promotion]\n    for: P12M",
  "    bars: [promotion]\n    for: P24M",
  /一年|P24M/,
);
check(
  "两年内 with a field of one year is refused",
  "rules",
  "    bars: [promotion]\n    for: P24M",
  "    bars: [promotion]\n    for: P12M",
  /P24M/,
);
check("当年 with a field of a year’s length is refused", "rules", "for: year", "for: P12M", /year/);
check(
  "A measure added to a restriction that does not name it is refused",
  "rules",
  "measures: [demotion]\n    ground",
  "measures: [demotion, removal]\n    ground",
  /方式/,
);
check(
  "A measure left out of a restriction that names it is refused",
  "rules",
  "measures: [blame-resignation, ordered-resignation, removal]\n    ground",
  "measures: [blame-resignation, removal]\n    ground",
  /方式/,
);
check(
  "A bar that the quote does not name is refused",
  "rules",
  "bars: [annual-excellence, honours]",
  "bars: [annual-excellence]",
  /限制事项/,
);
check(
  "The wrong reach is refused",
  "rules",
  "baseline: original\n    reach: from",
  "baseline: original\n    reach: above",
  /层次/,
);
check(
  "The wrong baseline for 原职务 is refused",
  "rules",
  "baseline: original\n    reach: from",
  "baseline: present\n    reach: from",
  /基准/,
);
check("可 with a field of shall is refused", "rules", "force: may\n    gravity", "force: shall\n    gravity", /可/);
check("应 with a field of may is refused", "rules", "force: shall\n    gravity", "force: may\n    gravity", /可/);
check(
  "A circulation that may be left out is refused",
  "rules",
  "tiers: [graver]\n    force: shall",
  "tiers: [graver]\n    force: may",
  /force/,
);
check(
  "A measure moved into the wrong tier is refused",
  "rules",
  "measures: [criticism-education, self-examination, circulated-criticism, admonition]\n    deciders",
  "measures: [criticism-education, self-examination, circulated-criticism, admonition, transfer]\n    deciders",
  /方式/,
);
check(
  "A body that the clause does not name is refused",
  "rules",
  "deciders: [working-committee, personnel-department]",
  "deciders: [working-committee]",
  /决定机关/,
  16,
);
check("A gravity that the clause does not name is refused", "rules", "gravity: [lighter]", "gravity: [graver]", /情节/);
check(
  "A required result dropped is refused",
  "rules",
  "mode: all\n    results:\n      - { id: considerable-loss",
  "mode: none\n    results:\n      - { id: considerable-loss",
  /结果/,
);
check("“和” read as “或” is refused", "rules", "mode: all", "mode: any", /关系/);
check("“或” read as “和” is refused", "rules", "mode: any", "mode: all", /关系/);
check("An act that the quote does not have is refused", "rules", "acts: [变形走样", "acts: [走样变形", /走样变形/);
check("A circumstance under the wrong item is refused", "rules", "id: 6-5-3", "id: 6-6-4", /编号/);
check(
  "Validity from another day than the text’s is refused",
  "rules",
  "from: 2019-04-25\n    until: null\n",
  "from: 2019-04-26\n    until: null\n",
  /施行|日期/,
);
check(
  "A consent from another body is refused",
  "rules",
  "from: [superior-personnel-department]",
  "from: [personnel-department]",
  /同意机关/,
);
check(
  "Another interpreting body is refused",
  "rules",
  "by: [discipline-committee, personnel-department]",
  "by: [working-committee, personnel-department]",
  /解释机关/,
);
check(
  "A number word of an upper norm that disagrees with its field is refused",
  "rules",
  "for: P18M",
  "for: P12M",
  /P18M/,
  16,
  "jilv-chufen-2018",
);
check(
  "An operative clause passed off as excused is refused",
  "rules",
  "  - kind: validity\n",
  "  - kind: excuse\n    id: nothing\n    cite: '13.1'\n    quote: 受到降职处理的，两年内不得提拔\n    reason: { zh: 无, en: none }\n\n  - kind: validity\n",
  /略去|宣示/,
);
check(
  "An anchor that is not the number of its article is refused",
  "text",
  '<a id="11"></a>\n第十一条',
  '<a id="11"></a>\n第十二条',
  /不符|没有规则/,
  2,
);

// Coverage.
const clause = (name: string, from: string, to: string, says: RegExp): void => {
  test(name, () => {
    const { problems } = broken("rules", from, to, ID);
    const found = problems.filter((problem) => problem.file === `${ID}/text.md`);
    assert.equal(found.length > 0, true, JSON.stringify(problems.slice(0, 3)));
    assert.match(found.map((problem) => `${problem.clause ?? ""} ${problem.message.zh}`).join("\n"), says);
    for (const problem of found) assert.ok(problem.line > 1);
  });
};
clause(
  "A quote shortened leaves words unclaimed",
  "quote: 同时受到纪律处分的，按照影响期规定执行",
  "quote: 按照影响期规定执行",
  /第十三条第一款.*同时受到纪律处分的/,
);
clause("A principle left out is unclaimed", "；坚持惩教结合，强化警示作用\n", "\n", /第四条.*坚持惩教结合/);
clause(
  "A circumstance whose quote is cut leaves its clause unclaimed",
  "quote: 纵容、唆使、暗示或强迫下级说假话，搞弄虚作假的",
  "quote: 纵容、唆使、暗示或强迫下级说假话",
  /搞弄虚作假的/,
);
test("A sentence added to the text is unclaimed", () => {
  const { problems } = broken(
    "text",
    "情况，应当在一定范围通报。",
    "情况，应当在一定范围通报。受到诫勉的，半年内不得提拔。",
    ID,
  );
  assert.match(problems.map((problem) => problem.message.zh).join("\n"), /受到诫勉的/);
});

// Totality and overlap.
check(
  "A silence that forgets a measure leaves a gap",
  "rules",
  "measures: [transfer, demotion]\n    sanctions: [none]",
  "measures: [transfer]\n    sanctions: [none]",
  /既没有规则/,
  500,
);
check(
  "A silence about what a rule answers is an overlap",
  "rules",
  "purposes: [equivalent-post]\n    measures: [transfer, demotion]",
  "purposes: [equivalent-post, promotion]\n    measures: [transfer, demotion]",
  /已由规则/,
);
check(
  "Two silences about one cell are an overlap",
  "rules",
  "measures: [reorganization, body-adjustment]\n    sanctions: [none]",
  "measures: [reorganization, body-adjustment, admonition]\n    sanctions: [none]",
  /重复/,
);
check(
  "A measure without authority is refused",
  "rules",
  "measures: [transfer, blame-resignation, ordered-resignation, removal, demotion, other-handling], decides: [working-committee], ",
  "measures: [blame-resignation, ordered-resignation, removal, demotion, other-handling], decides: [working-committee], ",
  /0 行权限/,
  20,
);
check(
  "A measure with two rows of authority is refused",
  "rules",
  "managedBy: unit, measures: [reorganization, body-adjustment]",
  "managedBy: unit, measures: [reorganization, body-adjustment, removal]",
  /2 行权限/,
  20,
);

// Examples.
check(
  "An example with a wrong last day fails",
  "examples",
  "expect: { answer: barred, until: 2020-05-09, regulation: barred, upper: barred, regulationUntil: 2020-05-09, cites",
  "expect: { answer: barred, until: 2020-05-10, regulation: barred, upper: barred, regulationUntil: 2020-05-09, cites",
  /expected 2020-05-10/,
);
check(
  "An example with a wrong answer fails",
  "examples",
  "expect: { answer: needs-confirmation",
  "expect: { answer: clear",
  /expected clear/,
);
check(
  "An example with a wrong refusal fails",
  "examples",
  "refusals: [decision-belongs-above]",
  "refusals: [wrong-body]",
  /expected wrong-body/,
);

// What the words alone do not give away is held by the summary, the notes, the labels and the rules beside.
check("A baseline that is not the one of the summary", "rules", "baseline: reduced", "baseline: original", /基准/);
check("A bar passed off as unverified advice", "rules", "一年内不得提拔\n", "一年内不得提拔\n    tag: M\n", /把握程度/);
check(
  "Verified by a slip: a clause whose words nobody has seen",
  "rules",
  "tag: M",
  "tag: T",
  /class（unverified）不符/,
  12,
  "zuzhi-chuli-2021",
);
check(
  "An act of a circumstance that is left out",
  "rules",
  "不真抓, 不真管, 履职",
  "不真抓, 履职",
  /“不真管”既不是行为/,
);
check(
  "A result that is left out with its mode",
  "rules",
  "    mode: all\n    results:\n      - { id: considerable-loss, name: { zh: 较大损失, en: considerable loss }, words: 较大损失 }\n",
  "    mode: none\n    results: []\n",
  /较大损失的”既不是行为/,
);
check(
  "A result under the name of another",
  "rules",
  "id: considerable-loss",
  "id: vile-influence",
  /记作 vile-influence/,
);
check(
  "A precondition that is left out",
  "rules",
  "precondition: { name: { zh: 问题持续发生, en: 'the harm is continuing' }, words: 持续发生, continuing: true }",
  "precondition: null",
  /“持续”既不是行为/,
);
check(
  "A circumstance in the group of another article",
  "rules",
  "group: inaction\n    conduct",
  "group: not-taking-responsibility\n    conduct",
  /不在 not-taking-responsibility/,
);
check("A leaning to adjustment that no summary tells", "rules", "prefers: adjustment", "prefers: null", /prefers/, 14);
check(
  "A decision given to another body",
  "rules",
  "decides: [city-committee]",
  "decides: [working-committee]",
  /权限|ownBodies/,
  12,
);
check(
  "Half a sentence as quote",
  "rules",
  "quote: 本办法适用于全区各级党政组织及其领导干部\n    tag: S",
  "quote: 本办法适用于全区各级\n    tag: S",
  /不成句/,
);
check(
  "A measure that organizations cannot be given",
  "rules",
  "measures: [self-examination, circulated-criticism, reorganization, body-adjustment]",
  "measures: [self-examination, admonition, reorganization, body-adjustment]",
  /方式（measures）为/,
);
check("A tier without the findings that open it", "rules", "together: true", "together: false", /graver-or-both/);
check("A circulation of the lighter tier", "rules", "tiers: [graver]", "tiers: [lighter]", /须通报的档次/);
check("A referral for the wrong gravity", "rules", "gravity: discipline", "gravity: graver", /处分/);
check("Several members that are four", "rules", "atLeast: { two: 2", "atLeast: { two: 4", /人数 4/);
check("A restriction on another ground", "rules", "ground: [accountability]", "ground: [unsuitable]", /事由|不适宜/);
check("A restriction that adjustment brings too", "rules", "handling: handling", "handling: any", /handling/);
check(
  "A consent that honours need",
  "rules",
  "purposes: [promotion, equivalent-post, further-use]\n    from",
  "purposes: [promotion, equivalent-post, further-use, honours]\n    from",
  /所及事项/,
);
check(
  "An open matter that stops some answers only",
  "rules",
  "purposes: [promotion, equivalent-post, further-use, annual-excellence, honours]",
  "purposes: [promotion]",
  /所及事项/,
  12,
  "xuanren-2019",
);
check(
  "A silence of a clause that restricts nothing",
  "rules",
  "id: nothing-recorded\n    cite: '13.1'",
  "id: nothing-recorded\n    cite: '14'",
  /未作规定/,
);
check("A step under a name that nobody asks for", "rules", "act: arrange", "act: arrangement-of-work", /步骤/);
check(
  "A ground of exemption under another name",
  "rules",
  "ground: dissent",
  "ground: consent",
  /事由/,
  12,
  "wenze-2019",
);

test("A first day of validity that the text does not say is refused", () => {
  const { problems } = broken("rules", "from: 2019-09-01", "from: 2019-09-02", "wenze-2019");
  assert.ok(
    problems.some((problem) => /2019-09-02，文本和 validity.note 都没有写 2019年9月2日/.test(problem.message.zh)),
  );
});
test("A reading that the rules drop is missed in the notes", () => {
  const { problems } = broken("rules", "      decided: { zh: 自决定之日起算, en: from the decision date }\n", "", ID);
  assert.ok(problems.some((problem) => problem.file === `${ID}/notes.md` && /periodStart/.test(problem.message.zh)));
});

// Versions.
check(
  "A text that begins later than the day after the one it replaces is found",
  "rules",
  "from: 2019-09-01",
  "from: 2019-09-02",
  /begins on 2019-09-02.*2019-08-31/s,
  12,
  "wenze-2019",
);
check(
  "Two versions cited by one name and in force together are found",
  "rules",
  "until: 2019-08-31",
  "until: 2019-09-01",
  /ambiguous/,
  12,
  "wenze-2016",
);
check(
  "A pack cannot replace one that is not there",
  "rules",
  "succeeds: jilv-chufen-2018",
  "succeeds: jilv-chufen-2017",
  /no pack jilv-chufen-2017/,
  12,
  "jilv-chufen-2023",
);

// Several at once.
check(
  "The longest set period must be the one of the quote",
  "rules",
  "atMost: P48M",
  "atMost: P36M",
  /P48M/,
  14,
  "zhengwu-chufen-2020",
);
check(
  "The way of combination must be the one of the quote",
  "rules",
  "way: remaining-plus-new",
  "way: longest",
  /remaining-plus-new/,
  14,
  "jilv-chufen-2023",
);
check(
  "A set period reaches the kind named and those below it",
  "rules",
  "government-downgrade, government-removal]\n    below",
  "government-downgrade]\n    below",
  /government-removal/,
  14,
  "zhengwu-chufen-2020",
);
check(
  "The heaviest kind needs the kinds in their order",
  "rules",
  "[government-warning, government-demerit, government-major-demerit, government-downgrade, government-removal",
  "[government-demerit, government-warning, government-major-demerit, government-downgrade, government-removal",
  /lightest to the heaviest/,
  14,
  "zhengwu-chufen-2020",
);
test("A reading taken by default that the notes do not take is refused", () => {
  const { problems } = broken("rules", "default: effective\n", "default: decided\n", ID);
  assert.ok(problems.some((problem) => problem.file === `${ID}/notes.md` && /periodStart/.test(problem.message.zh)));
});
const COUNTY = "example-county-inaction-2017";
check(
  "A ground of aggravation that is left out",
  "rules",
  "      - { id: shifting, name: { zh: 推卸责任, en: shifting responsibility }, words: 推卸责任 }\n",
  "",
  /并列各项/,
  12,
  COUNTY,
);
check(
  "A general definition of one group only",
  "rules",
  "groups: [inaction, misconduct]",
  "groups: [inaction]",
  /所及各组/,
  12,
  COUNTY,
);
check(
  "Measures that the words let be combined and the field does not",
  "rules",
  "combinable: true",
  "combinable: false",
  /合并/,
  12,
  COUNTY,
);
check(
  "An effect on the unit that the words lay on the person",
  "rules",
  "on: person",
  "on: unit",
  /应为 person/,
  12,
  COUNTY,
);
check(
  "A term that another body ends",
  "rules",
  "by: [county-discipline-committee]\n\n",
  "by: [county-committee]\n\n",
  /机关/,
  12,
  COUNTY,
);
check(
  "A list whose quote leaves out for whom it is",
  "rules",
  "quote: 对单位的方式，由轻到重依次为：责令整改",
  "quote: 责令整改",
  /句首/,
  12,
  COUNTY,
);
test("A result that has another name in another pack is refused", () => {
  const { problems } = broken("rules", "{ id: serious-problem,", "{ id: influence,", "example-county-responsibility");
  assert.ok(problems.some((problem) => /结果 influence 名为/.test(problem.message.zh)));
});

// Fields that once nothing held to the words.
check("An escalation of a unit laid on the person", "rules", "per: unit", "per: person", /按人次计.*unit/, 12, COUNTY);
check("An escalation of a person laid on the unit", "rules", "per: person", "per: unit", /按次计.*person/, 12, COUNTY);
check("A count of another kind of conduct", "rules", "conduct: any", "conduct: same-group", /应为 any/, 12, COUNTY);
check("An escalation that leads elsewhere", "rules", "way: aggravate", "way: step-up", /应为 aggravate/, 12, COUNTY);
check("从轻 passed off as 免予", "rules", "direction: mitigate", "direction: exempt", /应为 mitigate/, 12, COUNTY);
check("从重 passed off as 从轻", "rules", "direction: aggravate", "direction: mitigate", /应为 aggravate/, 12, COUNTY);
check("A term that runs from another day", "rules", "after: decision", "after: receipt", /应为 decision/, 12, COUNTY);
check(
  "自收到之日起 counted from the decision",
  "rules",
  "after: receipt",
  "after: decision",
  /应为 receipt/,
  12,
  COUNTY,
);
check(
  "A step from a day that neither its words nor its summary say",
  "rules",
  "after: served",
  "after: effective",
  /应为 served/,
  12,
  "wenze-2016",
);
check(
  "An effect narrowed to measures that the quote does not name",
  "rules",
  "    fromMeasure: suspension\n    when: { attributes: [on-probation] }",
  "    measures: [removal]\n    when: { attributes: [on-probation] }",
  /方式（measures）|fromMeasure/,
  12,
  COUNTY,
);
check(
  "An effect on everybody that the words lay on some",
  "rules",
  "    when: { attributes: [on-probation] }\n",
  "",
  /对象的身份/,
  12,
  COUNTY,
);
test("A collective that stands for fewer measures than its rule is refused at the rule", () => {
  const { problems } = broken(
    "rules",
    "words: 受到责任追究的\n      measures: [self-examination, ",
    "words: 受到责任追究的\n      measures: [",
    "example-county-responsibility",
  );
  assert.match(problems.map((problem) => problem.message.zh).join("\n"), /方式（measures）为 self-examination/);
});
check(
  "A summary that says another period",
  "rules",
  "一年内不得提拔，以现任层次为基准, en",
  "两年内不得提拔，以现任层次为基准, en",
  /摘要.*P24M/,
  12,
);
check("A summary that says may for shall", "rules", "必须在一定范围通报", "可以在一定范围通报", /可以/, 12);
check(
  "An addition the wrong way round",
  "rules",
  "measures: [admonition]\n    adds: [circulated-criticism, loss-of-awards]",
  "measures: [circulated-criticism, loss-of-awards]\n    adds: [admonition]",
  /先后/,
  12,
  COUNTY,
);
check(
  "The shortest and the longest term exchanged",
  "rules",
  "atLeast: P3M\n    atMost: P6M",
  "atLeast: P6M\n    atMost: P3M",
  /最短期限/,
  12,
  COUNTY,
);
check(
  "A body that a deadline does not name",
  "rules",
  "length: { count: 5, unit: days }\n",
  "length: { count: 5, unit: days }\n    by: [county-committee]\n",
  /机关（by）/,
  12,
  COUNTY,
);
check(
  "A list for units passed off as one for persons",
  "rules",
  "subject: organization\n    steps",
  "subject: person\n    steps",
  /应为 organization/,
  12,
  COUNTY,
);

test("A circle of succession is named with all its members", () => {
  const { problems } = broken("rules", "citedAs:", "succeeds: wenze-2019\ncitedAs:", "wenze-2016");
  assert.match(
    problems.map((problem) => problem.message.zh).join("\n"),
    /取代关系（succeeds）成了一圈：wenze-2016 → wenze-2019 → wenze-2016/,
  );
});
