// 督办 and 已办: what is open, office by office, and what one has done.
import type { Actor } from "#casework/actor.ts";
import { yellowDays } from "#casework/tasks.ts";
import type { Calendar } from "#law/deadlines.ts";
import { formatDay, parseDay } from "#law/days.ts";
import { termEnd } from "#law/steps.ts";
import { calendarIn } from "#store/calendar.ts";
import { inTransaction } from "#store/database.ts";
import type { Counted, Page } from "#store/page.ts";
import { figuresOf, itemsKnown, listDone, listOpenItems } from "#store/supervision.ts";
import type { DoneRow, Figure, SupervisedItem, SupervisionFilter } from "#store/supervision.ts";
import { scopeOf } from "./app.ts";
import type { App } from "./app.ts";
import { todayOf } from "./time.ts";

type Asked = Omit<SupervisionFilter, "today" | "soonUntil"> & Page;

export async function openItemsFor(app: App, actor: Actor, asked: Asked): Promise<Counted<SupervisedItem>> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), (trx) =>
    listOpenItems(trx, actor, { ...asked, ...daysOf(app) }),
  );
}

/** By office over everything, and by kind of item within the office, if one is named. */
export async function supervisionFigures(
  app: App,
  actor: Actor,
  { office }: { office: string | null },
): Promise<{ offices: Figure[]; items: Figure[] }> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const asked = { office, ...daysOf(app) };
    const offices = app.law.vocabulary.bodies.map(({ id }) => id);
    return {
      offices: await figuresOf(trx, actor, "office", offices, asked),
      items: await figuresOf(trx, actor, "item", await itemsKnown(trx), asked),
    };
  });
}

/** What is the actor's own to do and overdue, or due within three working days; the first page of it. */
export async function dueForMe(app: App, actor: Actor): Promise<Counted<SupervisedItem>> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const today = todayOf(app);
    const soonUntil = withinWorkingDays(today, await calendarIn(trx));
    const asked = { office: null, item: null, mine: true, today, soonUntil, after: null, limit: 20 };
    return listOpenItems(trx, actor, { ...asked, due: "pressing" });
  });
}

export async function doneBy(app: App, actor: Actor, page: Page): Promise<Counted<DoneRow>> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), (trx) => listDone(trx, actor, page));
}

/** Days ahead, worked ones, in which somebody is reminded. */
const reminded = 3;

/** The last day so many working days ahead; today where the calendar does not have the year, rather than a guess. */
export function withinWorkingDays(today: string, calendar: Calendar): string {
  const from = parseDay(today);
  const end = from === null ? null : termEnd({ count: reminded, unit: "working-days", words: null }, from, calendar);
  return end?.known === true ? formatDay(end.day) : today;
}

/** Soon is as the lamp has it: yellow. */
function daysOf(app: App): { today: string; soonUntil: string } {
  const today = todayOf(app);
  return { today, soonUntil: formatDay((parseDay(today) ?? 0) + yellowDays) };
}
