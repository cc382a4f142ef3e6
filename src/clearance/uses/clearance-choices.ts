// What people do about single lines of a request for clearance: choose who is meant, confirm an answer that needs it, ask the whole list again.
// Nothing is held: whoever comes second finds the key taken, and its transaction is begun again.
import type { EndpointInput } from "#kernel/contract/meta.ts";
import type { clearance, RoundDone } from "../contract/clearance.ts";
import type { Actor } from "#casework/actor.ts";
import { procedureOf } from "#law/procedure/procedures.ts";
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
import { notFound, refusedFor } from "#kernel/answer.ts";
import type { Answer } from "#kernel/answer.ts";
import type { App } from "#kernel/app.ts";
import { readableRequest } from "./clearance.ts";
import { askRound } from "./clearance-round.ts";
import { ownPerson } from "#eligibility/uses/eligibility.ts";
import { recordLine } from "#kernel/uses/record.ts";
import { nowOf, todayOf } from "#kernel/time.ts";

export type Choosing = EndpointInput<typeof clearance.choose>;

/** It counts from the next asking on. Somebody of another name is chosen only with a reason. */
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
      if (asked === undefined) return refused("no-such-line", `没有第${line}行`, `There is no line ${line}`, field);
      if (personId === null)
        return reason === ""
          ? refused(
              "reason-missing",
              `第${line}行认定不在名册中，请写明理由`,
              `Line ${line}: say why it is nobody`,
              field,
            )
          : [];
      const person = persons.get(personId);
      if (person === undefined)
        return refused("no-such-person", `第${line}行所选的人不在名册中`, `Line ${line}: nobody of that id`, field);
      if (person.id === actor.personId) return [ownPerson(app, field)];
      if (person.name !== asked.name && reason === "")
        return refused(
          "other-name",
          `第${line}行所填“${asked.name}”与所选“${person.name}”姓名不同，请写明理由`,
          `Line ${line}: “${asked.name}” is not “${person.name}”; say why they are the same`,
          field,
        );
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

/** The whole list again, with what was chosen since: a round of its own with its own receipt. */
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

/** A person says, with reasons, whether an answer that needs confirmation bars. */
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
    if (answered.digest !== digest)
      return refusedFor(
        "answered-since",
        "该行的结论已更新，请刷新后再确认",
        "The answer has changed; reload it",
        "digest",
      );
    if (answered.kind !== "needs-confirmation")
      return refusedFor("nothing-to-confirm", "该行的结论不需要确认", "This answer needs no confirmation", "line");
    if (answered.personId !== null && actor.relativeIds.includes(answered.personId)) {
      const message = {
        zh: "该行是您的近亲属，应当回避，请由他人确认",
        en: "A close relative of yours: somebody else must confirm",
      };
      return {
        type: "refused",
        refusals: [{ code: "recusal", message, source: procedureOf(app.law, "recusal", todayOf(app)), field: "line" }],
      };
    }
    const seq = ((await confirmationsOf(trx, requestId, [line])).get(line)?.seq ?? 0) + 1;
    const by = { byAccount: actor.accountId, byName: actor.name, at: nowOf(app) };
    await addConfirmation(trx, requestId, { line, seq, digest, barred, reason, ...by });
    const body = { requestId, line, digest, barred, personId: answered.personId };
    await recordLine(app, trx, actor, { kind: "act", what: "confirm-clearance", outcome: "done", body });
    return { type: "done", answer: { line } };
  });
}

function refused(code: string, zh: string, en: string, field: string): Refusal[] {
  return [...refusedFor(code, zh, en, field).refusals];
}
