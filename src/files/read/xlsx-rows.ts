// The rows of an .xlsx as a stream: its parts are unpacked piece by piece, and nothing of a sheet is held but the row that is read.
import type { Readable } from "node:stream";
import { rowNumber } from "#imports/rules/import-row.ts";
import { templateSheets } from "../render/words.ts";
import { longestCell } from "./cell-text.ts";
import { columnLimit, Unreadable } from "./format.ts";
import type { RawRow } from "./format.ts";
import { numberShown, shownNumber } from "./sheet-days.ts";
import type { NumberShown } from "./sheet-days.ts";
import { TextTable } from "./text-table.ts";
import { sheetBroken, sheetUnreadable } from "./words.ts";
import { xmlReader } from "./xml-text.ts";
import type { XmlListener } from "./xml-text.ts";
import { partsOf, textOfPart } from "./zip-parts.ts";
import type { Part } from "./zip-parts.ts";

/** Lists of sheets, of relations and of styles are small; more is none. In bytes. */
const longestList = 4_000_000;

type Workbook = {
  sheets: { place: number; name: string; part: Part | null }[];
  texts: TextTable;
  shown: NumberShown[];
  since1904: boolean;
};

/** Every sheet that a person sees but those of our own template, each row with its number through all of them; a hidden one by its name alone. */
export async function* xlsxRows(bytes: Uint8Array): AsyncGenerator<RawRow> {
  const book = await workbookIn(bytes);
  for (const { place, name, part } of book.sheets) {
    if (part === null) yield { row: rowNumber(place + 1, 1), cells: [name], hidden: "sheet" };
    else
      for await (const { index, cells, hidden } of rowsOf(part, book))
        yield { row: rowNumber(place + 1, index), cells, ...(hidden ? { hidden: "row" } : {}) };
  }
}

/** The last row that a sheet of the workbook says it has, 0 where none says so: what it claims, not what stands there. */
export async function lastRowClaimed(bytes: Uint8Array): Promise<number> {
  let last = 0;
  for (const part of await partsOf(bytes)) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/iu.test(part.name)) continue;
    let isOver = false;
    const open: XmlListener["open"] = (name, attribute) => {
      isOver ||= name === "sheetData";
      if (name === "dimension")
        last = Math.max(
          last,
          Number(/^(?:\$?[A-Z]{1,3}\$?\d+:)?\$?[A-Z]{1,3}\$?(\d+)$/u.exec(attribute("ref") ?? "")?.[1] ?? 0),
        );
    };
    await readXml(part, { open }, () => isOver).catch((error: unknown) => {
      // What is wrong with the sheet is told when it is read.
      if (!(error instanceof Error)) throw error;
    });
  }
  return last;
}

/** Tells the listener all of a part, or until `isEnough`. */
async function readXml(part: Part, listener: XmlListener, isEnough: () => boolean = () => false): Promise<void> {
  const reader = xmlReader(listener);
  for await (const piece of piecesOf(await part.stream())) {
    reader.write(piece);
    if (isEnough()) return;
  }
  reader.end();
}

/** Leaving the loop ends the stream. */
async function* piecesOf(stream: Readable): AsyncGenerator<string> {
  for await (const piece of stream.setEncoding("utf8")) yield String(piece).replace(/^\uFEFF/u, "");
}

async function workbookIn(bytes: Uint8Array): Promise<Workbook> {
  const parts = new Map((await partsOf(bytes)).map((part) => [part.name.toLowerCase(), part]));
  const of = (name: string) => parts.get(name.toLowerCase());
  const root = await relationsOf(of("_rels/.rels"), "");
  const place = root.find(({ type }) => type.endsWith("/officeDocument"))?.target ?? "xl/workbook.xml";
  const main = of(place);
  if (main === undefined) throw broken();
  const folder = place.slice(0, place.lastIndexOf("/") + 1);
  const relations = await relationsOf(of(`${folder}_rels/${place.slice(folder.length)}.rels`), folder);
  const { named, since1904 } = await sheetsNamed(main);
  const only = (kind: string) =>
    relations.filter(({ type }) => type.endsWith(`/${kind}`)).map(({ target }) => of(target));
  const sheets = sheetsToRead(named).flatMap(({ index, name, hidden }): Workbook["sheets"] => {
    if (hidden) return [{ place: index, name, part: null }];
    const relation = relations.find(({ id }) => id === named[index]?.relation);
    // A sheet that is a drawing has no rows.
    if (relation !== undefined && !relation.type.endsWith("/worksheet")) return [];
    const part = relation === undefined ? undefined : of(relation.target);
    if (part === undefined) throw broken();
    return [{ place: index, name, part }];
  });
  const read = sheets.flatMap(({ part }) => part ?? []);
  if (new Set(read).size < read.length) throw broken();
  return { sheets, since1904, texts: await textsOf(only("sharedStrings")[0]), shown: await shownBy(only("styles")[0]) };
}

type Relation = { id: string; type: string; target: string };

