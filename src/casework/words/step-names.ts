// What the steps are called inside a sentence: “the date is before …”. What only one act goes by stands in its own folder.
import type { Sentence } from "#law/text/citation.ts";

export const stepNames = {
  "lead-received": { zh: "收到线索", en: "the receipt of the lead" },
  "lead-returned": { zh: "退回补充", en: "the return" },
  "lead-supplemented": { zh: "补充线索", en: "the additional information" },
  "lead-disposed": { zh: "上一次处置", en: "the previous handling" },
  "lead-result": { zh: "上一次处置结果", en: "the result of the previous handling" },
  "lead-transferred": { zh: "移送", en: "the transfer" },
  "transfer-receipted": { zh: "移送回执", en: "the transfer acknowledgement" },
  opening: { zh: "批准启动", en: "the approval of the opening" },
  decision: { zh: "决定", en: "the decision" },
} as const satisfies Record<string, Sentence>;
