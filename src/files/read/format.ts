// Which of the formats that are imported a file has, told by its own bytes.
import { beginning } from "./encoding.ts";
import { fileIsWebPage, fileIsXmlSheet, fileUnknown, formBegins } from "./words.ts";

export const fileFormats = ["xlsx", "xls", "lrmx", "lrm", "text"] as const;
export type FileFormat = (typeof fileFormats)[number];

/** A file that cannot be read, with what to do, for the person who sent it. */
export class Unreadable extends Error {}

/** A row of a sheet before its cells are texts; `row` as rowNumber counts, null where no sheet can have such a row. Of a hidden sheet its name stands in place of its rows. */
export type RawRow = { row: number | null; cells: unknown[]; hidden?: "row" | "sheet" };

/** Columns beyond which nothing is looked at. */
export const columnLimit = 60;

/** Never by its name: what is called .xls is often HTML or an .xlsx. */
export function formatOf(bytes: Uint8Array): FileFormat {
  const head = Buffer.from(bytes.subarray(0, 512));
  if (head.toString("latin1", 0, 4) === "PK\u0003\u0004") return "xlsx";
  if (head.toString("latin1", 0, 4) === "\u00D0\u00CF\u0011\u00E0") return "xls";
  const text = beginning(head).trimStart();
  if (/<\?mso-application\s|<(?:\w+:)?Workbook\b/u.test(text)) throw new Unreadable(fileIsXmlSheet);
  if (/^<(?:\?xml|Person)/u.test(text)) return "lrmx";
  if (/^<(?:!doctype|html|table)/iu.test(text)) throw new Unreadable(fileIsWebPage);
  if (text.startsWith("%PDF-") || text.includes("\0")) throw new Unreadable(fileUnknown);
  return formBegins.test(text) ? "lrm" : "text";
}
