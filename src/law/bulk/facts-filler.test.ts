import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { NO_DAY, makeColumns } from "./columns.ts";
import type { EligibilityColumns } from "./columns.ts";
import { REFUSED, compileFiller } from "./facts-filler.ts";
import { readLine } from "./facts.ts";
import { fillRow } from "./verdict.ts";

const law = await loadLaw();
const columns = makeColumns(1);
const filler = compileFiller(law, columns, "refused");

/** Whether an object is taken: it is as the filler knows it, and has no other fields. */
function fill(facts: unknown): boolean {
  const read = filler(0, facts);
  return read !== REFUSED;
}

const line = (change: object): object => ({
  format: 2,
  id: "r1",
  person: { level: "乡科级正职", historyComplete: true },
  measures: [],
  sanctions: [],
  consents: [],
  openMatters: 0,
  question: { purpose: "提拔", date: "2021-08-01", toLevel: "县处级副职" },
  ...change,
});

const written = [
  line({}),
  line({
    measures: [
      {
        kind: "降职",
        decided: "2019-05-08",
        effective: "2019-05-10",
        handling: "组织处理",
        originalLevel: "县处级副职",
        reducedLevel: "乡科级正职",
        presentLevel: null,
        ground: "问责",
      },
    ],
    consents: [
      { on: "2021-07-20", toLevel: "县处级副职", by: "上级组织人事部门" },
      { on: "2021-07-21", toLevel: "乡科级正职", by: null },
    ],
    openMatters: 1,
  }),
  line({
    measures: [{ kind: "免职", effective: "2020-02-29", ground: "不适宜担任现职", handling: "组织调整" }],
    sanctions: [
      {
        kind: "留党察看",
        decided: "2019-01-01",
        effective: "2019-01-03",
        months: 12,
        extended: 6,
        restored: "2020-07-03",
        level: "科员级",
      },
    ],
    question: { purpose: "进一步使用", date: "2021-08-01" },
  }),
  line({
    measures: [{ kind: "诫勉", decided: "2020-03-01" }],
    sanctions: [{ kind: "政务警告", effective: "2019-12-31", months: null }],
    question: { purpose: "评选先进", year: 2020 },
  }),
];

const days = [
  "2019-05-09",
  "2020-02-30",
  "1899-12-31",
  "1900-01-01",
  "2199-12-31",
  "2200-01-01",
  "2020-07-02",
  "2020-07-04",
];
const words = [
  "问责",
  "不适宜担任现职",
  "到龄",
  "手续",
  "组织调整",
  "改组",
  "批评教育",
  "引咎辞职",
  "开除党籍",
  "科员级",
  "厅局级正职",
  "晋升职级",
];
const values = [null, "", "x", 0, 1, -1, 1.5, 12, 24, 1900, 2199, 2200, 1e10, true, false, [], {}, [[]], [null]];
const others = [...values, ...days, ...words];

/** The line itself, and each with one value put in another's place, left out, added or given twice over. */
function* variantsOf(value: unknown): Generator<unknown> {
  yield value;
  yield* others;
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    yield [...list, ...list];
    for (const [index, one] of list.entries()) for (const other of variantsOf(one)) yield list.with(index, other);
  } else if (typeof value === "object" && value !== null) {
    yield { ...value, unheardOf: null };
    for (const [key, one] of Object.entries(value)) {
      yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));
      for (const other of variantsOf(one)) yield { ...value, [key]: other };
    }
  }
}

test("What is written straight into columns the full reader takes, too, and into the same columns", () => {
  let taken = 0;
  for (const variant of written.flatMap((one) => [...variantsOf(one)])) {
    if (!fill(variant)) continue;
    taken += 1;
    const read = readLine(law, variant);
    assert.ok(read.ok, `the full reader refuses ${JSON.stringify(variant)}`);
    const full = makeColumns(1);
    assert.ok(fillRow(law, full, 0, read.facts, read.question), JSON.stringify(variant));
    assert.deepEqual(rowOf(columns), rowOf(full), JSON.stringify(variant));
  }
  assert.ok(taken > 400, String(taken));
});

test("What is written in the common way goes straight into columns", () => {
  for (const one of written) assert.ok(fill(one), JSON.stringify(one));
});

// Of a record that is absent nothing else counts.
function rowOf(columns: EligibilityColumns): Record<string, number> {
  const at = (column: Int32Array): number => column[0] ?? NO_DAY;
  const { measure, ground, adjustment, decided, effective, originalLevel, presentLevel, reducedLevel } = columns;
  const { sanction, sanctionDecided, sanctionEffective, sanctionMonths, sanctionExtended } = columns;
  const { sanctionRestored, sanctionLevel } = columns;
  const { purpose, date, toLevel, personLevel, consent, consentPerhaps, openMatters, incomplete } = columns;
  const measured = { ground, adjustment, decided, effective, originalLevel, presentLevel, reducedLevel };
  const sanctioned = {
    sanctionDecided,
    sanctionEffective,
    sanctionMonths,
    sanctionExtended,
    sanctionRestored,
    sanctionLevel,
  };
  const counting = {
    measure,
    sanction,
    purpose,
    date,
    toLevel,
    personLevel,
    consent,
    consentPerhaps,
    openMatters,
    incomplete,
    ...(at(measure) < 0 ? {} : measured),
    ...(at(sanction) < 0 ? {} : sanctioned),
  };
  return Object.fromEntries(Object.entries(counting).map(([name, column]) => [name, at(column)]));
}
