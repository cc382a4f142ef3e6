// Importing into the registry as a personnel clerk does: a file or a pasted list, its preview, running it, and what became of each row.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { ZipFile } from "yazl";
import type { ImportRowView, ImportView } from "#imports/contract.ts";
import type { PersonView } from "#registry/contract.ts";
import type { ImportKind } from "#imports/rules/import-column-names.ts";
import { inventedIdNumber } from "../database/people.ts";
import { openWorld } from "./world.ts";
import type { Reply } from "./world.ts";

const world = await openWorld();
const as = "personnel-officer" as const;

const heads = ["姓名", "身份证号", "单位", "职务", "职务层次", "任现职时间", "曾用名", "年度考核", "家庭成员"];
const rowOf = (name: string, number: number, more: string[] = []) => [
  name,
  inventedIdNumber(number),
  "生态环境局",
  more[0] ?? "科员",
  more[1] ?? "科员级",
  more[2] ?? "2021-03-01",
  more[3] ?? "",
  more[4] ?? "",
  more[5] ?? "",
];

async function upload(kind: ImportKind, bytes: Uint8Array, name = "名单.xlsx"): Promise<Reply> {
  return world.call({
    as,
    method: "POST",
    path: `/api/imports/files?kind=${kind}&name=${encodeURIComponent(name)}`,
    body: new Blob([Buffer.from(bytes)]),
    headers: { "content-type": "application/octet-stream" },
  });
}

async function until(importId: string, ...states: ImportView["state"][]): Promise<ImportView> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { json } = await world.call({ as, method: "GET", path: `/api/imports/${importId}` });
    const view = json as ImportView;
    if (states.includes(view.state)) return view;
    await sleep(50);
  }
  throw new Error(`the import did not become ${states.join(" or ")}`);
}

/** Uploads and waits for the preview. */
async function previewed(kind: ImportKind, bytes: Uint8Array, name?: string): Promise<ImportView> {
  const reply = await upload(kind, bytes, name);
  assert.equal(reply.status, 200, reply.text);
  return until((reply.json as { importId: string }).importId, "previewed", "unreadable");
}

async function ran({ id }: ImportView): Promise<ImportView> {
  const body = { key: randomUUID() };
  const reply = await world.call({ as, method: "POST", path: `/api/imports/${id}/run`, body });
  assert.equal(reply.status, 200, reply.text);
  return until(id, "done");
}

async function rows(importId: string, outcome: string | null = null): Promise<ImportRowView[]> {
  const body = { outcome, limit: 200 };
  const { json } = await world.call({ as, method: "POST", path: `/api/imports/${importId}/rows`, body });
  return (json as { rows: ImportRowView[] }).rows;
}

async function personCalled(name: string): Promise<PersonView | null> {
  const { json } = await world.call({ as, method: "POST", path: "/api/persons/search", body: { query: name } });
  const [found] = (json as { rows: { personId: string; name: string }[] }).rows.filter((one) => one.name === name);
  if (found === undefined) return null;
  return (await world.call({ as, method: "GET", path: `/api/persons/${found.personId}` })).json as PersonView;
}

const counts = ({ rowsNew, rowsChanged, rowsSame, rowsWrong, rowsDone }: ImportView) => [
  rowsNew,
  rowsChanged,
  rowsSame,
  rowsWrong,
  rowsDone,
];
const sheet = (table: string[][]) => writeXlsx({ sheets: [{ name: "名单", rows: table }] });

