// The desk (工作台): what waits for this actor, and figures that lead to lists.
import type { ActId } from "#casework/act-names.ts";
import type { Actor } from "#casework/actor.ts";
import type { Transaction } from "./database.ts";
import type { MatterRow } from "./matters.ts";
import type { Count } from "./page.ts";

/** Leads and cases on which the actor can take the next step, by due day, those without last. `acts` are the steps. */
export async function listTasks(
  _trx: Transaction,
  _actor: Actor,
  _limit: number,
): Promise<{ tasks: (MatterRow & { acts: ActId[] })[]; more: boolean }> {
  throw new Error("being written");
}

/** `today` is an ISO day. */
export async function figuresFor(
  _trx: Transaction,
  _actor: Actor,
  _today: string,
): Promise<{
  leadsOpen: Count;
  casesOpen: Count;
  overdue: Count;
  restrictionsRunning: Count;
  restrictionsEndingIn90Days: Count;
}> {
  throw new Error("being written");
}
