// Requests for clearance (征求廉政意见): enter (matched and answered at once), list, read.
import { hash, randomUUID } from "node:crypto";
import type { EndpointInput, EndpointOutput } from "#kernel/contract/meta.ts";
import type { clearance, ClearanceLineView } from "../contract/clearance.ts";
import { faultOfIdNumber, fingerprintIdNumber, maskIdNumber } from "#registry/id-number.ts";
import { kinOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import type { ClearanceKind, Match } from "../rules.ts";
import {
  choicesOf,
  countChoicesAfter,
  confirmationsOf,
  latestRounds,
  pageOfAnswers,
  roundsOf,
} from "../rows/clearance-answers.ts";
import type { AnsweredLine } from "../rows/clearance-answers.ts";
import { addLines, addRequest, findRequest, isAbout, listRequests, requestOfKey } from "../rows/clearance-requests.ts";
import type { ClearanceRequest } from "../rows/clearance-requests.ts";
import { inRetriedTransaction, inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { holdNumber, useNumber } from "#kernel/rows/numbers.ts";
import type { Counted, Page } from "#database/page.ts";
import { inOneTransaction } from "#kernel/administer.ts";
import type { Answer, Found, Issue, Unfit } from "#kernel/answer.ts";
import { keyUsed } from "#kernel/once.ts";
import { orNotFound } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { entriesIn, keptAnswer } from "./clearance-answer.ts";
import { askRound } from "./clearance-round.ts";
import type { RoundProgress } from "./clearance-round.ts";
import { faultsOfQuestion } from "#eligibility/uses/eligibility.ts";
import { recordLine, recordRefusal } from "#kernel/uses/record.ts";
import { idNumberWrong } from "./words.ts";
import { nowOf, todayOf } from "#kernel/time.ts";

export type NewRequest = EndpointInput<typeof clearance.enter>;
export type Entered = EndpointOutput<typeof clearance.enter>;

/** Faults of the request, with the path of each field; empty when it can be asked. */
function faultsOfRequest(app: App, asked: Omit<NewRequest, "key">): Issue[] {
  const names = asked.names.map((one) => ({ ...one, personId: null }));
  return [
    ...faultsOfQuestion(app, { ...asked, names }),
    ...names.flatMap(({ idNumber }, index): Issue[] => {
      const fault = idNumber === "" ? null : faultOfIdNumber(idNumber);
      return fault === null
        ? []
        : [{ path: `names.${index}.idNumber`, message: idNumberWrong(index + 1, fault.message) }];
    }),
  ];
}

/** Faults answered at most: a list of ten thousand names can have as many. */
const maxFaults = 50;

/** Lines written at a time. */
const stride = 1000;

/** Enters, matches and answers in one transaction. The same key again answers with the request that it made, without progress to `tell`. */
export async function enterRequest(
  app: App,
  actor: Actor,
  input: NewRequest,
  tell?: (told: RoundProgress) => Promise<void>,
): Promise<Answer<Entered> | Unfit> {
  const faults = faultsOfRequest(app, input);
  if (faults.length > 0) return { type: "unfit", issues: faults.slice(0, maxFaults) };
  const { key, names, ...said } = input;
  const content = hash("sha256", JSON.stringify([said, names]));
  return inOneTransaction<Entered>(app, actor, { what: "enter-clearance" }, async (trx) => {
    const held = await holdNumber(trx, "clearance-request", Number(todayOf(app).slice(0, 4)));
    const before = await requestOfKey(trx, actor.accountId, key);
    if (before !== null) return before.content === content ? again(trx, before) : keyUsed;
    const forYear = app.law.vocabulary.purposes.find(({ id }) => id === said.purpose)?.asked === "for-year";
    const request: ClearanceRequest = {
      ...said,
      date: forYear ? null : said.date,
      year: forYear ? said.year : null,
      requestId: randomUUID(),
      number: held.number,
      names: names.length,
      enteredBy: actor.accountId,
      enteredName: actor.name,
      enteredAt: nowOf(app),
    };
    await addRequest(trx, { ...request, ordinal: held.ordinal, key, content });
    await useNumber(trx, held);
    for (let from = 0; from < names.length; from += stride) {
      const lines = names.slice(from, from + stride).map(({ name, unit, idNumber, toLevel }, index) => ({
        line: from + index + 1,
        name,
        unit,
        idNumberMasked: idNumber === "" ? "" : maskIdNumber(idNumber),
        fingerprint: idNumber === "" ? "" : fingerprintIdNumber(app.keys, idNumber),
        toLevel,
      }));
      await addLines(trx, request.requestId, lines);
    }
    const asked = await askRound(app, trx, actor, request, tell);
    if (asked.type === "refused") throw new RequestRefused(asked);
    const { requestId, number } = request;
    return { type: "done", answer: { requestId, number, ...asked.answer } };
  }).catch(async (error: unknown) => {
    if (!(error instanceof RequestRefused)) throw error;
    const { refusals } = error.refused;
    await recordRefusal(app, actor, "enter-clearance", { refusals: refusals.map(({ code }) => code) });
    return error.refused;
  });
}

async function again(
  trx: Transaction,
  { requestId, number }: { requestId: string; number: string },
): Promise<Answer<Entered>> {
  const rounds = await roundsOf(trx, requestId);
  const first = rounds.at(-1);
  if (first === undefined) throw new Error(`request ${requestId} was never asked`);
  return { type: "done", answer: { requestId, number, round: first.round, summary: first.summary, serial: "" } };
}

/** Thrown to roll back what was written of a request that is refused while it is answered. */
class RequestRefused extends Error {
  readonly refused;
  constructor(refused: Extract<Awaited<ReturnType<typeof askRound>>, { type: "refused" }>) {
    super("refused");
    this.refused = refused;
  }
}

export type RequestRow = ClearanceRequest & { summary: Record<string, number>; round: number };

export async function requestsFor(
  app: App,
  actor: Actor,
  asked: { query: string } & Page,
): Promise<Counted<RequestRow>> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const page = await listRequests(trx, { ...asked, except: kinOf(actor) });
    const rounds = await latestRounds(
      trx,
      page.rows.map(({ requestId }) => requestId),
    );
    const rows = page.rows.map((row) => {
      const latest = rounds.get(row.requestId);
      return { ...row, summary: latest?.summary ?? {}, round: latest?.round ?? 0 };
    });
    return { ...page, rows };
  });
}