test("a template is downloaded, filled in and imported; good rows go in beside bad ones, which come back to be corrected", async () => {
  const given = await fetch(`${world.origin}/api/imports/templates/persons`, {
    headers: { cookie: await world.cookieOf(as) },
  });
  const template = await readXlsx(new Uint8Array(await given.arrayBuffer()));
  const [first] = template.sheets;
  assert.ok(first !== undefined && (first.dataValidations?.length ?? 0) >= 5);
  const headings = first.rows[0]?.map(String) ?? [];
  const line = (values: Record<string, string>) => headings.map((one) => values[one.replace("*", "")] ?? "");
  const good = {
    姓名: "钱若水",
    身份证号: inventedIdNumber(501),
    单位: "生态环境局",
    职务: "科长",
    职务层次: "科员级",
    任现职时间: "2022.5",
    政治面貌: "党员",
    曾用名: "钱大水",
    年度考核: "2023年优秀；2024年度称职",
    家庭成员: "配偶：孙某某",
  };
  const bad = { ...good, 姓名: "孙不二", 身份证号: `${inventedIdNumber(502).slice(0, 17)}A`, 单位: "环境局" };
  const table = [headings, line(good), line(bad), line({ ...good, 身份证号: "" })];
  const file = await sheet(table);
  const before = await previewed("persons", file);
  assert.deepEqual(counts(before), [1, 0, 0, 2, 0]);
  assert.equal(await personCalled("钱若水"), null, "a preview changes nothing");
  const wrong = await rows(before.id, "error");
  assert.deepEqual(
    wrong.map((one) => one.detail.problems.map(({ column }) => column)),
    [["身份证号", "单位"], ["身份证号"]],
  );
  assert.match(wrong[0]?.detail.problems[0]?.message ?? "", /第18位/u);
  assert.match(wrong[0]?.detail.problems[1]?.message ?? "", /是否为“生态环境局”？请填写全称/u);
  assert.deepEqual(counts(await ran(before)), [1, 0, 0, 2, 1]);
  const view = await personCalled("钱若水");
  assert.ok(view !== null);
  assert.deepEqual(
    view.grades.map(({ year, grade }) => [year, grade]),
    [
      [2024, "competent"],
      [2023, "excellent"],
    ],
  );
  assert.deepEqual(
    [view.person.politicalStatus, view.person.partyMember, view.posts[0]?.from],
    ["01", true, "2022-05-01"],
  );
  assert.deepEqual([view.formerNames[0]?.name, view.relatives[0]?.name], ["钱大水", "孙某某"]);

  const errors = await fetch(`${world.origin}/api/imports/${before.id}/errors`, {
    headers: { cookie: await world.cookieOf(as) },
  });
  const back = (await readXlsx(new Uint8Array(await errors.arrayBuffer()))).sheets[0]?.rows ?? [];
  assert.deepEqual(back.at(-1)?.slice(0, 3), ["4", "身份证号：请填写身份证号", "钱若水"]);

  const again = await previewed("persons", file);
  assert.deepEqual(counts(again), [0, 0, 1, 2, 0], "the same file again changes nothing");
  const original = await fetch(`${world.origin}/api/imports/${before.id}/file`, {
    headers: { cookie: await world.cookieOf(as) },
  });
  assert.deepEqual(Buffer.from(await original.arrayBuffer()), Buffer.from(file));
});

test("what changes is shown before it is done: a new name, a new post with its history, a row said twice, a row contradicted", async () => {
  const first = await previewed("persons", await sheet([heads, rowOf("赵守一", 511), rowOf("赵守二", 512)]));
  await ran(first);
  const renamed = await previewed(
    "persons",
    await sheet([
      heads,
      rowOf("赵守义", 511, ["副局长", "乡科级副职", "2025-01-10"]),
      rowOf("赵守二", 512),
      rowOf("赵守二", 512),
      rowOf("赵守二", 512, ["局长"]),
    ]),
  );
  assert.deepEqual(counts(renamed), [0, 1, 2, 1, 0]);
  const [change] = await rows(renamed.id, "change");
  assert.deepEqual(
    change?.detail.changes.map(({ column, before, after }) => [column, before, after]),
    [
      ["姓名", "赵守一", "赵守义"],
      ["职务", "科员", "副局长"],
      ["职务层次", "科员级", "乡科级副职"],
      ["曾用名", "", "赵守一"],
    ],
  );
  await ran(renamed);
  const view = await personCalled("赵守义");
  assert.deepEqual(
    view?.posts.map(({ post, from, to }) => [post, from, to]),
    [
      ["副局长", "2025-01-10", null],
      ["科员", "2021-03-01", "2025-01-09"],
    ],
  );
  assert.equal(view?.formerNames[0]?.name, "赵守一");
});

