// A PostgreSQL server reached by DATABASE_URL.
import { Kysely, PostgresDialect } from "kysely";
import type { Driver } from "kysely";
import pg from "pg";
import { z } from "zod";
import type { Schema } from "./database.ts";
import { codeOf } from "./folder-lock.ts";
import { PooledDriver } from "./postgresql-session.ts";
import { StoreProblem } from "./problem.ts";
import {
  fsyncOff,
  postgresqlTooOld,
  addressInvalid,
  loginRefused,
  databaseMissing,
  connectionFailed,
  databaseUnreachable,
} from "./words.ts";

const minimumVersion = 15;

const versionShape = z.object({ version: z.string(), number: z.int(), fsync: z.string() });

/** Connects and looks at the version and at what would lose data. Throws StoreProblem. */
export async function openPostgresql(url: string): Promise<{ kysely: Kysely<Schema>; version: string }> {
  const pool = new pg.Pool({
    ...address(url),
    max: 10,
    types: { getTypeParser: parserOf },
    connectionTimeoutMillis: 10_000,
    application_name: "wenze",
    // What is asked together is sent together.
    pipeline: true,
    // Whatever the server, the database or the role has for its default: what is acknowledged is on the disk.
    // The pool waits for what is answered, of which its typings know nothing.
    onConnect: (client) => client.query("SET synchronous_commit = on") as unknown as void,
  });
  // A connection that breaks, while idle or in use, is replaced at its next use; without a listener it would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  try {
    const answer = await pool.query(
      "SELECT current_setting('server_version') AS version, current_setting('server_version_num')::integer AS number, current_setting('fsync') AS fsync",
    );
    const { version, number, fsync } = versionShape.parse(answer.rows[0]);
    if (number < minimumVersion * 10_000)
      throw new StoreProblem("database-too-old", postgresqlTooOld(version, minimumVersion));
    if (fsync !== "on") throw new StoreProblem("settings-unsafe", fsyncOff);
    return {
      kysely: new Kysely<Schema>({ dialect: new SessionDialect(pool) }),
      version: version.split(" ")[0] ?? version,
    };
  } catch (error) {
    await pool.end();
    throw error instanceof StoreProblem ? error : problemOf(error, url);
  }
}

class SessionDialect extends PostgresDialect {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super({ pool });
    this.#pool = pool;
  }

  override createDriver(): Driver {
    return new PooledDriver(this.#pool);
  }
}

/** node-postgres reads no `host` from an address of a unix socket unless it is among the parameters, which connectionString handles. */
function address(url: string): { connectionString: string } {
  if (/^postgres(ql)?:\/\//u.test(url)) return { connectionString: url };
  throw new StoreProblem("cannot-reach-database", addressInvalid);
}

/** date and the timestamps as ISO text, bigint as a number, the rest as node-postgres has it. */
function parserOf(...[oid, format]: Parameters<typeof pg.types.getTypeParser>): (text: string) => unknown {
  if (oid === pg.types.builtins.INT8) return Number;
  if (oid === pg.types.builtins.DATE || oid === pg.types.builtins.TIMESTAMP || oid === pg.types.builtins.TIMESTAMPTZ)
    return (text) => text;
  return pg.types.getTypeParser(oid, format) as (text: string) => unknown; // its typings say any, which is unknown to us
}

function problemOf(error: unknown, url: string): StoreProblem {
  const code = codeOf(error) ?? "";
  const place = placeOf(url);
  if (code.startsWith("28")) {
    return new StoreProblem("wrong-credentials", loginRefused(place), error);
  }
  const why = code === "3D000" ? databaseMissing : connectionFailed;
  return new StoreProblem("cannot-reach-database", databaseUnreachable(place, why, code), error);
}

/** The address without its password. */
function placeOf(url: string): string {
  try {
    const { host, pathname, searchParams } = new URL(url);
    return `${host || (searchParams.get("host") ?? "")}${pathname}`;
  } catch {
    return "DATABASE_URL";
  }
}
