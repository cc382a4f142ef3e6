// The cases drawn by the generator: ordinary ones, closed, spread over the years between those that were chosen.
import { formatDay } from "#law/reckon/days.ts";
import { day, workday } from "./calendar.ts";
import { chosenCases } from "./chosen-cases.ts";
import { demoMatters } from "./matters.ts";
import { demoAccounts } from "./accounts.ts";
import { demoOrganizations } from "./organizations.ts";
import type { DemoOrganization } from "./organizations.ts";
import { demoPersons } from "./persons.ts";
import type { DemoPerson } from "./persons.ts";
import { closedCase, person } from "./plan.ts";
import type { CasePlan } from "./plan.ts";
import { dice } from "./seeded.ts";
import type { Dice } from "./seeded.ts";

/** With the chosen ones this makes 120. */
const count = 22;

/** What most cases end with. */
const measuresGiven: readonly (readonly string[])[] = [
  ["criticism-education"],
  ["criticism-education"],
  ["criticism-education"],
  ["self-examination"],
  ["self-examination"],
  ["circulated-criticism"],
  ["circulated-criticism"],
  ["criticism-education", "self-examination"],
  ["circulated-criticism", "self-examination"],
  ["admonition"],
  ["admonition"],
  ["admonition"],
  ["admonition"],
  ["admonition"],
  ["admonition"],
  ["criticism-education"],
  ["circulated-criticism"],
  ["transfer"],
  ["transfer"],
  ["ordered-resignation"],
  ["demotion"],
  ["removal"],
];

export const drawnCases: readonly CasePlan[] = draw();

function draw(): CasePlan[] {
  const chosen = dice("其余案件");
  const taken = new Set([
    ...chosenCases.flatMap(({ subjects }) => subjects.map(({ of }) => of)),
    ...demoAccounts.flatMap((one) => (one.person === null ? [] : [one.person])),
  ]);
  const given = chosen.shuffled(measuresGiven);
  const matters = chosen.shuffled(demoMatters);
  const [first, last] = [day("2019-09-10"), day("2026-05-20")];
  return Array.from({ length: count }, (_, index) => {
    const matter = matters[index % matters.length] ?? chosen.pick(demoMatters);
    const measures = given[index] ?? ["admonition"];
    const subject = drawPerson(chosen, matter.where, measures, taken);
    taken.add(subject.key);
    const decidedOn = workday(first + Math.round(((last - first) * index) / count) + chosen.between(0, 60));
    return closedCase(
      matter.circumstance,
      subject.organization,
      formatDay(decidedOn),
      [person(subject.key, measures)],
      {
        leads: chosen.pick([0, 1, 1, 1, 2]),
      },
    );
  });
}

/** Nobody is demoted from the lowest level. */
function drawPerson(
  chosen: Dice,
  where: readonly string[],
  measures: readonly string[],
  taken: ReadonlySet<string>,
): DemoPerson {
  const lowest = measures.includes("demotion") ? "科员级" : null;
  const fits = ({ key, role }: DemoOrganization) => where.includes(key) || where.includes(role);
  const units = new Set(demoOrganizations.filter(fits).map(({ key }) => key));
  return chosen.pick(
    demoPersons.filter(
      ({ key, seat, organization }) =>
        units.has(organization) &&
        seat.leading &&
        seat.managedBy !== "city" &&
        seat.level !== lowest &&
        !taken.has(key),
    ),
  );
}
