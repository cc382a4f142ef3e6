// The messages (消息) of an account: how many it has not read, the list, and the marks.
import type { Notification } from "../contract.ts";
import type { Actor } from "#casework/actor.ts";
import { inRetriedTransaction, inTransaction } from "#database/database.ts";
import { countUnread, listNotifications, markRead } from "../rows/notifications.ts";
import type { Count, Counted, Page } from "#database/page.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { countDueForMe } from "./supervision.ts";
import { nowOf } from "#kernel/time.ts";

/** `due`: what is the actor's own to do and overdue, or due within three working days. */
export async function bellOf(app: App, actor: Actor): Promise<{ unread: Count; due: Count }> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => ({
    unread: await countUnread(trx, actor),
    due: await countDueForMe(app, trx, actor),
  }));
}

export async function notificationsFor(
  app: App,
  actor: Actor,
  asked: { unread: boolean } & Page,
): Promise<Counted<Notification>> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), (trx) => listNotifications(trx, actor, asked));
}

/** Those of the actor's own that are named, or with null all; what is not theirs is passed over. */
export async function readNotifications(
  app: App,
  actor: Actor,
  { ids }: { ids: string[] | null },
): Promise<{ marked: number }> {
  return inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => ({
    marked: await markRead(trx, actor, ids, nowOf(app)),
  }));
}