export type RequestView = EndpointOutput<typeof clearance.get>;

/** Null when there is none, or the reader was asked about in it: nobody sees what is answered of themselves. */
export async function readableRequest(
  trx: Transaction,
  actor: Actor,
  requestId: string,
): Promise<ClearanceRequest | null> {
  const request = await findRequest(trx, requestId);
  if (request === null) return null;
  return (await isAbout(trx, requestId, kinOf(actor))) ? null : request;
}

export async function viewRequest(
  app: App,
  actor: Actor,
  { requestId }: { requestId: string },
): Promise<Found<RequestView>> {
  return orNotFound(
    await inTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
      const request = await readableRequest(trx, actor, requestId);
      if (request === null) return null;
      const rounds = await roundsOf(trx, requestId);
      return { request, rounds, chosenSince: await countChoicesAfter(trx, requestId, rounds[0]?.round ?? 0) };
    }),
  );
}

/** One page of the lines of a round. Reading it is logged. Not found as `readableRequest`. */
export async function linesOf(
  app: App,
  actor: Actor,
  { requestId, ...asked }: { requestId: string; round: number; kinds: readonly ClearanceKind[] } & Page,
): Promise<Found<{ rows: ClearanceLineView[]; next: string | null }>> {
  return orNotFound(
    await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
      const request = await readableRequest(trx, actor, requestId);
      const { round, kinds } = asked;
      await recordLine(app, trx, actor, {
        kind: request === null ? "refusal" : "sensitive-read",
        what: "read-clearance",
        outcome: request === null ? "refused" : "done",
        body: { requestId, round, kinds },
      });
      if (request === null) return null;
      const page = await pageOfAnswers(trx, { requestId, ...asked });
      return { ...page, rows: await lineViewsOf(trx, requestId, page.rows) };
    }),
  );
}

/** The lines as they are shown, each with its latest choice and the confirmation of its very answer. */
export async function lineViewsOf(
  trx: Transaction,
  requestId: string,
  rows: readonly AnsweredLine[],
): Promise<ClearanceLineView[]> {
  const numbers = rows.map(({ line }) => line);
  const choices = await choicesOf(trx, requestId, numbers);
  const confirmations = await confirmationsOf(trx, requestId, numbers);
  return rows.map(({ matters: _kept, answer, registry, match, kind, ...row }) => {
    const choice = choices.get(row.line);
    const confirmation = confirmations.get(row.line);
    return {
      ...row,
      match: match as Match, // written by askRound alone
      kind: kind as ClearanceKind, // likewise
      idNumberMasked: maskIdNumber(row.idNumberMasked),
      registry: entriesIn(registry),
      answer: keptAnswer(answer),
      choice: choice === undefined ? null : { personId: choice.personId, ...sayingOf(choice) },
      confirmation:
        confirmation?.digest === row.digest ? { barred: confirmation.barred, ...sayingOf(confirmation) } : null,
    };
  });
}

/** Why, by whom and when, of a choice or a confirmation; whose account it was is for the log alone. */
function sayingOf({ reason, byName, at }: { reason: string; byName: string; at: string }) {
  return { reason, byName, at };
}
