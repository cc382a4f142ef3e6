// A person as a question about a day sees them: the level held before that day, and whether their history is complete for it. Put together
// here alone, for every door at which questions are asked.
import { isHistoryComplete } from "#law-admin/rules/history.ts";
import type { AskedTime } from "#law-admin/rules/history.ts";
import type { Law } from "#law/compile/law.ts";
import type { Transaction } from "#database/database.ts";
import { mergedRecords } from "../rows/families.ts";
import { knownHistories } from "#law-admin/rows/history.ts";
import { levelsBefore } from "../rows/registered-entries.ts";
import { todayOf } from "#kernel/time.ts";
import type { App } from "#kernel/app.ts";

/** Whom and about which day or year (ISO). */
export type AskedOf = AskedTime & { personId: string };
export type OfTheDay<P> = P & { historyComplete: boolean };
export type PersonOfTheDay = <P extends { id: string; level: string | null }>(
  person: P,
  asked: AskedTime,
) => OfTheDay<P>;

/** The registry's level for today and later, and where no post with a level was begun before the day. `merged` is asked for where it is not given. */
export async function personsOfTheDay(
  app: App,
  trx: Transaction,
  law: Law,
  asked: readonly AskedOf[],
  merged?: ReadonlyMap<string, string>,
): Promise<PersonOfTheDay> {
  const today = todayOf(app);
  const past = asked.flatMap(({ personId, date }) => (date === null || date >= today ? [] : [{ personId, day: date }]));
  const held = past.length === 0 ? new Map<string, string>() : await levelsBefore(trx, past);
  const ids = [...new Set(asked.map(({ personId }) => personId))];
  const historyOf = await knownHistories(trx, ids, merged ?? (await mergedRecords(trx)));
  return (person, { date, year }) => {
    const level = held.get(`${person.id} ${date ?? ""}`);
    return {
      ...person,
      level: level === undefined || !law.index.levels.has(level) ? person.level : level,
      historyComplete: isHistoryComplete(historyOf(person.id), { date, year }),
    };
  };
}
