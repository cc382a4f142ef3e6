// Why a line is answered so: sentences, the articles with their words, the layers apart, and notes.
import type { EligibilityLine } from "#api/eligibility.ts";
import type { Law } from "#law/law.ts";
import { textOf } from "../../language.ts";
import { m } from "../../paraglide/messages.js";
import { answerName } from "../../parts/answer-tag.tsx";
import type { AnswerId } from "../../parts/answer-tag.tsx";
import { CitationBlock } from "../../parts/citation.tsx";

export function BasisCell({ line, law }: { line: EligibilityLine; law: Law }) {
  if (line.match === "several") return <p>{m.match_several_text()}</p>;
  if (line.match === "no-such-person") return null;
  const { layers: names, answers } = law.vocabulary.names;
  const layerText = (layer: "regulation" | "upper") => {
    const { answer, until } = line.layers[layer];
    const said = answer in answers ? answerName(law, answer as AnswerId) : answer; // one of the five, as the table of names has it
    return m.layer_answer({
      layer: textOf(names[layer]),
      answer: until === null ? said : m.answer_until({ answer: said, until }),
    });
  };
  return (
    <div className="basis">
      {line.sentences.map((sentence, index) => (
        <p key={index}>{textOf(sentence)}</p>
      ))}
      {line.citations.map((citation) => (
        <CitationBlock key={`${citation.pack}#${citation.at}`} citation={citation} />
      ))}
      {line.answer === "clear" ? null : (
        <p className="quiet">
          {layerText("regulation")}；{layerText("upper")}
        </p>
      )}
      {line.notes.map((note, index) => (
        <p className="quiet" key={index}>
          {m.note()}
          {textOf(note)}
        </p>
      ))}
    </div>
  );
}
