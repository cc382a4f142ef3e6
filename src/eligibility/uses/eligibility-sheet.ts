// The answers of one question as a spreadsheet, with who asked what, when, and the serial that leads to the log.
import type { AnswerShown } from "./shown-answer.ts";
import type { Candidate, EligibilityReply } from "../contract.ts";
import { renderXlsx } from "#files/render/xlsx.ts";
import type { Table } from "#files/render/xlsx.ts";
import type { Actor } from "#casework/actor.ts";
import { citedWords } from "#law/text/cited-words.ts";
import { whatToDo } from "../rules/what-to-do.ts";
import type { Law } from "#law/compile/law.ts";
import { askEligibility } from "./eligibility.ts";
import type { Asked } from "./eligibility.ts";
import type { Answer, Unfit } from "#kernel/answer.ts";
import type { App } from "#kernel/app.ts";
import { localTimeOf } from "#kernel/time.ts";

/** What stands of each line. */
export const sheetColumns = [
  { heading: "序号", width: 6 },
  { heading: "姓名", width: 12 },
  { heading: "单位", width: 28 },
  { heading: "结论", width: 16 },
  { heading: "最后受限日", width: 14 },
  { heading: "依据条款", width: 40 },
  { heading: "条文", width: 60 },
  { heading: "说明", width: 60 },
] as const;

/** Asks, logs it as an export, and answers with the bytes of an .xlsx and the serial; refused as the question is. */
export async function exportEligibility(
  app: App,
  actor: Actor,
  asked: Asked,
): Promise<Answer<{ bytes: Uint8Array; serial: string }> | Unfit> {
  const answered = await askEligibility(app, actor, asked, "export");
  if (answered.type !== "done") return answered;
  const reply = answered.answer;
  return { type: "done", answer: { bytes: await renderXlsx(sheetOf(app, actor, reply)), serial: reply.serial } };
}

/** The answers as a table, with who asked what, when. */
function sheetOf(app: App, actor: Actor, reply: EligibilityReply): Table {
  return {
    name: "核查结果",
    title: `${app.jurisdictionName} 任职资格核查结果`,
    preface: [
      ...prefaceOf(app, actor, reply),
      { label: "编号", text: reply.serial },
      { label: "合计", text: totals(app.law, reply.summary, reply.lines.length) },
    ],
    columns: sheetColumns,
    watermark: `${actor.name} ${localTimeOf(reply.askedAt)} ${reply.serial}`,
    rows: reply.lines.map((line) => rowOf(app.law, line)),
  };
}

/** What was asked, by whom and when. */
export function prefaceOf(
  app: App,
  actor: Actor,
  { purpose, date, year, askedAt }: Pick<EligibilityReply, "purpose" | "date" | "year" | "askedAt">,
): { label: string; text: string }[] {
  return [
    { label: "用途", text: app.law.vocabulary.purposes.find(({ id }) => id === purpose)?.name.zh ?? purpose },
    date === null ? { label: "年度", text: `${year ?? ""}年` } : { label: "日期", text: date },
    { label: "查询人", text: actor.name },
    { label: "查询时间", text: localTimeOf(askedAt) },
  ];
}

/** The part of a line that a sheet shows. */
export type SheetLine = { row: number; name: string; unit: string } & (
  | { match: "no-such-person" }
  | {
      match: "several" | "name-only";
      candidates: readonly Pick<Candidate, "organizationName" | "post" | "idNumberMasked">[];
    }
  | ({ match: "one"; person: Pick<Candidate, "organizationName"> } & Omit<AnswerShown, "restrictions" | "layers">)
);

export function rowOf(law: Law, line: SheetLine): string[] {
  const head = [String(line.row), line.name];
  if (line.match === "no-such-person")
    return [...head, line.unit, "查无此人", "", "", "", "未作任何结论，请核对姓名、单位或者身份证号"];
  if (line.match !== "one") {
    const found = line.candidates
      .map(({ organizationName, post, idNumberMasked }) => [organizationName, post ?? "", idNumberMasked].join(" "))
      .join("；");
    return line.match === "several"
      ? [...head, line.unit, "同名多人", "", "", "", `未作任何结论，请指定其中一人：${found}`]
      : [
          ...head,
          line.unit,
          "仅姓名相符，请认定",
          "",
          "",
          "",
          `未作任何结论，所填单位与名册不符，请认定是否为：${found}`,
        ];
  }
  const explained = [...line.sentences, ...whatToDo(line.reasons), ...line.notes].map(({ zh }) => zh);
  return [
    ...head,
    line.person.organizationName,
    law.vocabulary.names.answers[line.answer]?.zh ?? line.answer,
    line.until ?? "",
    line.citations.map((citation) => citation.label.zh).join("\n"),
    line.citations.map((cite) => citedWords(cite).zh).join("\n"),
    line.nothingRecorded ? ["本系统中无问责、处分记录", ...explained].join("\n") : explained.join("\n"),
  ];
}

export function totals(law: Law, summary: EligibilityReply["summary"], count: number): string {
  const names: Record<string, string> = {
    several: "同名多人",
    "name-only": "仅姓名相符",
    "no-such-person": "查无此人",
  };
  const answers: Record<string, { zh: string } | undefined> = law.vocabulary.names.answers;
  const parts = Object.entries(summary)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${names[kind] ?? answers[kind]?.zh ?? kind} ${count}`);
  return `${count} 人：${parts.join("，")}`;
}
