// What each stage of a lead or a case is called.
import type { Sentence } from "#law/text/citation.ts";

export const stageNames = {
  registered: { zh: "待处置", en: "Awaiting handling" },
  "talk-inquiry": { zh: "谈话函询", en: "Inquiry by talk or letter" },
  "preliminary-verification": { zh: "初步核实", en: "Preliminary verification" },
  shelved: { zh: "暂存待查", en: "Shelved" },
  settled: { zh: "予以了结", en: "Concluded" },
  joined: { zh: "已转立案", en: "Moved into case" },
  returned: { zh: "退回补充", en: "Returned for more information" },
  transferred: { zh: "已移送待回执", en: "Transferred, awaiting acknowledgement" },
  "handed-over": { zh: "已移送", en: "Transferred" },
  "opening-requested": { zh: "待批准启动", en: "Awaiting approval to open" },
  "not-opened": { zh: "未予启动", en: "Not opened" },
  inquiry: { zh: "调查", en: "Inquiry" },
  proposed: { zh: "已提建议", en: "Proposed" },
  deliberated: { zh: "已集体研究", en: "Deliberated" },
  deciding: { zh: "部分待决定", en: "Partly awaiting decision" },
  decided: { zh: "已决定待送达", en: "Decided, awaiting service" },
  served: { zh: "已送达待生效", en: "Served, not yet in effect" },
  effective: { zh: "执行中", en: "Implementation" },
  "taken-over": { zh: "上级提级办理", en: "Taken over by superior body" },
  "paper-entered": { zh: "补录待确认", en: "Past paper case awaiting confirmation" },
  "paper-returned": { zh: "补录已退回", en: "Past paper case returned" },
  closed: { zh: "已办结", en: "Closed" },
  "ended-without-accountability": { zh: "不予或免予问责", en: "Not held accountable or exempted" },
} as const satisfies Record<string, Sentence>;
