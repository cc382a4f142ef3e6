// What follows from what is supposed: the four answers, the bars drawn in both layers; under another reading, both side by side.
import { restrictionsOfAll } from "#law/reckon/consequences.ts";
import type { Restriction } from "#law/reckon/consequences.ts";
import { formatDay, parseDay, yearOf } from "#law/reckon/days.ts";
import { questionOf } from "../../rules/question.ts";
import { answerEligibility } from "#law/reckon/eligibility.ts";
import type { Answer, Facts, Question } from "#law/reckon/eligibility.ts";
import type { Law } from "#law/compile/law.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { AnswerTag } from "#web/law/answer-tag.tsx";
import { RestrictionTimeline } from "#web/drawing/restriction-timeline.tsx";
import type { Drawn } from "#web/drawing/restriction-timeline.tsx";
import { supposedFacts, otherLaw } from "./supposed.ts";
import type { Supposed } from "./supposed.ts";
import "#web/tables/clauses.css";
import "./outcome.css";

type Props = { law: Law; supposed: Supposed };

export function Outcome({ law, supposed }: Props) {
  const facts = supposedFacts(law, supposed);
  const other = otherLaw(law, supposed.readings);
  const questions = questionsOf(law, supposed);
  const now = drawnOf(law, facts);
  const then = other === null ? null : drawnOf(other, facts);
  return (
    <div className="what-if-outcome">
      <section aria-label={m.what_if_answers()}>
        <h2>{m.what_if_answers()}</h2>
        <table className="clauses what-if-answers">
          <thead>
            <tr>
              <th scope="col">{m.purpose()}</th>
              <th scope="col">{m.what_if_in_force()}</th>
              {other === null ? null : <th scope="col">{m.what_if_otherwise()}</th>}
            </tr>
          </thead>
          <tbody>
            {questions.map(({ id, name, question }) => {
              const answer = answerEligibility(law, facts, question);
              const changed = other === null ? null : answerEligibility(other, facts, question);
              return (
                <tr key={id} className={changed !== null && differs(answer, changed) ? "what-if-differs" : ""}>
                  <th scope="row">{name}</th>
                  <td>
                    <AnswerText law={law} answer={answer} />
                  </td>
                  {changed === null ? null : (
                    <td>
                      {differs(answer, changed) ? (
                        <AnswerText law={law} answer={changed} />
                      ) : (
                        <span className="quiet">{m.reading_same()}</span>
                      )}
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <section aria-label={m.restrictions()}>
        <h2>{then === null ? m.restrictions() : m.what_if_bars_in_force()}</h2>
        <Bars law={law} drawn={now} date={supposed.date} />
        {then === null ? null : (
          <>
            <h2>{m.what_if_bars_otherwise()}</h2>
            {JSON.stringify(then) === JSON.stringify(now) ? (
              <p className="quiet">{m.what_if_same_bars()}</p>
            ) : (
              <Bars law={law} drawn={then} date={supposed.date} />
            )}
          </>
        )}
      </section>
    </div>
  );
}

function Bars({ law, drawn, date }: { law: Law; drawn: readonly Drawn[]; date: string }) {
  if (drawn.length === 0) return <p className="quiet">{m.what_if_nothing()}</p>;
  return <RestrictionTimeline restrictions={drawn} today={date} law={law} asked />;
}

function AnswerText({ law, answer }: { law: Law; answer: Answer }) {
  const { names } = law.vocabulary;
  const [, ...reasons] = answer.sentences;
  return (
    <>
      <AnswerTag answer={answer.answer} law={law} />{" "}
      {answer.until === null ? null : m.until_day({ until: formatDay(answer.until) })}
      {answer.answer === "clear" ? null : (
        <p className="quiet">
          {(["regulation", "upper"] as const)
            .map((layer) => {
              const { answer: said, until } = answer.layers[layer];
              const word = textOf(names.answers[said]);
              return m.layer_answer({
                layer: textOf(names.layers[layer]),
                answer: until === null ? word : m.answer_until({ answer: word, until: formatDay(until) }),
              });
            })
            .join("；")}
        </p>
      )}
      {reasons.length + answer.notes.length === 0 ? null : (
        <details>
          <summary>{m.what_if_reasons({ count: reasons.length + answer.notes.length })}</summary>
          {reasons.map((reason, index) => (
            <p key={index} className="what-if-reason">
              {textOf(reason)}
            </p>
          ))}
          {answer.notes.map((note, index) => (
            <p key={`n${index}`} className="quiet what-if-reason">
              {m.note_text({ note: textOf(note) })}
            </p>
          ))}
        </details>
      )}
    </>
  );
}

function differs(one: Answer, other: Answer): boolean {
  const said = ({ layers: { regulation, upper } }: Answer) =>
    [regulation.answer, regulation.until, upper.answer, upper.until].join();
  return said(one) !== said(other);
}

function questionsOf(law: Law, supposed: Supposed): { id: string; name: string; question: Question }[] {
  const date = parseDay(supposed.date);
  if (date === null) return [];
  return law.vocabulary.purposes.map(({ id, name, asked }) => ({
    id,
    name: asked === "on-date" ? textOf(name) : m.what_if_year({ purpose: textOf(name), year: yearOf(date) }),
    question: questionOf(
      law,
      { purpose: id, date: supposed.date, year: yearOf(date) },
      supposed.toLevel === "" ? null : supposed.toLevel,
    ),
  }));
}

function drawnOf(law: Law, facts: Facts): Drawn[] {
  return restrictionsOfAll(law, facts, facts.person.level).map((one) => ({
    bars: one.bars,
    from: formatDay(one.from),
    until: formatDay(one.until),
    greyDay: one.grey === null ? null : formatDay(one.grey),
    layer: one.layer,
    cite: one.cite,
    cause: causeOf(law, facts, one.because),
  }));
}

function causeOf(law: Law, facts: Facts, because: Restriction["because"]): { zh: string; en: string } {
  const { measures, sanctions } = law.vocabulary;
  const kind =
    typeof because === "number"
      ? facts.measures[because]?.kind
      : facts.sanctions[Number(because.slice("sanction:".length))]?.kind;
  return [...measures, ...sanctions].find(({ id }) => id === kind)?.name ?? { zh: "", en: "" };
}
