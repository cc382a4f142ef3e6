// A spreadsheet written is a spreadsheet read again, and nothing in it is a formula.
import assert from "node:assert/strict";
import test from "node:test";
import { readXlsx } from "hucre/xlsx";
import { neutralised, renderXlsx } from "./xlsx.ts";

for (const start of ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]) {
  test(`a cell that begins with ${JSON.stringify(start)} is neutralised`, () => {
    assert.equal(neutralised(`${start}1+1`), `'${start}1+1`);
  });
}

test("a cell with the same signs further on is left as it is", () => {
  assert.equal(neutralised("2020-05-09"), "2020-05-09");
});

test("title, preface, headings and rows are read back in their places", async () => {
  const bytes = await renderXlsx({
    name: "结果",
    title: "任职资格核查结果",
    preface: [{ label: "用途", text: "提拔" }],
    columns: [
      { heading: "姓名", width: 12 },
      { heading: "结论", width: 20 },
    ],
    rows: [
      ["周明远", "不得提拔"],
      ["=cmd()", "可以"],
    ],
  });
  const sheet = (await readXlsx(bytes)).sheets[0];
  assert.deepEqual(
    sheet?.rows.map((row) => row.filter((cell) => cell !== null)),
    [["任职资格核查结果"], ["用途", "提拔"], [], ["姓名", "结论"], ["周明远", "不得提拔"], ["'=cmd()", "可以"]],
  );
});
