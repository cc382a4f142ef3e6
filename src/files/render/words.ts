// Words and fonts of the documents that are made here.

// docx.ts
export const fonts = {
  body: { ascii: "Times New Roman", eastAsia: "仿宋_GB2312", hAnsi: "Times New Roman", cs: "Times New Roman" },
  mark: { ascii: "Times New Roman", eastAsia: "方正小标宋简体", hAnsi: "Times New Roman", cs: "Times New Roman" },
  black: { ascii: "Times New Roman", eastAsia: "黑体", hAnsi: "Times New Roman", cs: "Times New Roman" },
} as const;
export const attachmentNamed = (title: string): string => `附件：${title}`;
export const attachmentHeading = "附件";
export const pageNumberFont = "宋体";

// import-template.ts
/** The sheets beside the one that is filled in. */
export const templateSheets = { choices: "选项", notes: "填写说明" } as const;
export const choiceHint = "请从列表中选择";
export const noteHeadings = ["列", "必填", "说明"];
export const requiredMark = "是";
export const choicesNote = (choices: readonly string[]): string => `可填：${choices.join("、")}`;
export const templateTitle = (title: string): string => `${title}导入模板`;
export const product = "问责 Wenze";
