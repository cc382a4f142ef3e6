// Days against Temporal, which is right and slow.
import assert from "node:assert/strict";
import test from "node:test";
import { addMonths, formatDay, parseDay, yearOf } from "./days.ts";

const EPOCH = Temporal.PlainDate.from("1970-01-01");

test("Every day from 1900 to 2100 is written and read as Temporal does", () => {
  let date = Temporal.PlainDate.from("1900-01-01");
  const end = Temporal.PlainDate.from("2101-01-01");
  for (let day = parseDay("1900-01-01") ?? 0; Temporal.PlainDate.compare(date, end) < 0; day += 1) {
    assert.equal(formatDay(day), date.toString());
    assert.equal(parseDay(date.toString()), day);
    assert.equal(yearOf(day), date.year);
    date = date.add({ days: 1 });
  }
});

test("Months are added as Temporal adds them, and a missing day is said to be inexact", () => {
  for (let day = -25_567; day < 47_482; day += 7) {
    const date = EPOCH.add({ days: day });
    for (const months of [1, 6, 12, 18, 24]) {
      const expected = date.add({ months });
      const added = addMonths(day, months);
      assert.equal(formatDay(added.day), expected.toString());
      assert.equal(added.exact, expected.day === date.day);
    }
  }
});

const check = (iso: string, months: number, until: string, exact: boolean): void => {
  test(`${iso} and ${months} months is ${until}${exact ? "" : ", the last day of that month"}`, () => {
    const added = addMonths(parseDay(iso) ?? Number.NaN, months);
    assert.deepEqual([formatDay(added.day), added.exact], [until, exact]);
  });
};
check("2020-02-29", 12, "2021-02-28", false);
check("2020-02-29", 48, "2024-02-29", true);
check("2019-08-31", 6, "2020-02-29", false);
check("2020-08-31", 6, "2021-02-28", false);
check("2019-12-31", 12, "2020-12-31", true);
check("2096-02-29", 48, "2100-02-28", false);

for (const iso of [
  "2021-02-29",
  "2100-02-29",
  "2020-13-01",
  "2020-00-10",
  "2020-04-31",
  "2020-1-01",
  "20200101",
  "",
  "2020-01-01 ",
]) {
  test(`“${iso}” is no date`, () => assert.equal(parseDay(iso), null));
}

for (const text of [
  "2020-02-3",
  "2020-2-030",
  "20 0-02-03",
  "2020/02/03",
  "2020-02-0a",
  "-020-02-03",
  "２０20-02-03",
  "",
]) {
  test(`“${text}” is no day`, () => {
    assert.equal(parseDay(text), null);
  });
}

test("Years are written with four digits", () => {
  for (const text of ["0001-01-01", "0999-12-31", "1000-01-01", "9999-12-31"]) {
    assert.equal(formatDay(parseDay(text) ?? 0), text);
  }
});
