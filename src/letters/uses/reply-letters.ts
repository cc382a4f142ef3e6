// Reply letters (廉政意见回复): drafted from the latest answers, countersigned by two inner offices, issued under a number, voided or revoked.
import { randomUUID } from "node:crypto";
import type { EndpointInput } from "#kernel/contract/meta.ts";
import type { letters, LetterView } from "../contract.ts";
import { canonicalJson } from "#audit/canonical.ts";
import { kinOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import type { RegistryEntry } from "#clearance/rules.ts";
import type { Role } from "#casework/roles.ts";
import { refusalsOfSigningLetter, stateOfLetter } from "../rules/reply-letters.ts";
import { whatToDo } from "#eligibility/rules/what-to-do.ts";
import type { ShownReason } from "#eligibility/rules/what-to-do.ts";
import type { LetterFacts, LetterState } from "../rules/reply-letters.ts";
import { categoryOf } from "../rules/reply-letter.ts";
import type { LetterLine, ReplyLetter } from "../rules/reply-letter.ts";
import { parseDay } from "#law/reckon/days.ts";
import type { Standing } from "#casework/decide.ts";
import { procedureOf } from "#law/procedure/procedures.ts";
import { answersAfter, choicesBeyond, confirmationsOf, latestRounds } from "#clearance/rows/clearance-answers.ts";
import { isAbout } from "#clearance/rows/clearance-requests.ts";
import type { ClearanceRequest } from "#clearance/rows/clearance-requests.ts";
import { asSystem, inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { spokenOfLetter } from "../rows/letter-concerns.ts";
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
import { notFound, orNotFound, refusedFor } from "#kernel/answer.ts";
import type { Answer, Found } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { keptAnswer } from "#clearance/uses/clearance-answer.ts";
import { readableRequest } from "#clearance/uses/clearance.ts";
import { purposeOf } from "#clearance/uses/clearance-sheet.ts";
import { changedIn } from "./letter-concerns.ts";
import { recordLine } from "#kernel/uses/record.ts";
import { localTimeOf, nowOf, todayOf } from "#kernel/time.ts";

/** Letters of one request, the latest first; null when the request is not for this reader. */
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

/** All letters, the latest first; `concerned`: those that stand though something has arisen. */
export async function allLetters(
  app: App,
  actor: Actor,
  asked: { concerned: boolean } & Page,
): Promise<Counted<LetterView>> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const page = await listLetters(trx, { ...asked, except: actor.personId });
    return { ...page, rows: page.rows.map((letter) => viewOf({ law: app.law, actor, today: todayOf(app) }, letter)) };
  });
}

function viewOf(standing: Standing, letter: StoredLetter): LetterView {
  const { actor } = standing;
  const { content: _content, draftedBy: _by, signatures, ...shown } = letter;
  const facts = factsOf(letter);
  return {
    ...shown,
    state: stateOfLetter(facts),
    // Why it ended may tell what arose: it is for those who write and sign such letters.
    endReason: actor.roles.some((role) => knowsWhy.includes(role)) ? letter.endReason : null,
    signatures: signatures.map(({ signedBy: _signer, ...one }) => one),
    maySign: (["supervision", "review"] as const).filter(
      (office) => refusalsOfSigningLetter(standing, facts, office).length === 0,
    ),
  };
}

const knowsWhy: readonly Role[] = ["discipline-officer", "reviewer"];

function factsOf({ draftedBy, signatures, number, ended }: StoredLetter): LetterFacts {
  return { draftedBy, signatures, issued: number !== null, ended };
}

export type Drafting = EndpointInput<typeof letters.draft>;

