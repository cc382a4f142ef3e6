// Lines answered by the thousand say byte for byte what they say when they are answered one by one.
import assert from "node:assert/strict";
import test from "node:test";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { formatDay, parseDay, yearOf } from "../reckon/days.ts";
import { compileLines } from "./facts-lines.ts";
import type { LineAnswer } from "./facts-lines.ts";
import { compileObjects } from "../../../bench/facts-objects.ts";
import { answerLine } from "./facts.ts";
import type { LineOptions } from "./facts.ts";
import { seededRandom } from "../differ/seeded-random.ts";

const law = await loadLaw();
const { vocabulary } = law;
const names = (list: readonly { name: { zh: string } }[]): string[] => list.map((one) => one.name.zh);
const levels = names(vocabulary.levels);
const measures = names(vocabulary.measures.filter((measure) => measure.subjects.includes("person")));
const random = seededRandom(11);
const first = parseDay("2018-06-01") ?? 0;

function maybe<Value>(key: string, value: Value): Record<string, Value | null> {
  const kind = random.below(4);
  return kind === 0 ? {} : { [key]: kind === 1 ? null : value };
}

function line(id: number): Record<string, unknown> {
  const start = first + random.below(2800);
  const near = (span: number): string => formatDay(start + random.below(span));
  const purpose = random.from(vocabulary.purposes);
  const asked =
    purpose.asked === "for-year"
      ? { year: yearOf(start) - 1 + random.below(3) }
      : { date: near(900), ...maybe("toLevel", random.from(levels)) };
  return {
    format: 1,
    ...(random.oneIn(5) ? {} : { id: random.oneIn(2) ? id : `“${id}”\n` }),
    ...(random.oneIn(5) ? {} : { person: { ...maybe("partyMember", true), ...maybe("level", random.from(levels)) } }),
    measures: Array.from({ length: random.below(3) }, () => ({
      kind: random.from(measures),
      effective: near(500),
      ...maybe("decided", formatDay(start - random.below(60))),
      ...maybe("handling", random.from(["组织处理", "组织调整"])),
      ...maybe("ground", random.from(["问责", "不适宜担任现职"])),
      ...maybe("originalLevel", random.from(levels)),
      ...maybe("presentLevel", random.from(levels)),
      ...maybe("reducedLevel", random.from(levels)),
    })),
    ...(random.oneIn(3)
      ? {
          sanctions: Array.from({ length: 1 + random.below(2) }, () => {
            const { name, months } = random.from(vocabulary.sanctions);
            const set = months.length > 0 ? { months: random.from(months), ...maybe("restored", near(1500)) } : {};
            return { kind: name.zh, effective: near(500), ...set };
          }),
        }
      : {}),
    consents: random.oneIn(2) ? [near(900)] : [],
    ...(random.oneIn(10) ? { openMatters: 1 } : {}),
    question: { purpose: purpose.name.zh, ...asked },
  };
}

/** An engine for texts. */
function compileTexts(options: LineOptions = {}): (text: string) => LineAnswer {
  return compileLines(law, options);
}

const lines = Array.from({ length: 6000 }, (_, index) => line(index));
const optionsOf: LineOptions[] = [{}, { upper: false }, { explain: true }];

for (const options of optionsOf) {
  test(`6,000 lines together and one by one are the same bytes with ${JSON.stringify(options)}`, () => {
    const answer = compileTexts(options);
    const some = options.explain === true ? lines.slice(0, 300) : lines;
    for (const one of some) {
      const expected = answerLine(law, one, options);
      assert.deepEqual(answer(JSON.stringify(one)), { text: JSON.stringify(expected), bad: "error" in expected });
    }
  });
}

test("Well-formed objects are answered in short as they are in full", () => {
  const full = lines.map((one) => answerLine(law, one));
  const known = lines.filter((_, index) => !("error" in (full[index] ?? {})));
  const short = compileObjects(law)(known);
  assert.ok(short.length > 5000);
  full
    .filter((answer) => !("error" in answer))
    .forEach((answer, index) => {
      assert.partialDeepStrictEqual(answer, { ...short[index] });
    });
});

test("An object with a word that the law does not have, or a day that does not exist, is thrown out", () => {
  const answer = compileObjects(law);
  const asked = { purpose: "提拔", date: "2020-05-09" };
  assert.throws(() => answer([{ format: 1, question: { ...asked, purpose: "晋升" } }]), /晋升/);
  assert.throws(() => answer([{ format: 1, question: { ...asked, date: "2020-02-30" } }]), /2020-02-30/);
  const twice = [
    { kind: "免职", effective: "2020-01-01" },
    { kind: "撤职", effective: "2020-01-01" },
  ];
  assert.throws(() => answer([{ format: 1, measures: twice, question: asked }]), /撤职/);
});

const good = {
  format: 1,
  id: "r7",
  person: { partyMember: true, level: "乡科级正职" },
  measures: [{ kind: "调离岗位", effective: "2019-05-10" }],
  sanctions: [{ kind: "留党察看", effective: "2020-05-10", months: 12 }],
  consents: ["2020-07-20"],
  openMatters: 0,
  question: { purpose: "提拔", date: "2020-05-09" },
};

