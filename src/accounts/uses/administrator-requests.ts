// Asking for what takes two administrators; both halves of a word or token that it may bring are made from the request alone.
import { createHmac, randomUUID } from "node:crypto";
import type { Requested } from "../contract/administration.ts";
import type { Asked } from "../contract/asked.ts";
import { oneTimePassword } from "../passwords.ts";
import { addRequest } from "../rows/administration.ts";
import type { By, RequestRow } from "../rows/administration.ts";
import { notifyOfAdministration } from "#notifications/rows/administration.ts";
import type { Actor } from "#casework/actor.ts";
import type { Transaction } from "#database/database.ts";
import { administerApart } from "#kernel/administer.ts";
import type { Answer, Conflict, NotFound, Refused } from "#kernel/answer.ts";
import type { App } from "#kernel/app.ts";
import { nowOf } from "#kernel/time.ts";
import { recordAdministration } from "#kernel/uses/record.ts";

/** Two halves, of which each administrator hands over one. */
export type Halves = readonly [string, string];

/** What is asked for, of whom, and whether an account or a program gets a secret by it. */
export type Asking = {
  requested: Requested;
  concerned: string | null;
  reason: string;
  halves: "word" | "token" | null;
};

/** What a request brings when it is carried out: which secret, if any, stands in its two halves. */
export type CarriedOut = { type: "done"; halves: Asking["halves"] };
/** What carrying out is given: the request, and the two halves of what it may bring. */
export type ToCarryOut<Kind extends Requested["kind"]> = {
  requested: Extract<Requested, { kind: Kind }>;
  request: RequestRow;
  halvesOf: (of: "word" | "token") => Halves;
};

/**
 * `prepare` looks at what is asked for; nothing is done before another administrator has decided. The request, its reason and whom it
 * concerns are told to the other administrators and to the person concerned.
 */
export async function askAdministrators(
  app: App,
  actor: Actor,
  request: { what: string; key: string; content: unknown },
  prepare: (trx: Transaction) => Promise<Asking | Refused | NotFound | Conflict>,
): Promise<Answer<Asked>> {
  type Kept = { requestId: string; halves: Asking["halves"] };
  const answered = ({ requestId, halves }: Kept): Asked => ({
    requestId,
    half: halvesOf(app, requestId, halves)?.[0] ?? null,
  });
  const answer = await administerApart<Kept, Kept>(app, actor, request, {
    work: async (trx) => {
      const asking = await prepare(trx);
      if ("type" in asking) return asking;
      const { requested, concerned, reason, halves } = asking;
      const requestId = randomUUID();
      await addRequest(trx, { id: requestId, requested, concerned, reason, by: byOf(app, actor) });
      await recordAdministration(app, trx, actor, request.what, { requestId, accountId: concerned });
      await notifyOfAdministration(trx, "administrator-asked", {
        key: requestId,
        by: [actor.accountId],
        concerned,
        at: nowOf(app),
        actorName: actor.name,
      });
      return { type: "done", answer: { requestId, halves } };
    },
    keptOf: (kept) => kept,
    again: async (_trx, kept) => ({ type: "done", answer: kept }),
  });
  return answer.type === "done" ? { type: "done", answer: answered(answer.answer) } : answer;
}

/** The two halves of what this request brings: made from the request alone, so that the same one always has the same, and none is stored. */
export function halvesOf(app: App, requestId: string, of: Asking["halves"]): Halves | null {
  if (of === null) return null;
  const about = `administrator-request ${requestId}`;
  if (of === "word") return halved(oneTimePassword(app.keys.seal, about));
  const [one, other] = halved(createHmac("sha256", app.keys.seal).update(about).digest("base64url"));
  return [`${app.jurisdictionId}.${one}`, other];
}

export function byOf(app: App, actor: Actor): By {
  return { accountId: actor.accountId, name: actor.name, at: nowOf(app) };
}

function halved(whole: string): Halves {
  const middle = Math.ceil(whole.length / 2);
  return [whole.slice(0, middle), whole.slice(middle)];
}
