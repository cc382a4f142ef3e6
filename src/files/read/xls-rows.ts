// The rows of an .xls (BIFF 8): its records are gone through in their order, and of a sheet no more is held than where its cells stand.
import { rowNumber } from "#imports/rules/import-row.ts";
import { longestCell } from "./cell-text.ts";
import { streamsIn } from "./compound-file.ts";
import { columnLimit, Unreadable } from "./format.ts";
import type { RawRow } from "./format.ts";
import { numberShown, shownNumber } from "./sheet-days.ts";
import type { NumberShown } from "./sheet-days.ts";
import { TextTable } from "./text-table.ts";
import { sheetBroken, sheetLocked, sheetUnreadable } from "./words.ts";
import { isTemplates } from "./xlsx-rows.ts";

/** Kinds of records. */
const kind = {
  formula: 0x06,
  end: 0x0a,
  since1904: 0x22,
  locked: 0x2f,
  goesOn: 0x3c,
  sheet: 0x85,
  numbers: 0xbd,
  richLabel: 0xd6,
  style: 0xe0,
  texts: 0xfc,
  sharedLabel: 0xfd,
  number: 0x203,
  label: 0x204,
  truth: 0x205,
  result: 0x207,
  shortNumber: 0x27e,
  format: 0x41e,
  begin: 0x809,
} as const;

const cellKinds: ReadonlySet<number> = new Set([
  kind.formula,
  kind.numbers,
  kind.richLabel,
  kind.sharedLabel,
  kind.number,
  kind.label,
  kind.truth,
  kind.shortNumber,
]);

type BookRecord = { kind: number; from: number; to: number };
type Book = { bytes: Buffer; texts: TextTable; shown: NumberShown[]; since1904: boolean; sheets: NamedSheet[] };
type NamedSheet = { name: string; at: number; hidden: boolean };

/** Every sheet that a person sees but those of our own template, each row with its number through all of them; a hidden one by its name alone. */
export function* xlsRows(bytes: Uint8Array): Generator<RawRow> {
  const streams = streamsIn(bytes);
  const stream = streams.get("Workbook") ?? streams.get("Book");
  if (stream === undefined) throw unreadable(streams.has("EncryptedPackage") ? sheetLocked : sheetBroken);
  const book = bookIn(Buffer.from(stream()));
  const sheets = book.sheets.map((sheet, place) => ({ ...sheet, place })).filter(({ name }) => !isTemplates(name));
  let read = 0;
  for (const { at, place, name, hidden } of sheets) {
    if (hidden) {
      yield { row: rowNumber(place + 1, 1), cells: [name], hidden: "sheet" };
      continue;
    }
    const { places, length } = placesOfCells(book.bytes, at);
    // Sheets that lie over one another come to more than the file holds.
    read += length;
    if (read > book.bytes.length) throw unreadable(sheetBroken);
    for (const { index, cells } of rowsAt(book, places)) yield { row: rowNumber(place + 1, index + 1), cells };
  }
}

function* recordsFrom(bytes: Buffer, at: number): Generator<BookRecord> {
  for (let from = at; from + 4 <= bytes.length;) {
    const to = from + 4 + bytes.readUInt16LE(from + 2);
    if (to > bytes.length) throw unreadable(sheetBroken);
    yield { kind: bytes.readUInt16LE(from), from: from + 4, to };
    from = to;
  }
}

/** What stands before the sheets. */
function bookIn(bytes: Buffer): Book {
  const book: Book = { bytes, texts: new TextTable(), shown: [], since1904: false, sheets: [] };
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let blocks: BookRecord[] | null = null;
  const first = bytes.length < 8 || bytes.readUInt16LE(0) !== kind.begin || bytes.readUInt16LE(4) !== 0x600;
  if (first) throw unreadable(sheetBroken);
  for (const record of recordsFrom(bytes, 0)) {
    if (record.kind === kind.goesOn) blocks?.push(record);
    else if (blocks !== null) {
      readTexts(book, blocks);
      blocks = null;
    }
    if (record.kind === kind.end) break;
    if (record.kind === kind.texts) blocks = [record];
    else if (record.kind === kind.locked) throw unreadable(sheetLocked);
    else if (record.kind === kind.since1904) book.since1904 = bytes.readUInt16LE(record.from) === 1;
    else if (record.kind === kind.style) styles.push(bytes.readUInt16LE(record.from + 2));
    else if (record.kind === kind.format)
      codes.set(bytes.readUInt16LE(record.from), textAt(bytes, record.from + 2, record.to));
    else if (record.kind === kind.sheet) book.sheets.push(sheetAt(bytes, record));
  }
  book.shown = styles.map((id) => numberShown(id, codes.get(id)));
  return book;
}

