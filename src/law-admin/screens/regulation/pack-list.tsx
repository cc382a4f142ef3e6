// Every text that is here: the regulation, the upper norms with their days, and packs that are kept beside them.
import { Link } from "react-router";
import { textOf } from "#web/language.ts";
import type { Packs } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import "./pack-list.css";

type Entry = { id: string; short: { zh: string; en: string } };

export function PackList({ packs, current }: { packs: Packs; current: string }) {
  return (
    <nav aria-label={m.packs_label()} className="packs">
      <Row name={m.packs_regulation()} entries={[packs.regulation]} current={current} />
      <Row name={m.packs_upper()} entries={packs.upper} current={current} />
      <Row name={m.packs_others()} entries={packs.others} current={current} />
    </nav>
  );
}

function Row({ name, entries, current }: { name: string; entries: readonly Entry[]; current: string }) {
  if (entries.length === 0) return null;
  return (
    <div className="packs-row">
      <span className="packs-name">{name}</span>
      <ul>
        {entries.map((one) => (
          <li key={one.id}>
            <Link to={`/regulation/${one.id}`} aria-current={one.id === current ? "page" : undefined}>
              {textOf(one.short)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
