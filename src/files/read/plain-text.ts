// The words of a document as an office has it (.txt or .docx), paragraph by paragraph.
import { text as textOfStream } from "node:stream/consumers";
import { Unreadable } from "./format.ts";
import { decoded } from "./lrm.ts";
import { entriesOf } from "./sheets-of.ts";
import { textEmpty, textOfOtherKind, textTooLarge, textBroken, textNotWord } from "./words.ts";

/** A law is some hundred kilobytes of XML; more is something else. */
const longestDocument = 20_000_000;

/** One paragraph a line. Throws Unreadable. */
export async function readPlainText(bytes: Uint8Array): Promise<string> {
  const head = Buffer.from(bytes.subarray(0, 512));
  const text = head.toString("latin1", 0, 4) === "PK\u0003\u0004" ? await ofDocx(bytes) : ofText(bytes, head);
  const lines = text
    .replace(/^\uFEFF/u, "")
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trimEnd());
  const read = lines.join("\n").trim();
  if (read === "") throw new Unreadable(textEmpty);
  return read;
}

function ofText(bytes: Uint8Array, head: Buffer): string {
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
    for await (const { name, size, stream } of entriesOf(bytes)) {
      if (name !== "word/document.xml") continue;
      if (size > longestDocument) throw new Unreadable(textTooLarge);
      return paragraphsOf(await textOfStream(await stream()));
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(textBroken);
  }
  throw new Unreadable(textNotWord);
}

/** What stands in w:t, with tabs and breaks; each w:p is a line. */
function paragraphsOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(tab|br|cr)\b[^>]*\/>|(<\/w:p>)/gu)]
    .map(([, text, space, end]) => (end !== undefined ? "\n" : space === "tab" ? "\t" : (text ?? "\n")))
    .map(unescaped)
    .join("");
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu,
    (whole, hex?: string, decimal?: string, name?: string) => {
      const code = hex === undefined ? (decimal === undefined ? null : Number(decimal)) : Number.parseInt(hex, 16);
      if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : "";
      return entities[name ?? ""] ?? whole;
    },
  );
}
