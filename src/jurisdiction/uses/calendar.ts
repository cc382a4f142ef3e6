// The working calendar: what ships, what is published on its screen, and the due days that follow.
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { publishedYear } from "../contract/calendar.ts";
import type { EndpointInput } from "#kernel/contract/meta.ts";
import type { Actor } from "#casework/actor.ts";
import { faultsOfYear } from "#law/procedure/working-days.ts";
import { addYear, listYears } from "../rows/calendar.ts";
import type { calendar, PublishedYear } from "../contract/calendar.ts";
import { asSystem, inRetriedTransaction, inTransaction } from "#database/database.ts";
import { loadMatter } from "#matters/rows/matters.ts";
import { recountDueDays } from "#matters/rows/open-items.ts";
import { administer } from "#kernel/administer.ts";
import type { Answer } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App, OpenedInstallation } from "#kernel/app.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { nowOf } from "#kernel/time.ts";

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

export type YearInput = EndpointInput<typeof calendar.publish>;

/** Adds a version of a year and recounts the due days it affects. `recounted`: the number of cases. */
export async function publishYear(
  app: App,
  actor: Actor,
  { key, ...content }: YearInput,
): Promise<Answer<{ version: number; recounted: number }>> {
  const { year, off, worked, source } = content;
  const faults = faultsOfYear(content);
  return administer(app, actor, { what: "publish-calendar", about: { year }, key, content }, async (trx) => {
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
    const before = (await listYears(trx)).find((one) => one.year === year);
    const version = (before?.version ?? 0) + 1;
    await addYear(trx, {
      year,
      version,
      off: [...off].sort(),
      worked: [...worked].sort(),
      source,
      accountName: actor.name,
      at: nowOf(app),
    });
    // Whoever publishes it need not read every matter whose days it moves.
    const recounted = await asSystem(trx, (machine) =>
      recountDueDays(
        machine,
        app.law,
        year,
        async (id) => (await loadMatter(machine, id, "for-update"))?.matter ?? null,
      ),
    );
    await recordAdministration(app, trx, actor, "publish-calendar", {
      year,
      version,
      off,
      worked,
      source,
      recounted,
    });
    return { type: "done", answer: { version, recounted } };
  });
}
