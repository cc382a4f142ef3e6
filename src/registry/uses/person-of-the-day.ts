// A person as a question about a day sees them: the level held before that day, and whether their history is complete for it. Put together
// here alone, for every door at which questions are asked.
import { isHistoryComplete } from "#law-admin/rules/history.ts";
import type { AskedTime } from "#law-admin/rules/history.ts";
import type { Law } from "#law/compile/law.ts";
import type { Transaction } from "#database/database.ts";
import { levelBefore } from "../rules/level-before.ts";
import { mergedRecords } from "../rows/families.ts";
import { knownHistories } from "#law-admin/rows/history.ts";
import { levelsHeld } from "../rows/registered-entries.ts";
import { todayOf } from "#kernel/time.ts";
import type { App } from "#kernel/app.ts";

/** A person, and the day or year (ISO) asked about. */
export type AskedOf = AskedTime & { personId: string };
export type OfTheDay<P> = P & { historyComplete: boolean };
export type PersonOfTheDay = <P extends { id: string; level: string | null }>(
  person: P,
  asked: AskedTime,
) => OfTheDay<P>;

/** `merged` is asked for where it is not given. */
export async function personsOfTheDay(
  app: App,
  trx: Transaction,
  law: Law,
  asked: readonly AskedOf[],
  merged?: ReadonlyMap<string, string>,
): Promise<PersonOfTheDay> {
  const today = todayOf(app);
  const dated = asked.flatMap(({ personId, date }) => (date === null ? [] : [personId]));
  const held = await levelsHeld(trx, [...new Set(dated)]);
  const ids = [...new Set(asked.map(({ personId }) => personId))];
  const historyOf = await knownHistories(trx, ids, merged ?? (await mergedRecords(trx)));
  return (person, { date, year }) => ({
    ...person,
    level: levelBefore(law, { registered: person.level, held: held.get(person.id) ?? [], today }, date),
    historyComplete: isHistoryComplete(historyOf(person.id), { date, year }),
  });
}
