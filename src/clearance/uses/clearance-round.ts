// One round (核查) of a request for clearance: matched anew, answered line by line, kept with its receipt. Works in pages, so that long lists take little memory.
import type { RoundDone } from "../contract/clearance.ts";
import { canonicalJson } from "#audit/canonical.ts";
import { kindOfUnmatched, matchLine } from "../rules.ts";
import type { ClearanceKind, Matched, Namesake, RegistryEntry } from "../rules.ts";
import { isKin } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import type { Law } from "#law/compile/law.ts";
import type { Refusal } from "#law/refusal.ts";
import { addAnswers, addRound, choicesOf, latestRounds } from "../rows/clearance-answers.ts";
import type { StoredAnswer } from "../rows/clearance-answers.ts";
import { linesAfter } from "../rows/clearance-requests.ts";
import type { ClearanceLine, ClearanceRequest } from "../rows/clearance-requests.ts";
import { asSystem } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { countLawChanges, lawInForce } from "#law-admin/rows/law-state.ts";
import { mattersInvolving } from "#matters/rows/matters.ts";
import { untoldNumbers } from "#registry/rows/numbers-tried.ts";
import { idsOf, inOrder, namesakesOf, personsById } from "#registry/rows/persons.ts";
import type { Person } from "#registry/rows/persons.ts";
import { noRecords, recordsOfPersons } from "#eligibility/rows/restrictions.ts";
import { questionOf } from "#eligibility/rules/question.ts";
import { refusalOfOwnRow } from "#eligibility/uses/eligibility.ts";
import type { App } from "#kernel/app.ts";
import { clearanceAnswer } from "./clearance-answer.ts";
import { digestOfAnswer, headOfReceipt, writeReceipt } from "./clearance-receipt.ts";
import { personsOfTheDay } from "#registry/uses/person-of-the-day.ts";
import type { OfTheDay } from "#registry/uses/person-of-the-day.ts";
import { lawVersion } from "#law-admin/uses/law-in-force.ts";
import { recordLine } from "#kernel/uses/record.ts";
import { nowOf } from "#kernel/time.ts";

/** Lines worked at a time. */
const stride = 1000;

/** Progress of a round, for whoever wants the answers as they come. Nothing is kept before the round ends; a second "begun" makes what came before it void. */
export type RoundProgress =
  | { type: "begun"; request: ClearanceRequest; round: number; askedAt: string }
  | { type: "answered"; lines: readonly (StoredAnswer & ClearanceLine)[] }
  | { type: "answered-all"; request: ClearanceRequest; summary: Record<string, number>; hash: string };

/** Asks the next round of a request; of two at once the later is begun again. Refused when the asker is among the persons. `tell` gets the progress. */
export async function askRound(
  app: App,
  trx: Transaction,
  actor: Actor,
  request: ClearanceRequest,
  tell: (told: RoundProgress) => Promise<void> = async () => undefined,
): Promise<{ type: "done"; answer: RoundDone } | { type: "refused"; refusals: readonly Refusal[] }> {
  const { requestId } = request;
  const law = await lawInForce(trx, app.law);
  const round = ((await latestRounds(trx, [requestId])).get(requestId)?.round ?? 0) + 1;
  const askedAt = nowOf(app);
  const version = lawVersion(app.law, law);
  const head = headOfReceipt(law, { ...headOf(app, request), round, askedAt, lawVersion: version });
  const receipt = writeReceipt(head);
  const summary: Record<string, number> = {};
  await tell({ type: "begun", request, round, askedAt });
  for (let after = 0; after < request.names;) {
    const lines = await linesAfter(trx, requestId, after, stride);
    const last = lines.at(-1);
    if (last === undefined) break;
    const matched = await matchLines(trx, actor, requestId, lines);
    const own = matched.findIndex(({ person }) => person !== null && isKin(actor, person.id));
    const ownLine = lines[own];
    if (ownLine !== undefined) return { type: "refused", refusals: [refusalOfOwnRow(app, ownLine.line - 1)] };
    const answers = await answerLines(app, trx, law, request, lines, matched);
    await addAnswers(trx, requestId, round, answers);
    const answered = answers.flatMap((answer, index) => {
      const line = lines[index];
      return line === undefined ? [] : [{ ...line, ...answer }];
    });
    for (const one of answered) {
      receipt.add(one);
      summary[one.kind] = (summary[one.kind] ?? 0) + 1;
    }
    after = last.line;
    await tell({ type: "answered", lines: answered });
  }
  const { hash } = receipt.end();
  await tell({ type: "answered-all", request, summary, hash });
  await addRound(trx, requestId, {
    round,
    askedAt,
    askedBy: actor.accountId,
    askedName: actor.name,
    law: version,
    interpretations: await countLawChanges(trx),
    summary,
    head,
    hash,
  });
  const serial = await logRound(app, trx, actor, request, { round, law: version, receipt: hash });
  return { type: "done", answer: { round, summary, serial } };
}

