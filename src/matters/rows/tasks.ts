// The desk (工作台): this actor's tasks, and figures that link to lists.
import type { Desk } from "../contract/matters.ts";
import { actIds } from "#casework/acts.ts";
import type { ActId } from "#casework/acts.ts";
import { kinOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { duties } from "#casework/duties.ts";
import { fourEyesFaultOf } from "#casework/four-eyes.ts";
import type { Duty } from "#casework/duties.ts";
import { caseStages, leadStages, openStages } from "#casework/stages.ts";
import type { Transaction } from "#database/database.ts";
import { countMatters, listMatters } from "./matters.ts";
import type { MatterRow } from "./matters.ts";
import { countRestrictions } from "#eligibility/rows/restrictions.ts";
import { compareText } from "#database/compare-text.ts";

/** Leads and cases on which the actor can take the next step, by due day, those without last. `acts` are the steps. */
export async function listTasks(
  trx: Transaction,
  actor: Actor,
  limit: number,
): Promise<{ tasks: (MatterRow & { acts: ActId[] })[]; more: boolean }> {
  const found: (MatterRow & { acts: ActId[] })[] = [];
  let more = false;
  const steps = actIds.filter((act) => isDutyOf(actor, act));
  if (steps.length === 0) return { tasks: [], more: false };
  for (const kind of ["lead", "case"] as const) {
    // Four eyes take some rows out again, so pages are read until there are enough.
    let after: string | null = null;
    let count = 0;
    do {
      const page: Awaited<ReturnType<typeof listMatters>> = await listMatters(trx, actor, {
        kind,
        stages: [],
        steps,
        query: "",
        sort: "dueOn",
        order: "asc",
        limit: limit + 1,
        after,
      });
      const tasks = page.rows
        .map((row) => ({
          ...row,
          acts: row.nextSteps.filter(
            (act) => steps.includes(act) && isGivenTo(actor, act, row) && !breaksFourEyes(actor, act, row.actorsByAct),
          ),
        }))
        .filter((row) => row.acts.length > 0);
      found.push(...tasks);
      count += tasks.length;
      after = page.next;
    } while (after !== null && count <= limit);
    more ||= after !== null;
  }
  found.sort(
    (a, b) =>
      compareText(a.dueOn ?? "9999-12-31", b.dueOn ?? "9999-12-31") ||
      compareText(a.openedOn, b.openedOn) ||
      compareText(a.matterId, b.matterId),
  );
  return { tasks: found.slice(0, limit), more: more || found.length > limit };
}

function isDutyOf(actor: Actor, act: ActId): boolean {
  const duty: Duty = duties[act];
  return duty.roles.some((role) => actor.roles.includes(role));
}

function isGivenTo(actor: Actor, act: ActId, row: MatterRow): boolean {
  const duty: Duty = duties[act];
  return duty.by === undefined || row.assignedTo.includes(actor.accountId);
}

/** Whether an act that forbids them this one was done by this actor, or by hands that count as theirs. */
function breaksFourEyes(actor: Actor, act: ActId, actorsByAct: MatterRow["actorsByAct"]): boolean {
  const duty: Duty = duties[act];
  return duty.notBy.some((other) => fourEyesFaultOf(actor, duty.roles, actorsByAct[other] ?? []) !== null);
}

/** `today` is an ISO day. Restrictions are counted by person, for whoever may read cases at all. */
export async function figuresFor(trx: Transaction, actor: Actor, today: string): Promise<Desk["figures"]> {
  const openLeads = leadStages.filter((stage) => openStages.includes(stage));
  const openCases = caseStages.filter((stage) => openStages.includes(stage) || stage === "effective");
  const leadsOpen = await countMatters(trx, actor, { kind: "lead", stages: openLeads, dueBefore: null });
  const casesOpen = await countMatters(trx, actor, { kind: "case", stages: openCases, dueBefore: null });
  const leadsOverdue = await countMatters(trx, actor, { kind: "lead", stages: openLeads, dueBefore: today });
  const casesOverdue = await countMatters(trx, actor, { kind: "case", stages: openCases, dueBefore: today });
  const { running, ending } = await countRestrictions(trx, today, 90, kinOf(actor));
  return {
    leadsOpen,
    casesOpen,
    leadsOverdue,
    casesOverdue,
    restrictionsRunning: running,
    restrictionsEndingIn90Days: ending,
  };
}
