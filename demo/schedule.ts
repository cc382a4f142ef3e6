// On which day each milestone of a case fell, counted from the one day that the plan fixes.
import { day, workday } from "./calendar.ts";
import { milestones } from "./plan.ts";
import type { CasePlan, Milestone } from "./plan.ts";
import type { Dice } from "./seeded.ts";

/** Days from the milestone before, at least and at most. */
const gaps: Record<Milestone, readonly [number, number]> = {
  received: [0, 0],
  registered: [0, 2],
  disposed: [1, 4],
  requested: [14, 40],
  approved: [1, 5],
  subjects: [1, 3],
  facts: [7, 20],
  results: [2, 8],
  circumstances: [1, 4],
  heard: [2, 7],
  proposed: [2, 7],
  deliberated: [4, 12],
  decided: [0, 2],
  served: [1, 3],
  effective: [0, 4],
  circulated: [2, 7],
  arranged: [1, 8],
  closed: [14, 40],
};

export type Schedule = Readonly<Record<Milestone, number>>;

/** Days on which the office worked, never falling; the anchored day stays as it is given. */
export function scheduleOf(dice: Dice, { anchor }: CasePlan): Schedule {
  const offsets: number[] = [];
  for (const milestone of milestones) offsets.push((offsets.at(-1) ?? 0) + dice.between(...gaps[milestone]));
  const anchored = milestones.indexOf(anchor.milestone);
  const fixed = day(anchor.on);
  const days = offsets.map((offset, index) => {
    const moved = workday(fixed + offset - (offsets[anchored] ?? 0));
    if (index === anchored) return fixed;
    return index < anchored ? Math.min(moved, fixed) : Math.max(moved, fixed);
  });
  return Object.fromEntries(milestones.map((milestone, index) => [milestone, days[index] ?? fixed])) as Schedule; // one entry for each milestone
}
