// Objects of the facts format, answered without citations and words: for sweeps inside a program. One measure and one
// sanction at most go through the columns' own loop.
import { compileColumns, makeColumns, makeResults, NO_DAY } from "#law/bulk/columns.ts";
import type { EligibilityColumns, EligibilityResults } from "#law/bulk/columns.ts";
import { hasColumns } from "#law/bulk/column-table.ts";
import { formatDay } from "#law/reckon/days.ts";
import type { Day } from "#law/reckon/days.ts";
import { ANSWERS, assess, lastDayIn } from "#law/reckon/eligibility.ts";
import type { AnswerKind } from "#law/reckon/eligibility.ts";
import { REFUSED, compileFiller } from "#law/bulk/facts-filler.ts";
import { readFacts } from "#law/bulk/facts-reader.ts";
import type { ReadFacts } from "#law/bulk/facts-reader.ts";
import type { Law } from "#law/compile/law.ts";

type Verdict = { answer: AnswerKind; until: string | null };
/** Last barred days as ISO text, null unless barred with one. */
export type ShortAnswer = Verdict & { layers: { regulation: Verdict; upper: Verdict } };

/** An engine for lists of such objects, answered in their order. A fault throws a FactsFault. */
export function compileObjects(law: Law): (list: readonly unknown[]) => ShortAnswer[] {
  if (!hasColumns(law)) return (list) => list.map((facts) => answerFully(readFacts(law, facts)));
  const answer = compileColumns(law);
  const columns = makeColumns(BLOCK);
  const fill = compileFiller(law, columns, "refused");
  const results = makeResults(BLOCK);
  const filled = new Uint8Array(BLOCK);
  return (list) => {
    const answers: ShortAnswer[] = [];
    for (let start = 0; start < list.length; start += BLOCK) {
      const stop = Math.min(start + BLOCK, list.length);
      for (let at = start; at < stop; at += 1) {
        const isFilled = fill(at - start, list[at]) !== REFUSED;
        filled[at - start] = isFilled ? 1 : 0;
        // What the full reader answers leaves a row that is answered for nothing.
        if (!isFilled) clearRow(columns, at - start);
      }
      answer(columns, results);
      for (let at = start; at < stop; at += 1) {
        const isFilled = filled[at - start] === 1;
        answers.push(isFilled ? shortOf(results, at - start) : answerFully(readFacts(law, list[at])));
      }
    }
    return answers;
  };
}

function clearRow(columns: EligibilityColumns, index: number): void {
  columns.measure[index] = -1;
  columns.sanction[index] = -1;
  columns.purpose[index] = 0;
}

// So many at once stay in the processor's nearest memory.
const BLOCK = 512;

function shortOf(results: EligibilityResults, index: number): ShortAnswer {
  return {
    answer: kindOf(results.answer, index),
    until: dayOf(results.until, index),
    layers: {
      regulation: { answer: kindOf(results.regulation, index), until: dayOf(results.regulationUntil, index) },
      upper: { answer: kindOf(results.upper, index), until: dayOf(results.upperUntil, index) },
    },
  };
}

function answerFully({ law, facts, question }: ReadFacts): ShortAnswer {
  const { answer, until, regulation, upper } = assess(law, facts, question);
  const short = (kind: AnswerKind, last: Day | null): Verdict => {
    const day = lastDayIn(last);
    return { answer: kind, until: day === null ? null : formatDay(day) };
  };
  return {
    ...short(answer, until),
    layers: { regulation: short(regulation.answer, regulation.until), upper: short(upper.answer, upper.until) },
  };
}

const kindOf = (codes: Uint8Array, index: number): AnswerKind => ANSWERS[codes[index] ?? 0] ?? "clear";

function dayOf(days: Int32Array, index: number): string | null {
  const day = days[index] ?? NO_DAY;
  const last = day === NO_DAY ? null : lastDayIn(day);
  return last === null ? null : formatDay(last);
}
