// Bar by bar what each layer says from today on, and which of the two governs: the one that ends later.
import type { RestrictionView } from "#eligibility/contract/restriction-view.ts";
import type { Law } from "#law/compile/law.ts";
import { CitationLine } from "../law/citation.tsx";
import { textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { purposeName } from "../law/purpose-name.ts";
import "./clauses.css";
import "./layers-table.css";

type Props = { restrictions: readonly RestrictionView[]; today: string; law: Law };

export function LayersTable({ restrictions, today, law }: Props) {
  const running = restrictions.filter(({ until }) => until >= today);
  const bars = [...new Set(running.map((one) => one.bars))];
  if (bars.length === 0) return <p className="quiet">{m.layers_none_running()}</p>;
  const { layers } = law.vocabulary.names;
  return (
    <table className="clauses layers" aria-label={m.layers_summary()}>
      <thead>
        <tr>
          <th scope="col">{m.bars()}</th>
          <th scope="col">{textOf(layers.regulation)}</th>
          <th scope="col">{textOf(layers.upper)}</th>
          <th scope="col">{m.layers_governs()}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => {
          const [regulation, upper] = (["regulation", "upper"] as const).map((layer) =>
            latest(running.filter((one) => one.bars === bar && one.layer === layer)),
          );
          const governing = latest([regulation, upper].filter((one) => one !== undefined));
          return (
            <tr key={bar}>
              <th scope="row">{purposeName(law, bar)}</th>
              <td>
                <Side one={regulation} />
              </td>
              <td>
                <Side one={upper} />
              </td>
              <td>
                <strong>{governing?.until}</strong>{" "}
                {governing === undefined ? null : <span className="layer">{textOf(layers[governing.layer])}</span>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Side({ one }: { one: RestrictionView | undefined }) {
  if (one === undefined) return <span className="quiet">{m.none()}</span>;
  return (
    <>
      {m.until_day({ until: one.until })}
      <p className="quiet">
        {textOf(one.cause)} · <CitationLine citation={one.cite} />
      </p>
      {one.note === null ? null : <p>{m.note_text({ note: textOf(one.note) })}</p>}
    </>
  );
}

/** The one that ends last; of two that end together the first, which is the regulation's. */
function latest(list: readonly RestrictionView[]): RestrictionView | undefined {
  return list.reduce<RestrictionView | undefined>(
    (last, one) => (last === undefined || one.until > last.until ? one : last),
    undefined,
  );
}
