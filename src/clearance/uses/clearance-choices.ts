// What people do about lines of a request for clearance: choose who is meant, confirm an answer, ask the whole list again. Nothing is locked:
// whoever comes second finds the key taken, and its transaction is begun again.
import type { EndpointInput } from "#kernel/contract/meta.ts";
import type { clearance, RoundDone } from "../contract/clearance.ts";
import { isKin } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import type { Sentence } from "#law/text/citation.ts";
import type { Refusal } from "#law/refusal.ts";
import {
  addChoices,
  addConfirmation,
  answersAfter,
  choicesOf,
  confirmationsOf,
  latestRounds,
} from "../rows/clearance-answers.ts";
import { linesNamed } from "../rows/clearance-requests.ts";
import { personsById } from "#registry/rows/persons.ts";
import { administer } from "#kernel/administer.ts";
import { notFound, refusedSaying } from "#kernel/answer.ts";
import type { Answer } from "#kernel/answer.ts";
import type { App } from "#kernel/app.ts";
import { readableRequest } from "./clearance.ts";
import { askRound } from "./clearance-round.ts";
import { refusalOfOwnPerson } from "#eligibility/uses/eligibility.ts";
import { recordLine } from "#kernel/uses/record.ts";
import {
  answeredSince,
  noSuchLine,
  noSuchPerson,
  nothingToConfirm,
  reasonForNobody,
  reasonForOtherName,
} from "./words.ts";
import { nowOf } from "#kernel/time.ts";

export type Choosing = EndpointInput<typeof clearance.choose>;

/** Chooses persons for lines, from the next round on. Nobody, or somebody of another name, is chosen only with a reason. */
export async function choosePersons(
  app: App,
  actor: Actor,
  { key, ...content }: Choosing,
): Promise<Answer<{ chosen: number }>> {
  return administer(app, actor, { what: "choose-clearance", key, content }, async (trx) => {
    const { requestId, choices } = content;
    const request = await readableRequest(trx, actor, requestId);
    if (request === null) return notFound;
    const numbers = choices.map(({ line }) => line);
    const lines = new Map((await linesNamed(trx, requestId, numbers)).map((one) => [one.line, one]));
    const ids = choices.flatMap(({ personId }) => (personId === null ? [] : [personId]));
    const persons = await personsById(trx, ids);
    const refusals = choices.flatMap(({ line, personId, reason }, index): Refusal[] => {
      const field = `choices.${index}.personId`;
      const asked = lines.get(line);
      if (asked === undefined) return [refused("no-such-line", noSuchLine(line), field)];
      if (personId === null) return reason === "" ? [refused("reason-missing", reasonForNobody(line), field)] : [];
      const person = persons.get(personId);
      if (person === undefined) return [refused("no-such-person", noSuchPerson(line), field)];
      if (isKin(actor, person.id)) return [refusalOfOwnPerson(app, field)];
      if (person.name !== asked.name && reason === "")
        return [refused("other-name", reasonForOtherName(line, asked.name, person.name), field)];
      return [];
    });
    if (refusals.length > 0) return { type: "refused", refusals };
    const before = await choicesOf(trx, requestId, numbers);
    const latest = new Map(choices.map((one) => [one.line, one]));
    const added = [...latest.values()].map((one) => ({ ...one, seq: (before.get(one.line)?.seq ?? 0) + 1 }));
    await addChoices(trx, requestId, added, { accountId: actor.accountId, name: actor.name, at: nowOf(app) });
    const body = { requestId, choices: added.map(({ line, personId }) => ({ line, personId })) };
    await recordLine(app, trx, actor, { kind: "act", what: "choose-clearance", outcome: "done", body });
    return { type: "done", answer: { chosen: added.length } };
  });
}

/** Asks the whole list again with the persons chosen since: a round of its own with its own receipt. */
export async function askAgain(
  app: App,
  actor: Actor,
  { key, requestId }: { key: string; requestId: string },
): Promise<Answer<RoundDone>> {
  return administer(app, actor, { what: "ask-clearance", key, content: { requestId } }, async (trx) => {
    const request = await readableRequest(trx, actor, requestId);
    return request === null ? notFound : askRound(app, trx, actor, request);
  });
}

export type Confirming = EndpointInput<typeof clearance.confirm>;

/** Confirms, with reasons, whether an answer that needs confirmation bars. */
export async function confirmAnswer(
  app: App,
  actor: Actor,
  { key, ...content }: Confirming,
): Promise<Answer<{ line: number }>> {
  return administer(app, actor, { what: "confirm-clearance", key, content }, async (trx) => {
    const { requestId, line, digest, barred, reason } = content;
    const request = await readableRequest(trx, actor, requestId);
    if (request === null) return notFound;
    const round = (await latestRounds(trx, [requestId])).get(requestId)?.round ?? 0;
    const [answered] = await answersAfter(trx, { requestId, round, kinds: [], after: line - 1, limit: 1 });
    if (answered?.line !== line) return notFound;
    if (answered.digest !== digest) return refusedSaying("answered-since", answeredSince, "digest");
    if (answered.kind !== "needs-confirmation") return refusedSaying("nothing-to-confirm", nothingToConfirm, "line");
    const seq = ((await confirmationsOf(trx, requestId, [line])).get(line)?.seq ?? 0) + 1;
    const by = { byAccount: actor.accountId, byName: actor.name, at: nowOf(app) };
    await addConfirmation(trx, requestId, { line, seq, digest, barred, reason, ...by });
    const body = { requestId, line, digest, barred, personId: answered.personId };
    await recordLine(app, trx, actor, { kind: "act", what: "confirm-clearance", outcome: "done", body });
    return { type: "done", answer: { line } };
  });
}

function refused(code: string, message: Sentence, field: string): Refusal {
  return { code, message, source: null, field };
}
