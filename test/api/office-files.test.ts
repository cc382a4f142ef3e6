// Files as offices really send them, each with what has to come of it: who is read, what is said, what an import would do.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { z } from "zod";
import type { ImportRowView, ImportView } from "#imports/contract.ts";
import type { namesRead } from "#lists/contract.ts";
import { inTransaction } from "#database/database.ts";
import { addOrganization } from "#registry/rows/organizations.ts";
import { addPersons } from "#registry/rows/persons.ts";
import { openWorld, persons } from "./world.ts";
import type { Reply } from "./world.ts";

const world = await openWorld();
const as = "personnel-officer" as const;
const fileOf = (name: string) => readFileSync(path.join(import.meta.dirname, "../cases", name));
const headers = { "content-type": "application/octet-stream" };

const units = {
  emergency: "云岭高新区应急管理局",
  ecology: "云岭高新区生态环境局",
} as const;
const known = {
  ...persons.unrecorded,
  id: "known-jiang",
  name: "姜雅瑜",
  idNumber: "990181198405100026",
  organizationId: "ecology",
};
await inTransaction(world.app.database, { jurisdictionId: world.app.jurisdictionId, accountId: null }, async (trx) => {
  for (const [id, name] of Object.entries(units))
    await addOrganization(trx, { id, parentId: null, name, kind: "government", managedBy: "zone" });
  await addPersons(trx, world.app.keys, [known]);
});

type Read = z.output<typeof namesRead>;

async function listIn(name: string): Promise<Reply> {
  return world.call({
    as,
    method: "POST",
    path: "/api/lists/file",
    body: new Blob([new Uint8Array(fileOf(name))]),
    headers,
  });
}

const wordsOf = ({ people }: Read) =>
  people.map(({ name, unit, idNumber, level, notes }) =>
    [name, unit, idNumber, level ?? "", ...notes].join("|").replace(/\|+$/u, ""),
  );

const ecology = units.ecology;
const group = "云岭高新区群团工作部";
for (const [file, people, notRead] of [
  [
    "01-two-name-columns.xlsx",
    [`丁昊|${units.emergency}`, `姜雅瑜|${ecology}`, "丁海玲|云岭高新区农业农村和水务局", `刘淑洁|${group}`],
    [],
  ],
  ["03-second-sheet-other-columns.xlsx", [`丁昊|${units.emergency}`, `姜雅瑜|${ecology}`, `刘淑洁|${group}`], []],
  ["05-second-sheet-same-headings.xlsx", [`丁昊|${units.emergency}`, `姜雅瑜|${ecology}`], []],
  ["06-id-as-number.xlsx", [`姜雅瑜|${ecology}|||number-spoilt`, `刘淑洁|${group}|||number-spoilt`], []],
  ["07-id-full-width-blanks-apostrophe.xlsx", [`姜雅瑜|${ecology}|||number-invalid`], []],
  [
    "09-id-placeholders.xlsx",
    [`姜雅瑜|${ecology}`, `刘淑洁|${group}`, "段思芳|云岭高新区自然资源和规划局|||number-masked"],
    [],
  ],
  ["11-id-validity-column-first.xlsx", [`姜雅瑜|${ecology}|990181198405100026`], []],
  ["13-citizen-number-heading.xlsx", ["李静||990181197009240022"], []],
  ["14-heading-cadre-name.xlsx", [`姜雅瑜|${ecology}`], []],
  ["15-heading-name-required.xlsx", [`姜雅瑜|${ecology}`], []],
  ["17-name-with-sex-beside.xlsx", [`姜雅瑜|${ecology}`, `刘淑洁|${group}`], []],
  ["19-level-everyday-words.xlsx", [`丁昊|${units.emergency}||乡科级副职`, `姜雅瑜|${ecology}||乡科级正职`], []],
  ["20-dots.xlsx", Array.from({ length: 5 }, () => "买买提·吐尔逊"), []],
  ["23-csv-quoted.csv", [`姜雅瑜|${ecology}|990181198405100026`], []],
  ["24-csv-quoted-nine-columns.csv", [`姜雅瑜|${ecology}`, "丁国宁|鹤鸣街道办事处", `丁昊|${units.emergency}`], []],
  ["27-unicode-text.txt", [`姜雅瑜|${ecology}`], []],
  ["28-single-blanks.txt", [`姜雅瑜|${ecology}`], []],
  ["29-numbered.txt", ["姜雅瑜", "丁国宁", "刘淑洁"], []],
  ["33-backslash-paths.xlsx", [`姜雅瑜|${ecology}`], []],
  ["35-two-sections-name-brackets.txt", ["姜雅瑜|党工委委员、管委会副主任", "刘淑洁|主任;党组书记"], []],
  ["57-first-sheet-other-heading.xlsx", [`姜雅瑜|${ecology}`, `刘淑洁|${group}`, `丁昊|${units.emergency}`], []],
  ["90-hidden-sheet.xls", [`姜雅瑜|${ecology}`], ["hidden-sheet"]],
] as const)
  test(`a list: ${file}`, async () => {
    const reply = await listIn(file);
    assert.equal(reply.status, 200, reply.text);
    const read = reply.json as Read;
    assert.deepEqual(wordsOf(read), people);
    assert.deepEqual(
      read.notRead.map(({ why }) => why),
      notRead,
    );
  });

