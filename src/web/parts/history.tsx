// All that was done in a lead or case, newest first: who, when, which act, and what it says.
import { Button } from "antd";
import { actNames } from "#casework/act-names.ts";
import type { MatterView } from "#api/matters.ts";
import type { Law } from "#law/law.ts";
import { textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { aboutWhom } from "./subject-name.ts";
import { EventText } from "./event-text.tsx";
import { minuteOf } from "./instant.ts";
import { useUrlState } from "./url-state.ts";

/** So many on one page. */
const shown = 20;
/** In a history of several pages only the latest say all they have to say; the others do on a click. */
const unfolded = 3;

export function History({ view, law }: { view: MatterView; law: Law }) {
  const names: Readonly<Record<string, { zh: string; en: string }>> = actNames;
  const url = useUrlState();
  const last = Math.max(1, Math.ceil(view.history.length / shown));
  const page = Math.min(last, Math.max(1, Math.trunc(Number(url.one("history"))) || 1));
  const newest = view.history.length - (page - 1) * shown;
  return (
    <section className="history" id="history" aria-label={m.history()}>
      <h2>{m.history()}</h2>
      <ol reversed start={newest}>
        {view.history
          .slice(Math.max(0, newest - shown), newest)
          .toReversed()
          .map((recorded) => {
            const name = names[recorded.act];
            const open = last === 1 || view.history.length - recorded.seq < unfolded;
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
      {last === 1 ? null : (
        <nav className="key-pager" aria-label={m.pager_label()}>
          <output>{m.pager_count({ count: view.history.length, page })}</output>
          <Button disabled={page === 1} onClick={() => url.set({ history: page === 2 ? "" : String(page - 1) })}>
            {m.pager_previous()}
          </Button>
          <Button disabled={page === last} onClick={() => url.set({ history: String(page + 1) })}>
            {m.pager_next()}
          </Button>
        </nav>
      )}
    </section>
  );
}
