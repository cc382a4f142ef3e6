// The figures of the desk, each a link to the list behind it where the reader may open that list.
import { Link } from "react-router";
import type { z } from "zod";
import type { contract } from "#api/contract.ts";
import { readings } from "#casework/duties.ts";
import { caseStages, leadStages, openStages } from "#casework/stages.ts";
import { m } from "../../paraglide/messages.js";
import { countText } from "../../parts/count.ts";
import { useMe } from "../../session.tsx";
import type { Me } from "../../session.tsx";

type Figures = z.output<NonNullable<(typeof contract.matters.tasks)["~orpc"]["outputSchema"]>>["figures"];

const openLeads = leadStages.filter((stage) => openStages.includes(stage));
const runningCases = caseStages.filter(
  (stage) => stage !== "not-opened" && stage !== "closed" && stage !== "ended-without-accountability",
);

const lists: readonly {
  figure: keyof Figures;
  name: () => string;
  to: string | null;
  readers: "lead" | "case" | null;
}[] = [
  { figure: "leadsOpen", name: m.figure_leads_open, to: `/leads?${stagesIn(openLeads)}`, readers: "lead" },
  { figure: "casesOpen", name: m.figure_cases_open, to: `/cases?${stagesIn(runningCases)}`, readers: "case" },
  {
    figure: "overdue",
    name: m.figure_overdue,
    to: `/cases?${stagesIn(runningCases)}&sort=dueOn&order=asc`,
    readers: "case",
  },
  { figure: "restrictionsRunning", name: m.figure_restrictions_running, to: null, readers: null },
  { figure: "restrictionsEndingIn90Days", name: m.figure_restrictions_ending, to: null, readers: null },
];

export function Figures({ figures }: { figures: Figures }) {
  const me = useMe();
  return (
    <ul className="figures" aria-label={m.figures_label()}>
      {lists.map(({ figure, name, to, readers }) => {
        const body = (
          <>
            <strong>{countText(figures[figure])}</strong>
            <span>{name()}</span>
          </>
        );
        return (
          <li key={figure}>
            {to !== null && readers !== null && reads(me, readers) ? <Link to={to}>{body}</Link> : <div>{body}</div>}
          </li>
        );
      })}
    </ul>
  );
}

function reads(me: Me, kind: "lead" | "case"): boolean {
  return me.roles.some((role) => readings[role][kind].reach !== "none");
}

function stagesIn(stages: readonly string[]): string {
  return stages.map((stage) => `stage=${stage}`).join("&");
}
