// Why one person is answered so, beside the answer: reasons with their clauses, how the days were counted, readings, what would change it.
import { skipToken, useQuery } from "@tanstack/react-query";
import { Drawer } from "antd";
import type { z } from "zod";
import type { EligibilityExplanation, whyInput } from "#eligibility/contract/eligibility.ts";
import type { Law } from "#law/compile/law.ts";
import { api } from "../client.ts";
import { textOf, withAside } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { AnswerTag } from "./answer-tag.tsx";
import { answerName } from "./answer-name.ts";
import { Failure } from "../frame/failure.tsx";
import { PlaceLink } from "./place-link.tsx";
import { purposeName } from "./purpose-name.ts";
import { ReasonList, requestAddress } from "./reason-list.tsx";
import { Waiting } from "../frame/waiting.tsx";
import "./explanation-drawer.css";

export type Why = z.input<typeof whyInput>;

/** Open while there is something asked; the asking screen keeps that in its URL. */
export function ExplanationDrawer({ law, why, onClose }: { law: Law; why: Why | null; onClose: () => void }) {
  const { data, error, isPending } = useQuery(api.eligibility.explain.queryOptions({ input: why ?? skipToken }));
  const title =
    why === null
      ? ""
      : m.why_title({
          purpose: purposeName(law, why.purpose),
          when: why.date ?? m.year_text({ year: why.year ?? 0 }),
        });
  return (
    <Drawer open={why !== null} onClose={onClose} size={720} title={title} destroyOnHidden>
      {why === null ? null : error !== null ? (
        <Failure error={error} />
      ) : isPending ? (
        <Waiting />
      ) : (
        <Explanation explained={data} why={why} law={law} />
      )}
    </Drawer>
  );
}

function Explanation({ explained, why, law }: { explained: EligibilityExplanation; why: Why; law: Law }) {
  const { person, answer, until, reasons, notes } = explained;
  const unsure = answer === "needs-confirmation";
  // What has to be confirmed stands below, each reason with what can be done.
  const told = new Set(unsure ? reasons.map(({ sentence }) => sentence.zh) : []);
  const sentences = explained.sentences.filter(({ zh }) => !told.has(zh));
  return (
    <div className="why">
      <p>
        <strong>{withAside(person.name, person.organizationName)}</strong> <AnswerTag answer={answer} law={law} />{" "}
        {until === null ? null : m.until_day({ until })}
      </p>
      <section aria-label={m.why_reasons()}>
        <h2>{m.why_reasons()}</h2>
        <ul className="why-lines">
          {sentences.map((sentence, index) => (
            <li key={index}>{textOf(sentence)}</li>
          ))}
          {notes.map((note, index) => (
            <li key={`n${index}`} className="quiet">
              {m.note_text({ note: textOf(note) })}
            </li>
          ))}
        </ul>
        {unsure ? (
          <ReasonList
            reasons={reasons}
            name={person.name}
            personId={why.personId}
            confirmedAt={{
              type: "request",
              address: requestAddress({ ...why, date: why.date, year: why.year, toLevel: why.toLevel ?? null }),
            }}
          />
        ) : null}
      </section>
      {answer === "pending" ? <p className="quiet">{m.why_pending()}</p> : <Workings explained={explained} law={law} />}
    </div>
  );
}

function Workings({ explained, law }: { explained: EligibilityExplanation; law: Law }) {
  const { arithmetic, readings, changes } = explained;
  return (
    <>
      <section aria-label={m.why_days()}>
        <h2>{m.why_days()}</h2>
        {arithmetic.length === 0 ? <p className="quiet">{m.why_no_days()}</p> : null}
        <ul className="why-lines">
          {arithmetic.map(({ layer, bars, cite, sentence }, index) => (
            <li key={index}>
              <span className="layer">{textOf(law.vocabulary.names.layers[layer])}</span>{" "}
              {m.barred_purpose({ what: textOf(bars) })} <PlaceLink place={cite} />
              <span className="why-day">{textOf(sentence)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={m.why_changes()}>
        <h2>{m.why_changes()}</h2>
        {changes.length === 0 ? <p className="quiet">{m.why_nothing_to_change()}</p> : null}
        <ul className="why-lines">
          {changes.map((sentence, index) => (
            <li key={index}>{textOf(sentence)}</li>
          ))}
        </ul>
      </section>
      <section aria-label={m.why_readings()}>
        <h2>{m.why_readings()}</h2>
        {readings.length === 0 ? (
          <p className="quiet">{m.why_no_readings()}</p>
        ) : (
          <UsedReadings {...{ readings, law }} />
        )}
      </section>
    </>
  );
}

function UsedReadings({ readings, law }: { readings: EligibilityExplanation["readings"]; law: Law }) {
  return (
    <table className="readings-used">
      <thead>
        <tr>
          <th scope="col">{m.reading_question()}</th>
          <th scope="col">{m.reading_used()}</th>
          <th scope="col">{m.reading_otherwise()}</th>
        </tr>
      </thead>
      <tbody>
        {readings.map(({ name, question, cite, inForce, alternatives }) => (
          <tr key={name}>
            <td>
              {textOf(question)} <PlaceLink place={cite} />
            </td>
            <td>{textOf(inForce)}</td>
            <td>
              {alternatives.map(({ option, meaning, answer, until, changes }) => (
                <p key={option}>
                  {textOf(meaning)}{" "}
                  {changes ? (
                    <span className="would-change">
                      {m.reading_changes({
                        answer:
                          until === null
                            ? answerName(law, answer)
                            : m.answer_until({ answer: answerName(law, answer), until }),
                      })}
                    </span>
                  ) : (
                    <span className="quiet">{m.reading_same()}</span>
                  )}
                </p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