test("appointments, grades and honours find their person by number, or by name and unit; who is not there or several is said", async () => {
  await ran(await previewed("persons", await sheet([heads, rowOf("冯知远", 521)])));
  const number = inventedIdNumber(521);
  const appointed = await previewed(
    "appointments",
    await sheet([
      ["姓名", "身份证号", "单位", "职务", "任职性质", "任职日期", "决定日期", "决定机关", "管理权限"],
      ["冯知远", number, "青石街道办事处", "副主任", "提拔", "2024-02-01", "2024-01-20", "区党工委"],
      ["冯知远", number, "青石街道办事处", "主任", "提拔任职", "2025-02-01", "", "", "市管"],
      ["李静", "", "生态环境局", "局长", "平调", "2024-02-01", "", ""],
      ["无此人", "", "生态环境局", "局长", "", "2024-02-01", "", ""],
      ["冯知近", number, "生态环境局", "局长", "", "2024-02-01", "", ""],
    ]),
  );
  assert.deepEqual(counts(appointed), [0, 2, 0, 3, 0]);
  await ran(appointed);
  const view = await personCalled("冯知远");
  assert.deepEqual(
    view?.posts.map(({ post, from, to, kind, managedBy }) => [post, from, to, kind, managedBy]),
    [
      ["主任", "2025-02-01", null, "promotion", "city"],
      ["副主任", "2024-02-01", "2025-01-31", "promotion", null],
      ["科员", "2021-03-01", "2024-01-31", null, "zone"],
    ],
  );
  assert.deepEqual(
    [view?.person.post, view?.person.managedBy],
    ["主任", "city"],
    "who manages follows the present post",
  );

  const pasted = await world.call({
    as,
    method: "POST",
    path: "/api/imports",
    body: {
      key: randomUUID(),
      kind: "grades",
      text: "姓名\t单位\t年度\t等次\n冯知远\t\t2024\t优秀\n李静\t生态环境局\t2024年\t合格\n李静\t\t2024\t甲等",
    },
  });
  assert.equal(pasted.status, 200, pasted.text);
  const graded = await ran(await until((pasted.json as { importId: string }).importId, "previewed"));
  assert.deepEqual(counts(graded), [0, 2, 0, 1, 2]);
  assert.deepEqual(
    (await personCalled("冯知远"))?.grades.map(({ grade }) => grade),
    ["excellent"],
  );

  const honoured = await previewed(
    "honours",
    await sheet([
      ["姓名", "身份证号", "年度", "荣誉名称", "级别", "授予单位"],
      ["冯知远", number, "2024", "先进工作者", "市级", "市委"],
    ]),
  );
  await ran(honoured);
  assert.deepEqual(
    (await personCalled("冯知远"))?.honours.map(({ name, level }) => [name, level]),
    [["先进工作者", "city"]],
  );
});

