// A table of texts as .xlsx: the one file that knows the spreadsheet library.
import { product } from "./words.ts";

/** `preface` stands above the table, one labelled line each; every cell is text. Widths in characters. */
export type Table = {
  name: string;
  title: string;
  preface: readonly { label: string; text: string }[];
  columns: readonly { heading: string; width: number }[];
  rows: readonly (readonly string[])[];
  /** Printed on every page: who made the sheet, when, under which serial. */
  watermark?: string;
};

/** A sheet for each table. */
export async function renderXlsx(...tables: readonly [Table, ...Table[]]): Promise<Uint8Array> {
  // Read when the first table is asked for: its seventy modules would be read at every start.
  const { writeXlsx } = await import("hucre/xlsx");
  return writeXlsx({
    sheets: tables.map(sheetOf),
    properties: { title: tables[0].title, creator: product },
  });
}

function sheetOf(table: Table) {
  const above = [[table.title], ...table.preface.map(({ label, text }) => [label, text])];
  const rows = [...above, [], table.columns.map(({ heading }) => heading), ...table.rows];
  const headingRow = above.length + 1;
  return {
    name: table.name,
    columns: table.columns.map(({ width }) => ({ width, numFmt: "@" })),
    rows: rows.map((row) => row.map(neutralised)),
    ...(table.watermark === undefined ? {} : { headerFooter: printed(table.watermark) }),
    freezePane: { rows: headingRow + 1 },
    cells: new Map(
      table.columns.map(({ heading }, column) => [
        `${headingRow},${column}`,
        { value: neutralised(heading), style: { font: { bold: true } } },
      ]),
    ),
  };
}

/** An ampersand begins a code in headers and footers, unless there are two. */
function printed(watermark: string): { oddHeader: string; oddFooter: string } {
  const text = watermark.replaceAll("&", "&&");
  return { oddHeader: `&C${text}`, oddFooter: `&L${text}&R&P / &N` };
}

/** A text that a spreadsheet would take for a formula, its full-width signs among them, gets an apostrophe in front, and stays a text when saved as CSV too. */
export function neutralised(text: string): string {
  return /^[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text;
}
