// Reads a file in a thread of its own, some chunks ahead of whoever takes them: a hostile file then costs no more than that thread.
import os from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { findUnfitReasonOfBytes } from "#matters/file-content.ts";
import { fileFormats, Unreadable } from "./format.ts";
import type { FileFormat } from "./format.ts";
import { readPlainText } from "./plain-text.ts";
import { rowLimit, rowsIn } from "./sheet-rows.ts";
import type { FileRow } from "./sheet-rows.ts";
import { readingTooLarge, sheetTooFar, unfitFiles } from "./words.ts";
import { lastRowClaimed } from "./xlsx-rows.ts";

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const shapeOfTask = z.discriminatedUnion("type", [
  z.object({ type: z.literal("check"), bytes, format: z.enum(fileFormats) }),
  z.object({
    type: z.literal("rows"),
    bytes,
    format: z.enum(fileFormats),
    /** Otherwise it is checked before the first row. */
    checked: z.boolean(),
  }),
  z.object({ type: z.literal("words"), bytes }),
]);
export type Task = z.output<typeof shapeOfTask>;

export type Said =
  | { type: "rows"; rows: FileRow[] }
  | { type: "words"; text: string }
  | { type: "end" }
  | { type: "unreadable"; message: string };

/** Rows of a chunk, and characters after which it is full however few they are. */
const chunkSize = 500;
const fullChunk = 250_000;
/** Characters that wait to be taken, beyond which reading waits: a list of 20,000 names, or two full chunks. */
const maxAhead = 500_000;
/** Characters of a list that somebody waits for, who holds all of it: a hundred thousand rows of three hundred each. */
const mostCharacters = 30_000_000;

if (parentPort === null) throw new Error("this file runs as a thread");
const parent = parentPort;

// Pages go first. Where there are no threads with a priority of their own it would be that of the whole process.
if (process.platform === "linux") os.setPriority(10);

/** The characters of each chunk that is not taken yet. */
const ahead: number[] = [];
let taken = () => {};
parent.on("message", () => {
  ahead.shift();
  taken();
});

async function perform(task: Task): Promise<Said> {
  try {
    if (task.type === "words") send({ type: "words", text: await readPlainText(task.bytes) });
    else if (task.type === "check") await check(task.bytes, task.format);
    else {
      if (!task.checked) await check(task.bytes, task.format);
      await sendRows(task.bytes, task.format, task.checked ? Number.POSITIVE_INFINITY : mostCharacters);
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { type: "unreadable", message: error.message };
  }
  return { type: "end" };
}

/** A form is small: it is read before it is taken in. A sheet of 100,000 rows is read once, into its preview. */
async function check(bytes: Uint8Array, format: FileFormat): Promise<void> {
  if (format === "lrmx" || format === "lrm") for await (const _row of rowsIn(bytes, format));
  if (format !== "xlsx") return;
  const unfit = await findUnfitReasonOfBytes(bytes);
  if (unfit !== null) throw new Unreadable(unfitFiles[unfit]);
  // Refused before it is taken in, whether the rows are there or only claimed.
  const last = await lastRowClaimed(bytes);
  if (last > rowLimit) throw new Unreadable(sheetTooFar(last));
}

async function sendRows(bytes: Uint8Array, format: FileFormat, most: number): Promise<void> {
  let rows: FileRow[] = [];
  let length = 0;
  let sum = 0;
  for await (const row of rowsIn(bytes, format)) {
    rows.push(row);
    for (const cell of row.cells) length += cell.length;
    if (rows.length < chunkSize && length < fullChunk) continue;
    sum += length;
    if (sum > most) throw new Unreadable(readingTooLarge);
    await post(rows, length);
    rows = [];
    length = 0;
  }
  if (rows.length > 0) await post(rows, length);
}

async function post(rows: FileRow[], length: number): Promise<void> {
  send({ type: "rows", rows });
  ahead.push(length);
  while (ahead.reduce((sum, one) => sum + one, 0) > maxAhead) await new Promise<void>((resolve) => (taken = resolve));
}

function send(said: Said): void {
  parent.postMessage(said);
}

send(await perform(shapeOfTask.parse(workerData)));
parent.close();
