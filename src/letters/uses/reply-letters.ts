// Reply letters (廉政意见回复): drafted from the latest answers, countersigned by two inner offices, issued under a number, voided or revoked.
import { randomUUID } from "node:crypto";
import type { EndpointInput } from "#kernel/contract/meta.ts";
import { letterWriters } from "../contract.ts";
import type { letters, LetterView } from "../contract.ts";
import { canonicalJson } from "#audit/canonical.ts";
import { delegationOf, doersOf, kinOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { handsOf } from "#casework/four-eyes.ts";
import type { Role } from "#casework/roles.ts";
import { handsBeforeSigning, refusalsOfSigningLetter, rolesOfSigning, stateOfLetter } from "../rules/reply-letters.ts";
import type { LetterFacts, LetterState } from "../rules/reply-letters.ts";
import { parseDay } from "#law/reckon/days.ts";
import type { Asker } from "#casework/decide.ts";
import { asSystem, inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { personsOfLetter } from "../rows/letter-concerns.ts";
import { holdNumber, useNumber } from "#kernel/rows/numbers.ts";
import type { Counted, Page } from "#database/page.ts";
import {
  addIssue,
  addLetter,
  endLetter,
  findLetter,
  lettersOf,
  listLetters,
  signLetter,
} from "../rows/reply-letters.ts";
import type { StoredLetter } from "../rows/reply-letters.ts";
import { administer } from "#kernel/administer.ts";
import { notFound, orNotFound, refusedSaying } from "#kernel/answer.ts";
import type { Answer, Found } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { readableRequest } from "#clearance/uses/clearance.ts";
import { changedIn } from "./letter-concerns.ts";
import { recordLine } from "#kernel/uses/record.ts";
import { contentOf } from "./letter-content.ts";
import {
  answersChanged,
  draftIsWithdrawn,
  draftStands,
  endedAlready,
  issuedIsVoidedOrRevoked,
  letterStands,
  notCountersigned,
  reasonsMissing,
  validityOver,
  validityPast,
} from "./words.ts";
import { nowOf, todayOf } from "#kernel/time.ts";

/** Letters of one request, latest first; not found when the reader may not see the request. */
export async function lettersFor(
  app: App,
  actor: Actor,
  { requestId }: { requestId: string },
): Promise<Found<LetterView[]>> {
  return orNotFound(
    await inTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
      if ((await readableRequest(trx, actor, requestId)) === null) return null;
      return (await lettersOf(trx, requestId)).map((letter) =>
        viewOf({ law: app.law, actor, today: todayOf(app) }, letter),
      );
    }),
  );
}

/** All letters, latest first; `concerned`: only letters in force of which a line would be answered otherwise now. */
export async function allLetters(
  app: App,
  actor: Actor,
  asked: { concerned: boolean } & Page,
): Promise<Counted<LetterView>> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const page = await listLetters(trx, { ...asked, except: kinOf(actor) });
    return { ...page, rows: page.rows.map((letter) => viewOf({ law: app.law, actor, today: todayOf(app) }, letter)) };
  });
}

function viewOf(standing: Asker, letter: StoredLetter): LetterView {
  const { actor } = standing;
  const { content: _content, draftedBy: _by, draftedBehalf: _behalf, signatures, ...shown } = letter;
  const facts = factsOf(letter);
  return {
    ...shown,
    state: stateOfLetter(facts),
    // Why it ended may tell what arose: it is for those who write and sign such letters.
    endReason: actor.roles.some((role) => readersOfEndReason.includes(role)) ? letter.endReason : null,
    signatures: signatures.map(({ signedBy: _signer, signedBehalf: _lender, ...one }) => one),
    maySign: (["supervision", "review"] as const).filter(
      (office) => refusalsOfSigningLetter(standing, facts, office).length === 0,
    ),
  };
}

const readersOfEndReason: readonly Role[] = ["discipline-officer", "reviewer"];

function factsOf({ draftedBy, draftedBehalf, signatures, number, ended }: StoredLetter): LetterFacts {
  return {
    drafted: handsOf(draftedBy, draftedBehalf),
    signatures: signatures.map(({ signedBy, signedBehalf, ...one }) => ({
      ...one,
      signed: handsOf(signedBy, signedBehalf),
    })),
    issued: number !== null,
    ended,
  };
}

export type Drafting = EndpointInput<typeof letters.draft>;

/** Refused while a line is undecided, or another letter of this request is not ended. */
export async function draftLetter(
  app: App,
  actor: Actor,
  { key, ...content }: Drafting,
): Promise<Answer<{ letterId: string }>> {
  return administer(app, actor, { what: "draft-letter", key, content }, async (trx) => {
    const { requestId, validUntil } = content;
    const request = await readableRequest(trx, actor, requestId);
    if (request === null) return notFound;
    if (parseDay(validUntil) === null || validUntil < todayOf(app))
      return refusedSaying("no-such-day", validityPast, "validUntil");
    const standing = (await lettersOf(trx, requestId)).find((one) =>
      ["drafted", "countersigned", "issued"].includes(stateOfLetter(factsOf(one))),
    );
    if (standing !== undefined)
      return refusedSaying(
        "letter-stands",
        standing.number === null ? draftStands : letterStands(standing.number),
        "requestId",
      );
    const made = await contentOf(app, trx, request, validUntil);
    if (made.type === "refused") return made;
    const { round, letter, persons } = made;
    const answer = { letterId: randomUUID() };
    const draftedBehalf = delegationOf(actor, letterWriters)?.fromAccount ?? null;
    const drafted = { draftedBy: actor.accountId, draftedBehalf, draftedName: actor.name, draftedAt: nowOf(app) };
    await addLetter(
      trx,
      { ...answer, requestId, round, validUntil, content: canonicalJson(letter), ...drafted },
      persons,
    );
    const body = { ...answer, requestId, round, validUntil };
    await recordLine(app, trx, actor, { kind: "act", what: "draft-letter", outcome: "done", body });
    return { type: "done", answer };
  });
}

