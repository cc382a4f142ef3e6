// The steps of leads: those that a case rests on, and those that led to none.
import { formatDay } from "#law/reckon/days.ts";
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
  for (const [index, { way, day, dueOn }] of plan.disposals.entries()) {
    if (index > 0)
      act("record-lead-result", officerOf(dice), workday(day), {
        on: formatDay(workday(day)),
        result: "已与有关人员谈话、调阅材料，反映的问题未发现有应当问责的情形。",
      });
    act("dispose-lead", officerOf(dice), workday(day), {
      way,
      reasons: disposalReasons(dice, way),
      on: formatDay(workday(day)),
      dueOn: dueOn === null ? null : formatDay(dueOn),
    });
  }
  return { id, steps };
}

/** Who registers: superior orders come through the General Office, petitions through it, the officers or the unit's own liaison. */
export function registrarOf(dice: Dice, source: LeadSource, unit: string): string {
  if (source === "superior-order" || source === "supervision") return "bangongshi";
  if (source !== "petition" && source !== "complaint" && source !== "own-finding") return officerOf(dice);
  const liaison = liaisons.find(([of]) => unit === of || unit.startsWith(`${of}-`))?.[1];
  return liaison ?? dice.pick(["bangongshi", "jijian", "jijian2"]);
}

const liaisons = [
  ["songxi", "lianluo"],
  ["yingji", "lianluo2"],
] as const;

export function officerOf(dice: Dice): string {
  return dice.pick(["jijian", "jijian2"]);
}
