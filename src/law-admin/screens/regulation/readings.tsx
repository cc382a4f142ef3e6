// What the text leaves open, how it is read here, and by which interpretation.
import { Link } from "react-router";
import { formatDay, parseDay } from "#law/reckon/days.ts";
import { changeOn, readingOn } from "#law/compile/interpretation.ts";
import { textOf } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { CitationLink } from "#web/law/citation.tsx";
import { useMe } from "#web/session.ts";
import { clauseCitation } from "../interpretations/clause-citation.ts";
import "#web/tables/clauses.css";
import "./readings.css";

export function Readings() {
  const law = useLaw();
  const today = parseDay(useMe().today) ?? 0;
  const { settings } = law.regulation;
  if (settings.length === 0) return null;
  return (
    <section aria-label={m.readings()}>
      <h2 id="readings">{m.readings()}</h2>
      <table className="clauses readings">
        <thead>
          <tr>
            <th scope="col">{m.reading_question()}</th>
            <th scope="col">{m.reading_options()}</th>
          </tr>
        </thead>
        <tbody>
          {settings.map(({ name, question, cite, options }) => (
            <tr key={name}>
              <td>
                {textOf(question)} <CitationLink citation={clauseCitation(law, cite)} /> <code>{name}</code>
              </td>
              <td>
                <ul className="plain-list">
                  {Object.entries(options).map(([option, meaning]) =>
                    option === readingOn(law, name, today) ? (
                      <li key={option}>
                        <strong>{m.reading_in_force({ meaning: textOf(meaning) })}</strong> <ByWhich name={name} />
                      </li>
                    ) : (
                      <li key={option}>
                        {textOf(meaning)} <Link to={`/what-if?reading=${name}:${option}`}>{m.reading_try()}</Link>
                      </li>
                    ),
                  )}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );

  function ByWhich({ name }: { name: string }) {
    const change = changeOn(law, name, today);
    if (change === null) return null;
    const { id, number } = change.interpretation;
    return (
      <>
        <Link to={`/interpretations/${encodeURIComponent(id)}`}>{m.reading_by({ number })}</Link>{" "}
        <span className="quiet">{m.reading_from({ from: formatDay(change.from) })}</span>
      </>
    );
  }
}
