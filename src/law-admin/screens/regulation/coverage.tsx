// How much of the text carries a rule, in characters, and the key to the marks.
import { marksOf } from "#law/text/clause-marks.ts";
import type { Mark } from "#law/text/clause-marks.ts";
import type { Pack } from "#law/pack/pack.ts";
import { m } from "#web/paraglide/messages.js";
import "./clause-row.css";
import "./coverage.css";

const kinds = ["claimed", "declared", "excused", "unclaimed"] as const satisfies readonly Mark["kind"][];

export function Coverage({ pack }: { pack: Pack }) {
  const counts: Record<Mark["kind"], number> = { claimed: 0, declared: 0, excused: 0, unclaimed: 0, plain: 0 };
  for (const clause of pack.clauses)
    for (const { kind, text } of marksOf(pack, clause)) counts[kind] += Array.from(text).length;
  const names = {
    claimed: m.mark_claimed,
    declared: m.mark_declared,
    excused: m.mark_excused,
    unclaimed: m.mark_unclaimed,
  };
  return (
    <ul className="coverage clause" aria-label={m.coverage_label()}>
      {kinds.map((kind) => (
        <li key={kind}>
          <mark className={kind}>{names[kind]()}</mark> {m.characters({ count: counts[kind] })}
        </li>
      ))}
    </ul>
  );
}
