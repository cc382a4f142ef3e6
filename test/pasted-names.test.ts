// Cases of reading a pasted list of names.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseNames } from "#eligibility/screens/eligibility/pasted-list.ts";
import type { NameLine } from "#eligibility/screens/eligibility/pasted-list.ts";

function check(text: string, expected: NameLine[]): void {
  assert.deepEqual(parseNames(text), expected);
}

test("a name alone is a name", () => check("赵明远", [{ name: "赵明远", unit: "", idNumber: "" }]));
test("columns copied from a spreadsheet are separated by tabs", () =>
  check("赵明远\t日月岛街道\t21050419800101001X\n钱立\t经济发展局\t", [
    { name: "赵明远", unit: "日月岛街道", idNumber: "21050419800101001X" },
    { name: "钱立", unit: "经济发展局", idNumber: "" },
  ]));
test("Chinese and Latin commas separate alike", () =>
  check("赵明远，日月岛街道\n钱立,经济发展局", [
    { name: "赵明远", unit: "日月岛街道", idNumber: "" },
    { name: "钱立", unit: "经济发展局", idNumber: "" },
  ]));
test("spaces separate when nothing else does", () =>
  check("赵明远  日月岛街道", [{ name: "赵明远", unit: "日月岛街道", idNumber: "" }]));
test("spaces stay inside a part when tabs separate", () =>
  check("Ann Lee\tGeneral Office", [{ name: "Ann Lee", unit: "General Office", idNumber: "" }]));
test("an ID number is known wherever it stands, with a small x too", () =>
  check("21050419800101001x 赵明远", [{ name: "赵明远", unit: "", idNumber: "21050419800101001X" }]));
test("empty lines and a last line break are nobody", () =>
  check("\r\n赵明远\r\n\r\n", [{ name: "赵明远", unit: "", idNumber: "" }]));
test("no text is an empty list", () => check("  \n ", []));
test("a name of two characters may have a space in it, as official lists write it", () =>
  check("陶　亮\n陶 亮 生态环境局\n刘　洋\t鹤鸣街道", [
    { name: "陶亮", unit: "", idNumber: "" },
    { name: "陶亮", unit: "生态环境局", idNumber: "" },
    { name: "刘洋", unit: "鹤鸣街道", idNumber: "" },
  ]));
test("numbers before names and a row of headings are nobody", () =>
  check("姓名\t单位\n1 陶亮 生态环境局\n2、刘洋\n3. 王磊", [
    { name: "陶亮", unit: "生态环境局", idNumber: "" },
    { name: "刘洋", unit: "", idNumber: "" },
    { name: "王磊", unit: "", idNumber: "" },
  ]));
test("several persons on one line are several, none is lost", () =>
  check("陶亮、刘洋；王磊", [
    { name: "陶亮", unit: "", idNumber: "" },
    { name: "刘洋", unit: "", idNumber: "" },
    { name: "王磊", unit: "", idNumber: "" },
  ]));
test("what stands in brackets is the unit", () =>
  check("陶亮（生态环境局）\n刘洋(鹤鸣街道)", [
    { name: "陶亮", unit: "生态环境局", idNumber: "" },
    { name: "刘洋", unit: "鹤鸣街道", idNumber: "" },
  ]));
