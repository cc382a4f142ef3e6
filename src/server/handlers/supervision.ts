// 督办, 已办 and messages.
import { bellOf, notificationsFor, readNotifications } from "#notifications/uses/notifications.ts";
import { doneBy, dueForMe, openItemsFor, supervisionFigures } from "#notifications/uses/supervision.ts";
import { signedInOf } from "../context.ts";
import { endpoints } from "./implementer.ts";

export const supervision = {
  items: endpoints.supervision.items.handler(({ input, context }) =>
    openItemsFor(context.app, signedInOf(context).actor, input),
  ),
  figures: endpoints.supervision.figures.handler(({ input, context }) =>
    supervisionFigures(context.app, signedInOf(context).actor, input),
  ),
  done: endpoints.supervision.done.handler(({ input, context }) =>
    doneBy(context.app, signedInOf(context).actor, input),
  ),
};

export const notifications = {
  bell: endpoints.notifications.bell.handler(({ context }) => bellOf(context.app, signedInOf(context).actor)),
  due: endpoints.notifications.due.handler(({ context }) => dueForMe(context.app, signedInOf(context).actor)),
  list: endpoints.notifications.list.handler(({ input, context }) =>
    notificationsFor(context.app, signedInOf(context).actor, input),
  ),
  read: endpoints.notifications.read.handler(({ input, context }) =>
    readNotifications(context.app, signedInOf(context).actor, input),
  ),
};
