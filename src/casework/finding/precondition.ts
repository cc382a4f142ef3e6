// What the precondition of a circumstance rests on: a record of the named kind, with its day and document, or conduct that continues.
import type { Circumstance } from "#law/procedure/circumstances.ts";
import type { Refusal } from "#law/refusal.ts";
import { refusal } from "../act.ts";
import type { Context } from "../act.ts";
import type { Case } from "../case.ts";
import type { PreconditionRecord } from "../events.ts";
import type { RefusalCode } from "../refusal-codes.ts";

type Fact = Case["facts"][number];

export function refusalsOfPrecondition(
  circumstance: Circumstance,
  record: PreconditionRecord | null,
  { resting, conduct }: { resting: Fact | undefined; conduct: readonly Fact[] },
  context: Context,
): Refusal[] {
  const { precondition } = circumstance;
  if (precondition === null) return [];
  const refuse = (code: RefusalCode, zh: string, en: string, field: string) =>
    refusal(context, code, { zh, en }, circumstance.cite, field);
  if (precondition.continuing && resting?.continuing !== true)
    return [
      refuse(
        "not-continuing",
        `“${precondition.name.zh}”须以持续状态的事实认定`,
        `“${precondition.name.en}” must rest on a fact that is continuing`,
        "preconditionFactId",
      ),
    ];
  if (precondition.records.length === 0) return [];
  const kinds = {
    zh: precondition.records.map(({ name }) => name.zh).join("、"),
    en: precondition.records.map(({ name }) => name.en).join(", "),
  };
  if (record === null || !precondition.records.some(({ id }) => id === record.record))
    return [
      refuse(
        "record-missing",
        `须写明此前的记录是哪一种（${kinds.zh}）、日期和文号`,
        `Say which earlier record it was (${kinds.en}), its day and its document`,
        "preconditionRecord",
      ),
    ];
  const future = record.on > context.today;
  if (future || !conduct.some((fact) => fact.continuing || fact.to >= record.on))
    return [
      refuse(
        future ? "date-in-the-future" : "nothing-after-record",
        future
          ? `日期 ${record.on} 晚于今天 ${context.today}，请核对`
          : `所选事实都在该记录（${record.on}）之前结束，不能说明此后仍无改观`,
        future
          ? `The date ${record.on} is after today, ${context.today}`
          : `All chosen facts ended before that record of ${record.on} and show nothing of what followed it`,
        "preconditionRecord",
      ),
    ];
  return [];
}
