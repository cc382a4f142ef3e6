// The level that somebody held before the day asked about: a question about a day gone by is not measured against what came after it.
import type { Law } from "#law/law.ts";
import type { Transaction } from "#store/database.ts";
import { levelsBefore } from "#store/registered-entries.ts";
import { todayOf } from "./time.ts";
import type { App } from "./app.ts";

/** Whom and about which day (ISO; null for a year). */
type Asked = { personId: string; date: string | null };
export type LevelOf = <P extends { id: string; level: string | null }>(person: P, date: string | null) => P;

/** The registry's level for today and later, and where no post with a level was begun before the day. */
export async function levelsOfTheDay(app: App, trx: Transaction, law: Law, asked: readonly Asked[]): Promise<LevelOf> {
  const today = todayOf(app);
  const past = asked.flatMap(({ personId, date }) => (date === null || date >= today ? [] : [{ personId, day: date }]));
  if (past.length === 0) return (person) => person;
  const held = await levelsBefore(trx, past);
  return (person, date) => {
    const level = held.get(`${person.id} ${date ?? ""}`);
    return level === undefined || !law.index.levels.has(level) ? person : { ...person, level };
  };
}
