// Workbooks are read as another program reads them, whatever stands in them; and what is no workbook is told.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { cellText } from "./cell-text.ts";
import { Unreadable } from "./format.ts";
import { rowsIn } from "./sheet-rows.ts";
import { dayOfNumber, showsDay } from "./sheet-days.ts";
import { xmlReader } from "./xml-text.ts";

const cell = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }).map((text) => text.toWellFormed()),
  fc.constantFrom("姓名", "a & b < c", '"', "_x000A_", " 甲 乙 ", "", "是"),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
  fc.integer(),
  fc.boolean(),
);
const sheet = fc.array(fc.array(cell, { maxLength: 8 }), { minLength: 1, maxLength: 12 });

test("random workbooks are read alike by this reader and by another", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sheet, { minLength: 1, maxLength: 3 }), async (sheets) => {
      const bytes = await writeXlsx({ sheets: sheets.map((rows, index) => ({ name: `表${index}`, rows })) });
      const theirs = (await readXlsx(bytes)).sheets.flatMap(({ rows }, index) =>
        rows.flatMap((cells, at) => {
          const texts = cells.map(cellText);
          while (texts.at(-1) === "") texts.pop();
          return texts.length === 0 ? [] : [{ row: index * 2 ** 20 + at + 1, cells: texts }];
        }),
      );
      const ours = await Array.fromAsync(rowsIn(bytes, "xlsx")).catch((error: unknown) => {
        if (error instanceof Unreadable && theirs.length === 0) return [];
        throw error;
      });
      assert.deepEqual(ours, theirs);
    }),
    { numRuns: 200 },
  );
});

test("a number that is shown as a day is read as that day, and one that is not as a number", async () => {
  const cells = new Map([
    ["0,0", { value: 45_351, style: { numFmt: "yyyy-mm-dd" } }],
    ["0,1", { value: 45_351.5, style: { numFmt: 'yyyy"年"m"月"' } }],
    ["0,2", { value: 45_351, style: { numFmt: "0.00" } }],
  ]);
  const bytes = await writeXlsx({ sheets: [{ name: "一", rows: [["", "", ""]], cells }] });
  assert.deepEqual(await Array.fromAsync(rowsIn(bytes, "xlsx")), [
    { row: 1, cells: ["2024-02-29", "2024-02-29", "45351.00"] },
  ]);
});

test("XML is told alike however it is cut into pieces", () => {
  const xml = `<?xml version="1.0"?><!-- a > b --><x:a one='1>"2' r:id="rId&amp;1"><b/>甲&lt;&#x4e59;&amp;<![CDATA[<c>]]]]><!--->--><d  e = "f" ></d></x:a>`;
  const told = (pieces: readonly string[]) => {
    const said: string[] = [];
    const reader = xmlReader({
      open: (name, attribute) => said.push(`<${name} ${attribute("one")} ${attribute("id")} ${attribute("e")}`),
      text: (text) => (said.at(-1)?.startsWith("=") === true ? (said[said.length - 1] += text) : said.push(`=${text}`)),
      close: (name) => said.push(`>${name}`),
    });
    for (const piece of pieces) reader.write(piece);
    reader.end();
    return said;
  };
  const whole = told([xml]);
  assert.deepEqual(whole, [
    '<a 1>"2 rId&1 null',
    "<b null null null",
    ">b",
    "=甲<乙&<c>]]",
    "<d null null f",
    ">d",
    ">a",
  ]);
  for (let at = 1; at < xml.length; at += 1)
    assert.deepEqual(told([xml.slice(0, at), xml.slice(at)]), whole, String(at));
  assert.deepEqual(told(Array.from(xml)), whole);
});

test("what is no XML, or has entities of its own, is refused", () => {
  const read = (xml: string) => () => {
    const reader = xmlReader({});
    reader.write(xml);
    reader.end();
  };
  for (const wrong of [
    "",
    "a",
    "<a>",
    "</a>",
    "<a",
    "<a></a",
    "<!-- <a></a>",
    "<a><![CDATA[</a>",
    "<a b='>",
    "<!DOCTYPE a><a/>",
    "<a/>b<",
  ])
    assert.throws(read(wrong), wrong);
  for (const right of ["<a/>", "<a></a>\n", "<?xml?><a b='>'/>", "<a><!-- </a> --></a>"])
    assert.doesNotThrow(read(right), right);
});

test("a number is the day that its system counts, and its format says whether it is one", () => {
  assert.deepEqual(
    [1, 59, 61, 45_351.99].map((number) => dayOfNumber(number, false)),
    ["1900-01-01", "1900-02-28", "1900-03-01", "2024-02-29"],
  );
  assert.deepEqual([dayOfNumber(0, true), dayOfNumber(1e12, false)], ["1904-01-01", ""]);
  for (const code of ["yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "[$-804]yyyy\\.mm", "h:mm", "mmm", "mm:ss.0"])
    assert.ok(showsDay(164, code), code);
  for (const code of ["General", "0.00", '0"days"', "[Red]#,##0", "@", "\\d0"]) assert.ok(!showsDay(164, code), code);
  assert.deepEqual(
    [14, 22, 31, 57, 1, 49].map((id) => showsDay(id, undefined)),
    [true, true, true, true, false, false],
  );
});
