// Sheets of every layout, made with known people: whoever is there is read, and every row with something in it is read, a heading, or named.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readSheet, rowsOfText } from "./sheet-blocks.ts";
import type { SheetRow } from "./sheet-blocks.ts";

const surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗".split("");
const given = ["建国", "志远", "静", "淑洁", "雅瑜", "明", "海玲", "国宁", "思芳", "昊"];
const units = ["生态环境局", "应急管理局", "云岭高新区农业农村和水务局", "鹤鸣街道办事处", "群团工作部"];

/** The same numbers for the same seed. */
function randomFrom(seed: number) {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return { next, of: <T>(list: readonly T[]): T => list[next(list.length)] as T, yes: () => next(2) === 0 };
}
type Random = ReturnType<typeof randomFrom>;

type Made = { rows: SheetRow[]; people: string[] };

const columns = {
  serial: ["序号", "编号"],
  name: ["姓名", "姓 名", "干部姓名", "姓名（必填）", "*姓名"],
  sex: ["性别"],
  unit: ["单位", "工作单位", "所在单位"],
  post: ["职务", "现任职务"],
  remark: ["备注"],
} as const;
type Column = keyof typeof columns;

function person(random: Random, known: Set<string>): string {
  for (;;) {
    const name = random.of(surnames) + random.of(given);
    if (known.has(name)) continue;
    known.add(name);
    return name;
  }
}

/** As one of the ways in which a name stands in a cell. */
function typeset(random: Random, name: string): string {
  const [first = "", ...rest] = name;
  switch (random.next(6)) {
    case 0:
      return `${first}　${rest.join(name.length === 2 ? "" : " ")}`;
    case 1:
      return `${name}（女）`;
    case 2:
      return `${name}\u200B`;
    default:
      return name;
  }
}

function cellOf(random: Random, column: Column, name: string, serial: number): string {
  switch (column) {
    case "serial":
      return String(serial);
    case "name":
      return typeset(random, name);
    case "sex":
      return random.of(["男", "女"]);
    case "unit":
      return random.yes() ? random.of(units) : "";
    case "post":
      return random.of(["副局长", "科员", ""]);
    case "remark":
      return random.of(["", "拟提拔"]);
  }
}

function made(random: Random): Made {
  const known = new Set<string>();
  const cells: string[][] = [];
  const people: string[] = [];
  if (random.yes()) cells.push([`关于征求${random.next(9)}名同志意见的名单`]);
  for (let block = 0; block <= random.next(3); block += 1) {
    const order = (["serial", "name", "sex", "unit", "post", "remark"] as Column[]).filter(
      (column) => column === "name" || random.yes(),
    );
    if (random.yes()) order.reverse();
    const beside = 1 + random.next(2);
    const heading = order.map((column) => random.of(columns[column]));
    cells.push(Array.from({ length: beside }, () => heading).flat());
    const count = 1 + random.next(6);
    for (let row = 0; row < count; row += 1) {
      const line: string[] = [];
      for (let at = 0; at < beside; at += 1) {
        // The last row of a second block is often empty.
        if (at > 0 && row === count - 1) line.push(...order.map(() => ""));
        else {
          const name = person(random, known);
          people.push(name);
          line.push(...order.map((column) => cellOf(random, column, name, people.length)));
        }
      }
      cells.push(line);
    }
    if (random.yes()) cells.push(["合计", String(people.length)]);
    if (random.yes()) cells.push([]);
  }
  if (random.yes()) cells.push(["注：以上人员均已公示"]);
  return { rows: cells.map((row, index) => ({ row: index + 1, cells: row })), people };
}

function check({ rows, people }: Made, seed: number): void {
  const read = readSheet(rows);
  assert.deepEqual(
    read.flatMap((one) => (one.type === "person" ? [one.name] : [])).toSorted(),
    people.toSorted(),
    `seed ${seed}: ${JSON.stringify(rows.map(({ cells }) => cells))}`,
  );
  const told = new Set(read.map(({ row }) => row));
  const silent = rows.filter(({ row, cells }) => cells.some((cell) => /[^\d\s]/u.test(cell)) && !told.has(row));
  assert.deepEqual(silent, [], `seed ${seed}`);
}

test("in 2,000 sheets of every layout everybody is read and every other row is named", () => {
  for (let seed = 1; seed <= 2000; seed += 1) check(made(randomFrom(seed)), seed);
});

test("in 1,000 pasted texts without headings everybody is read", () => {
  for (let seed = 1; seed <= 1000; seed += 1) {
    const random = randomFrom(seed * 7919);
    const known = new Set<string>();
    const people = Array.from({ length: 1 + random.next(8) }, () => person(random, known));
    const mark = random.of(["\t", " ", "，", ",", "　"]);
    const way = random.next(4);
    const text =
      way === 0
        ? people.join(random.of(["、", "，", " ", "　", "；"]))
        : people
            .map((name, index) => {
              const front = random.of(["", `${index + 1}、`, `${index + 1}. `, `（${index + 1}）`]);
              return way === 1 ? front + name : `${front}${name}${mark}${random.of(units)}`;
            })
            .join("\n");
    const read = readSheet(rowsOfText(text));
    assert.deepEqual(
      read.flatMap((one) => (one.type === "person" ? [one.name] : [])),
      people,
      `seed ${seed}: ${text}`,
    );
  }
});
