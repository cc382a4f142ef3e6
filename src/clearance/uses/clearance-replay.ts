// Replays a receipt: asks the same question of the records of then, compares byte by byte, and tells what would be answered otherwise today.
import { z } from "zod";
import { canonicalJson } from "#audit/canonical.ts";
import type { RegistryEntry } from "../rules.ts";
import { replay } from "#casework/replay.ts";
import { isPending } from "#casework/stages.ts";
import { whatToDo } from "#eligibility/rules/what-to-do.ts";
import type { Law } from "#law/compile/law.ts";
import { answersAfter, roundsOf } from "../rows/clearance-answers.ts";
import type { AnsweredLine } from "../rows/clearance-answers.ts";
import { findRequest } from "../rows/clearance-requests.ts";
import type { ClearanceRequest } from "../rows/clearance-requests.ts";
import { inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { lawInForce, lawAfterChanges } from "#law-admin/rows/law-state.ts";
import { historiesOf, mattersInvolving } from "#matters/rows/matters.ts";
import { personsById } from "#registry/rows/persons.ts";
import { noRecords, recordRowsOf, recordsFrom, recordsOfPersons } from "#eligibility/rows/restrictions.ts";
import type { RecordRows } from "#eligibility/rows/restrictions.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { clearanceAnswer, entriesIn, keptAnswer } from "./clearance-answer.ts";
import { headOfReceipt, writeReceipt } from "./clearance-receipt.ts";
import { headOf } from "./clearance-round.ts";
import { questionOf } from "#eligibility/rules/question.ts";
import { personsOfTheDay } from "#registry/uses/person-of-the-day.ts";
import { partsJoined } from "#eligibility/uses/words.ts";
import { lawVersion } from "#law-admin/uses/law-in-force.ts";

/** A line of the file (from 1) that is not what comes out. */
export type Unlike = { fileLine: number; file: string; replayed: string };
/** An answer, or an entry of the registry, that is another one today than in the receipt. */
export type ChangedSince = { line: number; name: string; what: "answer" | "registry"; before: string; now: string };
export type Replayed =
  | { type: "no-receipt" }
  | { type: "unknown-request" }
  | {
      type: "replayed";
      number: string;
      round: number;
      lines: number;
      unlike: Unlike[];
      unlikeCount: number;
      changed: ChangedSince[];
    };

/** Lines worked at a time. */
const stride = 500;
/** Places that differ of which the answer tells. */
const maxTold = 20;

/** Reads as the system and writes nothing. `file`: the lines of the receipt. */
export async function replayReceipt(app: App, file: AsyncIterable<string>): Promise<Replayed> {
  const lines = file[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const read = await lines.next();
    return read.done === true ? "" : read.value;
  };
  const first = await next();
  const named = namedIn(first);
  if (named === null || named.jurisdictionId !== app.jurisdictionId) return { type: "no-receipt" };
  const asked = await roundNamed(app, named);
  if (asked === null) return { type: "unknown-request" };
  const { request, round, receipt } = asked;
  const comparison = new Comparison();
  const changed: ChangedSince[] = [];
  let count = 0;
  comparison.add(first, receipt.first);
  for (let after = 0; after < request.names;) {
    const { stored, again, today } = await replayedPage(app, asked, after);
    for (const [index, line] of stored.entries()) {
      const answer = again[index] ?? line.answer;
      comparison.add(await next(), receipt.add({ ...line, answer, kind: kindIn(answer) ?? line.kind }));
      count += 1;
      changed.push(...changesIn(line, answer, today[index] ?? null));
    }
    after = stored.at(-1)?.line ?? request.names;
  }
  comparison.add(await next(), receipt.end().last);
  for (let rest = await next(); rest !== ""; rest = await next()) comparison.add(rest, "");
  const { unlike, unlikeCount } = comparison;
  return { type: "replayed", number: request.number, round, lines: count, unlike, unlikeCount, changed };
}

/** The file held against what comes out, line by line; of many places that differ only the first are kept. */
class Comparison {
  readonly unlike: Unlike[] = [];
  unlikeCount = 0;
  #fileLine = 0;

  add(line: string, replayed: string): void {
    this.#fileLine += 1;
    if (`${line}\n` === replayed) return;
    this.unlikeCount += 1;
    if (this.unlike.length < maxTold)
      this.unlike.push({ fileLine: this.#fileLine, file: line, replayed: replayed.trimEnd() });
  }
}

type AskedRound = {
  request: ClearanceRequest;
  round: number;
  lawThen: Law;
  lawNow: Law;
  receipt: ReturnType<typeof writeReceipt>;
};

/** The round of which the head speaks, with the law of then and of now; null when there is none. */
async function roundNamed(
  app: App,
  { requestId, round }: { requestId: string; round: number },
): Promise<AskedRound | null> {
  return inTransaction(app.database, scopeOf(app, null), async (trx) => {
    const request = await findRequest(trx, requestId);
    const asked = request === null ? undefined : (await roundsOf(trx, requestId)).find((one) => one.round === round);
    if (request === null || asked === undefined) return null;
    const lawThen = await lawAfterChanges(trx, app.law, asked.interpretations);
    const lawNow = await lawInForce(trx, app.law);
    const { askedAt } = asked;
    const head = { ...headOf(app, request), round, askedAt, lawVersion: lawVersion(app.law, lawThen) };
    return { request, round, lawThen, lawNow, receipt: writeReceipt(headOfReceipt(lawThen, head)) };
  });
}

/** The lines after one as they were kept, as they are answered again from the records of then, and as they would be answered today. */
async function replayedPage(app: App, { request, round, lawThen, lawNow }: AskedRound, after: number) {
  return inTransaction(app.database, scopeOf(app, null), async (trx) => {
    const { requestId } = request;
    const stored = await answersAfter(trx, { requestId, round, kinds: [], after, limit: stride });
    const again = await answeredThen(trx, lawThen, request, stored);
    return { stored, again, today: await answeredToday(app, trx, lawNow, request, stored) };
  });
}

const headShape = z.object({
  type: z.literal("clearance-receipt"),
  jurisdictionId: z.string(),
  requestId: z.string(),
  round: z.int(),
});

function namedIn(line: string): z.output<typeof headShape> | null {
  try {
    return headShape.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

/** Answers from the events of the matters that the line was asked with, up to the version that each had then; null for a line without a person. */
async function answeredThen(
  trx: Transaction,
  law: Law,
  request: ClearanceRequest,
  lines: readonly AnsweredLine[],
): Promise<(string | null)[]> {
  const touching = lines.map(({ matters }) => JSON.parse(matters) as [string, number, string][]); // as askRound wrote it
  const histories = await historiesOf(
    trx,
    touching.flat().map(([id]) => id),
  );
  return lines.map(({ personId, registry, toLevel }, index) => {
    if (personId === null) return null;
    const rows: RecordRows = { measure_taken: [], sanction_taken: [], consent_given: [] };
    let open = 0;
    for (const [id, version, recordId] of touching[index] ?? []) {
      const matter = replay(
        id,
        (histories.get(id) ?? []).filter(({ seq }) => seq <= version),
      );
      if (matter === null) throw new Error(`the events of ${id} are gone`);
      if (isPending(matter.stage)) open += 1;
      if (matter.kind !== "case") continue;
      const left = recordRowsOf(law, matter);
      for (const table of ["measure_taken", "sanction_taken", "consent_given"] as const)
        rows[table].push(
          ...left[table].filter((row) => row["person_id"] === recordId).map((row) => ({ ...row, person_id: personId })),
        );
    }
    const recorded = recordsFrom([personId], rows).get(personId) ?? noRecords();
    const [person] = JSON.parse(registry) as RegistryEntry[]; // as askRound wrote it
    if (person === undefined) throw new Error("a line with a person has no entry of the registry");
    return canonicalJson(clearanceAnswer(law, person, recorded, open, questionOf(law, request, toLevel)));
  });
}

type Today = { answer: string; registry: RegistryEntry };

async function answeredToday(
  app: App,
  trx: Transaction,
  law: Law,
  request: ClearanceRequest,
  lines: readonly AnsweredLine[],
): Promise<(Today | null)[]> {
  const ids = lines.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  const persons = await personsById(trx, ids);
  const records = await recordsOfPersons(trx, ids);
  const touching = await mattersInvolving(trx, ids);
  const ofTheDay = await personsOfTheDay(
    app,
    trx,
    law,
    ids.map((personId) => ({ personId, date: request.date, year: request.year })),
  );
  return lines.map(({ personId, toLevel }) => {
    const found = personId === null ? undefined : persons.get(personId);
    if (found === undefined) return null;
    const person = ofTheDay(found, request);
    const open = (touching.get(person.id) ?? []).filter((one) => one.open).length;
    const answered = clearanceAnswer(
      law,
      person,
      records.get(person.id) ?? noRecords(),
      open,
      questionOf(law, request, toLevel),
    );
    const { id, name, organizationName, post, level, partyMember, idNumberMasked, historyComplete } = person;
    return {
      answer: canonicalJson(answered),
      registry: { personId: id, name, organizationName, post, level, partyMember, historyComplete, idNumberMasked },
    };
  });
}

function changesIn({ line, name, registry }: AnsweredLine, then: string, today: Today | null): ChangedSince[] {
  if (today === null) return [];
  const changes: ChangedSince[] = [];
  if (today.answer !== then)
    changes.push({ line, name, what: "answer", before: wordsOf(then), now: wordsOf(today.answer) });
  const entry = canonicalJson([today.registry]);
  const before = canonicalJson(entriesIn(registry));
  if (entry !== before) changes.push({ line, name, what: "registry", before, now: entry });
  return changes;
}

/** The answer in short: kind, last barred day, clauses, what to do, notes. */
function wordsOf(answer: string): string {
  const said = keptAnswer(answer);
  if (said === null) return "";
  const parts = [
    said.answer,
    said.until ?? "",
    ...said.citations.map(({ label }) => label.zh),
    ...[...whatToDo(said.reasons), ...said.notes].map(({ zh }) => zh),
  ];
  return partsJoined(parts.filter((word) => word !== ""));
}

function kindIn(answer: string): string | null {
  return keptAnswer(answer)?.answer ?? null;
}
