// Persons restricted on a day, soonest end first: the list behind the figures. Reading it is logged.
import type { RestrictedRow, RestrictionFilter } from "../contract/restrictions.ts";
import { kinOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { inRetriedTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import type { Count, Page } from "#database/page.ts";
import { personsById } from "#registry/rows/persons.ts";
import { placesOn } from "#statistics/rows.ts";
import { countRestrictions, countsOn, listRestricted, restrictionsOfPersons } from "../rows/restrictions.ts";
import type { StoredRestriction } from "../rows/restrictions.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordLine } from "#kernel/uses/record.ts";
import { personRowOf } from "#registry/uses/registry.ts";
import { nameOfCause } from "./restriction-view.ts";
import { todayOf } from "#kernel/time.ts";

/** A restriction ends soon within so many days. */
const soonDays = 90;

/** Restrictions that run on the day `on` (ISO; null: today) and pass the filter. `ending`: only persons of whom one ends soon. */
export async function restrictedPersons(
  app: App,
  actor: Actor,
  {
    ending,
    on,
    layer,
    bars,
    cause,
    organizationId,
    ...page
  }: { ending: boolean; on: string | null } & RestrictionFilter & Page,
): Promise<{ rows: RestrictedRow[]; next: string | null; count: Count }> {
  const day = on ?? todayOf(app);
  const filter = { layer, bars, cause, organizationId };
  return inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    // Nobody looks up with an office's rights what is held against themselves.
    const except = kinOf(actor);
    const { rows, next } = await listRestricted(trx, {
      onDay: day,
      filter,
      days: ending ? soonDays : null,
      except,
      ...page,
    });
    const counted = await countRestrictions(trx, day, soonDays, except, filter);
    const ids = rows.map(({ personId }) => personId);
    await recordLine(app, trx, actor, {
      kind: "sensitive-read",
      what: "read-restricted",
      outcome: "done",
      body: { ending, day, ...filter, personIds: ids },
    });
    return {
      next,
      count: ending ? counted.ending : counted.running,
      rows: await restrictedRows(app, trx, actor, rows, day, filter),
    };
  });
}

/** One row for each person: unit and post of the day, and the restrictions that ran on it. */
async function restrictedRows(
  app: App,
  trx: Transaction,
  actor: Actor,
  listed: readonly { personId: string; soonest: string }[],
  day: string,
  filter: RestrictionFilter,
): Promise<RestrictedRow[]> {
  const ids = listed.map(({ personId }) => personId);
  const persons = await personsById(trx, ids);
  const places = await placesOn(trx, ids, day);
  const restrictions = await restrictionsOfPersons(trx, ids, { past: true });
  return listed.flatMap(({ personId, soonest }) => {
    const person = persons.get(personId);
    if (person === undefined) return [];
    const running = (restrictions[personId] ?? [])
      .filter((one) => isRunning(one, day, filter))
      .map(({ bars, until, cite, cause }) => ({
        bars,
        until,
        cite,
        cause: nameOfCause(app.law, cause.type, cause.kind),
      }));
    const { unit, post } = places.get(personId) ?? { unit: person.organizationName, post: person.post };
    return [{ person: personRowOf(actor, person), unit, post, soonest, running }];
  });
}

function isRunning(one: StoredRestriction, day: string, { layer, bars, cause }: RestrictionFilter): boolean {
  return (
    one.layer === layer &&
    one.from <= day &&
    one.until >= day &&
    countsOn(one, day) &&
    (bars === null || one.bars === bars) &&
    (cause === null || one.cause.kind === cause)
  );
}
