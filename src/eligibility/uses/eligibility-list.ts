// A list as long as a registry, from file to sheet. It is read and matched whole before the first answer, so that faults of file or question are
// told at once; then answered, logged and written part by part, so that it takes little memory and blocks nobody.
import { hash } from "node:crypto";
import { fingerprintIdNumber } from "#registry/id-number.ts";
import { kinOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { matchNamesakes } from "#registry/rules/match-namesakes.ts";
import { Unreadable } from "#files/read/format.ts";
import { rowWords } from "#imports/rules/import-row.ts";
import { notReadWords } from "#lists/rules/list-words.ts";
import { startSheet } from "#files/render/xlsx-stream.ts";
import type { Question } from "#law/reckon/eligibility.ts";
import type { Law } from "#law/compile/law.ts";
import { noSuchLevel } from "#law/procedure/words.ts";
import { readUnfiltered } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { untoldNumbers } from "#registry/rows/numbers-tried.ts";
import { mergedRecords } from "#registry/rows/families.ts";
import { lawInForce } from "#law-admin/rows/law-state.ts";
import { countOpenMatters } from "#matters/rows/matters.ts";
import { inOrder, meantOf, namesakesOf, oneOf, personsById, standingsOf } from "#registry/rows/persons.ts";
import type { LookedUp, MeantPersons, Person } from "#registry/rows/persons.ts";
import { noRecords, recordsOfPersons } from "../rows/restrictions.ts";
import { inOneTransaction } from "#kernel/administer.ts";
import type { Answer, Unfit } from "#kernel/answer.ts";
import { unfitFile } from "#kernel/answer.ts";
import type { App } from "#kernel/app.ts";
import { prefaceOf, sheetRowOf, totals } from "./eligibility-sheet.ts";
import { faultsOfQuestion, emptySummary } from "./eligibility.ts";
import type { Asked } from "./eligibility.ts";
import { lawVersion } from "#law-admin/uses/law-in-force.ts";
import { listedRows } from "#lists/rules/listed-names.ts";
import type { ListedName } from "#lists/rules/listed-names.ts";
import type { NotReadRow } from "#lists/rules/sheet-blocks.ts";
import { readList } from "#lists/uses/list-file.ts";
import { recordLine } from "#kernel/uses/record.ts";
import { personsOfTheDay } from "#registry/uses/person-of-the-day.ts";
import { questionOf } from "../rules/question.ts";
import { shownAnswer } from "./shown-answer.ts";
import {
  answerColumns,
  answersSheetName,
  answersTitle,
  namesMissing,
  prefaceLabels,
  serialColumn,
  unasked as unaskedName,
  unaskedBeside,
  unaskedFor,
  noteWords,
  notReadName,
  unreadBeside,
} from "./words.ts";
import { nowOf } from "#kernel/time.ts";

/** `toLevel` counts for rows without a level of their own. */
export type ListQuestion = Pick<Asked, "purpose" | "date" | "year"> & { toLevel: string | null };

/** Rows matched at once; persons answered and logged in one transaction. */
const matchedAtOnce = 5000;
const answeredAtOnce = 2500;
/** The first part is small: the sheet begins to be written while the others are answered. */
const answeredFirst = 500;

/** `list`: SHA-256 of the file. `units`: names of the units met so far, by id. */
type AskedList = ListQuestion & { list: string; units: Map<string, string> };

type ListAnswer = Answer<AsyncIterableIterator<Uint8Array>> | Unfit;

/** A row of the file: somebody, with whom they may be, or what was taken for nobody. */
type Listed = ListedName | NotReadRow;
type MatchedName = Omit<ListedName, "idNumber"> & { meant: MeantPersons<string> };
type Matched = MatchedName | NotReadRow;

/**
 * The bytes of an .xlsx with a row for every row of the file. Each part of it is an entry of the log, whose serial stands in its rows.
 * The asker and their close relatives are left to somebody else; unfit where the file cannot be read, with what to do.
 */
export async function answerList(
  app: App,
  actor: Actor,
  question: ListQuestion,
  bytes: Uint8Array,
  maxRows: number,
): Promise<ListAnswer> {
  const { toLevel } = question;
  const names = [{ name: "", unit: "", idNumber: "", personId: null, toLevel }];
  // A list has one level for all its rows.
  const faults = faultsOfQuestion(app, { ...question, names }, "");
  if (faults.length > 0) return { type: "unfit", issues: faults };
  const asked = { ...question, list: hash("sha256", bytes), units: new Map<string, string>() };
  const table = {
    name: answersSheetName,
    title: answersTitle(app.jurisdictionName),
    preface: prefaceOf(app, actor, { ...question, askedAt: nowOf(app) }),
    columns: [...answerColumns, serialColumn],
  };
  const sheet = startSheet();
  const matched = await matchList(app, actor, bytes, maxRows).catch(async (error: unknown) => {
    await sheet.stop();
    throw error;
  });
  if (matched.type === "done")
    return { type: "done", answer: sheet.write(table, rowsOfSheet(app, actor, asked, matched.answer)) };
  await sheet.stop();
  return matched;
}

/** Matches the whole list; answers with the parts in which it is then answered. */
async function matchList(
  app: App,
  actor: Actor,
  bytes: Uint8Array,
  maxRows: number,
): Promise<Answer<Matched[][]> | Unfit> {
  const parts: Matched[][] = [];
  const lookedUp: LookedUp = { bearers: new Map(), units: new Map() };
  const match = async (rows: readonly Listed[]) => {
    const done = await matchRows(app, actor, rows, lookedUp);
    if (done.type === "done")
      for (let from = 0; from < done.answer.length; from += parts.at(-1)?.length ?? answeredAtOnce)
        parts.push(done.answer.slice(from, from + (parts.length === 0 ? answeredFirst : answeredAtOnce)));
    return done;
  };
  try {
    const { levels } = app.law.vocabulary;
    let some: Listed[] = [];
    // While some are matched the next are read.
    let matching: ReturnType<typeof match> = Promise.resolve({ type: "done", answer: [] });
    for await (const rows of readList(bytes, maxRows)) {
      some.push(...listedRows(levels, rows));
      if (some.length < matchedAtOnce) continue;
      const done = await matching;
      if (done.type !== "done") return done;
      matching = match(some);
      // What it fails of is thrown where it is waited for, or not at all where the file cannot be read.
      matching.catch(() => undefined);
      some = [];
    }
    for (const each of [() => matching, () => match(some)]) {
      const done = await each();
      if (done.type !== "done") return done;
    }
  } catch (error) {
    if (error instanceof Unreadable) return unfitFile(error.message);
    throw error;
  }
  if (!parts.some((part) => part.some(isNamed))) return unfitFile(namesMissing);
  return { type: "done", answer: parts };
}

async function matchRows(
  app: App,
  actor: Actor,
  rows: readonly Listed[],
  lookedUp: LookedUp,
): Promise<Answer<Matched[]>> {
  return inOneTransaction(app, actor, { what: "eligibility" }, async (trx) => {
    const names = rows.filter(isNamed);
    const asked = names.map(({ name, idNumber }) => ({
      name,
      fingerprint: idNumber === "" ? "" : fingerprintIdNumber(app.keys, idNumber),
    }));
    const named = await namesakesOf(trx, asked, lookedUp);
    const untold = await untoldNumbers(trx, actor, asked, named);
    const matched = names.map(({ idNumber: _idNumber, ...one }, index): MatchedName => {
      const { match, persons } = meantOf(
        matchNamesakes(
          { unit: one.unit, fingerprint: asked[index]?.fingerprint ?? "", untold: untold[index] ?? false },
          named.get(one.name) ?? [],
        ),
      );
      return { ...one, meant: { match, persons: persons.map(({ id }) => id) } };
    });
    let next = 0;
    return {
      type: "done",
      answer: rows.flatMap((row): Matched[] => (isNamed(row) ? matched.slice(next, (next += 1)) : [row])),
    };
  });
}

function isNamed<Row extends ListedName | MatchedName>(row: Row | NotReadRow): row is Row {
  return "name" in row;
}

async function* rowsOfSheet(app: App, actor: Actor, asked: AskedList, parts: Matched[][]): AsyncGenerator<string[][]> {
  const summary = emptySummary();
  let names = 0;
  const beside = { unasked: 0, unread: 0 };
  const begin = () => {
    // Whatever is answered need not be held any longer.
    const part = parts.shift();
    if (part === undefined) return null;
    const answered = answerPart(app, actor, asked, part);
    // Where the sheet is given up nobody waits for it any more.
    answered.catch(() => undefined);
    return answered;
  };
  for (let next = begin(); next !== null;) {
    const answered = await next;
    // Answered while the rows of this one are on their way.
    next = begin();
    for (const { kind } of answered.rows) {
      if (kind !== "unread") names += 1;
      if (kind === "unasked" || kind === "unread") beside[kind] += 1;
      else summary[kind] += 1;
    }
    yield answered.rows.map(({ cells }) => {
      cells.push(answered.serial);
      return cells;
    });
  }
  const unasked = beside.unasked === 0 ? "" : unaskedBeside(beside.unasked);
  const unread = beside.unread === 0 ? "" : unreadBeside(beside.unread);
  yield [[], [prefaceLabels.total, `${totals(app.law, summary, names)}${unasked}${unread}`]];
}

type AnsweredRow = { kind: keyof ReturnType<typeof emptySummary> | "unasked" | "unread"; cells: string[] };

async function answerPart(
  app: App,
  actor: Actor,
  asked: AskedList,
  part: readonly Matched[],
): Promise<{ rows: AnsweredRow[]; serial: string }> {
  const done = await inOneTransaction<{ rows: AnsweredRow[]; serial: string }>(
    app,
    actor,
    { what: "eligibility" },
    async (trx) => {
      const law = await lawInForce(trx, app.law);
      const kin = new Set(kinOf(actor));
      const persons = part
        .filter(isNamed)
        .flatMap(({ meant }) => oneOf(meant) ?? [])
        .filter((id) => !kin.has(id));
      const rows = await answerRows(app, law, trx, asked, part, persons, kin);
      const { purpose, date, year, list } = asked;
      const entry = await recordLine(app, trx, actor, {
        kind: "export",
        what: "eligibility",
        outcome: "done",
        body: {
          purpose,
          date,
          year,
          list,
          rows: [part[0]?.row ?? 0, part.at(-1)?.row ?? 0],
          names: part.filter(isNamed).length,
          persons,
          law: lawVersion(app.law, law),
          answers: hash("sha256", rows.map(({ cells }) => cells.join("\t")).join("\n")),
        },
      });
      return { type: "done", answer: { rows, serial: entry.slice(0, 16) } };
    },
  );
  if (done.type !== "done") throw new Error(`a part of a list was ${done.type}`);
  return done.answer;
}

async function answerRows(
  app: App,
  law: Law,
  trx: Transaction,
  asked: AskedList,
  part: readonly Matched[],
  ids: readonly string[],
  kin: ReadonlySet<string>,
): Promise<AnsweredRow[]> {
  const found = await lookUp(app, law, trx, asked, part, ids);
  const questions = new Map<string | null, Question>();
  const questionTo = (toLevel: string | null) => {
    const question = questions.get(toLevel) ?? questionOf(law, asked, toLevel);
    questions.set(toLevel, question);
    return question;
  };
  return part.map((one): AnsweredRow => {
    if (!isNamed(one)) return notReadRow(one);
    const { row, name, unit, level, notes, meant } = one;
    if (notes.includes("level-unknown")) return unasked(one, unaskedFor(noSuchLevel(one.levelSaid)));
    const id = oneOf(meant);
    if (id !== null && kin.has(id))
      return { kind: "recused", cells: sheetRowOf(law, { row, name, unit, match: "recused" }) };
    const person = id === null ? undefined : found.standings.get(id);
    if (id === null || person === undefined) return unmatchedRow(law, one, found.candidates);
    const {
      layers: _layers,
      restrictions: _restrictions,
      ...shown
    } = shownAnswer(
      law,
      found.ofTheDay(person, asked),
      found.records.get(id) ?? noRecords(),
      found.open.get(id) ?? 0,
      questionTo(level ?? asked.toLevel),
    );
    const cells = sheetRowOf(law, { match: "one", row, name, unit, person, ...shown });
    return { kind: shown.answer, cells: withNotes(cells, notes) };
  });
}

/** All that the answers of one part need; `ids` are the persons who are meant. */
async function lookUp(
  app: App,
  law: Law,
  trx: Transaction,
  { units, date, year }: AskedList,
  part: readonly Matched[],
  ids: readonly string[],
) {
  const merged = await mergedRecords(trx);
  const [standings, records, open] = await Promise.all([
    standingsOf(trx, ids, units),
    recordsOfPersons(trx, ids, merged),
    // Also of matters that the asker may not read: the answer "pending" says no more than that.
    readUnfiltered(trx, (machine) => countOpenMatters(machine, ids, merged)),
  ]);
  const asked = ids.map((personId) => ({ personId, date, year }));
  const ofTheDay = await personsOfTheDay(app, trx, law, asked, merged);
  const several = part.filter(isNamed).flatMap(({ meant }) => (oneOf(meant) === null ? meant.persons : []));
  return { standings, records, open, ofTheDay, candidates: await personsById(trx, several) };
}

/** A row without a person: nobody, or the candidates of whom one must be chosen. */
function unmatchedRow(
  law: Law,
  { row, name, unit, notes, meant }: MatchedName,
  candidates: ReadonlyMap<string, Person>,
): AnsweredRow {
  const of = inOrder(
    meant.persons.map((id) => ({ id })),
    candidates,
  );
  if (of.length === 0)
    return {
      kind: "no-such-person",
      cells: withNotes(sheetRowOf(law, { row, name, unit, match: "no-such-person" }), notes),
    };
  const match = meant.match === "several" ? meant.match : "name-only";
  return { kind: match, cells: withNotes(sheetRowOf(law, { row, name, unit, match, candidates: of }), notes) };
}

/** What was wrong with the row is said behind its answer. */
function withNotes(cells: string[], notes: MatchedName["notes"]): string[] {
  if (notes.length === 0) return cells;
  const said = notes.map((note) => noteWords[note]);
  return [...cells.slice(0, -1), [cells.at(-1) ?? "", ...said].filter((text) => text !== "").join("；")];
}

/** A row that was taken for nobody is in the sheet too: whoever stands there is not lost. */
function notReadRow({ row, text, why }: NotReadRow): AnsweredRow {
  return { kind: "unread", cells: [rowWords(row), text, "", notReadName, "", "", "", notReadWords[why]] };
}

function unasked({ row, name, unit }: { row: number; name: string; unit: string }, why: string): AnsweredRow {
  return { kind: "unasked", cells: [String(row), name, unit, unaskedName, "", "", "", why] };
}
