// What the steps of one case share while it is told, and the registry as the steps look things up in it.
import type { Actor } from "#casework/actor.ts";
import type { CaseStage } from "#casework/stages.ts";
import { demoAccounts } from "./accounts.ts";
import { day, today } from "./calendar.ts";
import type { DemoMatter, Scene } from "./matters.ts";
import { demoOrganizations } from "./organizations.ts";
import type { DemoOrganization } from "./organizations.ts";
import { demoPersons } from "./persons.ts";
import type { DemoPerson } from "./persons.ts";
import type { CasePlan, SubjectPlan } from "./plan.ts";
import type { Schedule } from "./schedule.ts";
import { dice, uuid } from "./seeded.ts";
import type { Dice } from "./seeded.ts";
import type { Story } from "./steps.ts";

/** A subject as the steps need it: who it is in the registry, and its id within the case. */
export type Player = SubjectPlan & { id: string; registryId: string; name: string; level: string | null };

/** All that the steps of one case share. */
export type Telling = {
  dice: Dice;
  plan: CasePlan;
  matter: DemoMatter;
  scene: Scene;
  days: Schedule;
  conduct: { from: number; to: number };
  players: readonly Player[];
  story: Story;
  /** The officer who keeps the case. */
  officer: string;
  /** Whether the case got as far as this stage. */
  reached: (stage: CaseStage) => boolean;
};

const organizations = new Map(demoOrganizations.map((one) => [one.key, one]));
const persons = new Map(demoPersons.map((one) => [one.key, one]));
const organizationIds = new Map(demoOrganizations.map(({ key }) => [key, uuid(dice(`单位 ${key}`))]));

export function organizationOf(key: string): DemoOrganization & { id: string } {
  const [found, id] = [organizations.get(key), organizationIds.get(key)];
  if (found === undefined || id === undefined) throw new RangeError(`no organization ${key}`);
  return { ...found, id };
}

export function personOf(key: string): DemoPerson {
  const found = persons.get(key);
  if (found === undefined) throw new RangeError(`no person ${key}`);
  return found;
}

/** Nothing is done after the day on which the demonstration stands. */
export function notAfterToday(when: number): boolean {
  return when <= day(today);
}

/** The demonstration account as an actor, by its account name. */
export function actorOf(account: string): Actor {
  const found = demoAccounts.find((one) => one.account === account);
  if (found === undefined) throw new RangeError(`no account ${account}`);
  const person = found.person === null ? null : personOf(found.person);
  return {
    accountId: found.id,
    name: person?.name ?? found.name ?? account,
    roles: found.roles,
    personId: person?.id ?? null,
    relativeIds: [],
    kinAccountIds: [],
    delegations: [],
    organizationId: organizationOf(found.organization).id,
  };
}
