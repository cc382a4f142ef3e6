// The facts format: what comes out for good lines, and what is said of bad ones.
import assert from "node:assert/strict";
import test from "node:test";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { answerLine } from "./facts.ts";

const law = await loadLaw();
const transfer = { kind: "调离岗位", effective: "2019-05-10" };
const good = {
  format: 1,
  id: "r7",
  person: { level: "乡科级正职" },
  measures: [transfer],
  question: { purpose: "提拔", date: "2020-05-09" },
};

test("A line is answered in the shape of the format, fields in its order", () => {
  assert.equal(
    JSON.stringify(answerLine(law, good)),
    JSON.stringify({
      format: 1,
      id: "r7",
      answer: "barred",
      until: "2020-05-09",
      layers: {
        regulation: { answer: "barred", until: "2020-05-09", citations: ["benxi-gaoxin-2019-31#13.1"] },
        upper: { answer: "barred", until: "2020-05-09", citations: ["xuanren-2019#24.6"] },
      },
      restrictions: [
        {
          bars: "提拔",
          from: "2019-05-10",
          until: "2020-05-09",
          baseline: "乡科级正职",
          layer: "regulation",
          cites: "benxi-gaoxin-2019-31#13.1",
          because: 0,
        },
        {
          bars: "提拔",
          from: "2019-05-10",
          until: "2020-05-09",
          baseline: "乡科级正职",
          layer: "upper",
          cites: "xuanren-2019#24.6",
          because: 0,
        },
      ],
      notes: [],
    }),
  );
});

test("With the upper layer off only the regulation answers", () => {
  const line = {
    ...good,
    measures: [{ kind: "诫勉", effective: "2019-11-20" }],
    question: { purpose: "提拔", date: "2020-05-01" },
  };
  assert.equal(answerLine(law, line)["answer"], "barred");
  const answer = answerLine(law, line, { upper: false });
  assert.equal(answer["answer"], "clear");
  assert.deepEqual(Object.keys(answer["layers"] ?? {}), ["regulation"]);
  assert.deepEqual(answer["restrictions"], []);
});

test("An explanation adds sentences, the earliest day and what alone stands in the way", () => {
  const answer = answerLine(law, good, { explain: true });
  assert.partialDeepStrictEqual(answer, {
    counterfactual: { earliest: "2020-05-11", unlockedBy: [0], lacking: null },
    readings: [
      { name: "periodStart", alternatives: [{ option: "decided", changes: false }] },
      { name: "periodEnd", alternatives: [{ option: "anniversary", until: "2020-05-10", changes: true }] },
    ],
    arithmetic: [
      { because: 0, sentence: { zh: "2019-05-10 起一年，至 2020-05-09（周年日 2020-05-10 需核实）" } },
      { because: 0, cites: "xuanren-2019#24.6" },
    ],
  });
  assert.ok(Array.isArray(answer["sentences"]) && answer["sentences"].length === 3);
});

const second = {
  format: 2,
  id: "r8",
  person: { level: "乡科级正职" },
  measures: [{ kind: "免职", decided: "2019-05-08", effective: "2019-05-10", originalLevel: "乡科级正职" }],
  sanctions: [{ kind: "党内严重警告", effective: "2019-05-10" }],
  consents: [{ on: "2020-07-20", toLevel: "县处级副职" }],
  question: { purpose: "提拔", date: "2020-08-01", toLevel: "县处级副职" },
};

test("Format 2: a line is answered in its shape, with every reason in words", () => {
  const answer = answerLine(law, second);
  assert.deepEqual(Object.keys(answer), [
    "format",
    "id",
    "answer",
    "until",
    "permanent",
    "layers",
    "restrictions",
    "reasons",
    "notes",
  ]);
  assert.partialDeepStrictEqual(answer, {
    format: 2,
    answer: "barred",
    until: "2021-05-09",
    permanent: false,
    layers: {
      regulation: { answer: "barred", until: "2021-05-09", citations: ["benxi-gaoxin-2019-31#13.1"] },
      upper: { answer: "barred", until: "2021-05-09" },
    },
    reasons: [{ code: "restriction" }],
  });
});

