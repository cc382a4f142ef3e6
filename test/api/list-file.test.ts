// A list in a file, answered as a sheet: the same answers as by the screen, each row in its place, and nothing half said.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { maxRows } from "#server/contract/streams.ts";
import { readFile } from "#files/read/read-file.ts";
import { renderXlsx } from "#files/render/xlsx.ts";
import { createServer } from "#server/server.ts";
import { openDatabase } from "#database/database.ts";
import type { Database } from "#database/database.ts";
import { jurisdictionId } from "../../bench/many-persons.ts";
import { appOfZone, signInAsker } from "../../bench/zone.ts";
import { prepareData } from "../prepared.ts";
import { fillZone } from "./lists.ts";

const persons = 300;
const dataFolder = mkdtempSync(path.join(os.tmpdir(), "wenze-list-file-"));
let database: Database;
let server: Awaited<ReturnType<typeof createServer>>;
let origin = "";
let cookie = "";
let names: { id: string; name: string; unit: string }[] = [];

before(async () => {
  await prepareData(dataFolder);
  database = await openDatabase({ dataFolder });
  names = await fillZone(database, dataFolder, persons);
  server = await createServer(await appOfZone(database, dataFolder), { pages: null, requestsPerMinute: 1e6 });
  origin = await server.listen({ host: "127.0.0.1", port: 0 });
  cookie = await signInAsker(origin);
});

