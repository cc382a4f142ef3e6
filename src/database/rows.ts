// Rows of a query, each parsed on reading.
import { sql } from "kysely";
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

/**
 * For `column = …`: one of these texts, unseen by the planner, which would weigh each of thousands (36 ms for ten thousand) to choose the
 * index that is right for any number of them. Rows are found in the order of the index, so that neighbours are found together.
 */
export function anyOf(texts: readonly string[]): RawBuilder<boolean> {
  return sql`ANY((SELECT ${[...texts]}::text[])::text[])`;
}