function sheetAt(bytes: Buffer, { from, to }: BookRecord): NamedSheet {
  const length = bytes.readUInt8(from + 6);
  const isWide = (bytes.readUInt8(from + 7) & 1) === 1;
  const end = Math.min(to, from + 8 + (isWide ? length * 2 : length));
  return {
    at: bytes.readUInt32LE(from),
    hidden: (bytes.readUInt8(from + 4) & 3) !== 0,
    name: bytes.toString(isWide ? "utf16le" : "latin1", from + 8, end),
  };
}

/** A text with its length before it, all in one record. */
function textAt(bytes: Buffer, at: number, to: number): string {
  if (at + 3 > to) return "";
  const length = bytes.readUInt16LE(at);
  const isWide = (bytes.readUInt8(at + 2) & 1) === 1;
  return bytes.toString(isWide ? "utf16le" : "latin1", at + 3, Math.min(to, at + 3 + (isWide ? length * 2 : length)));
}

/** The texts that cells share, which go on from record to record. */
function readTexts(book: Book, blocks: readonly BookRecord[]): void {
  const at = blockReader(book.bytes, blocks);
  at.skip(8);
  while (!at.isOver()) {
    const length = at.number(2);
    const flags = at.number(1);
    const runs = (flags & 8) === 0 ? 0 : at.number(2);
    const sounds = (flags & 4) === 0 ? 0 : at.number(4);
    book.texts.add(at.text(length, (flags & 1) === 1));
    at.skip(runs * 4 + sounds);
  }
}

function blockReader(bytes: Buffer, blocks: readonly BookRecord[]) {
  let block = 0;
  let at = blocks[0]?.from ?? 0;
  const left = () => (blocks[block]?.to ?? 0) - at;
  const next = () => {
    block += 1;
    const begun = blocks[block];
    if (begun === undefined) throw unreadable(sheetBroken);
    at = begun.from;
  };
  const one = () => {
    while (left() <= 0) next();
    at += 1;
    return bytes.readUInt8(at - 1);
  };
  return {
    isOver: () => block >= blocks.length - 1 && left() <= 0,
    number: (length: number) => {
      let number = 0;
      for (let place = 0; place < length; place += 1) number += one() * 256 ** place;
      return number;
    },
    skip: (length: number) => {
      for (let rest = length; rest > 0;) {
        while (left() <= 0) next();
        const step = Math.min(rest, left());
        at += step;
        rest -= step;
      }
    },
    /** A further record says anew how wide its signs are. */
    text: (length: number, wide: boolean) => {
      let isWide = wide;
      let text = "";
      for (let rest = length; rest > 0;) {
        if (left() < (isWide ? 2 : 1)) {
          next();
          isWide = (one() & 1) === 1;
          continue;
        }
        const signs = Math.min(rest, isWide ? Math.floor(left() / 2) : left());
        const end = at + (isWide ? signs * 2 : signs);
        if (text.length <= longestCell) text += bytes.toString(isWide ? "utf16le" : "latin1", at, end);
        at = end;
        rest -= signs;
      }
      return text;
    },
  };
}

type IndexedRow = { index: number; cells: unknown[] };

/** Places of cells are numbers that sort by row, then column; the record's place, below two to the 29th, comes last. */
const afterRow = 2 ** 37;
const afterColumn = 2 ** 29;

