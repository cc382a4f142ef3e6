// The use behind each endpoint of 督办, 已办 and messages.
import type { UsesOf } from "#kernel/use-of.ts";
import type { notifications, supervision } from "../contract.ts";
import { bellOf, notificationsFor, readNotifications } from "./notifications.ts";
import { doneBy, dueForMe, openItemsFor, supervisionFigures } from "./supervision.ts";

export const supervisionUses = {
  items: openItemsFor,
  figures: supervisionFigures,
  done: doneBy,
} satisfies UsesOf<typeof supervision>;

export const notificationsUses = {
  bell: bellOf,
  due: dueForMe,
  list: notificationsFor,
  read: readNotifications,
} satisfies UsesOf<typeof notifications>;
