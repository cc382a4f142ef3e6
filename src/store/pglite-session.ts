// PGlite spoken to in PostgreSQL's protocol. Its own `query` sends a statement in six rounds and has it planned each time.
import { parse, protocol } from "@electric-sql/pglite";
import type { PGlite } from "@electric-sql/pglite";
import { Session, SessionDriver } from "./session.ts";
import type { Answer } from "./session.ts";

const { serialize } = protocol;
type Messages = Parameters<typeof parse.parseResults>[0];

class PgliteSession extends Session {
  readonly #pglite: PGlite;
  /** By name: the types of the parameters of each statement that is kept. */
  readonly #types = new Map<string, readonly number[]>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(pglite: PGlite) {
    super();
    this.#pglite = pglite;
  }

  protected send(sql: string): Promise<Answer> {
    return this.#inTurn(async () => this.#answerIn(await this.#round([serialize.query(sql)])));
  }

  protected sendPrepared(name: string, sql: string, parameters: readonly unknown[]): Promise<Answer> {
    return this.#inTurn(() => this.#execute(name, sql, parameters));
  }

  /** PGlite holds what it was asked last in one place, for one statement at a time. */
  #inTurn(work: () => Promise<Answer>): Promise<Answer> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #execute(name: string, sql: string, parameters: readonly unknown[]): Promise<Answer> {
    const types = this.#types.get(name) ?? (await this.#prepare(name, sql));
    const values = parameters.map((parameter, index) => this.#textOf(parameter, types[index]));
    return this.#answerIn(
      await this.#round([
        serialize.bind({ statement: name, values }),
        serialize.describe({ type: "P" }),
        serialize.execute({}),
        serialize.sync(),
      ]),
    );
  }

  async #prepare(name: string, sql: string): Promise<readonly number[]> {
    const told = await this.#round([
      serialize.parse({ name, text: sql }),
      serialize.describe({ type: "S", name }),
      serialize.sync(),
    ]);
    const types = parse.parseDescribeStatementResults(told);
    if (name !== "") this.#types.set(name, types);
    return types;
  }

  #textOf(parameter: unknown, type: number | undefined): string | Uint8Array | null {
    if (parameter === null || parameter === undefined) return null;
    const serializer = type === undefined ? undefined : this.#pglite.serializers[type];
    if (serializer !== undefined) return serializer(parameter);
    return typeof parameter === "string" ? parameter : JSON.stringify(parameter);
  }

  /** Throws the database's own error, with its code. */
  async #round(messages: readonly Uint8Array[]): Promise<Messages> {
    return this.#pglite.execProtocolStream(Buffer.concat(messages), { syncToFs: false });
  }

  #answerIn(messages: Messages): Answer {
    const last = parse.parseResults(messages, this.#pglite.parsers, { rowMode: "object" }).at(-1);
    return { command: last?.command ?? "", affected: last?.affectedRows ?? 0, rows: last?.rows ?? [] };
  }
}

/** PGlite is one session, so transactions take turns: two at once would mix their statements. */
export class OneAtATimeDriver extends SessionDriver {
  readonly #pglite: PGlite;
  readonly #session: PgliteSession;
  #last: Promise<void> = Promise.resolve();
  #free: () => void = () => undefined;

  constructor(pglite: PGlite) {
    super();
    this.#pglite = pglite;
    this.#session = new PgliteSession(pglite);
  }

  async init(): Promise<void> {
    await this.#pglite.waitReady;
  }

  async acquireConnection(): Promise<Session> {
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    await before;
    this.#free = resolve;
    return this.#session;
  }

  async releaseConnection(): Promise<void> {
    this.#free();
  }

  async destroy(): Promise<void> {
    if (!this.#pglite.closed) await this.#pglite.close();
  }
}
