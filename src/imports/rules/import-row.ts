// Rows of a file that is imported, counted through all its sheets: one number, so that rows stand in the order of the file.
import { rowOfSheet } from "./words.ts";

/** No sheet has more rows. */
const rowsOfSheet = 2 ** 20;

/** Sheet and row both from 1; null when no sheet can have such a row. */
export function rowNumber(sheet: number, row: number): number | null {
  return Number.isInteger(row) && row >= 1 && row <= rowsOfSheet ? (sheet - 1) * rowsOfSheet + row : null;
}

export function placeOfRow(number: number): { sheet: number; row: number } {
  return { sheet: Math.floor((number - 1) / rowsOfSheet) + 1, row: ((number - 1) % rowsOfSheet) + 1 };
}

/** 15, or 表2第15行 where it is not the first sheet. */
export function rowWords(number: number): string {
  const { sheet, row } = placeOfRow(number);
  return sheet === 1 ? String(row) : rowOfSheet(sheet, row);
}
