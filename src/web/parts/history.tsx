// All that was done in a lead or case, newest first: who, when, which act, and what it says.
import { actNames } from "#casework/act-names.ts";
import type { MatterView } from "#api/matters.ts";
import type { Law } from "#law/law.ts";
import { textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { EventText } from "./event-text.tsx";
import { minuteOf } from "./instant.ts";

export function History({ view, law }: { view: MatterView; law: Law }) {
  const names: Readonly<Record<string, { zh: string; en: string }>> = actNames;
  return (
    <section className="history" aria-label={m.history()}>
      <h2>{m.history()}</h2>
      <ol reversed>
        {[...view.history].reverse().map((recorded) => {
          const name = names[recorded.act];
          return (
            <li key={recorded.seq}>
              <p className="history-head">
                <time dateTime={recorded.at}>{minuteOf(recorded.at)}</time>{" "}
                <strong>{name === undefined ? recorded.act : textOf(name)}</strong> <span>{recorded.actorName}</span>
              </p>
              <EventText event={recorded.event} view={view} law={law} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
