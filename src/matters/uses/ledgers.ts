// The ledgers (台账) of leads and cases, page by page, each row with its due status.
import type { DueStatus, LedgerRow } from "../contract/matters.ts";
import type { Actor } from "#casework/actor.ts";
import { dueStatusOf as dueStatusOfDays } from "#casework/execution/tasks.ts";
import { parseDay } from "#law/reckon/days.ts";
import { inTransaction } from "#database/database.ts";
import { listMatters } from "../rows/matters.ts";
import type { LedgerQuestion, MatterRow } from "../rows/matters.ts";
import type { Count } from "#database/page.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { todayOf } from "#kernel/time.ts";

/** `overdue`: only what should have been done before today. */
export async function ledgerPage(
  app: App,
  actor: Actor,
  { overdue, ...question }: Omit<LedgerQuestion, "dueBefore" | "steps"> & { overdue: boolean },
): Promise<{ rows: LedgerRow[]; next: string | null; count: Count }> {
  const today = todayOf(app);
  // Without words to search for, the index of the sort serves whatever is asked, and the plan can be kept: making it takes longer than
  // the page. A plan for all words alike would be the wrong one for the rare ones.
  const byKey = question.query.trim() === "";
  const page = await inTransaction(app.database, { ...scopeOf(app, actor.accountId), byKey }, (trx) =>
    listMatters(trx, actor, { ...question, dueBefore: overdue ? today : null }),
  );
  return { rows: page.rows.map((row) => ledgerRowOf(row, today)), next: page.next, count: page.count };
}

export function ledgerRowOf(row: MatterRow, today: string): LedgerRow {
  const { matterId, kind, number, title, stage, concerned, openedOn, dueOn, updatedAt } = row;
  return {
    matterId,
    kind,
    number,
    title,
    stage,
    concerned,
    openedOn,
    dueOn,
    dueStatus: dueStatusOf(dueOn, today),
    updatedAt,
  };
}

/** The status of a due day, both as ISO days. */
export function dueStatusOf(dueOn: string | null, today: string): DueStatus {
  const now = parseDay(today);
  return now === null ? "none" : dueStatusOfDays(dueOn === null ? null : parseDay(dueOn), now);
}