async function relationsOf(part: Part | undefined, folder: string): Promise<Relation[]> {
  const found: Relation[] = [];
  await small(part, {
    open: (name, attribute) => {
      if (name !== "Relationship") return;
      const target = attribute("Target") ?? "";
      found.push({
        id: attribute("Id") ?? "",
        type: attribute("Type") ?? "",
        target: target.startsWith("/") ? target.slice(1) : `${folder}${target}`.replace(/^xl\/\.\.\//u, ""),
      });
    },
  });
  return found;
}

async function small(part: Part | undefined, listener: XmlListener): Promise<void> {
  if (part === undefined) return;
  const reader = xmlReader(listener);
  reader.write((await textOfPart(part, longestList)).replace(/^\uFEFF/u, ""));
  reader.end();
}

type NamedSheet = { name: string; hidden: boolean; relation: string };

async function sheetsNamed(part: Part): Promise<{ named: NamedSheet[]; since1904: boolean }> {
  const named: NamedSheet[] = [];
  let since1904 = false;
  await small(part, {
    open: (name, attribute) => {
      if (name === "workbookPr") since1904 = /^(?:1|true)$/u.test(attribute("date1904") ?? "");
      if (name !== "sheet") return;
      const hidden = /^(?:hidden|veryHidden)$/u.test(attribute("state") ?? "");
      named.push({ name: attribute("name") ?? "", hidden, relation: attribute("id") ?? "" });
    },
  });
  return { named, since1904 };
}

type SheetPlace = { index: number; name: string; hidden: boolean };

/** Places from 0, without our own template's; where none is seen, the first is read. */
function sheetsToRead(named: readonly NamedSheet[]): SheetPlace[] {
  const sheets = named.flatMap(({ name, hidden }, index) => (isTemplates(name) ? [] : [{ index, name, hidden }]));
  const [first] = named;
  if (sheets.some(({ hidden }) => !hidden) || first === undefined) return sheets;
  return [{ index: 0, name: first.name, hidden: false }];
}

export function isTemplates(name: string): boolean {
  return Object.values<string>(templateSheets).includes(name);
}

/** Each `si` as one text; how it is pronounced is no part of it. */
async function textsOf(part: Part | undefined): Promise<TextTable> {
  const table = new TextTable();
  if (part === undefined) return table;
  let text = "";
  let isText = false;
  let spoken = 0;
  await readXml(part, {
    open: (name) => {
      if (name === "si") text = "";
      if (name === "rPh") spoken += 1;
      isText = name === "t" && spoken === 0;
    },
    text: (piece) => {
      if (isText) text = longer(text, piece);
    },
    close: (name) => {
      isText = false;
      if (name === "rPh") spoken -= 1;
      if (name === "si") table.add(plain(text));
    },
  });
  return table;
}

/** How each style of cells shows a number. */
async function shownBy(part: Part | undefined): Promise<NumberShown[]> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let isOfCells = false;
  await small(part, {
    open: (name, attribute) => {
      if (name === "cellXfs") isOfCells = true;
      if (name === "numFmt") codes.set(Number(attribute("numFmtId")), attribute("formatCode") ?? "");
      if (name === "xf" && isOfCells) formats.push(Number(attribute("numFmtId") ?? 0));
    },
    close: (name) => {
      if (name === "cellXfs") isOfCells = false;
    },
  });
  return formats.map((id) => numberShown(id, codes.get(id)));
}

type IndexedRow = { index: number; cells: unknown[]; hidden: boolean };
type Cell = { column: number; type: string; style: number };

/** Rows without cells are left out. */
async function* rowsOf(part: Part, book: Workbook): AsyncGenerator<IndexedRow> {
  let read: IndexedRow[] = [];
  const reader = xmlReader(sheetListener(book, (row) => read.push(row)));
  for await (const piece of piecesOf(await part.stream())) {
    reader.write(piece);
    yield* read;
    read = [];
  }
  reader.end();
}

function sheetListener(book: Workbook, tell: (row: IndexedRow) => void): XmlListener {
  let row: IndexedRow | null = null;
  let index = 0;
  let column = -1;
  let cell: Cell | null = null;
  let value = "";
  let isValue = false;
  let spoken = 0;
  return {
    open: (name, attribute) => {
      isValue = (name === "v" || name === "t") && cell !== null && spoken === 0;
      if (name === "row") {
        const number = attribute("r");
        index = number === null ? index + 1 : Number(number);
        column = -1;
        row = { index, cells: [], hidden: /^(?:1|true)$/u.test(attribute("hidden") ?? "") };
      } else if (name === "c" && row !== null) {
        column = columnOf(attribute("r")) ?? column + 1;
        cell = { column, type: attribute("t") ?? "", style: Number(attribute("s") ?? -1) };
        value = "";
      } else if (name === "rPh") spoken += 1;
    },
    text: (piece) => {
      if (isValue) value = longer(value, piece);
    },
    close: (name) => {
      isValue = false;
      if (name === "rPh") spoken -= 1;
      if (name === "c" && cell !== null && row !== null) {
        if (cell.column < columnLimit) row.cells[cell.column] = valueOf(cell, value, book);
        cell = null;
      }
      if (name === "row" && row !== null) {
        if (row.cells.length > 0) tell(row);
        row = null;
      }
    },
  };
}

/** From 0; null where the cell does not say. */
function columnOf(reference: string | null): number | null {
  const letters = /^[A-Za-z]{1,3}/u.exec(reference ?? "")?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + (letter.codePointAt(0) ?? 65) - 64;
  return column - 1;
}

function valueOf({ type, style }: Cell, value: string, { texts, shown, since1904 }: Workbook): unknown {
  if (type === "s") return texts.at(Number(value));
  if (type === "str" || type === "inlineStr") return plain(value);
  if (type === "b") return value === "1" || value.toLowerCase() === "true";
  if (type === "e" || value === "") return value;
  const number = Number(value);
  if (Number.isNaN(number)) return value;
  return shownNumber(number, shown[style] ?? null, since1904);
}

/** No cell is shown longer. */
function longer(text: string, piece: string): string {
  return text.length > 8 * longestCell ? text : text + piece.slice(0, 8 * longestCell);
}

/** `_x000A_` is a sign that XML cannot hold. */
function plain(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replaceAll(/_x([0-9a-f]{4})_/giu, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function broken(): Unreadable {
  return new Unreadable(sheetUnreadable(sheetBroken));
}
