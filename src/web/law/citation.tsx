// Where something is written: the place, linked to the text, and what is known of the words there. The one way in which screens
// show a cited norm: quotation marks stand only where `citedWords` sets them.
import { Tag } from "antd";
import { Link } from "react-router";
import type { Citation } from "#law/text/citation.ts";
import { wordsOf } from "#law/text/cited-words.ts";
import { textOf } from "../language.ts";
import { usePacks } from "../law.ts";
import { m } from "../paraglide/messages.js";
import { versionText } from "./version-text.ts";
import "./citation.css";

/** A practice stands in no text, so its name is no link. */
export function CitationLink({ citation }: { citation: Citation }) {
  if (citation.words.kind === "practice") return <span className="citation-link">{textOf(citation.label)}</span>;
  return (
    <Link className="citation-link" to={`/regulation/${citation.pack}#${citation.at}`}>
      {textOf(citation.label)}
    </Link>
  );
}

/** Place and words in one line. */
export function CitationLine({ citation }: { citation: Citation }) {
  return (
    <>
      <CitationLink citation={citation} /> <CitedWords citation={citation} />
    </>
  );
}

/** With the days of the version where there are several, which may bear the same title. */
export function CitationBlock({ citation }: { citation: Citation }) {
  const { upper } = usePacks();
  const pack = upper.find(({ id }) => id === citation.pack);
  const several = upper.some((one) => one.succeeds === pack?.id || pack?.succeeds === one.id);
  const dated = pack !== undefined && several && citation.words.kind !== "practice";
  return (
    <figure className="citation">
      <figcaption>
        <CitationLink citation={citation} />
        {dated ? <span className="layer"> {versionText(pack.validity)}</span> : null}
        {citation.unverified ? <Tag color="warning">{m.rule_unverified()}</Tag> : null}
      </figcaption>
      <blockquote>
        <CitedWords citation={citation} />
      </blockquote>
    </figure>
  );
}

function CitedWords({ citation }: { citation: Citation }) {
  const verbatim = citation.words.kind === "verbatim";
  return (
    <span className={`cited-${citation.words.kind}`} {...(verbatim ? { lang: "zh-CN" } : {})}>
      {textOf(wordsOf(citation))}
    </span>
  );
}
