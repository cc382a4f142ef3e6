// One list from file to sheet in a process that has done nothing else; prints how long it took and the most memory it held, as JSON.
// Without a place of data: the same list read and the same sheet written alone.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { answerList } from "#app/eligibility-list.ts";
import { nameRows } from "#app/names-file.ts";
import { readFile } from "#documents/read/read-file.ts";
import { streamXlsx } from "#documents/render/xlsx-stream.ts";
import { openDatabase } from "#store/database.ts";
import type { Place } from "#store/database.ts";
import { actorOf } from "../test/database/people.ts";
import { withPeak } from "./peak.ts";
import { appOfZone } from "./zone.ts";

export type Measured = { seconds: number; reading: number; peak: number; grown: number; size: number };

const [listFile = "", sheetFile = "", told] = process.argv.slice(2);
const list = readFileSync(listFile);
const most = 1_000_000;
console.log(JSON.stringify(told === undefined ? await alone() : await answered(JSON.parse(told) as Required<Place>))); // from the bench alone

async function answered(place: Required<Place>): Promise<Measured> {
  const database = await openDatabase(place);
  const app = await appOfZone(database, place.dataFolder);
  const question = { purpose: "promotion", date: "2024-12-31", year: null, toLevel: null };
  let reading = 0;
  const whole = await withPeak(async () => {
    const begun = performance.now();
    const done = await answerList(app, actorOf("asker", ["personnel-officer"]), question, list, most);
    assert.equal(done.type, "done");
    reading = (performance.now() - begun) / 1000;
    return done.type === "done" ? bytesOf(done.answer) : new Uint8Array(0);
  });
  await database.close();
  writeFileSync(sheetFile, whole.done);
  const { done: bytes, ...measured } = whole;
  return { ...measured, reading, size: bytes.length };
}

async function alone(): Promise<Measured> {
  const rows: string[][] = [];
  for await (const chunk of readFile(readFileSync(sheetFile), "xlsx")) for (const { cells } of chunk) rows.push(cells);
  const headings = rows.find(([first]) => first === "序号") ?? [];
  const columns = headings.map((heading) => ({ heading, width: 20 }));
  const table = { name: "核查结果", title: "", preface: [], columns };
  async function* chunks() {
    for (let from = 0; from < rows.length; from += 2000) yield rows.slice(from, from + 2000);
  }
  const read = await withPeak(async () => {
    let count = 0;
    for await (const some of nameRows(list, most)) count += some.length;
    return count;
  });
  const written = await withPeak(() => bytesOf(streamXlsx(table, chunks())));
  const { done: bytes, ...measured } = written;
  return { ...measured, seconds: read.seconds + measured.seconds, reading: read.seconds, size: bytes.length };
}

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}
