// A database that leaves out the statements of the log, so that its cost can be told. It exists for the bench alone: the product has no
// switch for this. Everything else is sent as it is; the hashing, some microseconds, stays.

import type { CompiledQuery, DatabaseConnection, Kysely, QueryResult } from "kysely";
import type { Database, Schema } from "#database/database.ts";

export type Omission = { database: Database; omitted: () => number };

export function withoutLog(database: Database): Omission {
  let count = 0;
  const answerInstead = (query: CompiledQuery): QueryResult<unknown> | null => {
    if (!/\baudit_(?:entry|head)\b/u.test(query.sql)) return null;
    count += 1;
    // Reading the head of a chain answers as at its beginning; writing answers that one row was written.
    const rows = query.sql.startsWith("SELECT")
      ? [{ chain: query.parameters[1], seq: 0, hash: null, algorithm: "sha256" }]
      : [];
    return { rows, numAffectedRows: 1n };
  };
  const silenced = (connection: DatabaseConnection): DatabaseConnection =>
    overlay(connection, {
      executeQuery: async (query: CompiledQuery) => answerInstead(query) ?? connection.executeQuery(query),
    });
  const within = (kysely: Kysely<Schema>): Kysely<Schema> =>
    overlay(kysely, {
      getExecutor: () => {
        const executor = kysely.getExecutor();
        return overlay(executor, {
          provideConnection: <T>(consumer: (connection: DatabaseConnection) => Promise<T>) =>
            executor.provideConnection((connection) => consumer(silenced(connection))),
        });
      },
    });
  const kysely = overlay(database.kysely, {
    transaction: () => ({
      execute: <T>(work: (trx: Kysely<Schema>) => Promise<T>) =>
        database.kysely.transaction().execute((trx) => work(within(trx))),
    }),
  });
  return { database: { ...database, kysely }, omitted: () => count };
}

/** The object with some of its methods replaced; the others run on the object itself, which has private fields. */
function overlay<T extends object>(object: T, replaced: Record<string, unknown>): T {
  return new Proxy(object, {
    get: (target, name) => {
      if (typeof name === "string" && Object.hasOwn(replaced, name)) return replaced[name];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}
