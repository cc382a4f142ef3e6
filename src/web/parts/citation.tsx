// Where something is written: the place, linked to the text, and the words that stand there.
import { Link } from "react-router";
import type { Citation } from "#law/citation.ts";
import { textOf } from "../language.ts";

export function CitationLink({ citation }: { citation: Citation }) {
  return (
    <Link className="citation-link" to={`/regulation/${citation.pack}#${citation.at}`}>
      {textOf(citation.label)}
    </Link>
  );
}

export function CitationBlock({ citation }: { citation: Citation }) {
  return (
    <figure className="citation">
      <figcaption>
        <CitationLink citation={citation} />
      </figcaption>
      <blockquote lang="zh-CN">“{citation.quote}”</blockquote>
    </figure>
  );
}
