// 督办 and 已办: what is open, office by office, and what one has done.
import type { NamedBodyItem } from "#bodies/contract.ts";
import type { DoneRow, Figure, SupervisedItem } from "../contract.ts";
import type { Actor } from "#casework/actor.ts";
import { bodyActIds } from "#bodies/rules/body-names.ts";
import { yellowDays } from "#casework/execution/tasks.ts";
import type { Calendar } from "#law/procedure/deadlines.ts";
import { formatDay, parseDay } from "#law/reckon/days.ts";
import { termEnd } from "#law/procedure/steps.ts";
import { calendarIn } from "#jurisdiction/rows/calendar.ts";
import { inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { countOf, sumOf } from "#database/page.ts";
import type { Count, Counted, Page } from "#database/page.ts";
import { countOpenItems, figuresOf, itemsKnown, listDone, listOpenItems } from "../rows/supervision.ts";
import type { DueState, SupervisionFilter } from "../rows/supervision.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { bodyItemsPage, isWanted, openOnBodies } from "#bodies/uses/body-items.ts";
import { todayOf } from "#kernel/time.ts";

type Asked = Omit<SupervisionFilter, "today" | "soonUntil"> & Page;

export async function openItemsFor(app: App, actor: Actor, asked: Asked): Promise<Counted<SupervisedItem>> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), (trx) =>
    listOpenItems(trx, app.law, actor, { ...asked, ...daysOf(app) }),
  );
}

/** What is open about leading bodies, asked for alike. */
export async function openBodyItemsFor(app: App, actor: Actor, asked: Asked): Promise<Counted<NamedBodyItem>> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), async (trx) =>
    bodyItemsPage(app, trx, actor, {
      ...asked,
      ...(asked.due === "pressing" ? await remindedDays(app, trx) : daysOf(app)),
    }),
  );
}

/** By office over everything, and by kind of item within the office, if one is named; of matters and of leading bodies together. */
export async function supervisionFigures(
  app: App,
  actor: Actor,
  { office }: { office: string | null },
): Promise<{ offices: Figure[]; items: Figure[] }> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const asked = { office, ...daysOf(app) };
    const offices = app.law.vocabulary.bodies.map(({ id }) => id);
    const onBodies = await openOnBodies(app, trx, actor);
    const counted = (of: Pick<SupervisionFilter, "office" | "item">, due: DueState) =>
      onBodies.filter((one) => isWanted(one, { ...asked, ...of, due, mine: false })).length;
    const figureOf = (name: string, of: Pick<SupervisionFilter, "office" | "item">): Figure => ({
      name,
      open: countOf(counted(of, "all")),
      overdue: countOf(counted(of, "overdue")),
      soon: countOf(counted(of, "soon")),
    });
    const inMatters = await figuresOf(trx, app.law, actor, "office", offices, asked);
    const sums = offices.map((name) =>
      sumOfFigures(inMatters.find((one) => one.name === name) ?? null, figureOf(name, { office: name, item: null })),
    );
    const items = [
      ...(await figuresOf(trx, app.law, actor, "item", await itemsKnown(trx), asked)),
      ...bodyActIds.map((item) => figureOf(item, { office, item })),
    ];
    const isOpen = ({ open }: Figure) => open.value > 0;
    return { offices: sums.filter(isOpen), items: items.filter(isOpen) };
  });
}

function sumOfFigures(one: Figure | null, other: Figure): Figure {
  if (one === null) return other;
  const { name } = one;
  return {
    name,
    open: sumOf(one.open, other.open),
    overdue: sumOf(one.overdue, other.overdue),
    soon: sumOf(one.soon, other.soon),
  };
}

/** What is the actor's own to do and overdue, or due within three working days; the first page of it. */
export async function dueForMe(app: App, actor: Actor): Promise<Counted<SupervisedItem>> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), async (trx) =>
    listOpenItems(trx, app.law, actor, { ...pressing, ...(await remindedDays(app, trx)), after: null, limit: 20 }),
  );
}

/** How much that is, what is open about leading bodies included. */
export async function countDueForMe(app: App, trx: Transaction, actor: Actor): Promise<Count> {
  const asked = { ...pressing, ...(await remindedDays(app, trx)) };
  const onBodies = (await openOnBodies(app, trx, actor)).filter((one) => isWanted(one, asked));
  return sumOf(await countOpenItems(trx, app.law, actor, asked), countOf(onBodies.length));
}

const pressing = { office: null, item: null, mine: true, due: "pressing" } as const;

export async function doneBy(app: App, actor: Actor, page: Page): Promise<Counted<DoneRow>> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), (trx) => listDone(trx, actor, page));
}

/** Days ahead, worked ones, in which somebody is reminded. */
const reminded = 3;

/** The last day so many working days ahead; today where the calendar does not have the year, rather than a guess. */
function withinWorkingDays(today: string, calendar: Calendar): string {
  const from = parseDay(today);
  const end = from === null ? null : termEnd({ count: reminded, unit: "working-days", words: null }, from, calendar);
  return end?.known === true ? formatDay(end.day) : today;
}

async function remindedDays(app: App, trx: Transaction): Promise<{ today: string; soonUntil: string }> {
  const today = todayOf(app);
  return { today, soonUntil: withinWorkingDays(today, await calendarIn(trx)) };
}

/** Soon means the yellow due status. */
function daysOf(app: App): { today: string; soonUntil: string } {
  const today = todayOf(app);
  return { today, soonUntil: formatDay((parseDay(today) ?? 0) + yellowDays) };
}
