// Numbers of leads, cases, requests and letters: consecutive within kind and year, without gap, because one is used only when its act is saved.
import { sql } from "kysely";
import { z } from "zod";
import type { Transaction } from "#database/database.ts";
import { rowOf, run } from "#database/rows.ts";
import { ledgerNumber, ledgerNumberEnd } from "./words.ts";

export type LedgerKind = "lead" | "case" | "clearance-request" | "reply-letter";
export type LedgerNumber = { kind: LedgerKind; year: number; ordinal: number; number: string };

const heldShape = z.object({ last: z.int(), prefix: z.string() });

/** The next number, held until the transaction ends; it counts only after `useNumber`. A refused act leaves no gap. */
export async function holdNumber(trx: Transaction, kind: LedgerKind, year: number): Promise<LedgerNumber> {
  await run(
    trx,
    sql`INSERT INTO ledger_number (jurisdiction_id, kind, year, last) VALUES (${trx.jurisdictionId}, ${kind}, ${year}, 0) ON CONFLICT DO NOTHING`,
  );
  const held = await rowOf(
    trx,
    heldShape,
    sql`SELECT n.last, j.prefix FROM ledger_number AS n JOIN jurisdiction AS j ON j.id = n.jurisdiction_id
      WHERE n.jurisdiction_id = ${trx.jurisdictionId} AND n.kind = ${kind} AND n.year = ${year} FOR UPDATE OF n`,
  );
  if (held === null) throw new Error(`there is no jurisdiction ${trx.jurisdictionId}`);
  const ordinal = held.last + 1;
  return { kind, year, ordinal, number: ledgerNumber(held.prefix, kind, year, ordinal) };
}

/** Uses the held number up. */
export async function useNumber(trx: Transaction, held: LedgerNumber): Promise<void> {
  const used = await run(
    trx,
    sql`UPDATE ledger_number SET last = ${held.ordinal}
      WHERE jurisdiction_id = ${trx.jurisdictionId} AND kind = ${held.kind} AND year = ${held.year} AND last = ${held.ordinal - 1}`,
  );
  if (used !== 1) throw new Error(`${held.number} was not held`);
}

/** Year and ordinal of a number made here; throws on any other text. */
export function readNumber(number: string): { year: number; ordinal: number } {
  const match = ledgerNumberEnd.exec(number);
  if (match === null) throw new Error(`${number} is no ledger number`);
  return { year: Number(match[1]), ordinal: Number(match[2]) };
}
