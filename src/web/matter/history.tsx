// All that was done in a lead or case, newest first: who, when, which act, and what it says.
import { actNames } from "#casework/acts.ts";
import type { MatterView } from "#matters/contract/matters.ts";
import type { Law } from "#law/compile/law.ts";
import { textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { aboutWhom } from "./subject-name.ts";
import { EventText } from "./event-text.tsx";
import { minuteOf } from "../frame/instant.ts";
import { NumberedPager, onOnePage, useNumberedPage } from "../tables/numbered-pages.tsx";
import "./history.css";

/** In a history of several pages only the latest say all they have to say; the others do on a click. */
const unfolded = 3;

export function History({ view, law }: { view: MatterView; law: Law }) {
  const names: Readonly<Record<string, { zh: string; en: string }>> = actNames;
  const pages = useNumberedPage("history", view.history.length);
  const newest = view.history.length - (pages.page - 1) * onOnePage;
  return (
    <section className="history" id="history" aria-label={m.history()}>
      <h2>{m.history()}</h2>
      <ol reversed start={newest}>
        {view.history
          .slice(Math.max(0, newest - onOnePage), newest)
          .toReversed()
          .map((recorded) => {
            const name = names[recorded.act];
            const open = pages.last === 1 || view.history.length - recorded.seq < unfolded;
            return (
              <li key={recorded.seq}>
                <details open={open}>
                  <summary className="history-head">
                    <time dateTime={recorded.at}>{minuteOf(recorded.at)}</time>{" "}
                    <strong>{name === undefined ? recorded.act : textOf(name)}</strong>
                    <span className="quiet">{aboutWhom(view, recorded.event)}</span> <span>{recorded.actorName}</span>{" "}
                    {recorded.onBehalfOf === undefined ? null : (
                      <span className="quiet">{m.on_behalf_of({ name: recorded.onBehalfOf.name })}</span>
                    )}
                  </summary>
                  <EventText event={recorded.event} view={view} law={law} />
                </details>
              </li>
            );
          })}
      </ol>
      <NumberedPager of={pages} />
    </section>
  );
}