test(".xls, .lrmx and .lrm are read; unknown tags are passed over", async () => {
  const lrmx = `<?xml version="1.0" encoding="utf-8"?><Person><XingMing>沈  从之</XingMing><XingBie>女</XingBie><RuDangShiJian>2005.07</RuDangShiJian>
    <XianRenZhiWu>生态环境局综合科科长</XianRenZhiWu><NianDuKaoHeJieGuo>2023年优秀</NianDuKaoHeJieGuo><ShenFenZheng>${inventedIdNumber(531)}</ShenFenZheng>
    <XinDeBiaoQian><A>1</A></XinDeBiaoQian><JiaTingChengYuan><Item><ChengWei>丈夫</ChengWei><XingMing>周  某</XingMing></Item></JiaTingChengYuan><ZhaoPian>AAAA</ZhaoPian></Person>`;
  const one = await previewed("persons", Buffer.from(lrmx), "沈从之.lrmx");
  assert.deepEqual([one.format, ...counts(one)], ["lrmx", 1, 0, 0, 0, 0], JSON.stringify(await rows(one.id)));
  await ran(one);
  const before = await personCalled("沈从之");
  const again = await previewed("persons", Buffer.from(lrmx), "沈从之.lrmx");
  assert.deepEqual(counts(again), [0, 0, 1, 0, 0], "the same form again changes nothing");
  await ran(again);
  assert.deepEqual(await personCalled("沈从之"), before);
  const view = await personCalled("沈从之");
  assert.deepEqual(
    [view?.person.post, view?.person.partyMember, view?.grades[0]?.grade, view?.relatives[0]?.name],
    ["综合科科长", true, "excellent", "周某"],
  );

  const fields = Array.from({ length: 33 }, () => "");
  Object.assign(fields, {
    0: "沈从之",
    1: "女",
    6: "2005.07",
    19: "2024年称职",
    20: "丈夫@",
    21: "周某@",
    25: "生态环境局办公室主任",
  });
  fields[32] = inventedIdNumber(531);
  const lrm = gb18030(fields.map((field) => `"${field}"`).join(","));
  const two = await previewed("persons", lrm, "沈从之.lrm");
  assert.deepEqual([two.format, ...counts(two)], ["lrm", 0, 1, 0, 0, 0], JSON.stringify(await rows(two.id)));
  await ran(two);
  assert.deepEqual((await personCalled("沈从之"))?.grades.length, 2);

  const xls = readFileSync(path.join(import.meta.dirname, "old-sheet.xls"));
  const three = await previewed("honours", xls, "名单.xls");
  assert.deepEqual([three.format, three.rowsRead], ["xls", 2]);
  // A title above the headings, and empty rows between.
  const four = await previewed("honours", readFileSync(path.join(import.meta.dirname, "blank-row.xls")), "荣誉.xls");
  assert.deepEqual(
    [four.format, four.state, ...counts(four)],
    ["xls", "previewed", 0, 1, 0, 0, 0],
    JSON.stringify(four),
  );
});

