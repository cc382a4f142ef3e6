// The latest answers to a request for clearance as a spreadsheet, with who took it out, when, what for, and the serial that leads to the log.
import type { ClearanceLineView } from "../contract/clearance.ts";
import type { Actor } from "#casework/actor.ts";
import { clearanceKinds } from "../rules.ts";
import type { ClearanceKind } from "../rules.ts";
import { whatToDo } from "#eligibility/rules/what-to-do.ts";
import { renderXlsx } from "#files/render/xlsx.ts";
import { citedWords } from "#law/text/cited-words.ts";
import type { Law } from "#law/compile/law.ts";
import { answersAfter, latestRounds } from "../rows/clearance-answers.ts";
import type { ClearanceRequest } from "../rows/clearance-requests.ts";
import { inRetriedTransaction } from "#database/database.ts";
import { notFound } from "#kernel/answer.ts";
import type { Found } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { readableRequest, viewsOf } from "./clearance.ts";
import { recordLine } from "#kernel/uses/record.ts";
import { localTimeOf, nowOf } from "#kernel/time.ts";

const columns = [
  { heading: "序号", width: 6 },
  { heading: "姓名", width: 12 },
  { heading: "单位", width: 28 },
  { heading: "身份证号", width: 22 },
  { heading: "匹配方式", width: 18 },
  { heading: "结论", width: 16 },
  { heading: "最后受限日", width: 14 },
  { heading: "依据条款", width: 40 },
  { heading: "条文", width: 60 },
  { heading: "说明", width: 60 },
] as const;

/** In Chinese, for the sheet and the letter. */
const matchWords = {
  "id-number": "身份证号相符",
  "name-and-unit": "姓名、单位相符",
  chosen: "人工指定",
  "name-only": "仅姓名相符，未指定",
  several: "同名多人，未指定",
  "no-such-person": "名册中查无此人",
  "nobody-chosen": "人工认定不在名册中",
} as const satisfies Record<ClearanceLineView["match"], string>;

/** Null when it is not there, or not for this reader. */
export async function exportClearance(
  app: App,
  actor: Actor,
  requestId: string,
): Promise<Found<{ name: string; bytes: Uint8Array }>> {
  const found = await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const request = await readableRequest(trx, actor, requestId);
    const round = request === null ? undefined : (await latestRounds(trx, [requestId])).get(requestId);
    const serial = await recordLine(app, trx, actor, {
      kind: round === undefined ? "refusal" : "export",
      what: "export-clearance",
      outcome: round === undefined ? "refused" : "done",
      body: { requestId, round: round?.round ?? 0, purpose: request?.purpose ?? "" },
    });
    if (request === null || round === undefined) return null;
    const asked = { requestId, round: round.round, kinds: [], after: 0, limit: request.names };
    const lines = await viewsOf(trx, requestId, await answersAfter(trx, asked));
    return { request, round, lines, serial: serial.slice(0, 16) };
  });
  if (found === null) return notFound;
  const { request, round, lines, serial } = found;
  const at = localTimeOf(nowOf(app));
  const bytes = await renderXlsx({
    name: "核查结果",
    title: `${app.jurisdictionName} 廉政意见征求核查结果`,
    preface: [
      { label: "征求编号", text: request.number },
      { label: "征求单位", text: request.requester },
      { label: "用途", text: [purposeOf(app.law, request), request.purposeText].join("：") },
      request.date === null
        ? { label: "年度", text: `${request.year ?? ""}年` }
        : { label: "日期", text: request.date },
      { label: "核查", text: `第${round.round}次，${localTimeOf(round.askedAt)}，${round.askedName}` },
      { label: "合计", text: totalsOf(app.law, round.summary) },
      { label: "导出人", text: `${actor.name}，${at}` },
      { label: "编号", text: serial },
      { label: "回执", text: round.hash },
    ],
    columns,
    rows: lines.map((line) => rowOf(app.law, line)),
    watermark: `${actor.name} ${at} ${request.number} ${serial}`,
  });
  return { type: "done", answer: { name: `核查结果-${request.number}-${serial}.xlsx`, bytes } };
}

export function purposeOf(law: Law, { purpose }: Pick<ClearanceRequest, "purpose">): string {
  return law.vocabulary.purposes.find(({ id }) => id === purpose)?.name.zh ?? purpose;
}

const kindWords: Partial<Record<ClearanceKind, string>> = {
  "name-only": "仅姓名相符，待指定",
  several: "同名多人，待指定",
  "no-such-person": "查无此人",
};

function kindOf(law: Law, kind: ClearanceKind): string {
  const answers: Record<string, { zh: string } | undefined> = law.vocabulary.names.answers;
  return kindWords[kind] ?? answers[kind]?.zh ?? kind;
}

function totalsOf(law: Law, summary: Readonly<Record<string, number>>): string {
  return clearanceKinds.map((kind) => `${kindOf(law, kind)}${summary[kind] ?? 0}`).join("，");
}

function rowOf(law: Law, line: ClearanceLineView): string[] {
  const { answer, registry, confirmation } = line;
  const [person] = registry;
  const head = [
    String(line.line),
    line.name,
    answer === null ? line.unit : (person?.organizationName ?? line.unit),
    answer === null ? line.idNumberMasked : (person?.idNumberMasked ?? ""),
    matchWords[line.match],
    kindOf(law, line.kind),
  ];
  if (answer === null) {
    const candidates = registry
      .map((one) => [one.organizationName, one.post ?? "", one.idNumberMasked].join(" "))
      .join("；");
    const said = line.choice === null ? "未作任何结论" : `未作任何结论（${line.choice.byName}：${line.choice.reason}）`;
    return [...head, "", "", "", candidates === "" ? said : `${said}；同名：${candidates}`];
  }
  const confirmed =
    confirmation === null
      ? []
      : [`${confirmation.byName}确认：${confirmation.barred ? "受限" : "不受限"}，${confirmation.reason}`];
  const said = [...answer.sentences, ...whatToDo(answer.reasons), ...answer.notes];
  const explained = [...confirmed, ...said.map(({ zh }) => zh)];
  return [
    ...head,
    answer.until ?? "",
    answer.citations.map(({ label }) => label.zh).join("\n"),
    answer.citations.map((cite) => citedWords(cite).zh).join("\n"),
    (answer.nothingRecorded ? ["本系统中无问责、处分记录", ...explained] : explained).join("\n"),
  ];
}
