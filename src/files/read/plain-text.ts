// The words of a document as an office has it (.txt or .docx), paragraph by paragraph.
import type { Readable } from "node:stream";
import { Unreadable } from "./format.ts";
import { decoded } from "./encoding.ts";
import { textEmpty, textOfOtherKind, textTooLarge, textBroken, textNotWord } from "./words.ts";
import { xmlReader } from "./xml-text.ts";
import { partsOf } from "./zip-parts.ts";

/** A law is some hundred kilobytes of text, and ten times that in XML; more is something else. */
const longestDocument = 20_000_000;
const longestText = 5_000_000;

/** One paragraph a line. Throws Unreadable. */
export async function readPlainText(bytes: Uint8Array): Promise<string> {
  const head = Buffer.from(bytes.subarray(0, 512));
  const text = head.toString("latin1", 0, 4) === "PK\u0003\u0004" ? await ofDocx(bytes) : ofText(bytes, head);
  const lines = text
    .replace(/^\uFEFF/u, "")
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trimEnd());
  const read = lines.join("\n").trim();
  if (read.length > longestText) throw new Unreadable(textTooLarge);
  if (read === "") throw new Unreadable(textEmpty);
  return read;
}

function ofText(bytes: Uint8Array, head: Buffer): string {
  if (bytes.length > longestDocument) throw new Unreadable(textTooLarge);
  const mark = head.toString("latin1", 0, 2);
  if (mark === "\u00FF\u00FE") return new TextDecoder("utf-16le").decode(bytes);
  if (mark === "\u00FE\u00FF") return new TextDecoder("utf-16be").decode(bytes);
  if (
    head.includes(0) ||
    head.toString("latin1", 0, 5) === "%PDF-" ||
    head.toString("latin1", 0, 4) === "\u00D0\u00CF\u0011\u00E0"
  )
    throw new Unreadable(textOfOtherKind);
  return decoded(bytes);
}

async function ofDocx(bytes: Uint8Array): Promise<string> {
  try {
    const document = (await partsOf(bytes)).find(({ name }) => name === "word/document.xml");
    if (document === undefined) throw new Unreadable(textNotWord);
    if (document.size > longestDocument) throw new Unreadable(textTooLarge);
    return await paragraphsOf(await document.stream());
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(textBroken);
  }
}

/** What stands in w:t, with tabs and breaks; each w:p is a line. Where tabs stop is no text. */
async function paragraphsOf(stream: Readable): Promise<string> {
  const pieces: string[] = [];
  let isText = false;
  let settings = 0;
  const reader = xmlReader({
    open: (name) => {
      isText = name === "t";
      if (name === "pPr") settings += 1;
      if (settings === 0 && name === "tab") pieces.push("\t");
      if (settings === 0 && (name === "br" || name === "cr")) pieces.push("\n");
    },
    text: (piece) => {
      if (isText) pieces.push(piece);
    },
    close: (name) => {
      isText = false;
      if (name === "pPr") settings -= 1;
      if (name === "p") pieces.push("\n");
    },
  });
  for await (const piece of stream.setEncoding("utf8")) reader.write(String(piece).replace(/^\uFEFF/u, ""));
  reader.end();
  return pieces.join("");
}
