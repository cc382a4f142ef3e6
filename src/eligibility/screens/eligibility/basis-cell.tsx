// Why a line is answered so: the answer in a sentence, each restriction with its text, the layers apart, and notes.
import { Button } from "antd";
import type { EligibilityLine } from "../../contract/eligibility.ts";
import type { RestrictionView } from "../../contract/restriction-view.ts";
import type { Law } from "#law/compile/law.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { answerName } from "#web/law/answer-name.ts";
import { CitationBlock } from "#web/law/citation.tsx";
import { purposeName } from "#web/law/purpose-name.ts";
import { ReasonList } from "#web/law/reason-list.tsx";

type Props = { line: EligibilityLine; law: Law; request: string; onWhy: (personId: string) => void };

/** `request`: the address at which a request for clearance with the same question is begun. */
export function BasisCell({ line, law, request, onWhy }: Props) {
  if (line.match === "no-such-person" || line.match === "recused") return null;
  if (line.match !== "one")
    return <p>{line.match === "several" ? m.match_several_text() : m.match_other_unit_text()}</p>;
  const unsure = line.answer === "needs-confirmation";
  const [headline, ...others] = line.sentences;
  const cited = new Set(line.restrictions.map(({ cite }) => `${cite.pack}#${cite.at}`));
  const rest = line.citations.filter(({ pack, at }) => !cited.has(`${pack}#${at}`));
  return (
    <div>
      {headline === undefined ? null : <p>{textOf(headline)}</p>}
      {line.restrictions.map((one, index) => (
        <RestrictionBasis key={index} restriction={one} law={law} />
      ))}
      {unsure ? (
        <ReasonList
          reasons={line.reasons}
          name={line.person.name}
          personId={line.person.personId}
          confirmedAt={{ type: "request", address: request }}
        />
      ) : null}
      {unsure || line.restrictions.length > 0
        ? null
        : others.map((sentence, index) => <p key={index}>{textOf(sentence)}</p>)}
      {rest.map((citation) => (
        <CitationBlock key={`${citation.pack}#${citation.at}`} citation={citation} />
      ))}
      {line.answer === "clear" ? null : (
        <p className="quiet">
          {m.two_parts({ first: layerText(line, law, "regulation"), second: layerText(line, law, "upper") })}
        </p>
      )}
      {line.answer === "pending" ? null : (
        <Button
          size="small"
          aria-label={m.why_of({ name: line.person.name })}
          onClick={() => onWhy(line.person.personId)}
        >
          {m.why()}
        </Button>
      )}
      {line.notes.map((note, index) => (
        <p className="quiet" key={index}>
          {m.note_text({ note: textOf(note) })}
        </p>
      ))}
    </div>
  );
}

function RestrictionBasis({ restriction, law }: { restriction: RestrictionView; law: Law }) {
  const { layer, bars, from, until, cause, cite, norm } = restriction;
  return (
    <>
      <p>
        <span className="layer">{textOf(law.vocabulary.names.layers[layer])}</span>{" "}
        {m.barred_span({ what: purposeName(law, bars), from, until })} <span className="quiet">{textOf(cause)}</span>
      </p>
      <CitationBlock citation={cite} />
      {norm === null ? null : (
        <>
          <span className="layer">{m.influence_period_by()}</span> <CitationBlock citation={norm} />
        </>
      )}
    </>
  );
}

function layerText(line: Extract<EligibilityLine, { match: "one" }>, law: Law, layer: "regulation" | "upper"): string {
  const { names } = law.vocabulary;
  const { answer, until } = line.layers[layer];
  const said = answerName(law, answer);
  return m.layer_answer({
    layer: textOf(names.layers[layer]),
    answer: until === null ? said : m.answer_until({ answer: said, until }),
  });
}
