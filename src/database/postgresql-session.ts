// The sessions of a PostgreSQL server, from node-postgres's pool.
import pg from "pg";
import { DatabaseAway } from "./database-away.ts";
import { codeOf } from "./folder-lock.ts";
import { arrayOf, isTexts, Session, SessionDriver } from "./session.ts";
import type { Answer } from "./session.ts";

class PostgresqlSession extends Session {
  readonly #client: pg.PoolClient;
  #broken = false;
  /** The connection is gone, and with it whatever its transaction had not committed. */
  #gone = false;

  constructor(client: pg.PoolClient) {
    super();
    this.#client = client;
    // Said before the statements that are still under way fail for it.
    client.on("error", () => {
      this.#gone = true;
    });
  }

  protected async send(sql: string): Promise<Answer> {
    return this.#answerOf(this.#client.query(sql));
  }

  protected async sendPrepared(name: string, text: string, parameters: readonly unknown[]): Promise<Answer> {
    const values = parameters.map((parameter) => (isTexts(parameter) ? arrayOf(parameter) : parameter));
    return this.#answerOf(this.#client.query(name === "" ? { text, values } : { name, text, values }));
  }

  async #answerOf(asked: Promise<pg.QueryResult>): Promise<Answer> {
    try {
      return answerIn(await asked);
    } catch (error) {
      this.#gone ||= isConnectionLoss(error);
      throw this.#gone ? new DatabaseAway(error) : error;
    }
  }

  override async end(sql: "COMMIT" | "ROLLBACK"): Promise<void> {
    // The server rolls back by itself.
    if (this.#gone && sql === "ROLLBACK") return;
    const goneBefore = this.#gone;
    try {
      await super.end(sql);
    } catch (error) {
      // Nobody knows in what state it is.
      this.#broken = true;
      throw error instanceof DatabaseAway && !goneBefore ? new DatabaseAway(error.cause, { committing: true }) : error;
    }
  }

  release(): void {
    this.#client.release(this.#broken);
  }
}

/** The server's own last words on a connection: it is being shut down, it has crashed, it is not ready, it has no room for one more. */
const lastWords: ReadonlySet<string> = new Set(["57P01", "57P02", "57P03", "57P05", "53300"]);

/** Whether the connection ended with this failure. */
function isConnectionLoss(error: unknown): boolean {
  const code = codeOf(error) ?? "";
  return error instanceof pg.DatabaseError && (lastWords.has(code) || code.startsWith("08"));
}

const writing: ReadonlySet<string> = new Set(["INSERT", "UPDATE", "DELETE", "MERGE"]);

function answerIn(result: pg.QueryResult | pg.QueryResult[]): Answer {
  // Several statements have a result each.
  const last = Array.isArray(result) ? result.at(-1) : result;
  const { command, rowCount, rows } = last ?? { command: "", rowCount: 0, rows: [] };
  return { command, affected: writing.has(command) ? (rowCount ?? 0) : 0, rows };
}

export class PooledDriver extends SessionDriver {
  readonly #pool: pg.Pool;
  readonly #sessions = new WeakMap<pg.PoolClient, PostgresqlSession>();

  constructor(pool: pg.Pool) {
    super();
    this.#pool = pool;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Session> {
    const client = await this.#pool.connect().catch((error: unknown) => {
      throw new DatabaseAway(error);
    });
    const session = this.#sessions.get(client) ?? new PostgresqlSession(client);
    this.#sessions.set(client, session);
    return session;
  }

  async releaseConnection(session: Session): Promise<void> {
    if (session instanceof PostgresqlSession) session.release();
  }

  async destroy(): Promise<void> {
    await this.#pool.end();
  }
}
