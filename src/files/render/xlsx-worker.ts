// Writes a table row by row in a thread of its own; rows are asked for when those before begin to be written.
import { parentPort } from "node:worker_threads";
import { writeXlsxStream } from "hucre/xlsx";
import { neutralised } from "./xlsx.ts";
import type { FromWriter, StreamedTable, ToWriter } from "./xlsx-stream.ts";

if (parentPort === null) throw new Error("this file runs as a thread");
const parent = parentPort;
const messages: ToWriter[] = [];
let hear = () => {};
parent.on("message", (message: ToWriter) => {
  messages.push(message);
  hear();
});

async function nextMessage(): Promise<ToWriter> {
  for (;;) {
    const message = messages.shift();
    if (message !== undefined) return message;
    await new Promise<void>((resolve) => (hear = resolve));
  }
}

async function* rows(table: StreamedTable): AsyncGenerator<string[]> {
  yield [table.title];
  for (const { label, text } of table.preface) yield [label, text].map(neutralised);
  yield [];
  yield table.columns.map(({ heading }) => neutralised(heading));
  post({ type: "more" });
  for (;;) {
    const message = await nextMessage();
    if (message.type !== "rows") return;
    post({ type: "more" });
    for (const row of message.rows) yield row.map(neutralised);
  }
}

function post(message: FromWriter): void {
  parent.postMessage(message);
}

const first = await nextMessage();
if (first.type !== "table") throw new Error("the table was not told");
const { table } = first;
const stream = writeXlsxStream(rows(table), {
  name: table.name,
  columns: table.columns.map(({ width }) => ({ width, numFmt: "@" })),
  freezePane: { rows: table.preface.length + 3 },
});
for await (const bytes of stream) post({ type: "bytes", bytes });
post({ type: "whole" });
parent.close();
