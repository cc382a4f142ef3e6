// Where a norm stands, and what its rule bars, for whom and how long, in the words of our data: never in quotation marks.
import { citationOf } from "#law/text/cite.ts";
import { linesOfRule } from "#law/wording/rules.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { CitationLink } from "#web/law/citation.tsx";
import type { Norm } from "./norm-in.ts";
import "./norm-facts.css";

export function NormPlace({ norm: { pack, rule } }: { norm: Norm }) {
  const { until } = pack.validity;
  return (
    <>
      <CitationLink citation={citationOf(pack, rule)} />
      <br />
      <span className="quiet">
        {until === null
          ? m.norm_in_force_since({ from: pack.validity.from })
          : m.norm_in_force({ from: pack.validity.from, until })}
      </span>
    </>
  );
}

export function NormFacts({ norm: { pack, rule } }: { norm: Norm }) {
  return (
    <ul className="norm-facts">
      {linesOfRule(pack, rule)
        .filter(({ value }) => textOf(value) !== "")
        .map(({ what, value }) => (
          <li key={what.zh}>
            <span className="quiet">{textOf(what)}</span> {textOf(value)}
          </li>
        ))}
    </ul>
  );
}