/** Refused while a line is undecided, or a letter of this request stands. */
export async function draftLetter(
  app: App,
  actor: Actor,
  { key, ...content }: Drafting,
): Promise<Answer<{ letterId: string }>> {
  return administer(app, actor, { what: "draft-letter", key, content }, async (trx) => {
    const { requestId, validUntil } = content;
    const request = await readableRequest(trx, actor, requestId);
    if (request === null) return notFound;
    const kin = await refuseKin(app, trx, actor, requestId);
    if (kin !== null) return kin;
    if (parseDay(validUntil) === null || validUntil < todayOf(app))
      return refusedFor(
        "no-such-day",
        "有效期须为今日或者以后的日期",
        "It must be valid until today or later",
        "validUntil",
      );
    const standing = (await lettersOf(trx, requestId)).find((one) =>
      ["drafted", "countersigned", "issued"].includes(stateOfLetter(factsOf(one))),
    );
    if (standing !== undefined)
      return refusedFor(
        "letter-stands",
        standing.number === null
          ? "该征求已有回复函在会签，请先办结或者撤下"
          : `该征求已有在效的回复函${standing.number}，请先作废或者撤回`,
        "A letter of this request stands already",
        "requestId",
      );
    const made = await contentOf(app, trx, request, validUntil);
    if ("type" in made) return made;
    const { round, letter, persons } = made;
    const answer = { letterId: randomUUID() };
    const drafted = { draftedBy: actor.accountId, draftedName: actor.name, draftedAt: nowOf(app) };
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

type Made = { round: number; letter: ReplyLetter; persons: { line: number; personId: string; digest: string }[] };

async function contentOf(
  app: App,
  trx: Transaction,
  request: ClearanceRequest,
  validUntil: string,
): Promise<Made | ReturnType<typeof refusedFor>> {
  const { requestId } = request;
  const latest = (await latestRounds(trx, [requestId])).get(requestId);
  if (latest === undefined) throw new Error(`request ${requestId} was never asked`);
  const { round } = latest;
  const unmatched = (latest.summary["several"] ?? 0) + (latest.summary["name-only"] ?? 0);
  if (unmatched > 0)
    return refusedFor(
      "lines-unmatched",
      `还有${unmatched}行未指定是哪一位，请先指定并重新核查`,
      `${unmatched} lines have nobody chosen yet`,
      "requestId",
    );
  if ((await choicesBeyond(trx, requestId, round)) > 0)
    return refusedFor(
      "choices-unasked",
      "有已指定的行尚未重新核查",
      "Chosen lines have not been asked again",
      "requestId",
    );
  const answers = await answersAfter(trx, { requestId, round, kinds: [], after: 0, limit: request.names });
  const confirmations = await confirmationsOf(trx, requestId, null);
  const lines: LetterLine[] = [];
  const unconfirmed: number[] = [];
  const reasons: ShownReason[] = [];
  for (const { line, name, unit, toLevel, digest, ...kept } of answers) {
    const answer = keptAnswer(kept.answer);
    const [person] = answer === null ? [] : (JSON.parse(kept.registry) as RegistryEntry[]); // as askRound wrote it
    const confirmed = confirmations.get(line);
    const confirmation = confirmed?.digest === digest && answer?.answer === "needs-confirmation" ? confirmed : null;
    const category = categoryOf(answer, confirmation);
    if (category === null) {
      unconfirmed.push(line);
      reasons.push(...(answer?.reasons ?? []));
      continue;
    }
    const quoted = category === "not-suitable" || category === "consent-first";
    lines.push({
      line,
      name,
      unit: person?.organizationName ?? unit,
      toLevel,
      category,
      until: category === "not-suitable" ? (answer?.until ?? null) : null,
      clauses: quoted ? [...new Set((answer?.citations ?? []).map(({ label }) => label.zh))] : [],
      confirmedBy: confirmation?.byName ?? null,
    });
  }
  const toDo = whatToDo(reasons);
  if (unconfirmed.length > 0)
    return refusedFor(
      "lines-unconfirmed",
      `第${unconfirmed.slice(0, 10).join("、")}行${unconfirmed.length > 10 ? "等" : ""}需由人确认结论后才能回复。${toDo.map(({ zh }) => zh).join("；")}`,
      `${unconfirmed.length} answers still need a person's confirmation. ${toDo.map(({ en }) => en).join("; ")}`,
      "requestId",
    );
  const { requester, requesterDocument, number, purposeText, date, year } = request;
  const organ = app.law.vocabulary.bodies.find(({ id }) => id === "discipline-committee")?.name.zh ?? "";
  return {
    round,
    letter: {
      organ: `${app.jurisdictionName}${organ}`,
      addressee: requester,
      requesterDocument,
      requestNumber: number,
      purpose: purposeOf(app.law, request),
      purposeText,
      forYearly: year !== null,
      date,
      year,
      askedOn: localTimeOf(latest.askedAt).slice(0, 10),
      validUntil,
      lines,
    },
    persons: answers.flatMap(({ line, personId, digest }) => (personId === null ? [] : [{ line, personId, digest }])),
  };
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
    const kin = await refuseKin(app, trx, actor, letter.requestId);
    if (kin !== null) return kin;
    if (!agreed && reasons === "")
      return refusedFor("reasons-missing", "退回的须写明理由", "Say why it is sent back", "reasons");
    await signLetter(trx, letter, { office, agreed, reasons, by: actor.accountId, name: actor.name, at: nowOf(app) });
    await recordLine(app, trx, actor, { kind: "act", what: "sign-letter", outcome: "done", body: content });
    const signed = await findLetter(trx, letterId);
    return { type: "done", answer: { state: stateOfLetter(factsOf(signed ?? letter)) } };
  });
}

/** Its number is taken in the same transaction, so there is no gap; refused when an answer is no longer what it was. */
export async function issueLetter(
  app: App,
  actor: Actor,
  { key, letterId }: { key: string; letterId: string },
): Promise<Answer<{ number: string }>> {
  return administer(app, actor, { what: "issue-letter", key, content: { letterId } }, async (trx) => {
    const letter = await readableLetter(trx, actor, letterId);
    if (letter === null) return notFound;
    if (stateOfLetter(factsOf(letter)) !== "countersigned")
      return refusedFor(
        "not-countersigned",
        "两个处室会签同意后才能印发",
        "Both offices must have agreed first",
        "letterId",
      );
    const on = todayOf(app);
    if (letter.validUntil < on)
      return refusedFor(
        "over-already",
        "有效期已过，请撤下后重新拟制",
        "Its validity is over; draft it anew",
        "letterId",
      );
    const changed = await asSystem(trx, async (machine) =>
      changedIn(app, machine, await spokenOfLetter(machine, letterId)),
    );
    if (changed.length > 0)
      return refusedFor(
        "answers-changed",
        `第${changed.map(({ line }) => line).join("、")}行的结论在核查后有变化，请撤下本函，重新核查后再拟`,
        `${changed.length} answers have changed since; ask again and draft it anew`,
        "letterId",
      );
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

/** A draft is withdrawn; an issued letter is voided when it was wrong, revoked when something arose. Its number stays used. */
export async function endReplyLetter(
  app: App,
  actor: Actor,
  { key, ...content }: Ending,
): Promise<Answer<{ state: LetterState }>> {
  return administer(app, actor, { what: "end-letter", key, content }, async (trx) => {
    const { letterId, kind, reason } = content;
    const letter = await readableLetter(trx, actor, letterId);
    if (letter === null) return notFound;
    if (letter.ended !== null)
      return refusedFor("ended-already", "该回复函已终止", "This letter has ended", "letterId");
    if ((kind === "withdrawn") !== (letter.number === null))
      return refusedFor(
        "wrong-ending",
        letter.number === null ? "未印发的回复函只能撤下" : "已印发的回复函只能作废或者撤回",
        "A draft is withdrawn; an issued letter is voided or revoked",
        "kind",
      );
    const by = { by: actor.accountId, name: actor.name, at: nowOf(app) };
    await endLetter(trx, letterId, { kind, reason, on: todayOf(app), ...by });
    await recordLine(app, trx, actor, { kind: "act", what: "end-letter", outcome: "done", body: content });
    return { type: "done", answer: { state: kind } };
  });
}

/** Null when it is not there, or speaks of the reader. */
export async function readableLetter(trx: Transaction, actor: Actor, letterId: string): Promise<StoredLetter | null> {
  const letter = await findLetter(trx, letterId);
  if (letter === null) return null;
  return (await readableRequest(trx, actor, letter.requestId)) === null ? null : letter;
}

/** Nobody drafts or signs a letter that speaks of a close relative. */
async function refuseKin(app: App, trx: Transaction, actor: Actor, requestId: string) {
  if (!(await isAbout(trx, requestId, kinOf(actor)))) return null;
  const message = {
    zh: "名单中有您的近亲属，应当回避，请由他人办理",
    en: "A close relative of yours is in the list: somebody else must",
  };
  const refusal = {
    code: "recusal",
    message,
    source: procedureOf(app.law, "recusal", todayOf(app)),
    field: "requestId",
  };
  return { type: "refused" as const, refusals: [refusal] };
}
