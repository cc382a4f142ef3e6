// What the precondition of a circumstance rests on: a record of the named kind, with its day and document, or conduct that continues.
import type { Circumstance } from "#law/procedure/circumstances.ts";
import type { Refusal } from "#law/refusal.ts";
import type { Sentence } from "#law/text/citation.ts";
import { refusal } from "../act.ts";
import type { Context } from "../act.ts";
import type { Case } from "../case.ts";
import type { PreconditionRecord } from "../events.ts";
import type { RefusalCode } from "../refusal-codes.ts";
import { notContinuing, recordMissing, nothingAfterRecord } from "./finding-words.ts";
import { dateInTheFuture } from "../words/refusal-words.ts";

type Fact = Case["facts"][number];

/** `resting`: the fact that the precondition rests on; `conduct`: those that the circumstance rests on. */
export function refusalsOfPrecondition(
  circumstance: Circumstance,
  record: PreconditionRecord | null,
  { resting, conduct }: { resting: Fact | undefined; conduct: readonly Fact[] },
  context: Context,
): Refusal[] {
  const { precondition } = circumstance;
  if (precondition === null) return [];
  const refuse = (code: RefusalCode, says: Sentence, field: string) =>
    refusal(context, code, says, circumstance.cite, field);
  if (precondition.continuing && resting?.continuing !== true)
    return [refuse("not-continuing", notContinuing(precondition.name), "preconditionFactId")];
  if (precondition.records.length === 0) return [];
  if (record === null || !precondition.records.some(({ id }) => id === record.record)) {
    const kinds = precondition.records.map(({ name }) => name);
    return [refuse("record-missing", recordMissing(kinds), "preconditionRecord")];
  }
  if (record.on > context.today)
    return [refuse("date-in-the-future", dateInTheFuture(record.on, context.today), "preconditionRecord")];
  if (!conduct.some((fact) => fact.continuing || fact.to >= record.on))
    return [refuse("nothing-after-record", nothingAfterRecord(record.on), "preconditionRecord")];
  return [];
}
