// A list from file to sheet, six times, in a process that has done nothing else: the first as after a start, the others as at work. Prints how
// long they took and the most memory it held, as JSON. Without a place of data: the same list read and the same sheet written alone.

import assert from "node:assert/strict";
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { answerList } from "#eligibility/uses/eligibility-list.ts";
import { readList } from "#lists/uses/list-file.ts";
import { readFile } from "#files/read/read-file.ts";
import { startSheet } from "#files/render/xlsx-stream.ts";
import { openDatabase } from "#database/database.ts";
import type { Place } from "#database/database.ts";
import { actorOf } from "../test/database/people.ts";
import { withPeak } from "./peak.ts";
import { appOfZone } from "./zone.ts";

/** Seconds; `reading` until all is read (and matched). */
export type Round = { seconds: number; reading: number };
/** `atWork` is the median of five. Megabytes held at most, and before anything began; `size` of the sheet in bytes. */
export type Measured = { first: Round; atWork: Round; peak: number; before: number; size: number };

const [listFile = "", sheetFile = "", told] = process.argv.slice(2);
const list = readFileSync(listFile);
const most = 1_000_000;
console.log(JSON.stringify(told === undefined ? await alone() : await answered(JSON.parse(told) as Required<Place>))); // from the bench alone

async function answered(place: Required<Place>): Promise<Measured> {
  const database = await openDatabase(place);
  const app = await appOfZone(database, place.dataFolder);
  const question = { purpose: "promotion", date: "2024-12-31", year: null, toLevel: null };
  const measured = await sixTimes(async () => {
    const begun = performance.now();
    const done = await answerList(app, actorOf("asker", ["personnel-officer"]), question, list, most);
    assert.equal(done.type, "done");
    const reading = (performance.now() - begun) / 1000;
    return { reading, size: done.type === "done" ? await written(done.answer, sheetFile) : 0 };
  });
  await database.close();
  return measured;
}

async function alone(): Promise<Measured> {
  const rows: string[][] = [];
  for await (const chunk of readFile(readFileSync(sheetFile), "xlsx")) for (const { cells } of chunk) rows.push(cells);
  const headings = rows.find(([first]) => first === "序号") ?? [];
  const columns = headings.map((heading) => ({ heading, width: 20 }));
  const table = { name: "核查结果", title: "", preface: [], columns };
  async function* chunks() {
    for (let from = 0; from < rows.length; from += 2500) yield rows.slice(from, from + 2500);
  }
  return sixTimes(async () => {
    const begun = performance.now();
    let count = 0;
    for await (const some of readList(list, most)) count += some.length;
    assert.ok(count > 0);
    const reading = (performance.now() - begun) / 1000;
    return { reading, size: await written(startSheet().write(table, chunks()), `${sheetFile}.alone`) };
  });
}

async function sixTimes(work: () => Promise<{ reading: number; size: number }>): Promise<Measured> {
  const first = await withPeak(work);
  const others: (typeof first)[] = [];
  while (others.length < 5) others.push(await withPeak(work));
  others.sort((a, b) => a.seconds - b.seconds);
  const median = others[2] ?? first;
  const roundOf = ({ seconds, done }: typeof first) => ({ seconds, reading: done.reading });
  return {
    first: roundOf(first),
    atWork: roundOf(median),
    peak: Math.max(first.peak, ...others.map(({ peak }) => peak)),
    before: first.peak - first.grown,
    size: median.done.size,
  };
}

/** Answers with how many bytes came. */
async function written(stream: AsyncIterable<Uint8Array>, file: string): Promise<number> {
  const opened = openSync(file, "w");
  let size = 0;
  for await (const bytes of stream) size += writeSync(opened, bytes);
  closeSync(opened);
  return size;
}