after(async () => {
  await server.close();
  await database.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

const promotion = "purpose=promotion&date=2024-12-31";

async function send(
  bytes: Uint8Array<ArrayBuffer> | string,
  question = promotion,
  signal?: AbortSignal,
): Promise<Response> {
  const headers = { cookie, "content-type": "application/octet-stream" };
  return fetch(`${origin}/api/eligibility/list?${question}`, {
    method: "POST",
    headers,
    body: bytes,
    ...(signal && { signal }),
  });
}

async function sheetIn(response: Response): Promise<string[][]> {
  assert.equal(response.status, 200, response.status === 200 ? "" : await response.text());
  const rows: string[][] = [];
  for await (const chunk of readFile(new Uint8Array(await response.arrayBuffer()), "xlsx"))
    for (const { cells } of chunk) rows.push(cells);
  return rows;
}

/** The rows below the headings, without the total. */
function answersIn(rows: readonly string[][]): string[][] {
  const headings = rows.findIndex(([first]) => first === "序号");
  return rows.slice(headings + 1).filter(([first]) => /^\d+$/u.test(first ?? ""));
}

async function fileOf(rows: string[][], headings = ["姓名", "单位", "职务层次"]): Promise<Uint8Array<ArrayBuffer>> {
  const columns = headings.map((heading) => ({ heading, width: 20 }));
  return new Uint8Array(await renderXlsx({ name: "名单", title: "拟提拔名单", preface: [], columns, rows }));
}

async function logged(): Promise<{ names: number; persons: string[]; hash: string }[]> {
  const { rows } = await sql<{ body: string; hash: string }>`SELECT body, hash FROM audit_entry
    WHERE jurisdiction_id = ${jurisdictionId} AND kind = 'export' AND what = 'eligibility' ORDER BY at, seq`.execute(
    database.kysely,
  );
  return rows.map(({ body, hash }) => ({ ...(JSON.parse(body) as { names: number; persons: string[] }), hash })); // its own entries
}

test("a list in a file is answered as the same list on the screen, each row with the serial of its entry", async () => {
  const asked = names.map(({ name, unit }, index) => ({
    name,
    unit: index % 7 === 0 ? "" : unit,
    toLevel: index % 3 === 0 ? "乡科级正职" : null,
  }));
  asked.splice(5, 0, { name: "查无此", unit: "", toLevel: null });
  const file = await fileOf(asked.map(({ name, unit, toLevel }) => [name, unit, toLevel ?? ""]));
  for (const question of [promotion, "purpose=honours&year=2023"]) {
    const rows = await sheetIn(await send(file, question));
    const { serial: _serial, ...body } = {
      serial: "",
      purpose: "",
      date: null,
      year: null,
      ...Object.fromEntries(new URLSearchParams(question)),
    };
    const screen = await fetch(`${origin}/api/eligibility/export`, {
      method: "POST",
      headers: { cookie, "content-type": "application/json" },
      body: JSON.stringify({ ...body, year: body.year === null ? null : Number(body.year), names: asked }),
    });
    const said = answersIn(await sheetIn(screen));
    const answers = answersIn(rows);
    assert.deepEqual(
      answers.map((row) => row.slice(1, 8)),
      said.map((row) => row.slice(1, 8)),
    );
    const entry = (await logged()).findLast(
      (one) => one.names === asked.length && answers[0]?.[8] === one.hash.slice(0, 16),
    );
    assert.ok(entry !== undefined, "every row leads to the entry of the log");
    assert.ok(answers.every((row) => row[8] === entry.hash.slice(0, 16)));
    assert.match(rows.at(-1)?.join(" ") ?? "", new RegExp(`合计 ${asked.length} 人：`, "u"));
  }
});

test("a row that cannot be asked about says why in its place, and the others are answered", async () => {
  const [one, two] = names.slice(10);
  assert.ok(one !== undefined && two !== undefined);
  const rows = answersIn(
    await sheetIn(
      await send(
        await fileOf([
          [one.name, one.unit, ""],
          ["", one.unit, ""],
          [two.name, two.unit, "特级"],
          [two.name, two.unit, ""],
        ]),
      ),
    ),
  );
  assert.deepEqual(
    rows.map((row) => row[3] === "未核查" || row[3] === "未读取"),
    [false, true, true, false],
  );
  assert.match(rows[1]?.[7] ?? "", /这一行没有姓名/u);
  assert.match(rows[2]?.[7] ?? "", /没有“特级”这一职务层次/u);
});

test("a text without headings is read as it would be pasted", async () => {
  const [one, two] = names.slice(20);
  assert.ok(one !== undefined && two !== undefined);
  const rows = answersIn(await sheetIn(await send(`1\t${one.name}\t${one.unit}\n2\t${two.name}\t${two.unit}\n\n`)));
  assert.deepEqual(
    rows.map((row) => row.slice(1, 3)),
    [
      [one.name, one.unit],
      [two.name, two.unit],
    ],
  );
});

test("what is wrong with the question or the file is said at once, and nothing is made", async () => {
  const before = (await logged()).length;
  const file = await fileOf([["某某", "", ""]]);
  const cases: [Uint8Array<ArrayBuffer> | string, string, RegExp][] = [
    [file, "purpose=promotion", /请填写存在的日期/u],
    [file, "purpose=promotion&date=2024-02-30", /请填写存在的日期/u],
    [file, "purpose=honours", /请填写年度/u],
    [file, "purpose=anything&date=2024-12-31", /purpose/u],
    [file, `${promotion}&toLevel=特级`, /没有“特级”这一职务层次/u],
    [new Uint8Array(0), promotion, /文件是空的/u],
    [file.slice(0, file.length / 2), promotion, /损坏|另存/u],
    [await fileOf([]), promotion, /没有姓名/u],
    [`姓名\n${"某某\n".repeat(maxRows + 1)}`, promotion, /超过100000人/u],
  ];
  for (const [bytes, question, message] of cases) {
    const response = await send(bytes, question);
    assert.equal(response.status, 400, question);
    assert.match(await response.text(), message);
  }
  assert.equal((await logged()).length, before);
});

test("whoever asks is not answered about themselves", async () => {
  const own = names[30];
  assert.ok(own !== undefined);
  await sql`UPDATE account SET person_id = ${own.id} WHERE jurisdiction_id = ${jurisdictionId} AND id = 'asker'`.execute(
    database.kysely,
  );
  try {
    const response = await send(
      await fileOf([
        [names[31]?.name ?? "", "", ""],
        [own.name, own.unit, ""],
      ]),
    );
    assert.equal(response.status, 200);
    const rows = await sheetIn(response);
    assert.ok(rows.some((cells) => cells.includes(own.name) && cells.includes("回避")));
    assert.ok(rows.some((cells) => cells.includes(names[31]?.name ?? "") && !cells.includes("回避")));
  } finally {
    await sql`UPDATE account SET person_id = NULL WHERE jurisdiction_id = ${jurisdictionId} AND id = 'asker'`.execute(
      database.kysely,
    );
  }
});

test("a list that is given up leaves no thread at work and no entry of what was not answered", async () => {
  const before = (await logged()).length;
  const times = 200;
  const stop = new AbortController();
  const response = await send(
    `姓名\t单位\n${names
      .map(({ name, unit }) => `${name}\t${unit}\n`)
      .join("")
      .repeat(times)}`,
    promotion,
    stop.signal,
  );
  assert.equal(response.status, 200);
  await response.body?.getReader().read();
  stop.abort();
  // What was begun is brought to its end; nothing is begun after it.
  const given = async () => (await logged()).length - before;
  while ((await given()) === 0) await sleep(50);
  await sleep(500);
  // 2,500 names make a part.
  const parts = Math.ceil((names.length * times) / 2500);
  assert.ok((await given()) < parts / 2, `${await given()} of ${parts} parts`);
  assert.equal(answersIn(await sheetIn(await send(await fileOf([[names[0]?.name ?? "", "", ""]])))).length, 1);
});
