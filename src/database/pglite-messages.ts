// What PGlite answers with, read from PostgreSQL's protocol: its own reader takes as long over a page of rows as the database does.
import { protocol } from "@electric-sql/pglite";
import type { Answer } from "./session.ts";

/** From the text of a value to what the application sees, by the type's number. */
export type Readers = Readonly<Record<number | string, (text: string, type: number) => unknown>>;

/** The last answer among the messages. Throws the first error among them, as the database's own, with its code. */
export function answerIn(bytes: Buffer, readers: Readers): Answer {
  let columns: Column[] = [];
  let answer: Answer = { command: "", affected: 0, rows: [] };
  let rows: unknown[] = [];
  for (let at = 0, end = 0; at < bytes.length; at = end) {
    end = endOf(bytes, at);
    const kind = bytes[at];
    if (kind === kinds.error) throw errorIn(bytes.subarray(at, end));
    if (kind === kinds.columns) columns = columnsIn(bodyOf(bytes, at), readers);
    else if (kind === kinds.row) rows.push(rowIn(bytes, at + 5, columns));
    else if (kind === kinds.complete) {
      answer = { ...tagIn(bodyOf(bytes, at)), rows };
      rows = [];
    }
  }
  return answer;
}

/** The types of the parameters of a statement that was described; throws as `answerIn`. */
export function parametersIn(bytes: Buffer): number[] {
  for (let at = 0, end = 0; at < bytes.length; at = end) {
    end = endOf(bytes, at);
    if (bytes[at] === kinds.error) throw errorIn(bytes.subarray(at, end));
    if (bytes[at] !== kinds.parameters) continue;
    const body = bodyOf(bytes, at);
    return Array.from({ length: body.readInt16BE(0) }, (_, index) => body.readInt32BE(2 + 4 * index));
  }
  return [];
}

type Column = { name: string; type: number; read: Readers[string] | undefined };

/** By its letter. */
const kinds = { error: 0x45, columns: 0x54, row: 0x44, complete: 0x43, parameters: 0x74 };

/** A message is a letter, the length of all that follows it in four bytes, and the body. */
function endOf(bytes: Buffer, at: number): number {
  return at + 1 + bytes.readInt32BE(at + 1);
}

function bodyOf(bytes: Buffer, at: number): Buffer {
  return bytes.subarray(at + 5, endOf(bytes, at));
}

/** After each name, ended by a zero: table, column, type, size, modifier and format in 4, 2, 4, 2, 4 and 2 bytes. */
function columnsIn(body: Buffer, readers: Readers): Column[] {
  const columns: Column[] = [];
  for (let at = 2; at < body.length;) {
    const end = body.indexOf(0, at);
    const type = body.readInt32BE(end + 7);
    columns.push({ name: body.toString("utf8", at, end), type, read: readers[type] });
    at = end + 19;
  }
  return columns;
}

/** After the number of values, each after its length in four bytes, which is -1 for NULL. */
function rowIn(bytes: Buffer, from: number, columns: readonly Column[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  let at = from + 2;
  for (const { name, type, read } of columns) {
    const length = bytes.readInt32BE(at);
    at += 4;
    if (length < 0) {
      row[name] = null;
      continue;
    }
    const text = textIn(bytes, at, at + length);
    row[name] = read === undefined ? text : read(text, type);
    at += length;
  }
  return row;
}

/**
 * Records are full of the same short texts, kinds, levels and days: from the second time on such a text is known by its bytes, which is
 * quicker than decoding it and leaves one text in memory instead of thousands.
 */
const longestKnown = 24;
const places = 16_384;
const seen = new Int32Array(places);
const known = Array.from<{ mark: number; bytes: Uint8Array; text: string } | undefined>({ length: places });

function textIn(bytes: Buffer, from: number, to: number): string {
  if (to - from > longestKnown) return bytes.toString("utf8", from, to);
  let mark = to - from;
  for (let at = from; at < to; at += 1) mark = (Math.imul(mark, 31) + (bytes[at] ?? 0)) | 0;
  const place = mark & (places - 1);
  const there = known[place];
  if (there !== undefined && there.mark === mark && isSame(there.bytes, bytes, from, to)) return there.text;
  const text = bytes.toString("utf8", from, to);
  if (seen[place] === mark) known[place] = { mark, bytes: new Uint8Array(bytes.subarray(from, to)), text };
  else seen[place] = mark;
  return text;
}

function isSame(one: Uint8Array, bytes: Buffer, from: number, to: number): boolean {
  if (one.length !== to - from) return false;
  for (let index = 0; index < one.length; index += 1) if (one[index] !== bytes[from + index]) return false;
  return true;
}

const writing: ReadonlySet<string> = new Set(["INSERT", "UPDATE", "DELETE", "MERGE"]);

/** Such as "UPDATE 3" or "INSERT 0 5": the rows written are the last word. */
function tagIn(body: Buffer): { command: string; affected: number } {
  const words = body.toString("utf8", 0, body.length - 1).split(" ");
  const command = words[0] ?? "";
  return { command, affected: writing.has(command) ? Number(words.at(-1)) : 0 };
}

function errorIn(message: Buffer): unknown {
  let error: unknown = new Error("the database failed and does not say why");
  new protocol.Parser().parse(message, (said) => {
    error = said;
  });
  return error;
}
