// Every act by its id, with its name: what tables of stages and duties are written in.
import type { Sentence } from "#law/citation.ts";

export const actNames = {
  "register-lead": { zh: "登记线索", en: "Register a lead" },
  "return-lead": { zh: "退回补充", en: "Return for completion" },
  "supplement-lead": { zh: "补充线索", en: "Supplement the lead" },
  "dispose-lead": { zh: "处置线索", en: "Dispose of the lead" },
  "record-lead-result": { zh: "登记处置结果", en: "Record the result of the disposal" },
  "transfer-lead": { zh: "移送线索", en: "Transfer the lead" },
  "record-transfer-receipt": { zh: "登记移送回执", en: "Record the receipt of the transfer" },
  "request-opening": { zh: "提请启动问责调查", en: "Request an inquiry" },
  "decide-opening": { zh: "审批启动", en: "Approve or refuse the opening" },
  "join-lead": { zh: "并入线索", en: "Join a lead to the case" },
  "change-inquiry-group": { zh: "调整调查组", en: "Change the inquiry group" },
  "take-over": { zh: "登记上级提级办理", en: "Record that a superior takes the case over" },
  "add-subject": { zh: "添加问责对象", en: "Add a subject" },
  "name-witness": { zh: "登记证人", en: "Name a witness" },
  "record-fact": { zh: "记录事实与证据", en: "Record a fact with evidence" },
  "establish-limb": { zh: "认定问责情形", en: "Establish a circumstance" },
  "approve-limb": { zh: "审批兜底情形", en: "Approve or refuse a catch-all circumstance" },
  "find-responsibility": { zh: "区分领导责任", en: "Find the tier of responsibility" },
  "put-facts": { zh: "事实见面", en: "Put the facts to the subject" },
  "record-statement": { zh: "记录陈述申辩", en: "Record statement and defence" },
  propose: { zh: "提出处理建议", en: "Propose" },
  "record-deliberation": { zh: "记录集体研究", en: "Record the collective deliberation" },
  decide: { zh: "作出问责决定", en: "Decide" },
  "propose-upward": { zh: "呈报上级决定", en: "Propose to the superior body" },
  "record-answer": { zh: "登记上级答复", en: "Record the superior's answer" },
  serve: { zh: "送达决定", en: "Serve the decision" },
  "take-effect": { zh: "登记生效", en: "Record that it took effect" },
  "record-formalities": { zh: "登记手续办结", en: "Record that the formalities are completed" },
  "record-circulation": { zh: "登记通报", en: "Record the circulation" },
  "record-arrangement": { zh: "登记工作安排", en: "Record the arrangement" },
  "record-discipline": { zh: "登记党纪政务处分", en: "Record discipline or sanction" },
  "record-consent": { zh: "登记重新任用同意", en: "Record the consent to reuse" },
  "record-appeal": { zh: "登记申诉", en: "Record an appeal" },
  "end-without-accountability": { zh: "不予或者免予问责", en: "End without accountability" },
  "declare-recusal": { zh: "登记回避", en: "Record a recusal" },
  close: { zh: "办结", en: "Close" },
} as const satisfies Record<string, Sentence>;

export type ActId = keyof typeof actNames;

export const actIds = Object.keys(actNames) as ActId[]; // the keys of the table are the act ids
