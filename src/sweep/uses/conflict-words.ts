// What was registered, how it disagrees and what became of it, in Chinese, for sheets.
import type { ConflictView, EntryView } from "../contract.ts";
import type { ConflictAnswer, ConflictState, DispositionWay, FallenReason } from "../rules/sweep.ts";
import type { Law } from "#law/compile/law.ts";

export const stateWords = {
  open: "待处置",
  disposed: "已处置",
  fallen: "已消除",
} as const satisfies Record<ConflictState, string>;

export const answerWords = {
  barred: "受限期内",
  "needs-confirmation": "待核实",
  "needs-consent": "未见事先同意",
} as const satisfies Record<ConflictAnswer, string>;

const wayWords = {
  corrected: "已纠正",
  revoked: "已撤销",
  consented: "经同意，补记",
  referred: "移交处理",
  "no-conflict": "经核不构成冲突",
} as const satisfies Record<DispositionWay, string>;

const fallenWords = {
  "entry-changed": "登记已更正或者撤回",
  "consent-recorded": "已登记事先取得的同意",
  "other-ground": "所依据的限制有变化，另列新的事项",
  confirmed: "已有人核实不受限",
  "restriction-gone": "所依据的措施或者限制已撤销、变更",
} as const satisfies Record<FallenReason, string>;

/** 提拔为某局副局长, 2024年度考核优秀, 2024年“先进工作者”. */
export function entryText(law: Law, entry: EntryView): string {
  const { personnel } = law.vocabulary;
  switch (entry.kind) {
    case "appointment": {
      const nature = personnel.appointments.find(({ id }) => id === entry.what)?.name.zh ?? "任职";
      const level = entry.level === null ? "" : `（${entry.level}）`;
      return `${nature}：${entry.organizationName ?? ""}${entry.post ?? ""}${level}`;
    }
    case "grade":
      return `${entry.year ?? ""}年度考核${personnel.grades.find(({ id }) => id === entry.what)?.name.zh ?? entry.what}`;
    case "honour":
      return `${entry.year ?? ""}年“${entry.what}”`;
  }
}

/** What was done about it last, or why it fell away. */
export function latestText({ turns }: Pick<ConflictView, "turns">): string {
  const disposed = turns.findLast(({ kind }) => kind === "disposed");
  const fallen = turns.at(-1)?.kind === "fallen" ? turns.at(-1) : undefined;
  const parts: string[] = [];
  if (disposed?.way !== null && disposed?.way !== undefined)
    parts.push(
      [wayWords[disposed.way], disposed.onDay, disposed.documentNumber, disposed.reasons, disposed.byName]
        .filter((part) => part !== null && part !== "")
        .join("，"),
    );
  if (fallen?.because !== null && fallen?.because !== undefined) parts.push(fallenWords[fallen.because]);
  return parts.join("；");
}
