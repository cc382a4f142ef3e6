// Who is restricted today, or was on another day, soonest end first: the list behind the figures. Reading it is logged.
import type { RestrictedRow } from "#registry/contract.ts";
import type { Actor } from "#casework/actor.ts";
import { inRetriedTransaction } from "#database/database.ts";
import type { Count, Page } from "#database/page.ts";
import { personsById } from "#registry/rows/persons.ts";
import { placesOn } from "#statistics/rows.ts";
import { countRestrictions, countsOn, listRestricted, restrictionsOfPersons } from "../rows/restrictions.ts";
import type { RestrictionFilter } from "../rows/restrictions.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordLine } from "#kernel/uses/record.ts";
import { personRowOf } from "#registry/uses/registry.ts";
import { nameOf } from "./restriction-view.ts";
import { todayOf } from "#kernel/time.ts";

/** Days ahead within which a restriction is said to end soon. */
const endingSoon = 90;

/** `ending`: only persons of whom a restriction ends within the days of `endingSoon`. Only restrictions that run on the day (today when null) and that the filter lets through are shown. */
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
    const except = actor.personId;
    const { rows, next } = await listRestricted(trx, {
      onDay: day,
      filter,
      days: ending ? endingSoon : null,
      except,
      ...page,
    });
    const counted = await countRestrictions(trx, day, endingSoon, except, filter);
    const ids = rows.map(({ personId }) => personId);
    const persons = await personsById(trx, ids);
    const places = await placesOn(trx, ids, day);
    const restrictions = await restrictionsOfPersons(trx, ids, { past: true });
    await recordLine(app, trx, actor, {
      kind: "sensitive-read",
      what: "read-restricted",
      outcome: "done",
      body: { ending, day, ...filter, personIds: ids },
    });
    return {
      next,
      count: ending ? counted.ending : counted.running,
      rows: rows.flatMap(({ personId, soonest }) => {
        const person = persons.get(personId);
        if (person === undefined) return [];
        const running = (restrictions[personId] ?? [])
          .filter(
            (one) =>
              one.layer === filter.layer &&
              one.from <= day &&
              one.until >= day &&
              countsOn(one, day) &&
              (filter.bars === null || one.bars === filter.bars) &&
              (filter.cause === null || one.cause.kind === filter.cause),
          )
          .map(({ bars, until, cite, cause }) => ({
            bars,
            until,
            cite,
            cause: nameOf(app.law, cause.type, cause.kind),
          }));
        const { unit, post } = places.get(personId) ?? { unit: person.organizationName, post: person.post };
        return [{ person: personRowOf(person), unit, post, soonest, running }];
      }),
    };
  });
}
