// Pages by key: the last row seen is the key of the next page, so rows inserted meanwhile neither repeat nor vanish.
import { z } from "zod";
import { isWritable } from "#casework/writable-text.ts";

/** `after` is the opaque key that the page before gave as `next`; null at the start. */
export type Page = { after: string | null; limit: number };
export type Paged<Row> = { rows: Row[]; next: string | null };
/** A count that stops at its bound: `more` when there are at least `value`. */
export type Count = { value: number; more: boolean };
export type Counted<Row> = Paged<Row> & { count: Count };

/** Counting stops here. */
export const countBound = 1000;

/** The row of a statement that counts. */
export const countShape = z.object({ count: z.int() });

export function countOf(counted: number): Count {
  return { value: Math.min(counted, countBound), more: counted > countBound };
}

/** Of two kinds together. */
export function sumOf(one: Count, other: Count): Count {
  const { value, more } = countOf(one.value + other.value);
  return { value, more: more || one.more || other.more };
}

/** What a column can hold: anything else would be a fault of the database. */
const keyShape = z.array(z.union([z.string().refine(isWritable), z.int32()]));
/** A day of a key, for the shapes of pages sorted by one. */
export const keyDay = z.iso.date().refine((day) => day >= "0001-01-01");

/** The key in the address: opaque to whoever carries it. */
export function writeKey(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/** Null at the start, and for a key that is none of the expected kind: the first page is then answered. */
export function readKey<Shape extends z.ZodType>(after: string | null, shape: Shape): z.output<Shape> | null {
  if (after === null) return null;
  try {
    const told = keyShape.safeParse(JSON.parse(Buffer.from(after, "base64url").toString("utf8")));
    const parsed = shape.safeParse(told.data);
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Cuts the one row that was read beyond the limit to know whether there is a next page. */
export function cut<Row>(rows: Row[], limit: number, keyOf: (row: Row) => readonly (string | number)[]): Paged<Row> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last !== undefined ? writeKey(keyOf(last)) : null };
}