// Every place of a line in turn put wrong in every way: the fast reader must not let through what the full one refuses.
test("A line with one place put wrong is answered as the full reader says, at every place and in every way", () => {
  const answer = compileTexts();
  const wrong = [
    undefined,
    null,
    0,
    1,
    -1,
    1.5,
    13,
    "",
    "无",
    "2020-02-30",
    "2020-05-10",
    true,
    [],
    {},
    [1],
    { kind: 1 },
  ];
  let refused = 0;
  for (const path of placesIn(good, [])) {
    for (const value of wrong) {
      for (const key of [path, [...path.slice(0, -1), "unknown"]]) {
        const changed = put(good, key, value);
        const text = JSON.stringify(changed);
        const expected = answerLine(law, JSON.parse(text));
        if ("error" in expected) refused += 1;
        assert.equal(answer(text).text, JSON.stringify(expected), text);
      }
    }
  }
  assert.ok(refused > 300, String(refused));
});

// Every way to write the same line, or nearly: what JSON reads is answered so, and what it does not is refused.
test("A line is read as JSON reads it, however it is written, and whatever sign of it is missing, doubled or another", () => {
  const answer = compileTexts();
  const bad = (zh: string, en: string): LineAnswer => ({
    text: JSON.stringify({ format: 2, id: null, error: { path: "", message: { zh, en } } }),
    bad: true,
  });
  const expected = (text: string): LineAnswer => {
    if (text.trim() === "") return bad("空行", "a blank line");
    try {
      const said = answerLine(law, JSON.parse(text));
      return { text: JSON.stringify(said), bad: "error" in said };
    } catch {
      return bad("不是有效的 JSON", "not valid JSON");
    }
  };
  const plain = JSON.stringify(good);
  const written = [
    plain,
    JSON.stringify(good, null, 1).replaceAll("\n", " "),
    `\t${plain} \r`,
    `\uFEFF${plain}`,
    plain.replace("乡科级正职", "\\u4e61科级正职"),
    plain.replace('"r7"', '"r\\n7"'),
    plain.replace('"r7"', '"七"'),
    plain.replace('"r7"', '"\u007f~"'),
    ...[
      "0",
      "7",
      "007",
      "-0",
      "-7",
      "1.0",
      "1e3",
      "7.5",
      "999999999",
      "1000000000",
      "12345678901234567890",
      "true",
    ].map((id) => plain.replace('"r7"', id)),
    plain.replace('"openMatters":0', '"openMatters":00'),
    plain.replace('"openMatters":0', '"openMatters":0,"__proto__":{}'),
    plain.replace('"level":', '"toString":null,"level":'),
    "",
    " \t\r",
    "null",
  ];
  for (const text of written) assert.deepEqual(answer(text), expected(text), text);
  for (let place = 0; place < plain.length; place += 1) {
    const before = plain.slice(0, place);
    const after = plain.slice(place + 1);
    for (const other of ["", plain.slice(place, place + 1).repeat(2), " ", "0", '"', ",", "}", "]", "职", "\\"]) {
      const text = before + other + after;
      assert.deepEqual(answer(text), expected(text), text);
    }
    assert.deepEqual(answer(before), expected(before), before);
  }
});

for (const [text, path] of [
  ['{"format":2,"format":2,"question":{}}', "format"],
  ['{"format":2,"question":{"purpose":"提拔","date":"2020-01-01","date":"2020-01-02"}}', "question.date"],
  ['{"format":2,"measures":[{},{"kind":"免职","kind":"降职"}],"question":{}}', "measures[1].kind"],
] as const) {
  test(`A field given twice is refused at ${path}, not passed over`, () => {
    const answer = compileTexts()(text);
    assert.equal(answer.bad, true);
    assert.partialDeepStrictEqual(JSON.parse(answer.text), { error: { path } });
  });
}

test("A line that is not UTF-8 is refused", () => {
  assert.equal(compileLines(law)(null).bad, true);
});

function placesIn(value: unknown, path: readonly string[]): string[][] {
  if (typeof value !== "object" || value === null) return [[...path]];
  const below = Object.entries(value).flatMap(([key, one]) => placesIn(one, [...path, key]));
  return path.length === 0 ? below : [[...path], ...below];
}

function put(value: unknown, path: readonly string[], placed: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return placed;
  if (Array.isArray(value)) {
    return value.map((one: unknown, index) => (String(index) === key ? put(one, rest, placed) : one));
  }
  const fields: [string, unknown][] = typeof value === "object" && value !== null ? Object.entries(value) : [];
  const below = fields.find(([name]) => name === key)?.[1];
  return { ...Object.fromEntries(fields), [key]: put(below, rest, placed) };
}

for (const value of [null, 1, "", [], [good]]) {
  test(`${JSON.stringify(value).slice(0, 20)} is no line`, () => {
    assert.equal(compileTexts()(JSON.stringify(value)).bad, true);
  });
}
