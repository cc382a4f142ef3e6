// Rows of a query, each parsed on reading.
import type { RawBuilder } from "kysely";
import type { z } from "zod";
import type { Transaction } from "./database.ts";

/** Runs one statement and parses each row by the shape. */
export async function rowsOf<Shape extends z.ZodType>(
  trx: Transaction,
  shape: Shape,
  statement: RawBuilder<unknown>,
): Promise<z.output<Shape>[]> {
  const { rows } = await trx.ask(statement.compile(trx.kysely));
  return rows.map((row) => shape.parse(row));
}

/** The only row, or null. */
export async function rowOf<Shape extends z.ZodType>(
  trx: Transaction,
  shape: Shape,
  statement: RawBuilder<unknown>,
): Promise<z.output<Shape> | null> {
  const [row] = await rowsOf(trx, shape, statement);
  return row ?? null;
}

/** Runs one statement and answers with how many rows it wrote. */
export async function run(trx: Transaction, statement: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows } = await trx.ask(statement.compile(trx.kysely));
  return Number(numAffectedRows ?? 0n);
}
