// Restrictions that end within a range of days, each with what is needed afterwards: the engine is asked for the day after.
import type { EndingRow } from "../contract/restrictions.ts";
import { kinOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { renderXlsx } from "#files/render/xlsx.ts";
import { formatDay, parseDay, yearOf } from "#law/reckon/days.ts";
import type { AskedTime } from "#law-admin/rules/history.ts";
import { answerEligibility } from "#law/reckon/eligibility.ts";
import type { Law } from "#law/compile/law.ts";
import { inRetriedTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { endingRestrictions } from "../rows/ending-restrictions.ts";
import type { EndingRestriction } from "../rows/ending-restrictions.ts";
import { lawInForce } from "#law-admin/rows/law-state.ts";
import type { Counted, Page } from "#database/page.ts";
import { personsById } from "#registry/rows/persons.ts";
import { casesAgainst, noRecords, recordsOfPersons } from "../rows/restrictions.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordLine } from "#kernel/uses/record.ts";
import { personRowOf } from "#registry/uses/registry.ts";
import { nameOfCause } from "./restriction-view.ts";
import { isoOf } from "./shown-answer.ts";
import { factsOf, questionOf } from "../rules/question.ts";
import { personsOfTheDay } from "#registry/uses/person-of-the-day.ts";
import {
  clausesJoined,
  endingColumns,
  endingFileName,
  endingLabels,
  endingPurpose,
  endingSheetName,
  endingTitle,
  greyDayFirst,
  itemsCut,
  itemsText,
  neededAfterwards,
  partsJoined,
  rangeText,
} from "./words.ts";
import { exportSheet } from "#kernel/uses/sheet-export.ts";

type Range = { from: string; until: string };

export async function endingFor(app: App, actor: Actor, asked: Range & Page): Promise<Counted<EndingRow>> {
  return inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const { rows, ...paged } = await endingRestrictions(trx, { ...asked, except: kinOf(actor) });
    const views = await viewsOf(app, trx, actor, rows);
    const body = {
      from: asked.from,
      until: asked.until,
      personIds: [...new Set(rows.map(({ personId }) => personId))],
    };
    await recordLine(app, trx, actor, { kind: "sensitive-read", what: "read-ending", outcome: "done", body });
    return { ...paged, rows: views };
  });
}

async function viewsOf(
  app: App,
  trx: Transaction,
  actor: Actor,
  rows: readonly EndingRestriction[],
): Promise<EndingRow[]> {
  const ids = [...new Set(rows.map(({ personId }) => personId))];
  const persons = await personsById(trx, ids);
  const records = await recordsOfPersons(trx, [...ids, ...kinOf(actor)]);
  const closed = casesAgainst(records, kinOf(actor));
  const law = await lawInForce(trx, app.law);
  const asked = rows.map((row) => ({ personId: row.personId, ...timeAfter(law, row) }));
  const ofTheDay = await personsOfTheDay(app, trx, law, asked);
  return rows.flatMap((row): EndingRow[] => {
    const person = persons.get(row.personId);
    if (person === undefined) return [];
    const time = timeAfter(law, row);
    const facts = factsOf(ofTheDay(person, time), records.get(row.personId) ?? noRecords(), 0);
    const answered = answerEligibility(law, facts, questionOf(law, { purpose: row.bars, ...time }, null));
    const isClosed = closed.has(row.matterId);
    return [
      {
        person: personRowOf(actor, person),
        bars: row.bars,
        from: row.from,
        until: row.until,
        grey: row.grey,
        cite: row.cite,
        cause: nameOfCause(law, row.causeType, row.causeKind),
        matterId: isClosed ? null : row.matterId,
        caseNumber: isClosed ? null : row.caseNumber,
        afterwards: {
          on: time.date,
          year: time.year,
          answer: answered.answer,
          until: isoOf(answered.until),
          citations: answered.citations,
        },
      },
    ];
  });
}

/** When the same purpose is asked about again: on the first day after the grey one, or in the next year. */
function timeAfter(law: Law, { bars, until, grey }: EndingRestriction): AskedTime {
  const last = parseDay(grey ?? until);
  if (last === null) throw new Error(`${grey ?? until} is derived and is no day`);
  const forYear = law.vocabulary.purposes.find(({ id }) => id === bars)?.asked === "for-year";
  return forYear ? { date: null, year: yearOf(last) + 1 } : { date: formatDay(last + 1), year: null };
}

/** More rows are not put into one sheet, and the sheet says so. */
const maxRows = 20_000;

export async function exportEnding(app: App, actor: Actor, range: Range): Promise<{ name: string; bytes: Uint8Array }> {
  const { rows, isCut, serial, preface, watermark } = await inRetriedTransaction(
    app.database,
    scopeOf(app, actor.accountId),
    (trx) =>
      exportSheet(app, trx, actor, {
        what: "export-ending",
        most: maxRows,
        pageOf: async (page) => {
          const ending = await endingRestrictions(trx, { ...range, except: kinOf(actor), ...page });
          return { rows: await viewsOf(app, trx, actor, ending.rows), next: ending.next };
        },
        bodyOf: (restrictions) => ({ ...range, restrictions, purpose: endingPurpose }),
      }),
  );
  const { vocabulary } = app.law;
  const purposeOf = (id: string) => vocabulary.purposes.find((one) => one.id === id)?.name.zh ?? id;
  const bytes = await renderXlsx({
    name: endingSheetName,
    title: endingTitle(app.jurisdictionName),
    preface: [
      { label: endingLabels.lastDay, text: rangeText(range.from, range.until) },
      {
        label: endingLabels.total,
        text: isCut ? itemsCut(maxRows, rows.length) : itemsText(rows.length),
      },
      ...preface,
    ],
    columns: endingColumns,
    rows: rows.map((row, index) => [
      String(index + 1),
      row.person.name,
      row.person.organizationName,
      purposeOf(row.bars),
      row.cause.zh,
      row.until,
      row.grey ?? "",
      row.cite.label.zh,
      neededText(row),
    ]),
    watermark,
  });
  return { name: endingFileName(range.from, range.until, serial), bytes };
}

function neededText({ grey, afterwards: { answer, until, citations } }: EndingRow): string {
  const cited = clausesJoined(citations.map(({ label }) => label.zh));
  const needed = neededAfterwards[answer](cited, until ?? "");
  return partsJoined([
    ...(grey === null || answer === "barred" ? [] : [greyDayFirst(grey)]),
    ...(needed === "" ? [] : [needed]),
  ]);
}
