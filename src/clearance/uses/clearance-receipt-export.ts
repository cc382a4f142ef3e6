// A receipt as a file: written line by line from what was kept, checked against the hash of its round. Logged as an export.
import { Readable } from "node:stream";
import type { Actor } from "#casework/actor.ts";
import { keepsIdentities } from "#casework/duties.ts";
import { answersAfter, keepsTails, roundsOf } from "../rows/clearance-answers.ts";
import type { ClearanceRound } from "../rows/clearance-answers.ts";
import type { ClearanceRequest } from "../rows/clearance-requests.ts";
import { inRetriedTransaction, inTransaction } from "#database/database.ts";
import { notFound, refusedSaying } from "#kernel/answer.ts";
import type { Answer } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { readableRequest } from "./clearance.ts";
import { writeReceipt } from "./clearance-receipt.ts";
import { receiptFileName, receiptOfOldForm } from "./words.ts";
import { recordLine } from "#kernel/uses/record.ts";

/** Lines read at a time. */
const stride = 1000;

/**
 * Not found when there is no such round, or the reader may not see the request. A receipt of the time when four characters of an ID number were
 * shown has to stay as it is, and is refused to whoever does not keep the personal records.
 */
export async function clearanceReceipt(
  app: App,
  actor: Actor,
  requestId: string,
  round: number,
): Promise<Answer<{ name: string; stream: Readable }>> {
  const found = await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const request = await readableRequest(trx, actor, requestId);
    const asked = request === null ? undefined : (await roundsOf(trx, requestId)).find((one) => one.round === round);
    const isOld = asked !== undefined && !keepsIdentities(actor) && (await keepsTails(trx, requestId, round));
    const isGiven = asked !== undefined && !isOld;
    await recordLine(app, trx, actor, {
      kind: isGiven ? "export" : "refusal",
      what: "export-clearance-receipt",
      outcome: isGiven ? "done" : "refused",
      body: { requestId, round },
    });
    if (isOld) return refusedSaying("receipt-shows-numbers", receiptOfOldForm, "round");
    return request === null || asked === undefined ? notFound : { request, asked };
  });
  if ("type" in found) return found;
  return {
    type: "done",
    answer: {
      name: receiptFileName(found.request.number, round),
      stream: Readable.from(linesOfReceipt(app, actor.accountId, found.request, found.asked)),
    },
  };
}

/** The lines of the receipt as they were given; the last one must bear the hash of the round. */
async function* linesOfReceipt(
  app: App,
  accountId: string | null,
  { requestId, names }: ClearanceRequest,
  { round, head, hash }: ClearanceRound,
): AsyncGenerator<string> {
  const receipt = writeReceipt(head);
  yield receipt.first;
  for (let after = 0; after < names;) {
    const from = after;
    const lines = await inTransaction(app.database, scopeOf(app, accountId), (trx) =>
      answersAfter(trx, { requestId, round, kinds: [], after: from, limit: stride }),
    );
    const last = lines.at(-1);
    if (last === undefined) break;
    yield lines.map(receipt.add).join("");
    after = last.line;
  }
  const { last, hash: made } = receipt.end();
  if (made !== hash) throw new Error(`the receipt of ${requestId} is not the one that was given`);
  yield last;
}
