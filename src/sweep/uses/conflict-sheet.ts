// The report of conflicts as a spreadsheet, with who took it out, when, and the serial that leads to the log.
import type { ConflictView } from "../contract.ts";
import { citedWords } from "#law/text/cited-words.ts";
import type { Actor } from "#casework/actor.ts";
import { renderXlsx } from "#files/render/xlsx.ts";
import { listConflicts } from "../rows/conflicts.ts";
import { inRetriedTransaction } from "#database/database.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { answerWords, entryText, latestText, stateWords } from "./conflict-words.ts";
import { viewsOfConflicts } from "./conflicts.ts";
import type { AskedConflicts } from "./conflicts.ts";
import { takeOut } from "#kernel/uses/taken-out.ts";
import { todayOf } from "#kernel/time.ts";

const columns = [
  { heading: "序号", width: 6 },
  { heading: "姓名", width: 12 },
  { heading: "现单位", width: 28 },
  { heading: "登记事项", width: 40 },
  { heading: "日期或者年度", width: 14 },
  { heading: "决定、授予机关", width: 24 },
  { heading: "结论", width: 14 },
  { heading: "最后受限日", width: 14 },
  { heading: "依据条款", width: 40 },
  { heading: "条文", width: 60 },
  { heading: "限制原因", width: 30 },
  { heading: "追溯", width: 26 },
  { heading: "状态", width: 10 },
  { heading: "处置", width: 50 },
] as const;

/** More are not put into one sheet, and it says so. */
const most = 20_000;

export async function exportConflicts(
  app: App,
  actor: Actor,
  filter: Omit<AskedConflicts, "after" | "limit">,
): Promise<{ name: string; bytes: Uint8Array }> {
  const {
    rows: views,
    isCut,
    serial,
    preface,
    watermark,
  } = await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), (trx) =>
    takeOut(app, trx, actor, {
      what: "export-conflicts",
      most,
      pageOf: async (page) => {
        const { rows, next } = await listConflicts(trx, { ...filter, except: actor.personId, ...page });
        return { rows: await viewsOfConflicts(trx, actor, rows), next };
      },
      bodyOf: (conflicts) => ({ ...filter, conflicts, purpose: "事后核查报告" }),
    }),
  );
  const count = (state: ConflictView["state"]) => views.filter((one) => one.state === state).length;
  const bytes = await renderXlsx({
    name: "事后核查",
    title: `${app.jurisdictionName} 事后核查报告`,
    preface: [
      {
        label: "合计",
        text: `${views.length}项：待处置${count("open")}，已处置${count("disposed")}，已消除${count("fallen")}`,
      },
      ...(isCut ? [{ label: "未列全", text: `超过${most}项，只列出最近发现的部分，请按结论、状态分别导出` }] : []),
      ...preface,
    ],
    columns,
    rows: views.map((view, index) => [String(index + 1), ...rowOf(app, view)]),
    watermark,
  });
  return { name: `事后核查报告-${todayOf(app)}-${serial}.xlsx`, bytes };
}

function rowOf(app: App, view: ConflictView): string[] {
  const { person, entry, answered, answer, state } = view;
  return [
    person.name,
    person.organizationName,
    entryText(app.law, entry),
    view.onDay ?? `${view.forYear ?? ""}年度`,
    entry.office ?? entry.organizationName ?? "",
    answerWords[answer],
    view.until ?? "",
    answered.citations.map(({ label }) => label.zh).join("\n"),
    answered.citations.map((cite) => citedWords(cite).zh).join("\n"),
    [...new Set(answered.restrictions.map(({ cause }) => cause.zh))].join("\n"),
    view.recordedAfter ? `措施于${answered.recordedOn ?? ""}录入，晚于该事项` : "",
    stateWords[state],
    latestText(view),
  ];
}
