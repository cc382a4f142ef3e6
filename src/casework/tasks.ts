// Whose task a matter is: the next acts of its stage, for the roles whose duty they are.
import type { ActId } from "./act-names.ts";
import { duties } from "./duties.ts";
import type { Duty } from "./duties.ts";
import type { Role } from "./roles.ts";
import { caseStages, leadStages, nextActsAt } from "./stages.ts";
import type { Stage } from "./stages.ts";

/** The next acts at this stage that fall to one of these roles. */
export function taskActsOf(roles: readonly Role[], stage: Stage): ActId[] {
  return nextActsAt[stage].filter((act) => {
    const duty: Duty = duties[act];
    return duty.roles.some((role) => roles.includes(role));
  });
}

/** The stages at which these roles have something to do next. */
export function taskStagesOf(roles: readonly Role[]): Stage[] {
  return [...leadStages, ...caseStages].filter((stage) => taskActsOf(roles, stage).length > 0);
}

/** Days before the due day from which a lamp is yellow. */
export const yellowDays = 7;
export type Lamp = "green" | "yellow" | "red" | "none";

/** The lamp of a due day; both in integer days. On the due day itself there is still time: yellow. */
export function lampOf(dueOn: number | null, today: number): Lamp {
  if (dueOn === null) return "none";
  if (today > dueOn) return "red";
  return dueOn - today <= yellowDays ? "yellow" : "green";
}
