// What was done about a body, the latest first, with what was written.
import type { BodyView } from "../contract.ts";
import { bodyActNames } from "../rules/body-names.ts";
import type { BodyEvent } from "../rules/body.ts";
import type { Law } from "#law/compile/law.ts";
import { listed, named, textOf, withAside } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { bodyName } from "#web/fields/body-field.tsx";
import { EvidenceList } from "#web/matter/evidence-list.tsx";
import { minuteOf } from "#web/frame/instant.ts";
import { measureNames } from "#web/law/measure-names.ts";
import "#web/matter/history.css";

export function BodyHistory({ view, law }: { view: BodyView; law: Law }) {
  if (view.history.length === 0) return null;
  return (
    <section className="history">
      <h2>{m.history()}</h2>
      <ol>
        {[...view.history].reverse().map(({ seq, at, act, actorName, onBehalfOf, event }) => (
          <li key={seq}>
            <p className="history-head">
              <strong>{textOf(bodyActNames[act])}</strong>{" "}
              {onBehalfOf === undefined ? actorName : withAside(actorName, m.on_behalf_of({ name: onBehalfOf.name }))}{" "}
              <time dateTime={at}>{minuteOf(at)}</time>
            </p>
            <p className="long-text">{linesOf(event, law).join("\n")}</p>
            {"evidence" in event ? (
              <EvidenceList organizationId={view.organization.id} evidence={event.evidence} />
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

function linesOf(event: BodyEvent, law: Law): string[] {
  switch (event.type) {
    case "body-found":
      return [
        named(
          event.finding === "several" ? m.finding_several() : m.finding_no_normal_work(),
          event.found ? m.found_so() : m.found_not_so(),
        ),
        named(m.reasons(), event.reasons),
      ];
    case "reform-proposed":
      return [
        `${event.on} ${bodyName(law, event.body)} ${measureNames(law, [event.measure])}`,
        named(m.reasons(), event.reasons),
      ];
    case "reform-deliberated":
      return [
        `${event.on} ${bodyName(law, event.body)} ${event.topic}`,
        named(m.attendance(), listed(event.attendance)),
        m.votes_text({ votesFor: event.votesFor, votesAgainst: event.votesAgainst, abstentions: event.abstentions }),
        named(m.deliberation_result(), event.result),
        named(m.deliberation_minutes(), event.minutes),
      ];
    case "reform-decided":
      return [
        `${event.on} ${bodyName(law, event.body)} ${event.documentNumber} ${measureNames(law, [event.measure])}`,
        ...(event.departure === null ? [] : [named(m.departure(), event.departure)]),
      ];
    case "reform-declined":
      return [named(m.reasons(), event.reasons)];
    case "follow-up-completed":
      return [`${event.on} ${event.note}`];
  }
}
