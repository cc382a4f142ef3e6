// Numbers of leads and cases: consecutive within kind and year, without gap, because one is used only when its act is saved.
import type { Transaction } from "./database.ts";

export type LedgerKind = "lead" | "case";
export type LedgerNumber = { kind: LedgerKind; year: number; ordinal: number; number: string };

/** The next number, held until the transaction ends; it counts only after `useNumber`. A refused act leaves no gap. */
export async function holdNumber(_trx: Transaction, _kind: LedgerKind, _year: number): Promise<LedgerNumber> {
  throw new Error("being written");
}

/** Uses the held number up. */
export async function useNumber(_trx: Transaction, _held: LedgerNumber): Promise<void> {
  throw new Error("being written");
}
