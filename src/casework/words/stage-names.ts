// What each stage of a lead or a case is called.
import type { Sentence } from "#law/text/citation.ts";

export const stageNames = {
  registered: { zh: "待处置", en: "Awaiting disposal" },
  "talk-inquiry": { zh: "谈话函询", en: "Talk or written inquiry" },
  "preliminary-verification": { zh: "初步核实", en: "Preliminary verification" },
  shelved: { zh: "暂存待查", en: "Kept for later" },
  settled: { zh: "予以了结", en: "Settled" },
  joined: { zh: "已转立案", en: "Joined to a case" },
  returned: { zh: "退回补充", en: "Returned for completion" },
  transferred: { zh: "已移送待回执", en: "Transferred, receipt awaited" },
  "handed-over": { zh: "已移送", en: "Handed over to another body" },
  "opening-requested": { zh: "待批准启动", en: "Opening awaits approval" },
  "not-opened": { zh: "未予启动", en: "Not opened" },
  inquiry: { zh: "调查", en: "Inquiry" },
  proposed: { zh: "已提建议", en: "Proposed" },
  deliberated: { zh: "已集体研究", en: "Deliberated" },
  deciding: { zh: "部分待决定", en: "Partly awaiting decision" },
  decided: { zh: "已决定待送达", en: "Decided, to be served" },
  served: { zh: "已送达待生效", en: "Served, to take effect" },
  effective: { zh: "执行中", en: "In execution" },
  "taken-over": { zh: "上级提级办理", en: "Taken over by a superior" },
  "paper-entered": { zh: "补录待确认", en: "Paper case to be confirmed" },
  "paper-returned": { zh: "补录已退回", en: "Paper case sent back" },
  closed: { zh: "已办结", en: "Closed" },
  "ended-without-accountability": { zh: "不予或免予问责", en: "Ended without accountability" },
} as const satisfies Record<string, Sentence>;
