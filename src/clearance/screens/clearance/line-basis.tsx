// Why a line is answered so: each restriction with its text, the layers apart, and notes; never a case.
import type { ClearanceLineView } from "../../contract/clearance.ts";
import type { Law } from "#law/compile/law.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { answerName } from "#web/law/answer-name.ts";
import { CitationBlock } from "#web/law/citation.tsx";
import { purposeName } from "#web/law/purpose-name.ts";
import { ReasonList } from "#web/law/reason-list.tsx";

type Props = { law: Law; line: ClearanceLineView; open: boolean; onConfirm: () => void };

/** `open`: its answer can still be confirmed. */
export function LineBasis({ law, line, open, onConfirm }: Props) {
  const { answer } = line;
  if (answer === null) {
    if (line.kind === "several") return <p>{m.match_several_text()}</p>;
    return <p>{line.kind === "name-only" ? m.match_name_only_text() : m.match_none_text()}</p>;
  }
  const unsure = answer.answer === "needs-confirmation";
  const [headline, ...others] = answer.sentences;
  const cited = new Set(answer.restrictions.map(({ cite }) => `${cite.pack}#${cite.at}`));
  const { names } = law.vocabulary;
  const layerText = (layer: "regulation" | "upper") => {
    const { answer: said, until } = answer.layers[layer];
    const name = answerName(law, said);
    return m.layer_answer({
      layer: textOf(names.layers[layer]),
      answer: until === null ? name : m.answer_until({ answer: name, until }),
    });
  };
  return (
    <div>
      {headline === undefined ? null : <p>{textOf(headline)}</p>}
      {answer.restrictions.map(({ layer, bars, from, until, cite, norm }, index) => (
        <div key={index}>
          <p>
            <span className="layer">{textOf(names.layers[layer])}</span>{" "}
            {m.barred_span({ what: purposeName(law, bars), from, until })}
          </p>
          <CitationBlock citation={cite} />
          {norm === null ? null : (
            <>
              <span className="layer">{m.influence_period_by()}</span> <CitationBlock citation={norm} />
            </>
          )}
        </div>
      ))}
      {unsure ? (
        <ReasonList
          reasons={answer.reasons}
          name={line.name}
          personId={line.personId}
          confirmedAt={open ? { type: "here", open: onConfirm } : null}
        />
      ) : null}
      {unsure || answer.restrictions.length > 0 ? null : others.map((one, index) => <p key={index}>{textOf(one)}</p>)}
      {answer.citations
        .filter(({ pack, at }) => !cited.has(`${pack}#${at}`))
        .map((citation) => (
          <CitationBlock key={`${citation.pack}#${citation.at}`} citation={citation} />
        ))}
      {answer.answer === "clear" || answer.answer === "pending" ? null : (
        <p className="quiet">{m.two_parts({ first: layerText("regulation"), second: layerText("upper") })}</p>
      )}
      {answer.notes.map((note, index) => (
        <p className="quiet" key={index}>
          {m.note_text({ note: textOf(note) })}
        </p>
      ))}
    </div>
  );
}
