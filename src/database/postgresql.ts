// A PostgreSQL server reached by DATABASE_URL.
import { Kysely, PostgresDialect } from "kysely";
import type { Driver } from "kysely";
import pg from "pg";
import { z } from "zod";
import type { Schema } from "./database.ts";
import { codeOf } from "./folder-lock.ts";
import { PooledDriver } from "./postgresql-session.ts";
import { StoreProblem } from "./problem.ts";

const oldest = 15;

const versionShape = z.object({ version: z.string(), number: z.int() });

/** Connects and looks at the version. Throws StoreProblem. */
export async function openPostgresql(url: string): Promise<{ kysely: Kysely<Schema>; version: string }> {
  const pool = new pg.Pool({
    ...address(url),
    max: 10,
    types: { getTypeParser: parserOf },
    connectionTimeoutMillis: 10_000,
    application_name: "wenze",
    // What is asked together is sent together.
    pipeline: true,
  });
  // A connection that breaks, while idle or in use, is replaced at its next use; without a listener it would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  try {
    const answer = await pool.query(
      "SELECT current_setting('server_version') AS version, current_setting('server_version_num')::integer AS number",
    );
    const { version, number } = versionShape.parse(answer.rows[0]);
    if (number < oldest * 10_000) {
      throw new StoreProblem("database-too-old", {
        zh: `PostgreSQL 版本 ${version} 过低，需要 ${oldest} 或更高版本。`,
        en: `PostgreSQL ${version} is too old; version ${oldest} or later is needed.`,
      });
    }
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
  throw new StoreProblem("cannot-reach-database", {
    zh: "DATABASE_URL 不是 PostgreSQL 地址，应形如 postgres://用户:密码@主机:5432/数据库。",
    en: "DATABASE_URL is no PostgreSQL address; it should look like postgres://user:password@host:5432/database.",
  });
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
    return new StoreProblem(
      "wrong-credentials",
      {
        zh: `数据库 ${place} 拒绝了 DATABASE_URL 中的用户或密码。`,
        en: `The database ${place} refused the user or password of DATABASE_URL.`,
      },
      error,
    );
  }
  const why =
    code === "3D000"
      ? { zh: "该数据库不存在", en: "there is no such database" }
      : { zh: "连接失败", en: "no connection" };
  return new StoreProblem(
    "cannot-reach-database",
    {
      zh: `无法使用数据库 ${place}：${why.zh}（${code || "超时"}），请检查 DATABASE_URL。`,
      en: `The database ${place} cannot be used: ${why.en} (${code || "timeout"}). Check DATABASE_URL.`,
    },
    error,
  );
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
