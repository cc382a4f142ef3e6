// What a batch of rows would do, as the registry stands now.
import { randomUUID } from "node:crypto";
import type { ImportKind } from "../rules/import-column-names.ts";
import { accountsNamed } from "#accounts/rows/accounts.ts";
import { kinOf } from "#casework/actor.ts";
import type { Transaction } from "#database/database.ts";
import { organizationsByName, organizationsLike } from "#registry/rows/organizations.ts";
import type { FileRow } from "#files/read/sheet-rows.ts";
import type { App } from "#kernel/app.ts";
import { todayOf } from "#kernel/time.ts";
import type { Places } from "./headings.ts";
import { planPersons } from "./plan-persons.ts";
import { planRecords } from "./plan-records.ts";
import { RowPlan } from "./planned.ts";
import type { PlanContext, Planned } from "./planned.ts";

/** For rows that write these words as their unit, or a unit and a post together. */
export async function contextFor(
  app: App,
  trx: Transaction,
  words: { units: readonly string[]; unitsAndPosts: readonly string[] },
): Promise<PlanContext> {
  const units = await organizationsByName(trx, words);
  const like = await organizationsLike(
    trx,
    words.units.filter((one) => !units.has(one)),
  );
  return { law: app.law, units, like, today: todayOf(app), newId: randomUUID };
}

/** Rows that would change what is on record of whoever imports, or of a close relative, are left to somebody else. */
export async function planRows(
  app: App,
  trx: Transaction,
  { kind, startedBy }: { kind: ImportKind; startedBy: string },
  places: Places,
  rows: readonly FileRow[],
): Promise<Planned[]> {
  const plans = rows.map((row) => new RowPlan(kind, places, row));
  const written = (column: string) => [...new Set(plans.map((plan) => plan.cell(column)))].filter((one) => one !== "");
  const context = await contextFor(app, trx, { units: written("unit"), unitsAndPosts: written("unitAndPost") });
  if (kind === "persons") await planPersons(trx, app.keys, context, plans);
  else await planRecords(trx, app.keys, context, kind, plans);
  const kin = new Set((await accountsNamed(trx, [startedBy])).flatMap(kinOf));
  return plans.map((plan) => plan.finish(kin));
}
