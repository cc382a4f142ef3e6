// Clearance for programs of other offices: the same request as on the screen, answered as JSON Lines with what a requesting office may see.
import { setImmediate as letOthers } from "node:timers/promises";
import type { Actor } from "#casework/actor.ts";
import { nameUnclear } from "#eligibility/rules/words.ts";
import { stateOfLetter } from "#letters/rules/reply-letters.ts";
import { answersAfter, latestRounds } from "../rows/clearance-answers.ts";
import type { AnsweredLine, ClearanceRound } from "../rows/clearance-answers.ts";
import type { ClearanceRequest } from "../rows/clearance-requests.ts";
import { inRetriedTransaction, inTransaction } from "#database/database.ts";
import { lettersOf } from "#letters/rows/reply-letters.ts";
import type { StoredLetter } from "#letters/rows/reply-letters.ts";
import { notFound } from "#kernel/answer.ts";
import type { Answer, Found, Unfit } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { keptAnswer } from "./clearance-answer.ts";
import { enterRequest, readableRequest } from "./clearance.ts";
import type { Entered, NewRequest } from "./clearance.ts";
import { recordLine } from "#kernel/uses/record.ts";

/** Lines read at a time, so that an answer never stands in memory as a whole. */
const stride = 500;

/**
 * Enters the request in the name of the token's office and gives each line as soon as it is answered. Only the last line says that the request
 * is kept: without it nothing was entered. A second head makes what came before it void.
 */
export async function askFromProgram(
  app: App,
  actor: Actor,
  asked: Omit<NewRequest, "requester" | "contact">,
): Promise<Answer<AsyncGenerator<string>> | Unfit> {
  const begun = Promise.withResolvers<"begun">();
  const said = new LineBuffer();
  // Held back: it says that all of it is kept.
  let end = "";
  const entering = enterRequest(app, actor, { ...asked, requester: actor.name, contact: "" }, async (told) => {
    if (told.type === "answered-all") end = endOf(told.request.names, told);
    else said.add(told.type === "begun" ? headOf(told.request, told, null) : answersIn(told.lines));
    begun.resolve("begun");
    // The embedded database answers without a turn of the event loop: what was said would leave only after the last.
    await letOthers();
  }).finally(() => said.end());
  const first = await Promise.race([entering, begun.promise]);
  if (first === "begun") {
    // Whoever reads the lines learns of it: nothing that failed may be left without a hearer in the meantime.
    entering.catch(() => undefined);
    const last = async () => {
      await isKept(entering);
      return end;
    };
    return { type: "done", answer: said.lines(last) };
  }
  if (first.type !== "done") return first;
  return readFromProgram(app, actor, first.answer.requestId);
}

async function isKept(entering: Promise<Answer<Entered> | Unfit>): Promise<void> {
  const { type } = await entering;
  // Whoever asks with a token is no person who could be among those asked about.
  if (type !== "done") throw new Error(`a request that was being answered came out ${type}`);
}

/** Buffer of lines between the transaction that answers and a reader who may be slow: the transaction never waits. */
class LineBuffer {
  #waiting: string[] = [];
  #more = Promise.withResolvers<void>();
  #ended = false;

  add(lines: string): void {
    this.#waiting.push(lines);
    this.#more.resolve();
  }

  end(): void {
    this.#ended = true;
    this.#more.resolve();
  }

  /** All lines in order, then what `last` answers with; breaks off when `last` throws. */
  async *lines(last: () => Promise<string>): AsyncGenerator<string> {
    while (!this.#ended || this.#waiting.length > 0) {
      const next = this.#waiting.shift();
      if (next !== undefined) yield next;
      else {
        await this.#more.promise;
        this.#more = Promise.withResolvers<void>();
      }
    }
    yield await last();
  }
}

/** The latest answers and the state of the reply letter. Not found when there is none, or it was asked with another token. Logged. */
export async function readFromProgram(
  app: App,
  actor: Actor,
  requestId: string,
): Promise<Found<AsyncGenerator<string>>> {
  const found = await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const request = await readableRequest(trx, actor, requestId);
    const round = request === null ? undefined : (await latestRounds(trx, [requestId])).get(requestId);
    await recordLine(app, trx, actor, {
      kind: round === undefined ? "refusal" : "sensitive-read",
      what: "read-clearance",
      outcome: round === undefined ? "refused" : "done",
      body: { requestId, round: round?.round ?? 0 },
    });
    if (request === null || round === undefined) return null;
    return { request, round, letter: (await lettersOf(trx, requestId)).find(({ number }) => number !== null) ?? null };
  });
  return found === null ? notFound : { type: "done", answer: linesFor(app, actor, found) };
}

type AnsweredRequest = { request: ClearanceRequest; round: ClearanceRound; letter: StoredLetter | null };

async function* linesFor(app: App, actor: Actor, { request, round, letter }: AnsweredRequest): AsyncGenerator<string> {
  const { requestId, names } = request;
  yield headOf(request, round, letter);
  for (let after = 0; after < names;) {
    const from = after;
    const page = await inTransaction(app.database, scopeOf(app, actor.accountId), (trx) =>
      answersAfter(trx, { requestId, round: round.round, kinds: [], after: from, limit: stride }),
    );
    const last = page.at(-1);
    if (last === undefined) break;
    yield answersIn(page);
    after = last.line;
  }
  yield endOf(names, round);
}

function headOf(
  { requestId, number, purpose, date, year, names }: ClearanceRequest,
  { round, askedAt }: Pick<ClearanceRound, "round" | "askedAt">,
  letter: StoredLetter | null,
): string {
  const reply =
    letter === null ? null : { number: letter.number, validUntil: letter.validUntil, state: stateIn(letter) };
  return lineOf({ type: "request", requestId, number, purpose, date, year, names, round, askedAt, letter: reply });
}

function endOf(names: number, { summary, hash }: Pick<ClearanceRound, "summary" | "hash">): string {
  return lineOf({ type: "end", lines: names, summary, receipt: hash });
}

function stateIn({ signatures, number, ended }: StoredLetter): string {
  return stateOfLetter({ signatures, issued: number !== null, ended });
}

type Answered = Pick<AnsweredLine, "line" | "name" | "unit" | "match" | "kind" | "answer">;

function answersIn(lines: readonly Answered[]): string {
  return lines.map((one) => lineOf(shownOf(one))).join("");
}

/** A line as a requesting office sees it: category, clauses, days and reasons; without a person only what to do. */
function shownOf({ line, name, unit, match, kind, answer }: Answered): object {
  const said = keptAnswer(answer);
  const head = { type: "line", line, name, unit, match, answer: kind };
  if (said === null) return { ...head, toDo: nameUnclear };
  const { until, nothingRecorded, layers, citations, reasons } = said;
  return { ...head, until, nothingRecorded, layers, citations, reasons };
}

function lineOf(content: object): string {
  return `${JSON.stringify(content)}\n`;
}
