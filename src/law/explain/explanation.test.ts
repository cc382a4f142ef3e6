// What can be asked about an answer: how its days were counted, what it rests on, what would change it.
import assert from "node:assert/strict";
import test from "node:test";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { lengthWords } from "./arithmetic.ts";
import type { MeasureRecord, SanctionRecord } from "../reckon/consequences.ts";
import { parseDay } from "../reckon/days.ts";
import type { Facts, Question } from "../reckon/eligibility.ts";
import { explainAnswer } from "./explanation.ts";
import { lawUnder } from "../compile/law.ts";

const law = await loadLaw();
const day = (iso: string): number => parseDay(iso) ?? Number.NaN;

const measure = (kind: string, effective: string, more: Partial<MeasureRecord> = {}): MeasureRecord => ({
  kind,
  decided: null,
  effective: day(effective),
  handling: "handling",
  originalLevel: "乡科级正职",
  presentLevel: "乡科级正职",
  reducedLevel: null,
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
const facts = (more: Partial<Facts>): Facts => ({
  person: { partyMember: true, level: "乡科级正职" },
  measures: [],
  sanctions: [],
  consents: [],
  openMatters: 0,
  ...more,
});
const promotion = (date: string): Question => ({ purpose: "promotion", date: day(date), toLevel: "县处级副职" });
const transferred = facts({ measures: [measure("transfer", "2019-05-10")] });

function counting(name: string, known: Facts, asked: Question, expected: string, asking = law): void {
  test(`The days are counted: ${name}`, () => {
    const sentences = explainAnswer(asking, known, asked).arithmetic.map((one) => one.sentence.zh);
    assert.ok(sentences.includes(expected), sentences.join("\n"));
  });
}

counting(
  "one year",
  transferred,
  promotion("2020-05-09"),
  "2019-05-10 起一年，至 2020-05-09（周年日 2020-05-10 需核实）",
);
counting(
  "two years, the anniversary included",
  facts({ measures: [measure("removal", "2019-05-10")] }),
  promotion("2020-05-09"),
  "2019-05-10 起两年，至 2021-05-10（含周年日）",
  lawUnder(law, "periodEnd", "anniversary"),
);
counting(
  "an anniversary that does not exist",
  facts({ measures: [measure("demotion", "2020-02-29")] }),
  promotion("2021-02-28"),
  "2020-02-29 起两年，至 2022-02-28（该月没有相应的日期，至该月最后一日）",
);
counting("the year", transferred, { purpose: "honours", year: 2019 }, "调离岗位当年即2019年，至 2019-12-31");
counting(
  "what remains, plus the new period",
  facts({ sanctions: [sanction("party-warning", "2024-03-10"), sanction("party-serious-warning", "2024-09-10")] }),
  promotion("2024-12-01"),
  "2024-09-10 起，原处分尚余 181 日至 2025-03-09，其后再计一年六个月，至 2026-09-09（周年日 2026-09-10 需核实）",
);
counting(
  "through the restoration of rights",
  facts({ sanctions: [sanction("party-probation", "2020-01-15", { months: 12, restored: day("2021-03-01") })] }),
  { purpose: "equivalent-post", date: day("2022-03-01"), toLevel: null },
  "2020-01-15 起，恢复权利之日 2021-03-01 后再计两年，至 2023-02-28（周年日 2023-03-01 需核实）",
);
counting(
  "through the day on which restoration is due",
  facts({ sanctions: [sanction("party-probation", "2020-01-15", { months: 12 })] }),
  promotion("2022-02-28"),
  "2020-01-15 起，察看期满后再计两年，至 2023-01-14（周年日 2023-01-15 需核实）",
);
counting(
  "without end",
  facts({ sanctions: [sanction("government-dismissal", "2022-01-10")] }),
  promotion("2022-02-28"),
  "2022-01-10 起，没有期限",
);
counting(
  "this year and the next",
  facts({ sanctions: [sanction("government-removal", "2022-01-10")] }),
  { purpose: "annual-excellence", year: 2023 },
  "政务撤职当年即2022年，连同其后至2023年，至 2023-12-31",
);

test("Lengths in words: 六个月, 一年, 一年六个月, 两年, 四年", () => {
  assert.deepEqual(
    [6, 12, 18, 24, 48].map((months) => lengthWords(months).zh),
    ["六个月", "一年", "一年六个月", "两年", "四年"],
  );
});

const changes = (known: Facts, asked: Question): Record<string, boolean> =>
  Object.fromEntries(
    explainAnswer(law, known, asked).readings.map(({ name, alternatives }) => [
      name,
      alternatives.some((alternative) => alternative.changes),
    ]),
  );

test("On the grey day the reading of the end decides, and the explanation says so", () => {
  const readings = explainAnswer(law, transferred, promotion("2020-05-10")).readings;
  const end = readings.find((reading) => reading.name === "periodEnd");
  assert.deepEqual(
    end?.alternatives.map(({ option, answer, changes: differs }) => [option, answer, differs]),
    [["anniversary", "barred", true]],
  );
});

test("In the middle of the period the reading of the start does not matter where both days are one", () => {
  assert.equal(changes(transferred, promotion("2019-12-01"))["periodStart"], false);
});

test("It matters where the decision came before the effect", () => {
  const known = facts({ measures: [measure("transfer", "2019-05-10", { decided: day("2019-05-01") })] });
  assert.equal(changes(known, promotion("2020-05-05"))["periodStart"], true);
});

test("A reading that no record asks for is not named", () => {
  assert.deepEqual(Object.keys(changes(facts({}), promotion("2020-05-05"))), []);
  assert.equal("organizationalAdjustment" in changes(transferred, promotion("2020-05-05")), false);
});

test("A reading of the regulation changes nothing above: no alternative would answer otherwise", () => {
  const known = facts({ measures: [measure("admonition", "2019-11-20", { handling: null })] });
  const asked = promotion("2020-05-20");
  assert.equal(explainAnswer(law, known, asked).verdict.answer, "needs-confirmation");
  assert.deepEqual(
    explainAnswer(law, known, asked).readings.flatMap(({ name, alternatives }) =>
      alternatives.some(({ changes: changed }) => changed) ? [name] : [],
    ),
    [],
  );
});

test("The counterfactual: the first day of a yes, the one measure in the way, the consent that is lacking", () => {
  const barred = explainAnswer(law, transferred, promotion("2020-05-09")).counterfactual;
  assert.equal(barred.earliest, "2020-05-11");
  assert.deepEqual(barred.unlockedBy, [0]);
  assert.match(barred.sentences.map((one) => one.zh).join(), /如 2019-05-10 生效的调离岗位被撤销/);
  const open = explainAnswer(law, transferred, promotion("2020-05-11")).counterfactual;
  assert.deepEqual(open.consent, { from: ["superior-personnel-department"], notBefore: "2019-05-10" });
  assert.match(open.sentences.map((one) => one.zh).join(), /缺少上级组织人事部门的同意/);
});

test("Two measures that both bar: neither alone unlocks", () => {
  const known = facts({ measures: [measure("transfer", "2019-05-10"), measure("demotion", "2019-06-10")] });
  assert.deepEqual(explainAnswer(law, known, promotion("2020-03-01")).counterfactual.unlockedBy, []);
});

test("Taking the older sanction away shortens the newer one, which is what unlocks", () => {
  const known = facts({
    sanctions: [sanction("party-warning", "2024-03-10"), sanction("party-warning", "2024-09-10")],
  });
  const { counterfactual } = explainAnswer(law, known, promotion("2025-12-01"));
  assert.deepEqual(counterfactual.unlockedBy, ["sanction:0", "sanction:1"]);
});

test("The sentences quote the clause on what remains, and the one on the longer period with its first day", () => {
  const added = explainAnswer(
    law,
    facts({ sanctions: [sanction("party-warning", "2024-03-10"), sanction("party-warning", "2024-09-10")] }),
    promotion("2025-06-01"),
  );
  assert.match(
    added.sentences.map((one) => one.zh).join(),
    /第二十一条，大意：党员在受处分影响期内又受到开除党籍以外的党纪处分的/,
  );
  const longer = explainAnswer(
    law,
    facts({ measures: [measure("removal", "2021-05-10")], sanctions: [sanction("party-warning", "2021-05-10")] }),
    promotion("2021-06-01"),
  );
  assert.match(longer.sentences.map((one) => one.zh).join(), /按照影响期长的规定执行，自2019-03-01起施行/);
});
