// What every use may say.
import type { Sentence } from "#law/text/citation.ts";

// once.ts
export const keyUsedForOther: Sentence = {
  zh: "同一请求编号已用于其他内容，请刷新页面后重新提交",
  en: "This request number has already been used for something else; reload the page and submit again",
};

// uses/sheet-export.ts
export const exportedBy = "导出人";
export const exportSerial = "编号";