/** `more` overrides fields of the line of format 2. */
function reasonsOf(more: object): string[] {
  const answer = answerLine(law, { ...second, consents: [], ...more });
  const { reasons } = answer as { reasons: { code: string }[] }; // the shape tested above
  return reasons.map(({ code }) => code);
}

for (const [name, more, expected] of [
  ["a history that is not complete", { person: { level: "乡科级正职", historyComplete: false } }, "history-incomplete"],
  ["an open matter", { openMatters: 1 }, "open-matter"],
  ["a missing level", { person: {}, sanctions: [{ kind: "党内警告", effective: "2020-01-10" }] }, "level-missing"],
  [
    "a sanction of before the norms at hand",
    {
      sanctions: [{ kind: "党内警告", effective: "2015-12-31" }],
      question: { purpose: "提拔", date: "2016-06-01", toLevel: "县处级副职" },
    },
    "norm-undecided",
  ],
  [
    "a missing consent",
    { question: { purpose: "任相当领导职务", date: "2021-08-01", toLevel: "乡科级正职" } },
    "consent-missing",
  ],
  [
    "a measure that takes effect later",
    { measures: [{ kind: "免职", decided: "2020-07-20", effective: "2020-08-10", originalLevel: "乡科级正职" }] },
    "decided-ahead",
  ],
] as const) {
  test(`Format 2: ${name} is told as ${expected}`, () => {
    assert.ok(reasonsOf(more).includes(expected), reasonsOf(more).join());
  });
}

test("Format 2: what the line brings with it, interpretations and decisions on norms, is asked of the law", () => {
  const demoted = {
    ...second,
    person: { level: "乡科级副职" },
    sanctions: [],
    measures: [{ kind: "降职", effective: "2022-05-10", originalLevel: "乡科级正职", reducedLevel: "乡科级副职" }],
    question: { purpose: "进一步使用", date: "2023-05-10", toLevel: "乡科级副职" },
  };
  const key = "zuzhi-chuli-2021#demotion";
  assert.equal(answerLine(law, demoted)["answer"], "needs-confirmation");
  assert.equal(answerLine(law, { ...demoted, norms: { [key]: { applies: "2023-05-10" } } })["answer"], "barred");
  assert.equal(answerLine(law, { ...demoted, norms: { [key]: "not-applied" } })["answer"], "clear");
  const interpretations = [{ setting: "periodEnd", value: "anniversary", validFrom: "2019-04-25", recompute: true }];
  const transferred = {
    ...second,
    sanctions: [],
    measures: [transfer],
    question: { purpose: "提拔", date: "2020-05-10", toLevel: "县处级副职" },
  };
  const layer = (line: object): unknown => (answerLine(law, line)["layers"] as { regulation: unknown }).regulation; // the shape tested above
  assert.partialDeepStrictEqual(layer(transferred), { answer: "needs-confirmation" });
  assert.partialDeepStrictEqual(layer({ ...transferred, interpretations }), { answer: "barred", until: "2020-05-10" });
});

test("An unknown field is told with the nearest known one", () => {
  const answer = answerLine(law, { ...second, measures: [{ ...second.measures[0], effectve: "2019-05-10" }] });
  assert.partialDeepStrictEqual(answer, { error: { path: "measures[0].effectve" } });
  assert.match(JSON.stringify(answer), /是否为“effective”/);
});

