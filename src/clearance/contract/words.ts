// What is asked of the fields of a request and a token, and the example that the OpenAPI document shows.
import type { Sentence } from "#law/text/citation.ts";

// clearance.ts
export const purposeTextMissing = "请填写用途说明";
export const namesMissing = "请至少填写一个姓名";
export const namesTooMany = (highest: number): string => `一次最多${highest}人`;
export const requesterMissing = "请填写征求单位";
export const reasonMissing = "请写明理由";

// tokens.ts
export const officeMissing = "请填写";

// programs.ts
export const example = {
  requesterDocument: "某组函〔2026〕12号",
  purposeText: "拟提拔为乡科级正职",
  level: "乡科级正职",
  number: "征廉〔2026〕8号",
  persons: [
    { name: "赵某某", unit: "某街道办事处" },
    { name: "钱某某", unit: "" },
    { name: "孙某某", unit: "某局" },
  ],
} as const;
export const historyNotConfirmed: Sentence = {
  zh: "尚未确认此日以前的问责、处理、处分情况已登记完整",
  en: "it has not been confirmed that all accountability, handling and sanctions before this date are recorded",
};
