// The sessions of a PostgreSQL server, from node-postgres's pool.
import type pg from "pg";
import { Session, SessionDriver } from "./session.ts";
import type { Answer } from "./session.ts";

class PostgresqlSession extends Session {
  readonly #client: pg.PoolClient;
  #broken = false;

  constructor(client: pg.PoolClient) {
    super();
    this.#client = client;
  }

  protected async send(sql: string): Promise<Answer> {
    return answerIn(await this.#client.query(sql));
  }

  protected async sendPrepared(name: string, text: string, parameters: readonly unknown[]): Promise<Answer> {
    const values = [...parameters];
    return answerIn(await this.#client.query(name === "" ? { text, values } : { name, text, values }));
  }

  override async end(sql: "COMMIT" | "ROLLBACK"): Promise<void> {
    try {
      await super.end(sql);
    } catch (error) {
      // Nobody knows in what state it is.
      this.#broken = true;
      throw error;
    }
  }

  release(): void {
    this.#client.release(this.#broken);
  }
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
    const client = await this.#pool.connect();
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
