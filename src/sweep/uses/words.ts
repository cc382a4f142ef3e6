// What is refused of sweeps and conflicts, and the words of the report of conflicts.
import type { ConflictAnswer, ConflictState, DispositionWay, FallenReason } from "../rules/sweep.ts";
import type { Sentence } from "#law/text/citation.ts";

// sweep.ts
export const sweepUnderWay: Sentence = {
  zh: "已有一次事后核查正在进行，请等它完成，或者先取消",
  en: "A restriction check is already under way; wait for it to finish, or cancel it first",
};
export const sweepIsOver: Sentence = { zh: "这次事后核查已经结束", en: "This restriction check has already ended" };
export const sweepInterrupted = "事后核查中断 The restriction check was interrupted:";

// conflicts.ts
export const conflictChanged: Sentence = {
  zh: "该事项已有新的处置或者核查结果，请刷新后重新办理",
  en: "This entry has been acted on or checked again in the meantime; reload the page and try again",
};

// conflict-sheet.ts
export const columns = [
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
export const sheetName = "事后核查";
export const reportName = "事后核查报告";
export const titleOf = (jurisdictionName: string): string => `${jurisdictionName} ${reportName}`;
export const fileNameOf = (on: string, serial: string): string => `${reportName}-${on}-${serial}.xlsx`;
export const totalLabel = "合计";
export const totalOf = (all: number, { open, disposed, fallen }: Record<ConflictState, number>): string =>
  `${all}项：待处置${open}，已处置${disposed}，已消除${fallen}`;
export const cutLabel = "未列全";
export const cutAfter = (rows: number): string => `超过${rows}项，只列出最近发现的部分，请按结论、状态分别导出`;
export const forYear = (year: number | null): string => `${year ?? ""}年度`;
export const recordedLater = (on: string | null): string => `措施于${on ?? ""}录入，晚于该事项`;

export const stateNames = {
  open: "待处置",
  disposed: "已处置",
  fallen: "已消除",
} as const satisfies Record<ConflictState, string>;
export const answerNames = {
  barred: "受限期内",
  "needs-confirmation": "待核实",
  "needs-consent": "未见事先同意",
} as const satisfies Record<ConflictAnswer, string>;

// conflict-text.ts
export const wayNames = {
  corrected: "已纠正",
  revoked: "已撤销",
  consented: "经同意，补记",
  referred: "移交处理",
  "no-conflict": "经核不构成冲突",
} as const satisfies Record<DispositionWay, string>;
export const fallenNames = {
  "entry-changed": "登记已更正或者撤回",
  "consent-recorded": "已登记事先取得的同意",
  "other-ground": "所依据的限制有变化，另列新的事项",
  confirmed: "已有人核实不受限",
  "restriction-gone": "所依据的措施或者限制已撤销、变更",
} as const satisfies Record<FallenReason, string>;
export const appointmentUnnamed = "任职";
export const appointmentText = (nature: string, place: string, level: string | null): string =>
  `${nature}：${place}${level === null ? "" : `（${level}）`}`;
export const gradeText = (year: number | null, grade: string): string => `${year ?? ""}年度考核${grade}`;
export const honourText = (year: number | null, honour: string): string => `${year ?? ""}年“${honour}”`;
export const partsJoined = (parts: readonly (string | null)[]): string => parts.join("，");
export const turnsJoined = (parts: readonly string[]): string => parts.join("；");