test("a list in the old XML format is told how to be saved, not that a form is broken", async () => {
  const reply = await listIn("34-xml-spreadsheet-2003.xls");
  assert.equal(reply.status, 400);
  assert.match(reply.text, /另存为“Excel 工作簿/u);
  assert.doesNotMatch(reply.text, /Person|任免/u);
});

async function imported(name: string): Promise<{ view: ImportView; rows: ImportRowView[] }> {
  const reply = await world.call({
    as,
    method: "POST",
    path: `/api/imports/files?kind=persons&name=${encodeURIComponent(name)}`,
    body: new Blob([new Uint8Array(fileOf(name))]),
    headers,
  });
  assert.equal(reply.status, 200, reply.text);
  const { importId } = reply.json as { importId: string };
  for (;;) {
    const view = (await world.call({ as, method: "GET", path: `/api/imports/${importId}` })).json as ImportView;
    if (view.state !== "reading") {
      const { json } = await world.call({
        as,
        method: "POST",
        path: `/api/imports/${importId}/rows`,
        body: { outcome: null, limit: 200 },
      });
      return { view, rows: (json as { rows: ImportRowView[] }).rows };
    }
    await sleep(20);
  }
}

const told = ({ name, outcome, detail }: ImportRowView) =>
  [
    outcome,
    name,
    ...detail.problems.map(({ column }) => column),
    ...detail.changes.map(({ column, after }) => `${column}=${after}`),
  ].join(" ");

for (const [file, expected] of [
  ["36-import-two-blocks.xlsx", [/^error/u, /^new 双栏甲/u]],
  ["40-import-name-with-blank.xlsx", [/^new .*姓名=张弋四（/u]],
  ["42-import-blank-renames.xlsx", [/^same/u]],
  ["43-import-date-number-two-decimals.xlsx", [/^new 测日期一/u]],
  ["45-import-unit-wrapped.xlsx", [/^new 测换行一 .*单位=云岭高新区应急管理局/u]],
  ["47-import-quoted.csv", [/^new /u]],
  ["49-import-post-before-birth.xlsx", [/^error 测早任一 任现职时间/u]],
  ["50-jiusan.lrmx", [/^new 测党派一/u]],
  ["53-gb2312.lrmx", [/^new 测/u]],
  ["54-grades-in-a-sentence.lrmx", [/^new 测考核一 .*2022年称职.*2023年称职.*2024年称职/u]],
  ["55-editor.lrm", [/^error \S+ 身份证号$/u]],
  ["91-date-format-31.xls", [/^new 日期戊一/u]],
] as const)
  test(`an import: ${file}`, async () => {
    const { view, rows } = await imported(file);
    assert.equal(view.state, "previewed", JSON.stringify(view));
    assert.equal(rows.length, expected.length, rows.map(told).join("\n"));
    for (const [index, pattern] of expected.entries()) {
      const row = rows[index];
      assert.ok(row !== undefined);
      assert.match(told(row), pattern);
    }
  });

test("what is imported is what the file shows: October, and a member of 九三学社", async () => {
  for (const file of ["43-import-date-number-two-decimals.xlsx", "50-jiusan.lrmx", "40-import-name-with-blank.xlsx"]) {
    const { view } = await imported(file);
    const run = await world.call({
      as,
      method: "POST",
      path: `/api/imports/${view.id}/run`,
      body: { key: randomUUID() },
    });
    assert.equal(run.status, 200, run.text);
    for (let tries = 0; tries < 300; tries += 1) {
      const { json } = await world.call({ as, method: "GET", path: `/api/imports/${view.id}` });
      if ((json as ImportView).state === "done") break;
      await sleep(20);
    }
  }
  const called = async (name: string) => {
    const { json } = await world.call({ as, method: "POST", path: "/api/persons/search", body: { query: name } });
    const [found] = (json as { rows: { personId: string }[] }).rows;
    assert.ok(found !== undefined, name);
    return JSON.stringify((await world.call({ as, method: "GET", path: `/api/persons/${found.personId}` })).json);
  };
  assert.match(await called("测日期一"), /2024-10-01/u);
  assert.match(await called("测党派一"), /九三学社|"10"/u);
  assert.match(await called("张弋四"), /张弋四/u);
  assert.match(await called("张 弋四"), /张弋四/u);
});