test("every sheet of a workbook is read; one without headings is told and a hidden one named, those of the template are not looked at", async () => {
  const [name, number, unit, post, ...others] = heads;
  const file = await writeXlsx({
    sheets: [
      { name: "一", rows: [heads, rowOf("孟一", 561), rowOf("孟一误", 562, ["", "没有的级"])] },
      { name: "情况", rows: [["本表由综合科填报"], ["共三人"]] },
      // Other columns, and in another order.
      {
        name: "二",
        rows: [
          ["名册"],
          ["备注", post, unit, number, name],
          ["见附件", "科员", "生态环境局", inventedIdNumber(563), "孟三"],
          ["甲", "科员", "没有的局", inventedIdNumber(564), "孟四"],
        ].map((row) => row.map((cell) => cell ?? "")),
      },
      { name: "三", hidden: true, rows: [heads, rowOf("孟隐", 565)] },
      {
        name: "选项",
        rows: [
          ["性别", "单位"],
          ["男", "生态环境局"],
        ],
      },
    ],
  });
  assert.equal(others.length, 5);
  const view = await previewed("persons", file);
  assert.deepEqual(counts(view), [2, 0, 0, 4, 0]);
  const told = await rows(view.id, "error");
  assert.deepEqual(
    told.map(({ sheet, row, detail }) => [
      sheet,
      row,
      detail.problems.map(({ column, message }) => column + message)[0]?.slice(0, 13),
    ]),
    [
      [1, 3, "职务层次没有“没有的级”，"],
      [2, 1, "第 2 张工作表没有读取："],
      [3, 4, "单位名册中没有单位“没有的"],
      [4, 1, "隐藏的工作表“三”，没有读"],
    ],
  );
  assert.deepEqual(counts(await ran(view)), [2, 0, 0, 4, 2]);
  assert.equal((await personCalled("孟三"))?.person.post, "科员");
  assert.equal(await personCalled("孟隐"), null);
  const errors = await fetch(`${world.origin}/api/imports/${view.id}/errors`, {
    headers: { cookie: await world.cookieOf(as) },
  });
  const back = (await readXlsx(new Uint8Array(await errors.arrayBuffer()))).sheets[0]?.rows ?? [];
  const at = back.findIndex(([first]) => first === "原行号");
  const column = (heading: string) => back[at]?.indexOf(heading) ?? -1;
  assert.deepEqual(
    back.slice(at + 1).map((row) => [row[0], row[column("姓名")], row[column("单位")], row[column("备注")] ?? null]),
    [
      ["3", "孟一误", "生态环境局", null],
      ["表2第1行", null, null, null],
      ["表3第4行", "孟四", "没有的局", "甲"],
      ["表4第1行", null, null, null],
    ],
  );
  const none = await previewed(
    "persons",
    await writeXlsx({
      sheets: [
        { name: "一", rows: [["没有表头"]] },
        { name: "二", rows: [["也没有"]] },
      ],
    }),
  );
  assert.deepEqual([none.state, none.rowsWrong], ["unreadable", 0]);
  assert.match(none.trouble ?? "", /没有找到表头/u);
  const old = await previewed("persons", readFileSync(path.join(import.meta.dirname, "two-sheets.xls")), "名单.xls");
  assert.deepEqual([old.format, ...counts(old)], ["xls", 2, 0, 0, 0, 0], JSON.stringify(await rows(old.id)));
});

test("bombs and broken files are refused with what to do, and leave nothing", async () => {
  const before = await world.call({ as, method: "POST", path: "/api/imports/search", body: {} });
  const normal = await sheet([heads, rowOf("甲乙", 541)]);
  const cases: [string, Uint8Array, RegExp][] = [
    ["zeros", await zipped("xl/worksheets/sheet1.xml", Buffer.alloc(40_000_000, "0")), /展开后过大/u],
    ["cut", normal.subarray(0, normal.length - 40), /损坏/u],
    [
      "entities",
      Buffer.from(`<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><Person><XingMing>&b;</XingMing></Person>`),
      /实体/u,
    ],
    ["page", Buffer.from("<html><table><tr><td>姓名</td></tr></table></html>"), /网页/u],
    ["empty", new Uint8Array(0), /空/u],
    ["picture", Buffer.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0]), /不能识别/u],
  ];
  for (const [name, bytes, message] of cases) {
    const reply = await upload("persons", bytes, name);
    if (reply.status === 200) {
      const view = await until((reply.json as { importId: string }).importId, "previewed", "unreadable");
      assert.match(view.trouble ?? "", message, name);
    } else {
      assert.equal(reply.status, 400, name);
      assert.match(reply.text, message, name);
    }
  }
  const refused = await upload("persons", cases[2]?.[1] ?? new Uint8Array(0), "实体.lrmx");
  assert.equal(refused.status, 400, "a form is read before it is taken in");
  const corner = await upload("persons", await cornerSheet(), "corner.xlsx");
  assert.equal(corner.status, 400, "two cells, and a claim to be the largest sheet there is");
  // Rows numbered as no program numbers them.
  const [head, one, two] = [heads, rowOf("行一", 581), rowOf("行二", 582)];
  const plain = rawRow(' r="1"', head) + rawRow(' r="2"', one) + rawRow(' r="3"', two);
  assert.deepEqual(counts(await previewed("persons", await rawSheet(plain, "A1:XFD100100"))), [2, 0, 0, 0, 0]);
  for (const claimed of ["A1:XFD1048576", "A1:B100101", "$A$1:$B$100101", "C100101"]) {
    const reply = await upload("persons", await rawSheet(plain, claimed), "claims.xlsx");
    assert.equal(reply.status, 400, claimed);
    assert.match(reply.text, /使用范围到第(?:1048576|100101)行，超过 100000 行，请删去下方多余的空行/u);
  }
  for (const [name, at] of Object.entries({
    beyond: "99999999999",
    none: "0",
    negative: "-5",
    word: "x",
    again: "2",
    back: "1",
  })) {
    const view = await previewed("persons", await rawSheet(plain.replace('r="3"', `r="${at}"`)));
    assert.equal(view.state, "unreadable", name);
    assert.match(view.trouble ?? "", /行号/u, name);
  }
  const missing = await previewed("grades", normal);
  assert.match(missing.trouble ?? "", /表头缺少：年度、等次/u);
  assert.equal(before.status, 200);
});

