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
  for (const { kind, body, whole } of messagesIn(bytes)) {
    if (kind === "E") throw errorIn(whole);
    if (kind === "T") columns = columnsIn(body, readers);
    else if (kind === "D") rows.push(rowIn(body, columns));
    else if (kind === "C") {
      answer = { ...tagIn(body), rows };
      rows = [];
    }
  }
  return answer;
}

/** The types of the parameters of a statement that was described; throws as `answerIn`. */
export function parametersIn(bytes: Buffer): number[] {
  for (const { kind, body, whole } of messagesIn(bytes)) {
    if (kind === "E") throw errorIn(whole);
    if (kind === "t") return Array.from({ length: body.readInt16BE(0) }, (_, index) => body.readInt32BE(2 + 4 * index));
  }
  return [];
}

type Column = { name: string; type: number; read: Readers[string] | undefined };
type Message = { kind: string; body: Buffer; whole: Buffer };

/** A letter, the length of all that follows it in four bytes, and the body. */
function* messagesIn(all: Buffer): Generator<Message> {
  for (let at = 0; at < all.length;) {
    const end = at + 1 + all.readInt32BE(at + 1);
    yield { kind: String.fromCharCode(all[at] ?? 0), body: all.subarray(at + 5, end), whole: all.subarray(at, end) };
    at = end;
  }
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

/** Each value after its length in four bytes, which is -1 for NULL. */
function rowIn(body: Buffer, columns: readonly Column[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  let at = 2;
  for (const { name, type, read } of columns) {
    const length = body.readInt32BE(at);
    at += 4;
    if (length < 0) {
      row[name] = null;
      continue;
    }
    const text = body.toString("utf8", at, at + length);
    row[name] = read === undefined ? text : read(text, type);
    at += length;
  }
  return row;
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
