// Cases of reading lists as offices write them: who is in them, and what is named as not read.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readSheet, rowsOfText } from "./sheet-blocks.ts";
import type { ReadRow } from "./sheet-blocks.ts";

type Expected = { people: string[]; notRead?: string[] };

const words = (read: ReadRow): string =>
  read.type === "person"
    ? [
        read.name,
        read.unit,
        read.idNumber.type === "number"
          ? read.idNumber.number
          : read.idNumber.type === "none"
            ? ""
            : read.idNumber.type,
        read.level,
      ]
        .join("|")
        .replace(/\|+$/u, "")
    : `${read.row}:${read.type === "not-read" ? read.why : "headings"}`;

function check(rows: Iterable<{ row: number; cells: readonly string[] }>, { people, notRead = [] }: Expected): void {
  const read = readSheet(rows);
  assert.deepEqual(read.filter(({ type }) => type === "person").map(words), people);
  assert.deepEqual(read.filter(({ type }) => type === "not-read").map(words), notRead);
}
const sheet = (...rows: string[][]) => rows.map((cells, index) => ({ row: index + 1, cells }));

for (const [name, text, people, notRead] of [
  ["a name alone", "赵明远", ["赵明远"]],
  [
    "columns copied from a spreadsheet",
    "赵明远\t日月岛街道\t21050419800101001X\n钱立\t经济发展局\t",
    ["赵明远|日月岛街道|21050419800101001X", "钱立|经济发展局"],
  ],
  ["commas of either kind", "赵明远，日月岛街道\n钱立,经济发展局", ["赵明远|日月岛街道", "钱立|经济发展局"]],
  ["an empty cell between commas", "姓名,单位,身份证号\n赵明远,,21050419800101001X", ["赵明远||21050419800101001X"]],
  ["blanks", "赵明远  日月岛街道\n姜雅瑜 云岭高新区生态环境局", ["赵明远|日月岛街道", "姜雅瑜|云岭高新区生态环境局"]],
  ["a small x, and the number in front", "21050419800101001x 赵明远", ["赵明远||21050419800101001X"]],
  ["empty lines", "\r\n赵明远\r\n\r\n", ["赵明远"]],
  ["nothing", "  \n ", []],
  [
    "a blank of typesetting",
    "陶　亮\n陶 亮 生态环境局\n刘　洋\t鹤鸣街道",
    ["陶亮", "陶亮|生态环境局", "刘洋|鹤鸣街道"],
  ],
  ["a row of names with blanks of typesetting", "张 三　李 四　王 五", ["张三", "李四", "王五"]],
  ["a row of names with commas", "张三，李四，王五", ["张三", "李四", "王五"]],
  [
    "numbers of every kind in front",
    "1 陶亮 生态环境局\n2、刘洋\n3. 王磊\n（4）张三\n⑤李四\n（六）赵明远\n①赵明远\n一、钱立",
    ["陶亮|生态环境局", "刘洋", "王磊", "张三", "李四", "赵明远", "赵明远", "钱立"],
  ],
  ["several on a line", "陶亮、刘洋；王磊", ["陶亮", "刘洋", "王磊"]],
  ["a unit in brackets", "陶亮（生态环境局）\n刘洋(鹤鸣街道)", ["陶亮|生态环境局", "刘洋|鹤鸣街道"]],
  [
    "titles in brackets with marks between them",
    "姜雅瑜（党工委委员、管委会副主任）\n刘淑洁（主任；党组书记）",
    ["姜雅瑜|党工委委员、管委会副主任", "刘淑洁|主任;党组书记"],
  ],
  ["a title after 、 is no person", "赵明远 党委书记、董事长", ["赵明远|党委书记、董事长"]],
  ["headings in another order", "单位\t姓名\n某局\t赵明远", ["赵明远|某局"]],
  [
    "a quoted cell over two lines",
    '赵明远\t"某某区\n生态环境局"\t990181198405100026',
    ["赵明远|某某区生态环境局|990181198405100026"],
  ],
  ["a sign of no width", "赵明远\u200B\t某局", ["赵明远|某局"]],
  [
    "quoted commas",
    '"姓名","单位","身份证号"\r\n"姜雅瑜","生态环境局","990181198405100026"\r\n',
    ["姜雅瑜|生态环境局|990181198405100026"],
  ],
  ["同志 behind the name", "姜雅瑜同志\n刘淑洁 同志", ["姜雅瑜", "刘淑洁"]],
  ["radicals and compatibility forms", "⾼明\n李 静", ["高明", "李静"]],
  [
    "a total and a note below",
    "姓名\t单位\n姜雅瑜\t某局\n合计\t1\n注：以上为拟提拔人选",
    ["姜雅瑜|某局"],
    ["3:total", "4:note"],
  ],
] as const satisfies readonly (readonly [string, string, readonly string[], (readonly string[])?])[])
  test(`pasted: ${name}`, () => check(rowsOfText(text), { people: [...people], notRead: [...(notRead ?? [])] }));