test("500 hostile cells: each is taken as text or refused in its row, and the server answers on", async () => {
  const hostile = Array.from({ length: 500 }, (_one, index) => hostileCell(index));
  const table = hostile.map((cell, index) => {
    const row = rowOf("何必", 600 + index);
    row[index % row.length] = cell;
    return row;
  });
  const view = await previewed("persons", await sheet([heads, ...table]));
  assert.equal(view.state, "previewed", view.trouble ?? "");
  const done = await ran(view);
  assert.equal(done.rowsNew + done.rowsChanged + done.rowsSame + done.rowsWrong, done.rowsRead);
  assert.ok(done.rowsWrong > 150 && done.rowsDone > 20, JSON.stringify(counts(done)));
  const errors = await fetch(`${world.origin}/api/imports/${view.id}/errors`, {
    headers: { cookie: await world.cookieOf(as) },
  });
  const back = (await readXlsx(new Uint8Array(await errors.arrayBuffer()))).sheets[0]?.rows ?? [];
  for (const cell of back.flat()) assert.ok(typeof cell !== "string" || !/^[=+\-@]/u.test(cell), String(cell));
});

test("one appointment or grade entered by hand is held to the same rules, column by column", async () => {
  const send = (kind: string, cells: Record<string, string>, personId = "unrecorded") =>
    world.call({
      as,
      method: "POST",
      path: `/api/persons/${personId}/records`,
      body: { key: randomUUID(), kind, cells },
    });
  const wrong = await send("appointments", { unit: "没有的局", post: "", from: "2024-02-30" });
  assert.equal(wrong.status, 422);
  for (const part of ["没有单位", "请填写职务", "不是日期"]) assert.match(wrong.text, new RegExp(part, "u"));
  const right = { unit: "青石街道办事处", post: "主任", from: "2025.3.1", kind: "提拔", leading: "是" };
  assert.deepEqual((await send("appointments", right)).json, { personId: "unrecorded", changed: true });
  assert.deepEqual((await send("appointments", right)).json, { personId: "unrecorded", changed: false });
  assert.equal((await send("grades", { year: "2024", grade: "优秀" })).status, 200);
  assert.equal((await send("grades", { year: "2024", grade: "优秀" }, "nobody")).status, 404);
  const view = (await world.call({ as, method: "GET", path: "/api/persons/unrecorded" })).json as PersonView;
  assert.deepEqual(
    [view.posts[0]?.post, view.posts[0]?.kind, view.grades[0]?.grade],
    ["主任", "promotion", "excellent"],
  );
});