function check(name: string, line: unknown, path: string): void {
  test(`${name} is an error at ${path === "" ? "the line" : path}`, () => {
    const answer = answerLine(law, line);
    assert.deepEqual(Object.keys(answer), ["format", "id", "error"]);
    const { error } = answer;
    assert.ok(typeof error === "object" && error !== null && "path" in error && "message" in error);
    assert.equal(error.path, path);
    assert.ok(String(error.message).length > 0);
  });
}
const asking = (question: unknown): unknown => ({ ...good, question });
check("A line that is no object", "x", "");
check("Another format number", { ...good, format: 3, measures: [], person: {} }, "format");
check("An unknown field", { ...good, score: 3 }, "score");
check("An unknown field of a measure", { ...good, measures: [{ ...transfer, reason: "" }] }, "measures[0].reason");
check("An unknown measure", { ...good, measures: [{ ...transfer, kind: "记过" }] }, "measures[0].kind");
check("A measure for bodies", { ...good, measures: [{ ...transfer, kind: "改组" }] }, "measures[0].kind");
check("A measure without a date", { ...good, measures: [{ kind: "免职" }] }, "measures[0].effective");
check(
  "A date that does not exist",
  { ...good, measures: [{ ...transfer, effective: "2019-02-29" }] },
  "measures[0].effective",
);
check("An unknown handling", { ...good, measures: [{ ...transfer, handling: "处理" }] }, "measures[0].handling");
check("An unknown ground", { ...good, measures: [{ ...transfer, ground: "其他" }] }, "measures[0].ground");
check("An unknown level", { ...good, person: { level: "部级" } }, "person.level");
check("An unknown sanction", { ...good, sanctions: [{ kind: "警告", effective: "2019-05-10" }] }, "sanctions[0].kind");
check(
  "Probation without its months",
  { ...good, sanctions: [{ kind: "留党察看", effective: "2019-05-10" }] },
  "sanctions[0].months",
);
check(
  "Probation of a length that does not exist",
  { ...good, sanctions: [{ kind: "留党察看", effective: "2019-05-10", months: 6 }] },
  "sanctions[0].months",
);
check(
  "Months for a kind with one length",
  { ...good, sanctions: [{ kind: "党内警告", effective: "2019-05-10", months: 12 }] },
  "sanctions[0].months",
);
check(
  "Party discipline for someone who is no member",
  { ...good, person: { partyMember: false }, sanctions: [{ kind: "党内警告", effective: "2019-05-10" }] },
  "sanctions[0].kind",
);
check("A consent that is no date", { ...good, consents: ["yesterday"] }, "consents[0]");
check("Less than no open matters", { ...good, openMatters: -1 }, "openMatters");
check("An unknown purpose", asking({ purpose: "晋升", date: "2020-05-09" }), "question.purpose");
check("A promotion without a date", asking({ purpose: "提拔" }), "question.date");
check("A promotion asked for a year", asking({ purpose: "提拔", date: "2020-05-09", year: 2020 }), "question.year");
check("Honours asked on a date", asking({ purpose: "评选先进", date: "2020-05-09" }), "question.date");
check("Honours without a year", asking({ purpose: "评选先进" }), "question.year");
check("Honours with a level", asking({ purpose: "评选先进", year: 2020, toLevel: "科员级" }), "question.toLevel");

const demerit = { kind: "政务记过", effective: "2021-03-01" };
for (const [sanctions, says] of [
  [[{ ...demerit, months: 11 }], /12 至 48/],
  [[{ ...demerit, months: 12 }], null],
  [[{ ...demerit, months: 48 }], null],
  [[{ ...demerit, months: 49 }], /12 至 48/],
  [
    [
      { ...demerit, months: 24 },
      { ...demerit, months: 24 },
    ],
    null,
  ],
  [
    [
      { ...demerit, months: 25 },
      { ...demerit, months: 25 },
    ],
    /12 至 24/,
  ],
  [[{ kind: "政务撤职", effective: "2021-03-01", months: 23 }], /24 至 48/],
  [[{ kind: "政务撤职", effective: "2021-03-01", months: 30 }], null],
  [[{ ...demerit, effective: "2020-06-30", months: 20 }], null],
  [[{ kind: "党内警告", effective: "2021-03-01", months: 20 }], /由规定确定/],
] as const) {
  test(`A set period for several equal sanctions: ${JSON.stringify(sanctions)} is ${says === null ? "read" : "refused"}`, () => {
    const error = answerLine(law, { ...good, measures: [], sanctions })["error"];
    if (says === null) assert.equal(error, undefined);
    else assert.match(JSON.stringify(error), says);
  });
}
