// A pack has the layer and the days of validity that its own text, or the note on them, tells the reader.
import type { Sentence } from "../text/citation.ts";
import type { Pack, Problem } from "../pack/pack.ts";
import { writtenDate } from "../text/text.ts";
import { headProblem } from "./problem.ts";

export function checkValidity(pack: Pack): Problem[] {
  const problem = (fine: boolean, message: Sentence, mend: Sentence): Problem[] =>
    fine ? [] : [headProblem(pack, message, mend)];
  const { from, until, note } = pack.validity;
  const text = pack.clauses.map((clause) => clause.text).join("\n");
  const first = writtenDate(from);
  // 止于 stands only in the head of our own summaries.
  const ends = /止于(\d+年\d+月\d+日)/u.exec(text)?.[1] ?? null;
  const own = pack.rules.filter((rule) => rule.kind === "scope" || rule.kind === "validity").length;
  return [
    ...problem(
      text.includes(first) || (note?.zh ?? "").includes(first),
      {
        zh: `validity.from 为 ${from}，文本和 validity.note 都没有写 ${first}`,
        en: `neither the text nor validity.note says ${from}, the first day`,
      },
      {
        zh: `改 validity.from；文本没有写日期的，在 validity.note 中说明按“${first}”计和理由`,
        en: "mend validity.from; where the text has no date, say in validity.note which is taken, and why",
      },
    ),
    ...problem(
      ends === (until === null ? null : writtenDate(until)) ||
        (ends === null && until !== null && (note?.zh ?? "").includes(writtenDate(until))),
      {
        zh: `validity.until 为 ${until ?? "null"}，文本为 ${ends ?? "（无）"}`,
        en: `the last day is ${until ?? "null"}, the text says ${ends ?? "none"}`,
      },
      {
        zh: "使 validity.until 与文本开头的“止于……”一致，或者在 validity.note 中写明失效日期和依据",
        en: "make validity.until agree with the head of the text, or give the last day and its source in validity.note",
      },
    ),
    ...problem(
      pack.layer === "regulation" ? own >= 2 : own === 0,
      {
        zh: `层次（layer）为 ${pack.layer}，而适用范围和施行的规则有 ${own} 条`,
        en: `the layer is ${pack.layer}, and ${own} rules are on scope and validity`,
      },
      {
        zh: "本办法（regulation）须有 scope 和 validity 各一条；上位规定（upper）都不写",
        en: "a regulation has a rule of scope and one of validity; an upper norm has neither",
      },
    ),
  ];
}