test("a cancelled import writes nothing more, and cannot be run", async () => {
  const view = await previewed("persons", await sheet([heads, rowOf("卫不取", 551)]));
  const step = (what: string) =>
    world.call({ as, method: "POST", path: `/api/imports/${view.id}/${what}`, body: { key: randomUUID() } });
  assert.equal((await step("cancel")).status, 200);
  const refused = await step("run");
  assert.equal(refused.status, 422);
  assert.match(refused.text, /已取消/u);
  assert.equal(await personCalled("卫不取"), null);
});

test("an import that is cancelled while it writes keeps whole batches and no more, and the same file again brings the rest", async () => {
  const lines = Array.from({ length: 4000 }, (_one, index) =>
    [`贾${String.fromCharCode(0x4e00 + (index % 500))}`, inventedIdNumber(10_000 + index), "生态环境局", "科员"].join(
      "\t",
    ),
  );
  const list = Buffer.from(["姓名\t身份证号\t单位\t职务", ...lines].join("\n"));
  const view = await previewed("persons", list, "名单.txt");
  const step = (what: string) =>
    world.call({ as, method: "POST", path: `/api/imports/${view.id}/${what}`, body: { key: randomUUID() } });
  assert.equal((await step("run")).status, 200);
  const seen = async () =>
    (await world.call({ as, method: "GET", path: `/api/imports/${view.id}` })).json as ImportView;
  while ((await seen()).rowsDone === 0) await sleep(5);
  assert.equal((await step("cancel")).status, 200);
  const { state, rowsDone } = await seen();
  assert.equal(state, "cancelled");
  assert.ok(rowsDone > 0 && rowsDone < 4000, String(rowsDone));
  await sleep(200);
  assert.equal((await seen()).rowsDone, rowsDone, "nothing is written afterwards");
  assert.deepEqual(counts(await previewed("persons", list, "名单.txt")), [4000 - rowsDone, 0, rowsDone, 0, 0]);
});

function hostileCell(index: number): string {
  const kinds = [
    `=HYPERLINK("http://x/${index}")`,
    `+cmd|' /C calc'!A${index}`,
    `@SUM(A1:A${index})`,
    `-2+3+${index}`,
    `<script>alert(${index})</script>`,
    `'; DROP TABLE person; --${index}`,
    `{{${index}}}\${${index}}`,
    "长".repeat(100 + index),
    `\u202E倒${index}`,
    `${index}E+17`,
    `2024-13-${index}`,
    "\uD83D\uDE00".repeat(3),
    `../../etc/passwd${index}`,
    "",
    `  何必${index}  `,
    "NULL",
    `%00%0a${index}`,
    `'${index}`,
    "何必",
    `99999999999${index}`,
  ];
  return kinds[index % kinds.length] ?? "";
}

async function zipped(name: string, bytes: Buffer): Promise<Uint8Array> {
  const zip = new ZipFile();
  zip.addBuffer(bytes, name);
  zip.end();
  return buffer(zip.outputStream);
}

/** A workbook with one sheet whose rows stand as they are given; `claimed` is how large it says it is. */
async function rawSheet(rows: string, claimed = "A1:B3"): Promise<Uint8Array> {
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const packages = "http://schemas.openxmlformats.org/package/2006";
  const parts = {
    "[Content_Types].xml": `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><dimension ref="${claimed}"/><sheetData>${rows}</sheetData></worksheet>`,
  };
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return buffer(zip.outputStream);
}

const rawRow = (at: string, cells: readonly string[]) =>
  `<row${at}>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join("")}</row>`;

/** Two cells, at opposite corners of the largest sheet there is. */
async function cornerSheet(): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      {
        name: "名单",
        rows: [heads, rowOf("角落", 561)],
        cells: new Map([["1048575,200", { value: "角" }]]),
      },
    ],
  });
}

/** GB 18030 bytes of a text: by the table that the decoder has. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder("gb18030");
  const table = new Map<string, [number, number]>();
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1)
      if (low !== 0x7f) table.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return Uint8Array.from([...text].flatMap((sign) => table.get(sign) ?? [sign.charCodeAt(0)]));
}
