// Asking for clearance from another system: the same request as on the screen, answered as JSON Lines with what a requesting office may see.
import type { Actor } from "#casework/actor.ts";
import type { ClearanceAnswer } from "#casework/clearance.ts";
import { stateOfLetter } from "#casework/reply-letters.ts";
import { answersAfter, latestRounds } from "#store/clearance-answers.ts";
import type { AnsweredLine, ClearanceRound } from "#store/clearance-answers.ts";
import type { ClearanceRequest } from "#store/clearance-requests.ts";
import { inRetriedTransaction, inTransaction } from "#store/database.ts";
import { lettersOf } from "#store/reply-letters.ts";
import type { StoredLetter } from "#store/reply-letters.ts";
import type { Administered } from "./accounts.ts";
import { scopeOf } from "./app.ts";
import type { App } from "./app.ts";
import { enterRequest, readableRequest } from "./clearance.ts";
import type { NewRequest } from "./clearance.ts";
import { recordLine } from "./record.ts";

/** Lines read at a time: what is streamed never stands in memory as a whole. */
const stride = 500;

/** Entered in the name of the token's office; the lines follow once it is kept. The question must be without faults. */
export async function askFromProgram(
  app: App,
  actor: Actor,
  asked: Omit<NewRequest, "requester" | "contact">,
): Promise<Administered<AsyncGenerator<string>>> {
  const entered = await enterRequest(app, actor, { ...asked, requester: actor.name, contact: "" });
  if (entered.type !== "done") return entered;
  const lines = await readFromProgram(app, actor, entered.answer.requestId);
  return lines === null ? { type: "not-found" } : { type: "done", answer: lines };
}

/** The latest answers and where the reply stands. Null when it is not there, or was asked with another token. Logged. */
export async function readFromProgram(
  app: App,
  actor: Actor,
  requestId: string,
): Promise<AsyncGenerator<string> | null> {
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
  return found === null ? null : linesFor(app, actor, found);
}

type Found = { request: ClearanceRequest; round: ClearanceRound; letter: StoredLetter | null };

async function* linesFor(app: App, actor: Actor, { request, round, letter }: Found): AsyncGenerator<string> {
  const { requestId, number, purpose, date, year, names } = request;
  yield lineOf({
    type: "request",
    requestId,
    number,
    purpose,
    date,
    year,
    names,
    round: round.round,
    askedAt: round.askedAt,
    letter: letter === null ? null : { number: letter.number, validUntil: letter.validUntil, state: stateIn(letter) },
  });
  for (let after = 0; after < names;) {
    const from = after;
    const page = await inTransaction(app.database, scopeOf(app, actor.accountId), (trx) =>
      answersAfter(trx, { requestId, round: round.round, kinds: [], after: from, limit: stride }),
    );
    const last = page.at(-1);
    if (last === undefined) break;
    yield page.map((one) => lineOf(shownOf(one))).join("");
    after = last.line;
  }
  yield lineOf({ type: "end", lines: names, summary: round.summary, receipt: round.hash });
}

function stateIn({ draftedBy, signatures, number, ended }: StoredLetter): string {
  return stateOfLetter({ draftedBy, signatures, issued: number !== null, ended });
}

/** The category, the clauses and the days; of several people no more than that there are several. */
function shownOf({ line, name, unit, match, kind, answer }: AnsweredLine): object {
  const said = JSON.parse(answer) as ClearanceAnswer | null; // as askRound wrote it
  const head = { type: "line", line, name, unit, match, answer: kind };
  if (said === null) return head;
  const { until, nothingRecorded, layers, citations } = said;
  return { ...head, until, nothingRecorded, layers, citations };
}

function lineOf(content: object): string {
  return `${JSON.stringify(content)}\n`;
}
