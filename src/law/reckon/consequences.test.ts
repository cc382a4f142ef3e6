// What single records bar, in both layers, from which day until which.
import assert from "node:assert/strict";
import test from "node:test";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { citationKey } from "../text/citation.ts";
import { restrictionsOf, restrictionsOfAll } from "./consequences.ts";
import type { MeasureRecord, SanctionRecord } from "./consequences.ts";
import { formatDay, parseDay } from "./days.ts";

const law = await loadLaw();
const day = (iso: string): number => parseDay(iso) ?? Number.NaN;
const measure = (kind: string, effective: string, more: Partial<MeasureRecord> = {}): MeasureRecord => ({
  kind,
  decided: null,
  effective: day(effective),
  handling: "handling",
  originalLevel: "乡科级正职",
  presentLevel: "乡科级正职",
  reducedLevel: "乡科级副职",
  ground: "accountability",
  ...more,
});
const sanction = (kind: string, effective: string, more: Partial<SanctionRecord> = {}): SanctionRecord => ({
  kind,
  effective: day(effective),
  months: null,
  restored: null,
  ...more,
});

function check(name: string, record: MeasureRecord | SanctionRecord, expected: string[]): void {
  test(name, () => {
    const lines = restrictionsOf(law, record, 0, "乡科级正职").map(
      (bar) =>
        `${bar.layer === "regulation" ? "本" : "上"} ${bar.bars} ${formatDay(bar.from)} ${formatDay(bar.until)} ${bar.grey === null ? "-" : "grey"} ${bar.baseline ?? "-"}`,
    );
    assert.deepEqual(lines, expected);
  });
}

check("“受到调离岗位处理的，一年内不得提拔”, from the present level", measure("transfer", "2019-05-10"), [
  "本 annual-excellence 2019-05-10 2019-12-31 - -",
  "本 honours 2019-05-10 2019-12-31 - -",
  "本 promotion 2019-05-10 2020-05-09 grey 乡科级正职",
  "上 annual-excellence 2019-05-10 2019-12-31 - -",
  "上 promotion 2019-05-10 2020-05-09 grey 乡科级正职",
  // A rule about choosing bars nothing before it is in force itself.
  "上 rank-promotion 2019-06-01 2020-05-09 grey 乡科级正职",
]);
check(
  "“受到降职处理的，两年内不得提拔”, from the reduced level, 29 February without a grey day",
  measure("demotion", "2020-02-29"),
  [
    "本 annual-excellence 2020-02-29 2020-12-31 - -",
    "本 honours 2020-02-29 2020-12-31 - -",
    "本 promotion 2020-02-29 2022-02-28 - 乡科级副职",
    "上 annual-excellence 2020-02-29 2020-12-31 - -",
    "上 promotion 2020-02-29 2022-02-28 - 乡科级副职",
    "上 rank-promotion 2020-02-29 2022-02-28 - 乡科级副职",
  ],
);
check(
  "An admonition brings nothing by the regulation and six months above",
  measure("admonition", "2019-11-20", { handling: null }),
  [
    "上 promotion 2019-11-20 2020-05-19 grey 乡科级正职",
    "上 further-use 2019-11-20 2020-05-19 grey 乡科级正职",
    "上 annual-excellence 2019-11-20 2019-12-31 - -",
    "上 honours 2019-11-20 2019-12-31 - -",
    "上 annual-excellence 2019-11-20 2019-12-31 - -",
    "上 promotion 2019-11-20 2020-05-19 grey 乡科级正职",
    "上 rank-promotion 2019-11-20 2020-05-19 grey 乡科级正职",
  ],
);
check("批评教育 brings nothing", measure("criticism-education", "2019-11-20", { handling: null }), []);
check(
  "An adjustment stated as one brings nothing by the regulation",
  measure("demotion", "2020-02-29", { handling: "adjustment" }),
  ["上 annual-excellence 2020-02-29 2020-12-31 - -"],
);
check("党内严重警告 “一年六个月”", sanction("party-serious-warning", "2019-08-31"), [
  "上 promotion 2019-08-31 2021-02-28 - 乡科级正职",
  "上 annual-excellence 2019-08-31 2019-12-31 - -",
  "上 promotion 2019-08-31 2021-02-28 - 乡科级正职",
  "上 rank-promotion 2019-08-31 2021-02-28 - 乡科级正职",
]);
check(
  "A warning on the last day of the older norm follows it, and both versions say one year",
  sanction("party-warning", "2023-12-31"),
  [
    "上 promotion 2023-12-31 2024-12-30 grey 乡科级正职",
    "上 annual-excellence 2023-12-31 2023-12-31 - -",
    "上 promotion 2023-12-31 2024-12-30 grey 乡科级正职",
    "上 rank-promotion 2023-12-31 2024-12-30 grey 乡科级正职",
  ],
);
check(
  "A government sanction before its own law was in force bars by the civil service law",
  sanction("government-demerit", "2020-06-30"),
  [
    "上 promotion 2020-06-30 2021-06-29 grey 乡科级正职",
    "上 rank-promotion 2020-06-30 2021-06-29 grey 乡科级正职",
    "上 annual-excellence 2020-06-30 2020-12-31 - -",
    "上 promotion 2020-06-30 2021-06-29 grey 乡科级正职",
    "上 rank-promotion 2020-06-30 2021-06-29 grey 乡科级正职",
  ],
);
check("政务记过 on the first day of the law: twelve months", sanction("government-demerit", "2020-07-01"), [
  "上 annual-excellence 2020-07-01 2020-12-31 - -",
  "上 promotion 2020-07-01 2021-06-30 grey 乡科级正职",
  "上 rank-promotion 2020-07-01 2021-06-30 grey 乡科级正职",
  "上 promotion 2020-07-01 2021-06-30 grey 乡科级正职",
  "上 rank-promotion 2020-07-01 2021-06-30 grey 乡科级正职",
]);
check(
  "留党察看: one bar from its first day through its months and two years from the restoration of rights",
  sanction("party-probation", "2020-01-15", { months: 12, restored: day("2021-03-01") }),
  [
    "上 promotion 2020-01-15 2023-02-28 grey 乡科级正职",
    "上 equivalent-post 2020-01-15 2023-02-28 grey 乡科级正职",
    "上 annual-excellence 2020-01-15 2021-12-31 - -",
    "上 promotion 2020-01-15 2023-02-28 grey 乡科级正职",
    "上 rank-promotion 2020-01-15 2023-02-28 grey 乡科级正职",
  ],
);

