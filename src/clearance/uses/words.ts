// What is refused of requests for clearance and of tokens, and the words of the sheet and the receipt.
import type { ClearanceKind, Match } from "../rules.ts";
import type { Sentence } from "#law/text/citation.ts";

// api-tokens.ts
export const expiryPast: Sentence = {
  zh: "有效期须为今日或者以后的日期",
  en: "The expiry date must be today or later",
};
export const tokenRevoked: Sentence = { zh: "该令牌已吊销", en: "This token has already been revoked" };

// clearance.ts
export const idNumberWrong = (row: number, fault: Sentence): string => `第${row}行身份证号${fault.zh}`;

// clearance-choices.ts
export const noSuchLine = (line: number): Sentence => ({ zh: `没有第${line}行`, en: `There is no line ${line}` });
export const reasonForNobody = (line: number): Sentence => ({
  zh: `第${line}行认定不在名册中，请写明理由`,
  en: `Line ${line}: state the reasons for confirming that the person is not in the register`,
});
export const noSuchPerson = (line: number): Sentence => ({
  zh: `第${line}行所选的人不在名册中`,
  en: `Line ${line}: the person selected is not in the register`,
});
export const reasonForOtherName = (line: number, asked: string, chosen: string): Sentence => ({
  zh: `第${line}行所填“${asked}”与所选“${chosen}”姓名不同，请写明理由`,
  en: `Line ${line}: the name given, “${asked}”, differs from the person selected, “${chosen}”; state the reasons`,
});
export const answeredSince: Sentence = {
  zh: "该行的结论已更新，请刷新后再确认",
  en: "The result of this line has been updated; reload the page before confirming",
};
export const nothingToConfirm: Sentence = {
  zh: "该行的结论不需要确认",
  en: "The result of this line needs no confirmation",
};

// clearance-receipt-export.ts
export const receiptOfOldForm: Sentence = {
  zh: "此回执载有身份证号后四位，须由管理干部人事档案的部门调取；请联系该部门",
  en: "This receipt contains the last four characters of ID numbers. Only the department that keeps personal records can fetch it: contact them",
};
export const receiptFileName = (number: string, round: number): string => `回执-${number}-第${round}次.jsonl`;

// clearance-sheet.ts
export const columns = [
  { heading: "序号", width: 6 },
  { heading: "姓名", width: 12 },
  { heading: "单位", width: 28 },
  { heading: "身份证号", width: 22 },
  { heading: "匹配方式", width: 18 },
  { heading: "结论", width: 16 },
  { heading: "最后受限日", width: 14 },
  { heading: "依据条款", width: 40 },
  { heading: "条文", width: 60 },
  { heading: "说明", width: 60 },
] as const;
export const sheetName = "核查结果";
export const titleOf = (jurisdictionName: string): string => `${jurisdictionName} 廉政意见征求核查结果`;
export const fileNameOf = (number: string, serial: string): string => `核查结果-${number}-${serial}.xlsx`;
export const prefaceLabels = {
  number: "征求编号",
  requester: "征求单位",
  purpose: "用途",
  year: "年度",
  date: "日期",
  round: "核查",
  total: "合计",
  exportedBy: "导出人",
  serial: "编号",
  receipt: "回执",
} as const;
export const purposeWithText = (purpose: string, text: string): string => `${purpose}：${text}`;
export const yearText = (year: number | null): string => `${year ?? ""}年`;
export const roundText = (round: number, at: string, by: string): string => `第${round}次，${at}，${by}`;
export const exportText = (by: string, at: string): string => `${by}，${at}`;
export const countsJoined = (counts: readonly string[]): string => counts.join("，");
export const matchNames = {
  "id-number": "身份证号相符",
  "name-and-unit": "姓名、单位相符",
  chosen: "人工指定",
  "name-only": "仅姓名相符，未指定",
  several: "同名多人，未指定",
  "no-such-person": "名册中查无此人",
  "nobody-chosen": "人工认定不在名册中",
} as const satisfies Record<Match, string>;
/** Of lines without a person; the others are named by their answer. */
export const unmatchedNames: Partial<Record<ClearanceKind, string>> = {
  "name-only": "仅姓名相符，待指定",
  several: "同名多人，待指定",
  "no-such-person": "查无此人",
};
export const noAnswer = "未作任何结论";
export const noAnswerChosen = (by: string, reason: string): string => `未作任何结论（${by}：${reason}）`;
export const namesakesBeside = (said: string, namesakes: readonly string[]): string =>
  `${said}；同名：${namesakes.join("；")}`;
export const confirmedBy = (by: string, barred: boolean, reason: string): string =>
  `${by}确认：${barred ? "受限" : "不受限"}，${reason}`;