export type SigningOfLetter = EndpointInput<typeof letters.sign>;

export async function countersignLetter(
  app: App,
  actor: Actor,
  { key, ...content }: SigningOfLetter,
): Promise<Answer<{ state: LetterState }>> {
  return administer(app, actor, { what: "sign-letter", key, content }, async (trx) => {
    const { letterId, office, agreed, reasons } = content;
    const letter = await readableLetter(trx, actor, letterId);
    if (letter === null) return notFound;
    const refusals = refusalsOfSigningLetter({ law: app.law, actor, today: todayOf(app) }, factsOf(letter), office);
    if (refusals.length > 0) return { type: "refused", refusals };
    if (!agreed && reasons === "") return refusedSaying("reasons-missing", reasonsMissing, "reasons");
    const roles = [rolesOfSigning[office]];
    await signLetter(trx, letter, {
      office,
      agreed,
      reasons,
      by: actor.accountId,
      behalf: delegationOf(actor, roles)?.fromAccount ?? null,
      name: actor.name,
      at: nowOf(app),
      first: handsBeforeSigning(factsOf(letter)),
      second: doersOf(actor, roles),
    });
    await recordLine(app, trx, actor, { kind: "act", what: "sign-letter", outcome: "done", body: content });
    const signed = await findLetter(trx, letterId);
    return { type: "done", answer: { state: stateOfLetter(factsOf(signed ?? letter)) } };
  });
}

/** Takes the number in the same transaction, so that there is no gap. Refused when an answer has changed since the draft. */
export async function issueLetter(
  app: App,
  actor: Actor,
  { key, letterId }: { key: string; letterId: string },
): Promise<Answer<{ number: string }>> {
  return administer(app, actor, { what: "issue-letter", key, content: { letterId } }, async (trx) => {
    const letter = await readableLetter(trx, actor, letterId);
    if (letter === null) return notFound;
    if (stateOfLetter(factsOf(letter)) !== "countersigned")
      return refusedSaying("not-countersigned", notCountersigned, "letterId");
    const on = todayOf(app);
    if (letter.validUntil < on) return refusedSaying("over-already", validityOver, "letterId");
    const changed = await asSystem(trx, async (machine) =>
      changedIn(app, machine, await personsOfLetter(machine, letterId)),
    );
    if (changed.length > 0)
      return refusedSaying("answers-changed", answersChanged(changed.map(({ line }) => line)), "letterId");
    const held = await holdNumber(trx, "reply-letter", Number(on.slice(0, 4)));
    const { number, year, ordinal } = held;
    await addIssue(trx, letterId, { number, year, ordinal, on, by: actor.accountId, name: actor.name, at: nowOf(app) });
    await useNumber(trx, held);
    await recordLine(app, trx, actor, {
      kind: "act",
      what: "issue-letter",
      outcome: "done",
      body: { letterId, number },
    });
    return { type: "done", answer: { number } };
  });
}

export type Ending = EndpointInput<typeof letters.end>;

/** A draft is withdrawn; an issued letter is voided when it was wrong, revoked when something arose. The number stays used. */
export async function endReplyLetter(
  app: App,
  actor: Actor,
  { key, ...content }: Ending,
): Promise<Answer<{ state: LetterState }>> {
  return administer(app, actor, { what: "end-letter", key, content }, async (trx) => {
    const { letterId, kind, reason } = content;
    const letter = await readableLetter(trx, actor, letterId);
    if (letter === null) return notFound;
    if (letter.ended !== null) return refusedSaying("ended-already", endedAlready, "letterId");
    if ((kind === "withdrawn") !== (letter.number === null))
      return refusedSaying("wrong-ending", letter.number === null ? draftIsWithdrawn : issuedIsVoidedOrRevoked, "kind");
    const by = { by: actor.accountId, name: actor.name, at: nowOf(app) };
    await endLetter(trx, letterId, { kind, reason, on: todayOf(app), ...by });
    await recordLine(app, trx, actor, { kind: "act", what: "end-letter", outcome: "done", body: content });
    return { type: "done", answer: { state: kind } };
  });
}

/** Null when there is no such letter, or the reader or a close relative is among those whom it speaks of. */
export async function readableLetter(trx: Transaction, actor: Actor, letterId: string): Promise<StoredLetter | null> {
  const letter = await findLetter(trx, letterId);
  if (letter === null) return null;
  return (await readableRequest(trx, actor, letter.requestId)) === null ? null : letter;
}