test("The norm that governs a warning is the version in force on its day", () => {
  const norm = (iso: string): string =>
    citationKey(restrictionsOf(law, sanction("party-warning", iso))[0]?.cite ?? { pack: "", at: "" });
  assert.equal(norm("2023-12-31"), "jilv-chufen-2018#10");
  assert.equal(norm("2024-01-01"), "jilv-chufen-2023#10");
});

test("“同时受到纪律处分的，按照影响期规定执行”: the influence period enters the regulation layer and names its norm", () => {
  const all = restrictionsOfAll(law, {
    measures: [measure("transfer", "2019-05-10")],
    sanctions: [sanction("party-serious-warning", "2019-05-10")],
  });
  const joined = all.filter((bar) => bar.layer === "regulation" && bar.because === "sanction:0");
  // Every bar of the sanction is copied, its year of assessment too.
  assert.deepEqual(
    joined.map((bar) => [
      citationKey(bar.cite),
      formatDay(bar.until),
      bar.norm === null ? null : citationKey(bar.norm),
    ]),
    [
      ["benxi-gaoxin-2019-31#13.1", "2020-11-09", "jilv-chufen-2018#10"],
      ["benxi-gaoxin-2019-31#13.1", "2019-12-31", "niandu-kaohe#dengci"],
    ],
  );
});

test("A sanction on the last day of the bar is at the same time, one on the day after is not", () => {
  const joined = (iso: string): number =>
    restrictionsOfAll(law, {
      measures: [measure("transfer", "2019-05-10")],
      sanctions: [sanction("party-warning", iso)],
    }).filter((bar) => bar.layer === "regulation" && bar.because === "sanction:0" && bar.bars === "promotion").length;
  assert.equal(joined("2020-05-09"), 1);
  assert.equal(joined("2020-05-10"), 0);
});

test("A sanction beside a measure that is no handling does not enter the regulation layer", () => {
  const all = restrictionsOfAll(law, {
    measures: [measure("admonition", "2019-05-10", { handling: null })],
    sanctions: [sanction("party-warning", "2019-05-10")],
  });
  assert.equal(all.filter((bar) => bar.layer === "regulation").length, 0);
});
