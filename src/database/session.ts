// One session of a database, on either engine: transactions begin with their first statement, and statements that are asked again and
// again are planned once.
import { hash } from "node:crypto";
import { AbortedTransactionError } from "kysely";
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult, TransactionSettings } from "kysely";
import { codeOf } from "./folder-lock.ts";

/** What a statement answered with; `command` is the first word of PostgreSQL's own tag, such as COMMIT. */
export type Answer = { command: string; affected: number; rows: unknown[] };

type PreparableQuery = CompiledQuery & { readonly preparable: true };

/** Marks a statement so that each session prepares it once and keeps its plan. */
export function markPreparable(query: CompiledQuery): CompiledQuery {
  const marked: PreparableQuery = { ...query, preparable: true };
  return marked;
}

const transactionAborted = "25P02";

/** Plans that a session keeps at most: more would be of statements that are different each time. */
const maxStatements = 500;

export abstract class Session implements DatabaseConnection {
  #begins = "";
  /** Of the failure of the transaction under way. */
  #cause: unknown = undefined;
  readonly #names = new Map<string, string>();

  /** One statement without parameters, or several of which the last one answers, as they are. */
  protected abstract send(sql: string): Promise<Answer>;
  /** One statement with parameters; kept under its name unless that is empty. */
  protected abstract sendPrepared(name: string, sql: string, parameters: readonly unknown[]): Promise<Answer>;

  /** The transaction begins with whatever is sent next, in the same round. */
  begin({ isolationLevel, accessMode }: TransactionSettings): void {
    this.#cause = undefined;
    this.#begins = ["BEGIN", isolationLevel === undefined ? "" : `ISOLATION LEVEL ${isolationLevel}`, accessMode ?? ""]
      .join(" ")
      .trim();
  }

  /** These statements too, before the first one of the transaction that has begun. */
  also(statements: string): void {
    if (this.#begins === "") throw new Error("the transaction is under way");
    this.#begins += `; ${statements}`;
  }

  /** Throws when the database had to roll back instead. */
  async end(sql: "COMMIT" | "ROLLBACK"): Promise<void> {
    if (this.#begins === "") {
      const { command } = await this.send(sql);
      if (command !== sql) throw new AbortedTransactionError();
    }
    this.#begins = "";
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affected } = await this.#answerTo(query).catch((error: unknown) => this.#fail(error));
    return { numAffectedRows: BigInt(affected), rows: rows as R[] }; // whatever they are, whoever asked parses them
  }

  /** What was asked together with a statement that failed fails for that, and is told so: whichever is heard first, the cause is. */
  #fail(error: unknown): never {
    const after = codeOf(error) === transactionAborted;
    this.#cause ??= error;
    throw after ? this.#cause : error;
  }

  streamQuery(): never {
    throw new Error("rows are read by page, not streamed");
  }

  async #answerTo(query: CompiledQuery): Promise<Answer> {
    const { sql, parameters } = query;
    const begins = this.#begins;
    this.#begins = "";
    if (parameters.length === 0) return this.send(begins === "" ? sql : `${begins}; ${sql}`);
    const answer = () => this.sendPrepared("preparable" in query ? this.#nameOf(sql) : "", sql, parameters);
    return begins === "" ? answer() : (await Promise.all([this.send(begins), answer()]))[1];
  }

  #nameOf(sql: string): string {
    const known = this.#names.get(sql);
    if (known !== undefined || this.#names.size >= maxStatements) return known ?? "";
    const name = `wenze_${hash("sha256", sql, "hex").slice(0, 32)}`;
    this.#names.set(sql, name);
    return name;
  }
}

export function isTexts(parameter: unknown): parameter is readonly string[] {
  return Array.isArray(parameter) && parameter.every((one) => typeof one === "string");
}

/** As PostgreSQL writes an array of texts, which is what long lists of parameters are: both drivers ask of each text whether it needs an escape. */
export function arrayOf(texts: readonly string[]): string {
  if (texts.length === 0) return "{}";
  const plain = !/["\\]/u.test(texts.join(""));
  return `{"${(plain ? texts : texts.map((text) => text.replaceAll(/["\\]/gu, "\\$&"))).join('","')}"}`;
}

/** Settings with which the transaction begins that this connection has been given for. */
export function beginWith(connection: DatabaseConnection, statements: string): void {
  if (!isSession(connection)) throw new TypeError("the connection is of another driver");
  connection.also(statements);
}

// Not by its class: the demonstration is loaded from its source into a database that the joined program has opened, and then there are two.
function isSession(connection: DatabaseConnection): connection is Session {
  return "also" in connection;
}

/** What of a driver is the same on both engines. */
export abstract class SessionDriver implements Driver {
  abstract init(): Promise<void>;
  abstract acquireConnection(): Promise<Session>;
  abstract releaseConnection(session: Session): Promise<void>;
  abstract destroy(): Promise<void>;

  async beginTransaction(session: Session, settings: TransactionSettings): Promise<void> {
    session.begin(settings);
  }

  async commitTransaction(session: Session): Promise<void> {
    await session.end("COMMIT");
  }

  async rollbackTransaction(session: Session): Promise<void> {
    await session.end("ROLLBACK");
  }
}
