// What can be done next, and for what cannot: why not, and where that is written.
import { Link } from "react-router";
import { actNames } from "#casework/acts.ts";
import type { ActId } from "#casework/acts.ts";
import { possibleActs } from "#casework/decide.ts";
import type { Matter } from "#casework/replay.ts";
import { actAllowedAt } from "#casework/stages.ts";
import { nextStepsOf } from "#casework/execution/tasks.ts";
import { citationKey } from "#law/text/citation.ts";
import type { Law } from "#law/compile/law.ts";
import type { Refusal } from "#law/refusal.ts";
import { textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { standingOf, useMe } from "../session.ts";
import { CitationBlock, CitationLink } from "../law/citation.tsx";
import { LinkButton } from "../frame/link-button.tsx";
import { pathOfMatter } from "./matter-link.tsx";
import "./possible-acts.css";

type Offer = { act: ActId; refusals: Refusal[] };

/** Of what others do at this stage so much stands open; more is folded away. */
const othersShown = 3;

/** `more` are what can be done from here beside the acts on this matter. */
type Props = { law: Law; matter: Matter; more?: readonly { name: string; to: string }[] };

export function PossibleActs({ law, matter, more = [] }: Props) {
  const offers = possibleActs(standingOf(law, useMe()), matter);
  const next = nextStepsOf(law, matter);
  const mine = offers.filter(({ refusals }) => refusals.length === 0);
  const due = mine.filter(({ act }) => next.includes(act));
  const pathTo = (act: ActId) => `${pathOfMatter(matter.kind, matter.id)}/acts/${act}`;
  const free = [
    ...mine
      .filter(({ act }) => !next.includes(act))
      .map(({ act }) => ({ name: textOf(actNames[act]), to: pathTo(act) })),
    ...more,
  ];
  const others = offers.filter(({ act, refusals }) => refusals.length > 0 && actAllowedAt(matter.stage, act));
  const later = offers.filter(({ act, refusals }) => refusals.length > 0 && !actAllowedAt(matter.stage, act));
  return (
    <section className="possible-acts" aria-label={m.possible_acts()}>
      <h2>{m.possible_acts()}</h2>
      {due.length + free.length === 0 ? <p>{others.length > 0 ? m.nothing_for_you_now() : m.nothing_left()}</p> : null}
      <ul className="act-buttons">
        {due.map(({ act }) => (
          <li key={act}>
            <LinkButton to={pathTo(act)} primary>
              {textOf(actNames[act])}
            </LinkButton>
          </li>
        ))}
      </ul>
      {free.length > 0 ? (
        <>
          {due.length > 0 ? <h3>{m.acts_free()}</h3> : null}
          <ul className="free-acts">
            {free.map(({ name, to }) => (
              <li key={to}>
                <Link to={to}>{name}</Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {others.length > othersShown ? (
        <details>
          <summary>{m.acts_of_others_folded({ count: others.length })}</summary>
          <Refused offers={others} />
        </details>
      ) : null}
      {others.length > 0 && others.length <= othersShown ? (
        <>
          <h3>{m.acts_of_others()}</h3>
          <Refused offers={others} />
        </>
      ) : null}
      {later.length > 0 ? (
        <details>
          <summary>{m.acts_not_now({ count: later.length })}</summary>
          <Refused offers={later} />
        </details>
      ) : null}
    </section>
  );
}

/** Where all are refused by the same words, those stand once below. */
function Refused({ offers }: { offers: readonly Offer[] }) {
  const sources = offers.flatMap(({ refusals }) => refusals.map(({ source }) => source));
  const [first] = sources;
  const same =
    sources.length > 1 &&
    first != null &&
    sources.every((source) => source !== null && citationKey(source) === citationKey(first));
  return (
    <>
      <ul className="refused-acts">
        {offers.map(({ act, refusals }) => (
          <li key={act}>
            <button type="button" disabled aria-describedby={`why-not-${act}`}>
              {textOf(actNames[act])}
            </button>
            <div id={`why-not-${act}`}>
              {refusals.map(({ code, message, source }) => (
                <p key={code}>
                  {textOf(message)} {source === null || same ? null : <CitationLink citation={source} />}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {same ? <CitationBlock citation={first} /> : null}
    </>
  );
}