test("two blocks beside each other are two", () =>
  check(
    sheet(
      ["序号", "姓名", "单位", "序号", "姓名", "单位"],
      ["1", "丁昊", "应急管理局", "2", "姜雅瑜", "生态环境局"],
      ["3", "丁海玲", "水务局", "4", "", ""],
    ),
    {
      people: ["丁昊|应急管理局", "姜雅瑜|生态环境局", "丁海玲|水务局"],
    },
  ));
test("a second block below, with another order", () =>
  check(sheet(["姓名", "单位"], ["丁昊", "应急管理局"], [], ["序号", "单位", "姓名"], ["1", "生态环境局", "姜雅瑜"]), {
    people: ["丁昊|应急管理局", "姜雅瑜|生态环境局"],
  }));
test("headings in two rows, the upper ones merged", () =>
  check(
    sheet(
      ["关于征求意见的名单"],
      ["序号", "姓名", "现任", "", "拟任", ""],
      ["", "", "单位", "职务", "职务", "职务层次"],
      ["1", "姜雅瑜", "生态环境局", "副局长", "局长", "乡科级正职"],
    ),
    { people: ["姜雅瑜|生态环境局||乡科级正职"], notRead: ["1:title"] },
  ));
test("the validity of a card is no number, and 学历层次 no level", () =>
  check(sheet(["姓名", "学历层次", "身份证有效期", "身份证号码"], ["姜雅瑜", "大学", "长期", "990181198405100026"]), {
    people: ["姜雅瑜||990181198405100026"],
  }));
test("what cannot be a number is said to be none, a spoilt one spoilt, a masked one masked", () =>
  check(
    sheet(
      ["姓名", "身份证号"],
      ["姜雅瑜", "无"],
      ["刘淑洁", "#N/A"],
      ["段思芳", "990181********0026"],
      ["丁昊", "9.90181198405100E+17"],
      ["丁海玲", "９９０１８１１９８４０５１０００２６"],
      ["李静", '="990181198405100026"'],
      ["马丽", "'990181 19840510 0026"],
    ),
    {
      people: [
        "姜雅瑜",
        "刘淑洁",
        "段思芳||masked",
        "丁昊||spoilt",
        "丁海玲||990181198405100026",
        "李静||990181198405100026",
        "马丽||990181198405100026",
      ],
    },
  ));
test("dots of every kind between two Chinese characters are one", () =>
  check(sheet(["姓名"], ...["•", "・", "‧", "．", ".", "･", "⋅", "·"].map((dot) => [`买买提${dot}吐尔逊`])), {
    people: Array.from({ length: 8 }, () => "买买提·吐尔逊"),
  }));
test("what stands in brackets behind a name is no part of it", () =>
  check(sheet(["姓名", "单位"], ["姜雅瑜（女）", "某局"], ["刘淑洁(女，满族)", "某部"]), {
    people: ["姜雅瑜|某局", "刘淑洁|某部"],
  }));
test("people above the headings are read where the row tells of a person, and named where it does not", () =>
  check(sheet(["丁昊", "应急管理局"], ["拟提拔人员"], ["姓名", "单位"], ["姜雅瑜", "生态环境局"]), {
    people: ["丁昊|应急管理局", "姜雅瑜|生态环境局"],
    notRead: ["2:title"],
  }));
test("a row of numbers only, and a row without a name", () =>
  check(sheet(["序号", "姓名", "单位"], ["1", "", ""], ["2", "", "生态环境局"], ["3", "见附件名单如下", ""]), {
    people: [],
    notRead: ["3:no-name", "4:not-a-name"],
  }));
test("several names in one cell share the unit", () =>
  check(sheet(["姓名", "单位"], ["丁昊、姜雅瑜", "某局"]), { people: ["丁昊|某局", "姜雅瑜|某局"] }));
