// A pack has the layer and the days of validity that its own text, or the note on them, tells the reader.
import type { Sentence } from "../text/citation.ts";
import type { Pack, Problem } from "../pack/pack.ts";
import { writtenDate } from "../text/text.ts";
import { headProblem } from "./problem.ts";
import {
  endPattern,
  firstDayUnsaid,
  mendFirstDay,
  lastDayDiffers,
  mendLastDay,
  layerContradictsRules,
  mendLayer,
} from "./words.ts";

export function checkValidity(pack: Pack): Problem[] {
  const problem = (fine: boolean, message: Sentence, mend: Sentence): Problem[] =>
    fine ? [] : [headProblem(pack, message, mend)];
  const { from, until, note } = pack.validity;
  const text = pack.clauses.map((clause) => clause.text).join("\n");
  const first = writtenDate(from);
  // 止于 stands only in the head of our own summaries.
  const ends = endPattern.exec(text)?.[1] ?? null;
  const own = pack.rules.filter((rule) => rule.kind === "scope" || rule.kind === "validity").length;
  return [
    ...problem(
      text.includes(first) || (note?.zh ?? "").includes(first),
      firstDayUnsaid(from, first),
      mendFirstDay(first),
    ),
    ...problem(
      ends === (until === null ? null : writtenDate(until)) ||
        (ends === null && until !== null && (note?.zh ?? "").includes(writtenDate(until))),
      lastDayDiffers(until, ends),
      mendLastDay,
    ),
    ...problem(pack.layer === "regulation" ? own >= 2 : own === 0, layerContradictsRules(pack.layer, own), mendLayer),
  ];
}
