// PGlite spoken to in PostgreSQL's protocol. Its own `query` sends a statement in six rounds and has it planned each time.
import { setImmediate as letOthers } from "node:timers/promises";
import { protocol } from "@electric-sql/pglite";
import type { PGlite } from "@electric-sql/pglite";
import { answerIn, parametersIn } from "./pglite-messages.ts";
import { arrayOf, isTexts, Session, SessionDriver } from "./session.ts";
import type { Answer } from "./session.ts";

const { serialize } = protocol;

class PgliteSession extends Session {
  readonly #pglite: PGlite;
  /** By name: the types of the parameters of each statement that is kept. */
  readonly #types = new Map<string, readonly number[]>();
  #last: Promise<unknown> = Promise.resolve();
  #ended: Error | null = null;

  constructor(pglite: PGlite) {
    super();
    this.#pglite = pglite;
  }

  /** The error at which the database gave itself up, such as no room for its log; it answers nothing after it. */
  get ended(): Error | null {
    return this.#ended;
  }

  protected send(sql: string): Promise<Answer> {
    return this.#inTurn(async () => this.#answerTo([serialize.query(sql)]));
  }

  protected sendPrepared(name: string, sql: string, parameters: readonly unknown[]): Promise<Answer> {
    return this.#inTurn(() => this.#execute(name, sql, parameters));
  }

  /** PGlite holds what it was asked last in one place, for one statement at a time. */
  #inTurn(work: () => Promise<Answer>): Promise<Answer> {
    const done = this.#last.then(() => this.#whileUp(work));
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #whileUp(work: () => Promise<Answer>): Promise<Answer> {
    if (this.#ended !== null) throw this.#ended;
    try {
      return await work();
    } catch (error) {
      if (error instanceof Error && isEnd(error)) this.#ended = error;
      throw error;
    }
  }

  async #execute(name: string, sql: string, parameters: readonly unknown[]): Promise<Answer> {
    const types = this.#types.get(name) ?? (await this.#prepare(name, sql));
    const values = parameters.map((parameter, index) => this.#textOf(parameter, types[index]));
    return this.#answerTo([
      serialize.bind({ statement: name, values }),
      serialize.describe({ type: "P" }),
      serialize.execute({}),
      serialize.sync(),
    ]);
  }

  async #prepare(name: string, sql: string): Promise<readonly number[]> {
    const types = parametersIn(
      await this.#round([
        serialize.parse({ name, text: sql }),
        serialize.describe({ type: "S", name }),
        serialize.sync(),
      ]),
    );
    if (name !== "") this.#types.set(name, types);
    return types;
  }

  #textOf(parameter: unknown, type: number | undefined): string | Uint8Array | null {
    if (parameter === null || parameter === undefined) return null;
    if (isTexts(parameter)) return arrayOf(parameter);
    const serializer = type === undefined ? undefined : this.#pglite.serializers[type];
    if (serializer !== undefined) return serializer(parameter);
    return typeof parameter === "string" ? parameter : JSON.stringify(parameter);
  }

  async #answerTo(messages: readonly Uint8Array[]): Promise<Answer> {
    return answerIn(await this.#round(messages), this.#pglite.parsers);
  }

  async #round(messages: readonly Uint8Array[]): Promise<Buffer> {
    const said: Uint8Array[] = [];
    await this.#pglite.execProtocolRawStream(Buffer.concat(messages), {
      syncToFs: false,
      // Copied, since it is PGlite's own memory.
      onRawData: (bytes) => said.push(bytes.slice()),
    });
    const [whole] = said;
    return said.length === 1 && whole !== undefined
      ? Buffer.from(whole.buffer, whole.byteOffset, whole.byteLength)
      : Buffer.concat(said);
  }
}

/** PostgreSQL would start its processes anew after a panic; what runs inside this process has to be opened anew. */
function isEnd(error: Error): boolean {
  return ("severity" in error && error.severity === "PANIC") || error.name === "RuntimeError";
}

/** PGlite is one session, so transactions take turns: two at once would mix their statements. */
export class OneAtATimeDriver extends SessionDriver {
  #pglite: PGlite;
  #session: PgliteSession;
  readonly #openAnew: () => Promise<PGlite>;
  #last: Promise<void> = Promise.resolve();
  #free: () => void = () => undefined;

  /** `openAnew` opens the same files again after the database gave itself up: it recovers from its log, as after a power cut. */
  constructor(pglite: PGlite, openAnew: () => Promise<PGlite>) {
    super();
    this.#pglite = pglite;
    this.#session = new PgliteSession(pglite);
    this.#openAnew = openAnew;
  }

  async init(): Promise<void> {
    await this.#pglite.waitReady;
  }

  async acquireConnection(): Promise<Session> {
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    await before;
    // PGlite answers within this very turn of the event loop. Long work, transaction after transaction, would let no request in meanwhile.
    await letOthers();
    this.#free = resolve;
    // Where there is still no room the old session says so again, and the next who asks tries anew. Nothing is thrown from here: Kysely
    // would keep its lock on a connection that it never received.
    if (this.#session.ended !== null) {
      const opened = await this.#openAnew().catch(() => null);
      if (opened !== null) {
        this.#pglite = opened;
        this.#session = new PgliteSession(opened);
      }
    }
    return this.#session;
  }

  async releaseConnection(): Promise<void> {
    this.#free();
  }

  async destroy(): Promise<void> {
    if (this.#session.ended === null && !this.#pglite.closed) await this.#pglite.close();
  }
}
