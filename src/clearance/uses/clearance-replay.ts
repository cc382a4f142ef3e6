// Replaying a receipt: the same question asked of the records as they were then, compared byte by byte; and what would be answered otherwise today.
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
import { clearanceAnswer, keptAnswer } from "./clearance-answer.ts";
import { headOfReceipt, writeReceipt } from "./clearance-receipt.ts";
import { headOf } from "./clearance-round.ts";
import { questionOf } from "#eligibility/rules/question.ts";
import { personsOfTheDay } from "#registry/uses/person-of-the-day.ts";
import { lawVersion } from "#law-admin/uses/law-in-force.ts";

/** A place in which the file is not what comes out: a line of the file, from 1. */
export type Unlike = { fileLine: number; file: string; replayed: string };
/** What is otherwise today than it was then. */
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

/** Lines worked at a time, and how many places that differ are told. */
const stride = 500;
const told = 20;

/** `file`: the lines of the receipt. Reads as the machine; nothing is written. */
export async function replayReceipt(app: App, file: AsyncIterable<string>): Promise<Replayed> {
  const lines = file[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const read = await lines.next();
    return read.done === true ? "" : read.value;
  };
  const first = await next();
  const named = namedIn(first);
  if (named === null || named.jurisdictionId !== app.jurisdictionId) return { type: "no-receipt" };
  const { requestId, round } = named;
  const working = <T>(work: (trx: Transaction) => Promise<T>) => inTransaction(app.database, scopeOf(app, null), work);
  const found = await working(async (trx) => {
    const request = await findRequest(trx, requestId);
    const asked = request === null ? undefined : (await roundsOf(trx, requestId)).find((one) => one.round === round);
    if (request === null || asked === undefined) return null;
    return {
      request,
      asked,
      lawThen: await lawAfterChanges(trx, app.law, asked.interpretations),
      lawNow: await lawInForce(trx, app.law),
    };
  });
  if (found === null) return { type: "unknown-request" };
  const { request, asked, lawThen: then, lawNow: now } = found;
  const head = headOfReceipt(then, {
    ...headOf(app, request),
    round,
    askedAt: asked.askedAt,
    lawVersion: lawVersion(app.law, then),
  });
  const receipt = writeReceipt(head);
  const result: Extract<Replayed, { type: "replayed" }> = {
    type: "replayed",
    number: request.number,
    round,
    lines: 0,
    unlike: [],
    unlikeCount: 0,
    changed: [],
  };
  let fileLine = 0;
  const compare = (line: string, replayed: string): void => {
    fileLine += 1;
    if (`${line}\n` === replayed) return;
    result.unlikeCount += 1;
    if (result.unlike.length < told) result.unlike.push({ fileLine, file: line, replayed: replayed.trimEnd() });
  };
  compare(first, receipt.first);
  for (let after = 0; after < request.names;) {
    const from = after;
    const page = await working(async (trx) => {
      const stored = await answersAfter(trx, { requestId, round, kinds: [], after: from, limit: stride });
      return {
        stored,
        again: await answeredThen(trx, then, request, stored),
        today: await answeredToday(app, trx, now, request, stored),
      };
    });
    for (const [index, line] of page.stored.entries()) {
      const answer = page.again[index] ?? line.answer;
      const kind = kindIn(answer) ?? line.kind;
      compare(await next(), receipt.add({ ...line, answer, kind }));
      result.lines += 1;
      result.changed.push(...changesIn(line, answer, page.today[index] ?? null));
    }
    after = page.stored.at(-1)?.line ?? request.names;
  }
  compare(await next(), receipt.end().last);
  for (let rest = await next(); rest !== ""; rest = await next()) compare(rest, "");
  return result;
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

/** From the events of the matters that were looked at, up to the version that each had then; null for a line without a person. */
async function answeredThen(
  trx: Transaction,
  law: Law,
  request: ClearanceRequest,
  lines: readonly AnsweredLine[],
): Promise<(string | null)[]> {
  const looked = lines.map(({ matters }) => JSON.parse(matters) as [string, number, string][]); // as askRound wrote it
  const histories = await historiesOf(
    trx,
    looked.flat().map(([id]) => id),
  );
  return lines.map(({ personId, registry, toLevel }, index) => {
    if (personId === null) return null;
    const rows: RecordRows = { measure_taken: [], sanction_taken: [], consent_given: [] };
    let open = 0;
    for (const [id, version, recordId] of looked[index] ?? []) {
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
  if (entry !== registry) changes.push({ line, name, what: "registry", before: registry, now: entry });
  return changes;
}

/** The answer in short: its kind and day, its clauses, and how many notes. */
function wordsOf(answer: string): string {
  const said = keptAnswer(answer);
  if (said === null) return "";
  return [
    said.answer,
    said.until ?? "",
    ...said.citations.map(({ label }) => label.zh),
    ...[...whatToDo(said.reasons), ...said.notes].map(({ zh }) => zh),
  ]
    .filter((word) => word !== "")
    .join("；");
}

function kindIn(answer: string): string | null {
  return keptAnswer(answer)?.answer ?? null;
}
