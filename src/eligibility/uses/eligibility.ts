// The question of eligibility for a list of names: matched, answered from what is recorded, logged with a serial.
import { hash } from "node:crypto";
import type { EndpointInput } from "#kernel/contract/meta.ts";
import type { AskedName, Candidate, eligibility, EligibilityLine, EligibilityReply } from "../contract/eligibility.ts";
import { isKin, kinOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { parseDay } from "#law/reckon/days.ts";
import type { Question } from "#law/reckon/eligibility.ts";
import type { Law } from "#law/compile/law.ts";
import { faultOfLevel } from "#law/procedure/management.ts";
import { readUnfiltered } from "#database/database.ts";
import { mergedRecords } from "#registry/rows/families.ts";
import { lawInForce } from "#law-admin/rows/law-state.ts";
import { countOpenMatters } from "#matters/rows/matters.ts";
import { idsOf, inOrder, meantIds, oneOf, personsById } from "#registry/rows/persons.ts";
import type { MeantPersons, Person } from "#registry/rows/persons.ts";
import { casesAgainst, noRecords, recordsOfPersons } from "../rows/restrictions.ts";
import type { PersonRecords } from "../rows/restrictions.ts";
import { dayUnfit } from "#kernel/contract/words.ts";
import { procedureOf } from "#law/procedure/procedures.ts";
import type { Refusal } from "#law/refusal.ts";
import { inOneTransaction } from "#kernel/administer.ts";
import type { Answer, Issue, Unfit } from "#kernel/answer.ts";
import type { App } from "#kernel/app.ts";
import { lawVersion } from "#law-admin/uses/law-in-force.ts";
import { recordLine } from "#kernel/uses/record.ts";
import { viewOfAnswered } from "./restriction-view.ts";
import { personsOfTheDay } from "#registry/uses/person-of-the-day.ts";
import type { OfTheDay, PersonOfTheDay } from "#registry/uses/person-of-the-day.ts";
import { questionOf } from "../rules/question.ts";
import { shownAnswer } from "./shown-answer.ts";
import { personIsYou, purposeUnknown, rowIsYou, yearMissing } from "./words.ts";
import { nowOf, todayOf } from "#kernel/time.ts";

export type Asked = Omit<EndpointInput<typeof eligibility.ask>, "names"> & { names: readonly AskedName[] };

/** Faults of the question, with the path of each field; empty when it can be asked. `name`: path of a name, with `#` for its place. */
export function faultsOfQuestion(app: App, asked: Asked, name = "names.#."): Issue[] {
  const purpose = app.law.vocabulary.purposes.find(({ id }) => id === asked.purpose);
  if (purpose === undefined)
    return [
      {
        path: "purpose",
        message: purposeUnknown(asked.purpose, app.law.vocabulary.purposes),
      },
    ];
  const issues: Issue[] = [];
  if (purpose.asked === "on-date" && (asked.date === null || parseDay(asked.date) === null))
    issues.push({ path: "date", message: dayUnfit });
  if (purpose.asked === "for-year" && asked.year === null) issues.push({ path: "year", message: yearMissing });
  for (const [index, { toLevel }] of asked.names.entries()) {
    const unknown = toLevel === null ? null : faultOfLevel(app.law.vocabulary, toLevel);
    if (unknown !== null) issues.push({ path: `${name.replace("#", String(index))}toLevel`, message: unknown.zh });
  }
  return issues;
}

/**
 * Answers in the order of the names. `as`: the kind of the entry in the log. Lines of the asker and of close relatives are left to somebody
 * else (回避): nobody looks up with an office's rights what is held, or open, against themselves or their family.
 */
export async function askEligibility(
  app: App,
  actor: Actor,
  asked: Asked,
  as: "sensitive-read" | "export",
): Promise<Answer<EligibilityReply> | Unfit> {
  const faults = faultsOfQuestion(app, asked);
  if (faults.length > 0) return { type: "unfit", issues: faults };
  const askedAt = nowOf(app);
  return inOneTransaction(app, actor, { what: "eligibility" }, async (trx) => {
    const [meant, merged, law] = await Promise.all([
      meantIds(trx, app.keys, asked.names, actor),
      mergedRecords(trx),
      lawInForce(trx, app.law),
    ]);
    const ids = [...new Set(meant.flatMap((one) => oneOf(one)?.id ?? []))];
    // Asked together, so that the database is at work on the next while one is read.
    const [persons, records, open] = await Promise.all([
      personsById(trx, idsOf(meant.flatMap((one) => one.persons))),
      // The asker's and their relatives' too: what they may not learn of others from cases in which those were held accountable.
      recordsOfPersons(trx, [...ids, ...kinOf(actor)], merged),
      // Also of matters that the asker may not read: the answer "pending" says no more than that.
      readUnfiltered(trx, (machine) => countOpenMatters(machine, ids, merged)),
    ]);
    const chosen = meant.map(({ match, persons: some }) => ({ match, persons: inOrder(some, persons) }));
    const ofTheDay = await personsOfTheDay(
      app,
      trx,
      law,
      ids.map((personId) => ({ personId, date: asked.date, year: asked.year })),
      merged,
    );
    const lines = answerNames(law, actor, asked, chosen, { records, open, ofTheDay });
    const { purpose, date, year } = asked;
    const answered = lines.flatMap((line) => (line.match === "one" ? [line.person.personId] : []));
    const entry = await recordLine(app, trx, actor, {
      kind: as,
      what: "eligibility",
      outcome: "done",
      body: {
        purpose,
        date,
        year,
        names: lines.length,
        persons: answered,
        law: lawVersion(app.law, law),
        answers: hash("sha256", lines.map(fingerprintTextOf).join("\n")),
      },
    });
    const answer = { askedAt, purpose, date, year, summary: summaryOf(lines), lines, serial: entry.slice(0, 16) };
    return { type: "done", answer };
  });
}

/** What of a line is hashed for the log: without the words that follow from it and the version of the law, which are nine tenths of a long list. */
function fingerprintTextOf(line: EligibilityLine): string {
  const { row, name, unit } = line;
  if (line.match === "no-such-person" || line.match === "recused") return [row, name, unit, line.match].join("\t");
  if (line.match !== "one")
    return [row, name, unit, line.match, ...line.candidates.map(({ personId }) => personId)].join("\t");
  const { person, answer, until, layers, citations } = line;
  const { regulation, upper } = layers;
  const articles = citations.map(({ pack, at }) => `${pack} ${at}`);
  return [
    row,
    name,
    unit,
    person.personId,
    answer,
    until,
    regulation.answer,
    regulation.until,
    upper.answer,
    upper.until,
  ]
    .concat(articles)
    .join("\t");
}

/** The refusal of an actor who asks about themselves or a close relative. */
export function refusalOfOwnPerson(app: App, field: string): Refusal {
  return { code: "own-person", message: personIsYou, source: procedureOf(app.law, "recusal", todayOf(app)), field };
}

/** The same refusal for one row of a list; `index` counts from 0. */
export function refusalOfOwnRow(app: App, index: number): Refusal {
  return { ...refusalOfOwnPerson(app, `names.${index}`), message: rowIsYou(index + 1) };
}

type Found = {
  records: ReadonlyMap<string, PersonRecords>;
  open: ReadonlyMap<string, number>;
  ofTheDay: PersonOfTheDay;
};

function answerNames(
  law: Law,
  actor: Actor,
  asked: Asked,
  chosen: readonly MeantPersons[],
  { records, open, ofTheDay }: Found,
): EligibilityLine[] {
  const closed = casesAgainst(records, kinOf(actor));
  return asked.names.map((name, index): EligibilityLine => {
    const head = { row: index + 1, name: name.name, unit: name.unit };
    const meant = chosen[index] ?? nobody;
    const person = oneOf(meant);
    if (person === null) return { ...head, ...unmatchedOf(meant) };
    if (isKin(actor, person.id)) return { ...head, match: "recused" };
    const recorded = records.get(person.id) ?? noRecords();
    const answered = answerOne(
      law,
      ofTheDay(person, asked),
      recorded,
      open.get(person.id) ?? 0,
      questionOf(law, asked, name.toLevel),
      closed,
    );
    return { ...head, ...answered };
  });
}

const nobody: MeantPersons = { match: "no-such-person", persons: [] };

/** A line without a person: nobody, or the candidates of whom one must be chosen. */
function unmatchedOf({
  match,
  persons,
}: MeantPersons): { match: "no-such-person" } | { match: "several" | "name-only"; candidates: Candidate[] } {
  const candidates = persons.map(candidateOf);
  return candidates.length === 0
    ? { match: "no-such-person" }
    : { match: match === "several" ? match : "name-only", candidates };
}

type One = Omit<Extract<EligibilityLine, { match: "one" }>, "row" | "name" | "unit">;

function answerOne(
  law: Law,
  person: OfTheDay<Person>,
  recorded: PersonRecords,
  openMatters: number,
  question: Question,
  closed: ReadonlySet<string>,
): One {
  const shown = shownAnswer(law, person, recorded, openMatters, question);
  return {
    match: "one",
    person: candidateOf(person),
    ...shown,
    restrictions: shown.restrictions.map((restriction) => viewOfAnswered(law, restriction, recorded, closed)),
  };
}

function candidateOf({ id, name, organizationName, post, idNumberMasked }: Person): Candidate {
  return { personId: id, name, organizationName, post, idNumberMasked };
}

export function emptySummary(): EligibilityReply["summary"] {
  return {
    barred: 0,
    "needs-confirmation": 0,
    "needs-consent": 0,
    pending: 0,
    clear: 0,
    several: 0,
    "name-only": 0,
    "no-such-person": 0,
    recused: 0,
  };
}

function summaryOf(lines: readonly EligibilityLine[]): EligibilityReply["summary"] {
  const summary = emptySummary();
  for (const line of lines) summary[line.match === "one" ? line.answer : line.match] += 1;
  return summary;
}
