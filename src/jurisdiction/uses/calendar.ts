// The working calendar: what ships, what is published on its screen, and the due days that follow.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { publishedYear } from "../contract/calendar.ts";
import type { EndpointInput } from "#kernel/contract/meta.ts";
import { delegationOf, doersOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { faultsOfYear } from "#law/procedure/working-days.ts";
import { addYear, listYears } from "../rows/calendar.ts";
import type { calendar, CalendarEntry, PublishedYear } from "../contract/calendar.ts";
import { addEntry, addEntryConfirmation, findEntry, waitingEntries } from "../rows/calendar-entries.ts";
import type { EnteredYear } from "../rows/calendar-entries.ts";
import { fourEyesFaultOf, refusalsOfSecondStep } from "#casework/four-eyes.ts";
import { handsOfFirstStep } from "#kernel/rows/first-steps.ts";
import type { Role } from "#casework/roles.ts";
import { asSystem, inRetriedTransaction, inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { loadMatter } from "#matters/rows/matters.ts";
import { recountDueDays } from "#matters/rows/open-items.ts";
import { administer } from "#kernel/administer.ts";
import { notFound, refusedSaying } from "#kernel/answer.ts";
import type { Answer } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App, OpenedInstallation } from "#kernel/app.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { nowOf } from "#kernel/time.ts";
import { yearDecided } from "./words.ts";

const file = path.join(import.meta.dirname, "../../../regulations/working-days.json");
const shipped = z.object({
  years: z.array(publishedYear.pick({ year: true, source: true, off: true, worked: true }).strict()),
});

/** The years that ship, as first versions, where the jurisdiction has none of that year yet. */
export async function addShippedYears(
  installation: Pick<OpenedInstallation, "database" | "clock">,
  jurisdictionId: string,
): Promise<void> {
  const at = nowOf(installation);
  await inRetriedTransaction(installation.database, { jurisdictionId, accountId: null }, async (trx) => {
    const known = new Set((await listYears(trx)).map(({ year }) => year));
    const { years } = shipped.parse(JSON.parse(readFileSync(file, "utf8")));
    for (const one of years)
      if (!known.has(one.year)) await addYear(trx, { ...one, version: 1, accountName: null, at });
  });
}

export async function calendarYears(app: App, actor: Actor): Promise<PublishedYear[]> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), listYears);
}

/** Those that wait for somebody else; `mayConfirm` for the one who looks. */
export async function calendarEntries(app: App, actor: Actor): Promise<CalendarEntry[]> {
  const waiting = await inTransaction(app.database, scopeOf(app, actor.accountId), waitingEntries);
  return waiting.map(({ enteredBy, ...entry }) => ({
    ...entry,
    mayConfirm: fourEyesFaultOf(actor, confirmers, [enteredBy]) === null,
  }));
}

const enterers: readonly Role[] = ["office-clerk"];
const confirmers: readonly Role[] = ["office-clerk", "committee-secretary"];

export type YearInput = EndpointInput<typeof calendar.enter>;

/** A year without effect until confirmYear. */
export async function enterYear(
  app: App,
  actor: Actor,
  { key, ...content }: YearInput,
): Promise<Answer<{ entryId: string }>> {
  const { year, off, worked, source } = content;
  const faults = faultsOfYear(content);
  return administer(app, actor, { what: "enter-calendar", about: { year }, key, content }, async (trx) => {
    if (faults.length > 0)
      return {
        type: "refused",
        refusals: faults.map(({ day, zh, en }) => ({
          code: "wrong-day",
          source: null,
          field: off.includes(day) ? "off" : "worked",
          message: { zh, en },
        })),
      };
    const entryId = randomUUID();
    await addEntry(trx, {
      entryId,
      year,
      off: off.toSorted(),
      worked: worked.toSorted(),
      source,
      enteredBy: actor.accountId,
      enteredByName: actor.name,
      enteredBehalf: delegationOf(actor, enterers)?.fromAccount ?? null,
      enteredAt: nowOf(app),
    });
    await recordAdministration(app, trx, actor, "enter-calendar", { entryId, year });
    return { type: "done", answer: { entryId } };
  });
}

/** Confirmed, the year is the next version, and the due days that it affects are counted anew (`recounted`: of so many cases). */
export async function confirmYear(
  app: App,
  actor: Actor,
  { key, ...content }: EndpointInput<typeof calendar.confirm>,
): Promise<Answer<{ version: number | null; recounted: number }>> {
  return administer(app, actor, { what: "publish-calendar", key, content }, async (trx) => {
    const { entryId, confirmed } = content;
    const entry = await findEntry(trx, entryId);
    if (entry === null) return notFound;
    if (entry.confirmed !== null) return refusedSaying("confirmed-already", yearDecided, "entryId");
    const first = await handsOfFirstStep(trx, "publish-calendar", entryId);
    const refusals = refusalsOfSecondStep("publish-calendar", { actor, roles: confirmers, first }, "entryId");
    if (refusals.length > 0) return { type: "refused", refusals };
    const second = doersOf(actor, confirmers);
    await addEntryConfirmation(trx, entry, { confirmed, by: actor.accountId, at: nowOf(app), first, second });
    const answer = confirmed ? await publish(app, trx, actor, entry) : { version: null, recounted: 0 };
    const { year } = entry;
    await recordAdministration(app, trx, actor, "publish-calendar", { entryId, year, confirmed, ...answer });
    return { type: "done", answer };
  });
}

async function publish(
  app: App,
  trx: Transaction,
  actor: Actor,
  { year, off, worked, source, enteredByName }: EnteredYear,
): Promise<{ version: number; recounted: number }> {
  const before = (await listYears(trx)).find((one) => one.year === year);
  const version = (before?.version ?? 0) + 1;
  const accountName = `${enteredByName}、${actor.name}`;
  await addYear(trx, { year, version, off, worked, source, accountName, at: nowOf(app) });
  // Whoever publishes it need not read every matter whose days it moves.
  const recounted = await asSystem(trx, (machine) =>
    recountDueDays(machine, app.law, year, async (id) => (await loadMatter(machine, id, "for-update"))?.matter ?? null),
  );
  return { version, recounted };
}
