// Sixty leads that led to no case: settled, shelved, still being looked into, or waiting to be disposed of.
import type { LeadWay } from "#casework/events.ts";
import { chosenCases } from "./chosen-cases.ts";
import { day, today, workday } from "./calendar.ts";
import { organizationOf } from "./telling.ts";
import { drawnCases } from "./drawn-cases.ts";
import { leadSteps, registrarOf } from "./lead-steps.ts";
import type { ConcernedInput, Disposal } from "./lead-steps.ts";
import { demoMatters, places } from "./matters.ts";
import type { Scene } from "./matters.ts";
import { demoOrganizations } from "./organizations.ts";
import { demoPersons } from "./persons.ts";
import { dice } from "./seeded.ts";
import type { Dice } from "./seeded.ts";
import type { Step } from "./steps.ts";

/** Where a lead stands today. Days of the open ones are counted back from today; `due` is days from today. */
type Standing =
  | { last: "settlement"; after: LeadWay | null }
  | { last: "shelving" }
  | { last: "under-way"; way: LeadWay; due: number }
  | { last: "none"; ago: number };

const standings: readonly Standing[] = [
  ...times(16, { last: "settlement", after: null }),
  ...times(7, { last: "settlement", after: "talk-inquiry" }),
  ...times(7, { last: "settlement", after: "preliminary-verification" }),
  ...times(12, { last: "shelving" }),
  ...[-18, -3, 0, 4, 11, 30].map((due): Standing => ({ last: "under-way", way: "talk-inquiry", due })),
  ...[-9, 2, 7, 8, 25, 44].map((due): Standing => ({ last: "under-way", way: "preliminary-verification", due })),
  ...[12, 7, 5, 3, 2, 0].map((ago): Standing => ({ last: "none", ago })),
];

/** One of them names nobody: the summary says only what happened and where. */
const namelessAt = 3;

const inCases = new Set([...chosenCases, ...drawnCases].flatMap(({ subjects }) => subjects.map(({ of }) => of)));

export const loneLeads: readonly Step[][] = standings.map((standing, index) => loneLead(standing, index).steps);

function loneLead(standing: Standing, index: number): { steps: Step[] } {
  const chosen = dice(`线索 ${index}`);
  const matter = chosen.pick(demoMatters);
  const units = demoOrganizations.filter(({ key, role }) => matter.where.includes(key) || matter.where.includes(role));
  const unit = organizationOf(chosen.pick(units).key);
  const scene: Scene = {
    unit: unit.name,
    who: unit.name,
    place: chosen.pick(places),
    period: "",
    n: chosen.between(2, 7),
    m: chosen.between(10, 120),
    days: chosen.between(15, 90),
  };
  const source = chosen.pick(matter.sources);
  const nameless = index === namelessAt;
  const { received, disposals } = courseOf(chosen, standing);
  return leadSteps(chosen, {
    source,
    receivedOn: received,
    registeredOn: workday(received),
    registeredBy: registrarOf(chosen, source, unit.key),
    disposals,
    summary: nameless
      ? `匿名反映${scene.place}一带夜间施工扰民，多次投诉无人处理，未说明责任单位和责任人。`
      : matter.lead(scene),
    concerned: nameless ? [] : concernedOf(chosen, unit.key, unit.name, standing),
  });
}

/** Shelved and open leads make whoever they concern wait, so few of them name a registered person. */
function concernedOf(chosen: Dice, key: string, unit: string, standing: Standing): ConcernedInput[] {
  const wait = standing.last === "shelving" || standing.last === "settlement" ? 35 : 60;
  const free = demoPersons.filter(
    (one) => one.organization === key && one.seat.leading && one.seat.managedBy !== "city" && !inCases.has(one.key),
  );
  if (free.length === 0 || !chosen.chance(wait)) return [{ name: "有关负责人", unit, personId: null }];
  const { name, id } = chosen.pick(free);
  return [{ name, unit, personId: id }];
}

function courseOf(chosen: Dice, standing: Standing): { received: number; disposals: Disposal[] } {
  const now = day(today);
  if (standing.last === "none") return { received: workday(now - standing.ago - 1), disposals: [] };
  if (standing.last === "under-way") {
    const dueOn = now + standing.due;
    const disposed = Math.min(workday(dueOn - 60), workday(now - 3));
    return { received: disposed - 6, disposals: [{ way: standing.way, day: disposed, dueOn }] };
  }
  const received = workday(chosen.between(day("2019-05-06"), day("2026-08-10")));
  const disposed = workday(received + chosen.between(2, 6));
  if (standing.last === "shelving") return { received, disposals: [{ way: "shelving", day: disposed, dueOn: null }] };
  const ways: LeadWay[] = standing.after === null ? ["settlement"] : [standing.after, "settlement"];
  return {
    received,
    disposals: ways.map((way, at) => ({
      way,
      day: workday(disposed + at * chosen.between(25, 55)),
      dueOn: way === "settlement" ? null : workday(disposed + 60),
    })),
  };
}

function times(count: number, one: Standing): Standing[] {
  return Array.from({ length: count }, () => one);
}
