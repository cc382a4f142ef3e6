// What a thread says is heard in its order, whoever is quicker, and its end after all of it.
import assert from "node:assert/strict";
import test from "node:test";
import { Worker } from "node:worker_threads";
import { readFile } from "./read/read-file.ts";
import { startSheet } from "./render/xlsx-stream.ts";
import { saidBy } from "./thread.ts";

function thread(code: string): Worker {
  return new Worker(`const { parentPort } = require("node:worker_threads"); ${code}`, { eval: true });
}

test("all that a thread said before it failed is heard, then what it failed of", async () => {
  const said = saidBy<number>(thread('parentPort.postMessage(1); parentPort.postMessage(2); throw new Error("ended")'));
  assert.equal(await said(), 1);
  // However late one comes to hear it.
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(await said(), 2);
  await assert.rejects(said(), /ended/u);
});

test("a thread that ends without a word has ended", async () => {
  await assert.rejects(saidBy(thread(""))(), /the thread has ended/u);
});

test("a thread that says nothing is waited for no longer than told, one that speaks in time is heard", async () => {
  const silent = thread("setTimeout(() => {}, 60_000)");
  const patience = { milliseconds: 50, tooLong: () => new Error("too long") };
  await assert.rejects(saidBy(silent, patience)(), /too long/u);
  await silent.terminate();
  const talking = thread('setInterval(() => parentPort.postMessage("here"), 20)');
  const said = saidBy<string>(talking, { ...patience, milliseconds: 30_000 });
  assert.deepEqual([await said(), await said()], ["here", "here"]);
  await talking.terminate();
});

test("a long file comes whole and in its order to whoever is slower than the thread that reads it", async () => {
  const rows = Array.from({ length: 30_000 }, (_, index) => `林知秋${index}\t云岭高新区某某单位${index}`);
  const read: string[] = [];
  for await (const chunk of readFile(new TextEncoder().encode(rows.join("\n")), "text")) {
    if (read.length % 5000 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    for (const { cells } of chunk) read.push(cells.join("\t"));
  }
  assert.deepEqual(read, rows);
});

test("what the making of rows fails of is thrown to whoever reads the sheet", async () => {
  async function* chunks(): AsyncGenerator<string[][]> {
    yield [["林知秋"]];
    throw new Error("no more rows");
  }
  const table = { name: "名单", title: "名单", preface: [], columns: [{ heading: "姓名", width: 12 }] };
  await assert.rejects(async () => {
    for await (const bytes of startSheet().write(table, chunks())) assert.ok(bytes.length > 0);
  }, /no more rows/u);
});

test("a sheet that is given up before its first byte is asked for leaves no thread", async () => {
  const sheet = startSheet();
  let made = 0;
  async function* chunks(): AsyncGenerator<string[][]> {
    made += 1;
    yield [["林知秋"]];
  }
  const bytes = sheet.write({ name: "名单", title: "名单", preface: [], columns: [] }, chunks());
  assert.deepEqual(await bytes.return?.(), { done: true, value: undefined });
  assert.equal(made, 0);
  // The test would not end while the thread is there.
});
