// What a rule says as data, line by line: whom, what, for how long, by whom.
import type { RuleLine } from "#law/wording/rule-line.ts";
import { textOf } from "#web/language.ts";
import "./rule-lines.css";

export function RuleLines({ lines }: { lines: readonly RuleLine[] }) {
  if (lines.length === 0) return null;
  return (
    <dl className="rule-lines">
      {lines.map((line, index) => (
        <div key={index}>
          <dt>{textOf(line.what)}</dt>
          <dd>{textOf(line.value)}</dd>
        </div>
      ))}
    </dl>
  );
}
