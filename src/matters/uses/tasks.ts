// The desk (工作台): this actor's tasks with their due status, and figures that link to lists.
import type { Desk } from "../contract/matters.ts";
import type { Actor } from "#casework/actor.ts";
import { inTransaction } from "#database/database.ts";
import { figuresFor, listTasks } from "../rows/tasks.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { ledgerRowOf } from "./ledgers.ts";
import { todayOf } from "#kernel/time.ts";

/** The desk shows this many; the rest is in the ledgers. */
const maxTasks = 50;

export async function deskOf(app: App, actor: Actor): Promise<Desk> {
  const today = todayOf(app);
  return inTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const { tasks, more } = await listTasks(trx, actor, maxTasks);
    const figures = await figuresFor(trx, actor, today);
    return { tasks: tasks.map((row) => ({ ...ledgerRowOf(row, today), acts: row.acts })), more, figures };
  });
}
