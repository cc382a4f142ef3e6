import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { assess, lastDayIn } from "../reckon/eligibility.ts";
import { formatDay } from "../reckon/days.ts";
import { readFacts } from "./facts-reader.ts";
import { compileObjects } from "../../../bench/facts-objects.ts";
import { verdictOf } from "./verdict.ts";

const law = await loadLaw();

/** What the columns' own loop answers about a line of the facts format, held to what the records say one by one. */
function check(line: object): { answer: string; regulation: string; upper: string } {
  const { facts, question } = readFacts(law, line);
  const assessed = assess(law, facts, question);
  assert.deepEqual(verdictOf(law, facts, question), { answer: assessed.answer, until: lastDayIn(assessed.until) });
  const [short] = compileObjects(law)([line]);
  const { answer, regulation, upper } = assessed;
  const day = lastDayIn(regulation.until);
  assert.deepEqual(short?.layers.regulation, {
    answer: regulation.answer,
    until: day === null ? null : formatDay(day),
  });
  assert.equal(short.layers.upper.answer, upper.answer);
  return { answer, regulation: regulation.answer, upper: upper.answer };
}

const probation = (year: number): object => ({
  format: 2,
  person: { level: "乡科级正职" },
  measures: [{ kind: "降职", effective: "2019-05-10" }],
  sanctions: [{ kind: "留党察看", effective: "2018-09-20", months: 24 }],
  question: { purpose: "年度考核评优", year },
});

test("Of discipline on which nobody has decided, nobody knows whether it joins the handling, in a year either", () => {
  assert.deepEqual(check(probation(2020)), { answer: "barred", regulation: "needs-confirmation", upper: "barred" });
  assert.deepEqual(check(probation(2021)), { answer: "clear", regulation: "clear", upper: "clear" });
});

const warnings = (revoked: string | null, date: string): object => ({
  format: 2,
  person: { level: "乡科级正职" },
  sanctions: [
    { kind: "政务警告", effective: "2021-01-10", months: 10 },
    { kind: "政务警告", effective: "2021-01-10", months: 10, revoked },
  ],
  question: { purpose: "提拔", date, toLevel: "县处级副职" },
});

test("A period set for several sanctions counts for none of them once it is alone", () => {
  assert.equal(check(warnings(null, "2021-11-09")).upper, "barred");
  assert.equal(check(warnings("2021-02-01", "2021-07-09")).upper, "barred");
  assert.equal(check(warnings("2021-02-01", "2021-07-11")).upper, "clear");
});
