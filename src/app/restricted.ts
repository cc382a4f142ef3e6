// Who is restricted today, soonest end first: the list behind the figures of the desk. Reading it is logged.
import type { Actor } from "#casework/actor.ts";
import { inRetriedTransaction } from "#store/database.ts";
import type { Count, Page } from "#store/page.ts";
import { findPersons } from "#store/persons.ts";
import { countRestrictions, countsOn, listRestricted, restrictionsOfPersons } from "#store/restrictions.ts";
import { scopeOf } from "./app.ts";
import type { App } from "./app.ts";
import { recordLine } from "./record.ts";
import { personRowOf } from "./registry.ts";
import type { PersonRow } from "./registry.ts";
import { nameOf } from "./restriction-view.ts";
import { todayOf } from "./time.ts";
import type { Citation, Sentence } from "#law/citation.ts";

/** Days ahead within which a restriction is said to end soon. */
export const endingSoon = 90;

export type RestrictedRow = {
  person: PersonRow;
  soonest: string;
  running: { bars: string; until: string; cause: Sentence; cite: Citation }[];
};

/** `ending`: only persons of whom a restriction ends within the days of `endingSoon`. Only restrictions of the regulation that run today are shown. */
export async function restrictedPersons(
  app: App,
  actor: Actor,
  { ending, ...page }: { ending: boolean } & Page,
): Promise<{ rows: RestrictedRow[]; next: string | null; count: Count }> {
  const today = todayOf(app);
  return inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    // Nobody looks up with an office's rights what is held against themselves.
    const except = actor.personId;
    const { rows, next } = await listRestricted(trx, {
      onDay: today,
      days: ending ? endingSoon : null,
      except,
      ...page,
    });
    const counted = await countRestrictions(trx, today, endingSoon, except);
    const ids = rows.map(({ personId }) => personId);
    const persons = new Map((await findPersons(trx, ids)).map((person) => [person.id, person]));
    const restrictions = await restrictionsOfPersons(trx, ids, { past: true });
    await recordLine(app, trx, actor, {
      kind: "sensitive-read",
      what: "read-restricted",
      outcome: "done",
      body: { ending, personIds: ids },
    });
    return {
      next,
      count: ending ? counted.ending : counted.running,
      rows: rows.flatMap(({ personId, soonest }) => {
        const person = persons.get(personId);
        if (person === undefined) return [];
        const running = (restrictions[personId] ?? [])
          .filter(
            (one) => one.layer === "regulation" && one.from <= today && one.until >= today && countsOn(one, today),
          )
          .map(({ bars, until, cite, cause }) => ({
            bars,
            until,
            cite,
            cause: nameOf(app.law, cause.type, cause.kind),
          }));
        return [{ person: personRowOf(person), soonest, running }];
      }),
    };
  });
}
