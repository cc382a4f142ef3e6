// Where something is written: the place, linked to the text, and the words that stand there.
import { Link } from "react-router";
import type { Citation } from "#law/citation.ts";
import { textOf } from "../language.ts";
import { usePacks } from "../law.ts";
import { versionText } from "./version-text.ts";

export function CitationLink({ citation }: { citation: Citation }) {
  return (
    <Link className="citation-link" to={`/regulation/${citation.pack}#${citation.at}`}>
      {textOf(citation.label)}
    </Link>
  );
}

/** With the days of the version where there are several, which may bear the same title. */
export function CitationBlock({ citation }: { citation: Citation }) {
  const { upper } = usePacks();
  const pack = upper.find(({ id }) => id === citation.pack);
  const several = upper.some((one) => one.succeeds === pack?.id || pack?.succeeds === one.id);
  return (
    <figure className="citation">
      <figcaption>
        <CitationLink citation={citation} />
        {pack === undefined || !several ? null : <span className="layer"> {versionText(pack.validity)}</span>}
      </figcaption>
      <blockquote lang="zh-CN">“{citation.quote}”</blockquote>
    </figure>
  );
}
