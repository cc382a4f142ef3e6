// Two engines on the same questions: the first row on which they differ, in words.

import assert from "node:assert/strict";
import type { EligibilityColumns, EligibilityResults } from "#law/bulk/columns.ts";
import { ANSWERS } from "#law/reckon/eligibility.ts";

const fields = ["answer", "until", "regulation", "regulationUntil", "upper", "upperUntil"] as const;

/** Throws at the first answer or last day that differs in either layer, with the row. To compare the columns whole would take hours to say where. */
export function assertAlike(columns: EligibilityColumns, found: EligibilityResults, wanted: EligibilityResults): void {
  for (let index = 0; index < columns.length; index += 1) {
    const differs = fields.some((field) => found[field][index] !== wanted[field][index]);
    if (differs)
      assert.deepEqual(rowOf(found, index), rowOf(wanted, index), `row ${index}: ${rowText(columns, index)}`);
  }
}

function rowOf(results: EligibilityResults, index: number): Record<string, unknown> {
  return Object.fromEntries(
    fields.map((field) => {
      const value = results[field][index] ?? 0;
      return [field, field.endsWith("ntil") ? value : ANSWERS[value]];
    }),
  );
}

function rowText(columns: EligibilityColumns, index: number): string {
  const row = Object.entries(columns).map(([name, column]) => [
    name,
    typeof column === "number" ? undefined : column[index],
  ]);
  return JSON.stringify(Object.fromEntries(row));
}
