// The figures of the desk, each a link to the list behind it where the reader may open that list.
import { Link } from "react-router";
import type { z } from "zod";
import { contract } from "#server/contract/contract.ts";
import type { Access } from "#kernel/contract/meta.ts";
import { caseStages, leadStages, openStages } from "#casework/stages.ts";
import { m } from "#web/paraglide/messages.js";
import { countText } from "#web/tables/count.ts";
import { accessOf, readersOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";
import "#web/tables/figures.css";

type Figures = z.output<NonNullable<(typeof contract.matters.tasks)["~orpc"]["outputSchema"]>>["figures"];

const openLeads = leadStages.filter((stage) => openStages.includes(stage));
const runningCases = caseStages.filter(
  (stage) => stage !== "not-opened" && stage !== "closed" && stage !== "ended-without-accountability",
);

const lists: readonly {
  figure: keyof Figures;
  name: () => string;
  to: string;
  access: Access;
}[] = [
  { figure: "leadsOpen", name: m.figure_leads_open, to: `/leads?${stagesIn(openLeads)}`, access: readersOf("lead") },
  { figure: "casesOpen", name: m.figure_cases_open, to: `/cases?${stagesIn(runningCases)}`, access: readersOf("case") },
  {
    figure: "leadsOverdue",
    name: m.figure_leads_overdue,
    to: "/leads?overdue=1&sort=dueOn&order=asc",
    access: readersOf("lead"),
  },
  {
    figure: "casesOverdue",
    name: m.figure_cases_overdue,
    to: "/cases?overdue=1&sort=dueOn&order=asc",
    access: readersOf("case"),
  },
  {
    figure: "restrictionsRunning",
    name: m.figure_restrictions_running,
    to: "/restricted",
    access: accessOf(contract.restrictions.restricted),
  },
  {
    figure: "restrictionsEndingIn90Days",
    name: m.figure_restrictions_ending,
    to: "/restricted?ending=1",
    access: accessOf(contract.restrictions.restricted),
  },
];

export function Figures({ figures }: { figures: Figures }) {
  const me = useMe();
  return (
    <ul className="figures" aria-label={m.figures_label()}>
      {lists.map(({ figure, name, to, access }) => {
        const body = (
          <>
            <strong>{countText(figures[figure])}</strong>
            <span>{name()}</span>
          </>
        );
        return <li key={figure}>{mayUse(me, access) ? <Link to={to}>{body}</Link> : <div>{body}</div>}</li>;
      })}
    </ul>
  );
}

function stagesIn(stages: readonly string[]): string {
  return stages.map((stage) => `stage=${stage}`).join("&");
}
