// A norm cited without a year means the version in force on the day in question: here is which one that is when.
import { Link } from "react-router";
import type { NormInForce } from "#law/text/norms.ts";
import { versionText } from "#web/law/version-text.ts";
import { m } from "#web/paraglide/messages.js";
import "./cited-norms.css";

type Cited = { citedAs: string; versions: NormInForce[] };

/** Nothing of the text that one is reading, nor where there is nothing to choose. */
export function CitedNorms({ norms, here }: { norms: readonly Cited[]; here: string }) {
  const others = norms.filter(({ versions }) => versions.some(({ pack }) => pack !== here));
  if (others.length === 0) return null;
  return (
    <ul className="cited-norms">
      {others.map(({ citedAs, versions }) => (
        <li key={citedAs}>
          {m.cited_norm({ title: citedAs })}
          {versions.map(({ pack, title, from, until }) => (
            <span key={pack}>
              {" "}
              <Link to={`/regulation/${pack}`}>
                {title.zh === citedAs ? "" : `《${title.zh}》`}
                {versionText({ from, until })}
              </Link>
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
