// Restrictions that end soon, with what is then still needed before the person is used again: asked of the engine for the day after each.
import type { EndingRow } from "#registry/contract.ts";
import type { Actor } from "#casework/actor.ts";
import { renderXlsx } from "#files/render/xlsx.ts";
import { formatDay, parseDay, yearOf } from "#law/reckon/days.ts";
import type { AskedTime } from "#law-admin/rules/history.ts";
import { answerEligibility } from "#law/reckon/eligibility.ts";
import type { AnswerKind } from "#law/reckon/eligibility.ts";
import type { Law } from "#law/compile/law.ts";
import { inRetriedTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { endingRestrictions } from "../rows/ending-restrictions.ts";
import type { EndingRestriction } from "../rows/ending-restrictions.ts";
import { lawInForce } from "#law-admin/rows/law-state.ts";
import type { Counted, Page } from "#database/page.ts";
import { personsById } from "#registry/rows/persons.ts";
import { noRecords, recordsOfPersons } from "../rows/restrictions.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordLine } from "#kernel/uses/record.ts";
import { personRowOf } from "#registry/uses/registry.ts";
import { nameOf } from "./restriction-view.ts";
import { isoOf } from "./shown-answer.ts";
import { factsOf, questionOf } from "../rules/question.ts";
import { personsOfTheDay } from "#registry/uses/person-of-the-day.ts";
import { takeOut } from "#kernel/uses/taken-out.ts";

type Range = { from: string; until: string };

export async function endingFor(app: App, actor: Actor, asked: Range & Page): Promise<Counted<EndingRow>> {
  return inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const { rows, ...paged } = await endingRestrictions(trx, { ...asked, except: actor.personId });
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
  const records = await recordsOfPersons(trx, actor.personId === null ? ids : [...ids, actor.personId]);
  const own = actor.personId === null ? undefined : records.get(actor.personId);
  const closed = new Set([...(own?.measures ?? []), ...(own?.sanctions ?? [])].map(({ matterId }) => matterId));
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
        person: personRowOf(person),
        bars: row.bars,
        from: row.from,
        until: row.until,
        grey: row.grey,
        cite: row.cite,
        cause: nameOf(law, row.causeType, row.causeKind),
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

const columns = [
  { heading: "序号", width: 6 },
  { heading: "姓名", width: 12 },
  { heading: "单位", width: 28 },
  { heading: "限制", width: 18 },
  { heading: "原因", width: 18 },
  { heading: "最后受限日", width: 14 },
  { heading: "待核实日", width: 14 },
  { heading: "依据条款", width: 40 },
  { heading: "期满后尚需", width: 50 },
] as const;
/** More are not put into one sheet, and it says so. */
const most = 20_000;

export async function exportEnding(app: App, actor: Actor, range: Range): Promise<{ name: string; bytes: Uint8Array }> {
  const { rows, isCut, serial, preface, watermark } = await inRetriedTransaction(
    app.database,
    scopeOf(app, actor.accountId),
    (trx) =>
      takeOut(app, trx, actor, {
        what: "export-ending",
        most,
        pageOf: async (page) => {
          const ending = await endingRestrictions(trx, { ...range, except: actor.personId, ...page });
          return { rows: await viewsOf(app, trx, actor, ending.rows), next: ending.next };
        },
        bodyOf: (restrictions) => ({ ...range, restrictions, purpose: "期满提醒" }),
      }),
  );
  const { vocabulary } = app.law;
  const purposeOf = (id: string) => vocabulary.purposes.find((one) => one.id === id)?.name.zh ?? id;
  const bytes = await renderXlsx({
    name: "即将期满",
    title: `${app.jurisdictionName} 限制期满一览`,
    preface: [
      { label: "最后受限日", text: `${range.from} 至 ${range.until}` },
      {
        label: "合计",
        text: isCut ? `超过${most}项，只列出最先期满的${rows.length}项，请缩短日期范围` : `${rows.length}项`,
      },
      ...preface,
    ],
    columns,
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
  return { name: `限制期满一览-${range.from}-${range.until}-${serial}.xlsx`, bytes };
}

function neededText({ grey, afterwards }: EndingRow): string {
  const cited = afterwards.citations.map(({ label }) => label.zh).join("、");
  const by: Record<AnswerKind, string> = {
    barred: `仍有其他限制，至 ${afterwards.until ?? ""}（${cited}）`,
    "needs-confirmation": `须核实（${cited}）`,
    "needs-consent": `重新任用前须征得同意（${cited}）`,
    pending: "",
    clear: cited === "" ? "无" : `已有同意（${cited}）`,
  };
  return [grey === null || afterwards.answer === "barred" ? "" : `${grey} 当日须核实`, by[afterwards.answer]]
    .filter((part) => part !== "")
    .join("；");
}
