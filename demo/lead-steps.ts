// The steps of leads: those that a case rests on, and those that led to none.
import { formatDay } from "#law/days.ts";
import type { LeadSource, LeadWay } from "#casework/events.ts";
import { workday } from "./calendar.ts";
import { disposalReasons } from "./prose.ts";
import { uuid } from "./seeded.ts";
import type { Dice } from "./seeded.ts";
import { story } from "./steps.ts";
import type { Step } from "./steps.ts";

export type ConcernedInput = { name: string; unit: string; personId: string | null };
export type Disposal = { way: LeadWay; day: number; dueOn: number | null };
export type LeadPlan = {
  source: LeadSource;
  receivedOn: number;
  registeredOn: number;
  registeredBy: string;
  summary: string;
  concerned: readonly ConcernedInput[];
  disposals: readonly Disposal[];
};

/** One lead from its registration through its disposals. */
export function leadSteps(dice: Dice, plan: LeadPlan): { id: string; steps: Step[] } {
  const id = uuid(dice);
  const { steps, act } = story(id, () => uuid(dice));
  act("register-lead", plan.registeredBy, plan.registeredOn, {
    source: plan.source,
    receivedOn: formatDay(plan.receivedOn),
    summary: plan.summary,
    concerned: [...plan.concerned],
  });
  for (const { way, day, dueOn } of plan.disposals) {
    act("dispose-lead", officerOf(dice), workday(day), {
      way,
      reasons: disposalReasons(dice, way),
      on: formatDay(workday(day)),
      dueOn: dueOn === null ? null : formatDay(dueOn),
    });
  }
  return { id, steps };
}

/** Who registers: petitions and superior orders come through the General Office, the rest to the officers. */
export function registrarOf(dice: Dice, source: LeadSource): string {
  if (source === "superior-order" || source === "supervision") return "bangongshi";
  if (source === "petition" || source === "complaint") return dice.pick(["bangongshi", "jijian", "jijian2", "lianluo"]);
  return officerOf(dice);
}

export function officerOf(dice: Dice): string {
  return dice.pick(["jijian", "jijian2"]);
}