/** Logs the round; answers with the serial of the entry. */
async function logRound(
  app: App,
  trx: Transaction,
  actor: Actor,
  { requestId, purpose, date, year, names }: ClearanceRequest,
  asked: { round: number; law: string; receipt: string },
): Promise<string> {
  const entry = await recordLine(app, trx, actor, {
    kind: "sensitive-read",
    what: "ask-clearance",
    outcome: "done",
    body: { requestId, purpose, date, year, names, ...asked },
  });
  return entry.slice(0, 16);
}

/** The part of the head of a receipt that comes from the request. */
export function headOf(
  app: App,
  { requestId, number, requester, purpose, date, year, names }: ClearanceRequest,
): {
  jurisdictionId: string;
  request: Pick<ClearanceRequest, "requestId" | "number" | "requester" | "purpose" | "date" | "year" | "names">;
} {
  return { jurisdictionId: app.jurisdictionId, request: { requestId, number, requester, purpose, date, year, names } };
}

type MatchedLine = Matched<Person>;

async function matchLines(
  trx: Transaction,
  actor: Actor,
  requestId: string,
  lines: readonly ClearanceLine[],
): Promise<MatchedLine[]> {
  const named = await namesakesOf(trx, lines);
  const untold = await untoldNumbers(trx, actor, lines, named);
  const choices = await choicesOf(
    trx,
    requestId,
    lines.map(({ line }) => line),
  );
  const matched = lines.map((line, index) => {
    const id = choices.get(line.line)?.personId;
    return matchLine<{ id: string }, Namesake>(
      { ...line, untold: untold[index] ?? false },
      named.get(line.name) ?? [],
      id === undefined || id === null ? id : { id },
    );
  });
  const persons = await personsById(
    trx,
    idsOf(matched.flatMap(({ person, candidates }) => [...(person === null ? [] : [person]), ...candidates])),
  );
  return matched.map(({ match, person, candidates }) => ({
    match,
    person: person === null ? null : (persons.get(person.id) ?? null),
    candidates: inOrder(candidates, persons),
  }));
}

async function answerLines(
  app: App,
  trx: Transaction,
  law: Law,
  request: ClearanceRequest,
  lines: readonly ClearanceLine[],
  matched: readonly MatchedLine[],
): Promise<StoredAnswer[]> {
  const ids = [...new Set(matched.flatMap(({ person }) => (person === null ? [] : [person.id])))];
  const records = await recordsOfPersons(trx, ids);
  // Also matters that the asker may not read: the answer says no more of them than that it waits.
  const touching = await asSystem(trx, (machine) => mattersInvolving(machine, ids));
  const ofTheDay = await personsOfTheDay(
    app,
    trx,
    law,
    ids.map((personId) => ({ personId, date: request.date, year: request.year })),
  );
  return matched.map(({ match, person: found, candidates }, index): StoredAnswer => {
    const { line = index + 1, toLevel = null } = lines[index] ?? {};
    // With the level of the day: the receipt is replayed from it.
    const person = found === null ? null : ofTheDay(found, request);
    if (person === null) {
      const registry = canonicalJson(candidates.map((one) => entryOf({ ...one, historyComplete: false })));
      const kind: ClearanceKind = kindOfUnmatched(match);
      return {
        line,
        match,
        kind,
        personId: null,
        digest: digestOfAnswer(null, kind),
        answer: "null",
        registry,
        matters: "[]",
      };
    }
    const matters = touching.get(person.id) ?? [];
    const open = matters.filter((one) => one.open).length;
    const recorded = records.get(person.id) ?? noRecords();
    const answered = clearanceAnswer(law, person, recorded, open, questionOf(law, request, toLevel));
    const answer = canonicalJson(answered);
    return {
      line,
      match,
      kind: answered.answer,
      personId: person.id,
      digest: digestOfAnswer(person.id, answer),
      answer,
      registry: canonicalJson([entryOf(person)]),
      matters: canonicalJson(matters.map(({ matterId, version, recordId }) => [matterId, version, recordId])),
    };
  });
}

function entryOf(person: OfTheDay<Person>): RegistryEntry {
  const { id, name, organizationName, post, level, partyMember, historyComplete, idNumberMasked } = person;
  return { personId: id, name, organizationName, post, level, partyMember, historyComplete, idNumberMasked };
}
