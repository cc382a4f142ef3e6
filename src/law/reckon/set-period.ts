// The one period that is set for several equal sanctions of one day.
import { combinationFor, singleMonths } from "./combination.ts";
import type { Law } from "../compile/law.ts";
import type { SanctionRecord } from "./records.ts";

/** Between how many months it lies, both included, for so many equal sanctions; null where no clause of their day sets one. */
export function setPeriodBounds(
  law: Law,
  sanction: SanctionRecord,
  equal: number,
): { least: number; most: number } | null {
  const clause = combinationFor(law, "set-period", sanction);
  if (clause === null) return null;
  const least = singleMonths(law, sanction);
  // Of one alone it is not known how many there were.
  const sum = equal < 2 ? Infinity : least * equal;
  return { least, most: Math.min(clause.atMost ?? Infinity, sum) };
}
