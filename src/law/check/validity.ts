// A pack has the layer and the days of validity that its own text tells the reader.
import type { Pack, Problem } from "../pack.ts";

export function checkValidity(pack: Pack): Problem[] {
  const problem = (zh: string, en: string): Problem => ({
    file: `${pack.id}/rules.yaml`,
    line: 1,
    clause: null,
    message: { zh, en },
  });
  const { from, until } = pack.validity;
  const text = pack.clauses.map((clause) => clause.text).join("\n");
  const problems: Problem[] = [];
  if (!text.includes(written(from))) {
    problems.push(problem(`文本没有写起始日期 ${written(from)}`, `the text does not say ${from}, the first day`));
  }
  // 止于 stands only in the head of our own summaries.
  const ends = /止于(\d+年\d+月\d+日)/u.exec(text)?.[1] ?? null;
  if (ends !== (until === null ? null : written(until))) {
    problems.push(
      problem(
        `止日为 ${until ?? "null"}，文本为 ${ends ?? "（无）"}`,
        `the last day is ${until ?? "null"}, the text says ${ends ?? "none"}`,
      ),
    );
  }
  const own = pack.rules.filter((rule) => rule.kind === "scope" || rule.kind === "validity").length;
  if (pack.layer === "regulation" ? own < 2 : own > 0) {
    problems.push(
      problem(
        `层次为 ${pack.layer}，而适用范围和施行的规则有 ${own} 条`,
        `the layer is ${pack.layer}, and ${own} rules are on scope and validity`,
      ),
    );
  }
  return problems;
}

function written(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${year}年${Number(month)}月${Number(day)}日`;
}
