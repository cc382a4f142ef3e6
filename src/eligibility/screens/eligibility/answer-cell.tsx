// The answer of one line. The three kinds of nothing look and read differently: nobody, several, and somebody with no record.
import type { EligibilityLine } from "../../contract/eligibility.ts";
import type { Law } from "#law/compile/law.ts";
import { m } from "#web/paraglide/messages.js";
import { AnswerTag } from "#web/law/answer-tag.tsx";
import "#web/law/answer-tag.css";
import "./candidates.css";

export function AnswerCell({
  line,
  law,
  onChoose,
}: {
  line: EligibilityLine;
  law: Law;
  onChoose: (personId: string) => void;
}) {
  if (line.match === "no-such-person") {
    return (
      <>
        <span className="answer answer-nobody">{m.match_none()}</span>
        <p className="quiet">{m.match_none_text()}</p>
      </>
    );
  }
  if (line.match === "recused") {
    return (
      <>
        <span className="answer answer-several">{m.match_recused()}</span>
        <p className="quiet">{m.match_recused_text()}</p>
      </>
    );
  }
  if (line.match !== "one") {
    return (
      <>
        <span className="answer answer-several">
          {line.match === "several" ? m.match_several() : m.match_name_only()}
        </span>
        <ul className="candidates">
          {line.candidates.map((one) => (
            <li key={one.personId}>
              <button type="button" onClick={() => onChoose(one.personId)}>
                {[one.name, one.organizationName, one.post, one.idNumberMasked]
                  .filter((part) => part !== null && part !== "")
                  .join(" · ")}
              </button>
            </li>
          ))}
        </ul>
      </>
    );
  }
  return (
    <>
      <AnswerTag answer={line.answer} law={law} />
      {line.nothingRecorded ? <p className="quiet">{m.match_one_nothing()}</p> : null}
    </>
  );
}
