// Each office with what is open, overdue and soon due there; each figure a button that gets its list.
import type { z } from "zod";
import type { contract } from "#server/contract/contract.ts";
import type { Law } from "#law/compile/law.ts";
import { m } from "#web/paraglide/messages.js";
import { bodyName } from "#web/fields/body-field.tsx";
import { countText } from "#web/tables/count.ts";
import "./office-figures.css";

type Figures = z.output<NonNullable<(typeof contract.supervision.figures)["~orpc"]["outputSchema"]>>["offices"];
type Props = {
  law: Law;
  figures: Figures;
  office: string | null;
  due: string;
  onChoose: (chosen: { office: string; due: string }) => void;
};

export function OfficeFigures({ law, figures, office, due, onChoose }: Props) {
  return (
    <ul className="office-figures" aria-label={m.supervision_offices()}>
      {figures.map(({ name, open, overdue, soon }) => (
        <li key={name} aria-current={name === office ? "true" : undefined}>
          <strong>{bodyName(law, name)}</strong>
          <span>
            {(
              [
                ["all", open, m.figure_open],
                ["overdue", overdue, m.figure_overdue],
                ["soon", soon, m.figure_soon],
              ] as const
            ).map(([state, count, label]) => (
              <button
                key={state}
                type="button"
                className={`office-figure office-figure-${count.value === 0 ? "none" : state}`}
                aria-pressed={name === office && due === state}
                onClick={() => onChoose({ office: name, due: state === "all" ? "" : state })}
              >
                {label({ count: countText(count) })}
              </button>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
