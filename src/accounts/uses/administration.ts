// Deciding what another administrator asked for: done at once when approved, and told to whom it concerns and to the third administrator.
import type { EndpointInput } from "#kernel/contract/meta.ts";
import type { administration, AdministratorRequest, Requested } from "../contract/administration.ts";
import type { Asked } from "../contract/asked.ts";
import { addDecision, findRequest, listRequests } from "../rows/administration.ts";
import type { RequestRow } from "../rows/administration.ts";
import type { Actor } from "#casework/actor.ts";
import { fourEyesFaultOf } from "#casework/four-eyes.ts";
import { administrators } from "#casework/roles.ts";
import { carryOutToken } from "#clearance/uses/api-tokens.ts";
import { inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { administerApart } from "#kernel/administer.ts";
import { notFound, refusedSaying } from "#kernel/answer.ts";
import type { Answer, NotFound, Refused } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { nowOf } from "#kernel/time.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { notifyOfAdministration } from "#notifications/rows/administration.ts";
import { carryOutAccess, carryOutRoles } from "./accounts.ts";
import { byOf, halvesOf } from "./administrator-requests.ts";
import type { Asking, CarriedOut, ToCarryOut } from "./administrator-requests.ts";
import { carryOutPolicy } from "./security.ts";
import { partyToRequest, requestDecided } from "./words.ts";

export async function administratorRequests(
  app: App,
  actor: Actor,
): Promise<(AdministratorRequest & { mayDecide: boolean })[]> {
  const rows = await inTransaction(app.database, scopeOf(app, actor.accountId), listRequests);
  return rows.map((row) => {
    const { concernedNamed: _, ...shown } = row;
    return { ...shown, mayDecide: row.approved === null && !isParty(actor, row) };
  });
}

type CarryOut<Kind extends Requested["kind"]> = (
  app: App,
  trx: Transaction,
  actor: Actor,
  given: ToCarryOut<Kind>,
) => Promise<CarriedOut | Refused | NotFound>;

const carryOut: { readonly [Kind in Requested["kind"]]: CarryOut<Kind> } = {
  "set-roles": carryOutRoles,
  "restore-access": carryOutAccess,
  "set-security-policy": carryOutPolicy,
  "issue-token": carryOutToken,
};

/** How the log and the messages call what was done. */
const deeds = {
  "set-roles": "roles-set",
  "restore-access": "access-restored",
  "set-security-policy": "policy-set",
  "issue-token": "token-issued",
} as const satisfies Record<Requested["kind"], string>;

/** Approves or refuses, once; never by who asked, whom it concerns, or one of their families. Answers with the second half of what it brings. */
export async function decideRequest(
  app: App,
  actor: Actor,
  { key, ...content }: EndpointInput<typeof administration.decide>,
): Promise<Answer<Asked>> {
  type Kept = { requestId: string; halves: Asking["halves"] };
  const { requestId, approved } = content;
  const what = "decide-administrator-request";
  const decided = await administerApart<Kept, Kept>(
    app,
    actor,
    { what, key, content },
    {
      work: async (trx) => {
        const request = await findRequest(trx, requestId);
        if (request === null) return notFound;
        if (request.approved !== null) return refusedSaying("decided-already", requestDecided, "requestId");
        if (isParty(actor, request)) return refusedSaying("four-eyes", partyToRequest, "requestId");
        const done = approved ? await carriedOut(app, trx, actor, request) : ({ type: "done", halves: null } as const);
        if (done.type !== "done") return done;
        const hands = { first: handsBefore(request), second: [actor.accountId] };
        await addDecision(trx, request, { approved, by: byOf(app, actor), ...hands });
        const { concerned } = request;
        const { kind } = request.requested;
        await recordAdministration(app, trx, actor, what, {
          requestId,
          kind,
          approved,
          accountId: concerned,
          askedBy: request.askedBy,
        });
        await notifyOfAdministration(trx, approved ? deeds[kind] : "administrator-refused", {
          key: requestId,
          by: approved ? [actor.accountId, request.askedBy] : [actor.accountId],
          concerned,
          at: nowOf(app),
          actorName: actor.name,
        });
        return { type: "done", answer: { requestId, halves: done.halves } };
      },
      keptOf: (kept) => kept,
      again: async (_trx, kept) => ({ type: "done", answer: kept }),
    },
  );
  if (decided.type !== "done") return decided;
  const { halves } = decided.answer;
  return { type: "done", answer: { requestId, half: halvesOf(app, requestId, halves)?.[1] ?? null } };
}

function carriedOut(app: App, trx: Transaction, actor: Actor, request: RequestRow) {
  const { requested, requestId } = request;
  const given = {
    request,
    halvesOf: (of: "word" | "token") => {
      const halves = halvesOf(app, requestId, of);
      if (halves === null) throw new Error(`the request ${requestId} brings nothing`);
      return halves;
    },
  };
  switch (requested.kind) {
    case "set-roles":
      return carryOut[requested.kind](app, trx, actor, { requested, ...given });
    case "restore-access":
      return carryOut[requested.kind](app, trx, actor, { requested, ...given });
    case "set-security-policy":
      return carryOut[requested.kind](app, trx, actor, { requested, ...given });
    case "issue-token":
      return carryOut[requested.kind](app, trx, actor, { requested, ...given });
  }
}

/** Whether this administrator, another account of theirs or one of their family asked for it or is whom it concerns. */
function isParty(actor: Actor, request: RequestRow): boolean {
  const { askedBy, concerned, concernedNamed } = request;
  if (concerned === actor.accountId) return true;
  // An account that names nobody may be anybody's: then nobody could give it back.
  const named = concerned !== null && concernedNamed ? [concerned] : [];
  return fourEyesFaultOf(actor, administrators, [askedBy, ...named]) !== null;
}

/** Who must not decide: who asked, and whom it concerns. */
function handsBefore({ askedBy, concerned }: RequestRow): string[] {
  return concerned === null ? [askedBy] : [askedBy, concerned];
}