function* rowsAt(book: Book, places: Float64Array): Generator<IndexedRow> {
  let row: IndexedRow | null = null;
  for (const place of places) {
    const index = Math.floor(place / afterRow);
    if (row === null || row.index !== index) {
      if (row !== null) yield row;
      row = { index, cells: [] };
    }
    readCell(book, place % afterColumn, row.cells);
  }
  if (row !== null) yield row;
}

/** In the order of rows and columns, however a program has written them; `length`: bytes gone through. */
function placesOfCells(bytes: Buffer, at: number): { places: Float64Array; length: number } {
  let places = new Float64Array(1024);
  let count = 0;
  let isSorted = true;
  let end = at;
  for (const record of recordsFrom(bytes, at)) {
    end = record.to;
    if (record.kind === kind.end) break;
    if (!cellKinds.has(record.kind) || record.to - record.from < 6) continue;
    const column = bytes.readUInt16LE(record.from + 2);
    if (column >= columnLimit) continue;
    if (count === places.length) {
      const more = new Float64Array(count * 2);
      more.set(places);
      places = more;
    }
    places[count] = bytes.readUInt16LE(record.from) * afterRow + column * afterColumn + record.from - 4;
    isSorted &&= count === 0 || (places[count - 1] ?? 0) < (places[count] ?? 0);
    count += 1;
  }
  const found = places.subarray(0, count);
  return { places: isSorted ? found : found.sort(), length: end - at };
}

function readCell(book: Book, at: number, cells: unknown[]): void {
  const { bytes } = book;
  const [from, to] = [at + 4, at + 4 + bytes.readUInt16LE(at + 2)];
  const column = bytes.readUInt16LE(from + 2);
  const number = (value: number, place = from + 4) =>
    shownNumber(value, book.shown[bytes.readUInt16LE(place)] ?? null, book.since1904);
  switch (bytes.readUInt16LE(at)) {
    case kind.sharedLabel:
      cells[column] = book.texts.at(bytes.readUInt32LE(from + 6));
      return;
    case kind.label:
    case kind.richLabel:
      cells[column] = textAt(bytes, from + 6, to);
      return;
    case kind.number:
      cells[column] = number(bytes.readDoubleLE(from + 6));
      return;
    case kind.shortNumber:
      cells[column] = number(shortNumber(bytes.readUInt32LE(from + 6)));
      return;
    case kind.numbers:
      for (let place = from + 4, one = column; place + 8 <= to && one < columnLimit; place += 6, one += 1)
        cells[one] = number(shortNumber(bytes.readUInt32LE(place + 2)), place);
      return;
    case kind.truth:
      cells[column] =
        bytes.readUInt8(from + 7) === 1 ? errorText(bytes.readUInt8(from + 6)) : bytes.readUInt8(from + 6) !== 0;
      return;
    default:
      cells[column] = ofFormula(book, from, to, number);
  }
}

function ofFormula({ bytes }: Book, from: number, to: number, number: (value: number) => unknown): unknown {
  if (bytes.readUInt16LE(from + 12) !== 0xff_ff) return number(bytes.readDoubleLE(from + 6));
  const which = bytes.readUInt8(from + 6);
  if (which === 1) return bytes.readUInt8(from + 8) !== 0;
  if (which === 2) return errorText(bytes.readUInt8(from + 8));
  if (which !== 0) return "";
  let looked = 0;
  for (const record of recordsFrom(bytes, to)) {
    if (record.kind === kind.result) return textAt(bytes, record.from, record.to);
    looked += 1;
    if (looked > 4) break;
  }
  return "";
}

/** Thirty bits of a number, or of its hundredfold. */
function shortNumber(bits: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(4, (bits & ~3) >>> 0, true);
  const value = (bits & 2) === 0 ? view.getFloat64(0, true) : (bits | 0) >> 2;
  return (bits & 1) === 0 ? value : value / 100;
}

function errorText(code: number): string {
  return (
    { 0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A" }[code] ?? "#ERR!"
  );
}

function unreadable(why: string): Unreadable {
  return new Unreadable(sheetUnreadable(why));
}
