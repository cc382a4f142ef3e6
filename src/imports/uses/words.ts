// The sentences of imports: what is wrong with a file, a row, a cell; and the words by which cells are read.
import type { ImportState } from "../contract.ts";
import type { Sentence } from "#law/text/citation.ts";
import { noWord, yesWord } from "../rules/words.ts";

// batches.ts
export const headingsDoubled = (heading: string): string =>
  `表头中“${heading}”出现两次，并排的第二栏没有读取，请把它移到第一栏下面后再导入`;
export const aboveHeadings = "在表头之上，没有读取，请移到表头之下";
export const hiddenSheet = (name: string): string => `隐藏的工作表“${name}”，没有读取`;
export const totalRowNotRead = "合计行或者备注，不是人员，没有读取";
export const sheetNotRead = (number: number): string => `第 ${number} 张工作表没有读取：`;
export const headingsMissing = (missing: readonly string[]): string =>
  `表头缺少：${missing.join("、")}，请使用导入模板`;
export const headingsNotFound = (highest: number, kindName: string): string =>
  `前 ${highest} 行中没有找到表头，请使用“${kindName}”的导入模板`;

// cell-values.ts
export const sexCells = new Map([
  ["male", { word: "男", also: [] }],
  ["female", { word: "女", also: [] }],
]);
export const yesNoCells = new Map([
  ["yes", { word: yesWord, also: ["有", "1"] }],
  ["no", { word: noWord, also: ["无", "0"] }],
]);
export const politicalShort: Record<string, readonly string[]> = {
  "01": ["党员", "共产党员", "中国共产党党员"],
  "02": ["预备党员", "中国共产党预备党员"],
  "03": ["团员", "中国共产主义青年团团员"],
  "04": ["民革"],
  "05": ["民盟"],
  "06": ["民建"],
  "07": ["民进"],
  "08": ["农工党"],
  "09": ["致公党"],
  "10": ["九三学社"],
  "11": ["台盟"],
  "12": ["无党派", "无党派民主人士"],
  "13": ["非党员", "普通公民"],
};
export const yearRange = /(\d{4})(?:\D*?[-—~至]\D*?(\d{4}))?/gu;
/** One year or several, then what they were found: the years, and the word. */
export const yearsWithGrade =
  /((?:\d{4}\s*(?:年度?)?\s*(?:[-—~至]\s*\d{4}\s*(?:年度?)?\s*)?[、,和及]?\s*)+)(?:考核)?(?:结果)?(?:等次)?(?:均|都|皆)?被?(?:确定|评定|评)?[为是:]?\s*(\p{Script=Han}+)/gu;

// cells.ts
export const nameMissing = "请填写姓名";
export const nameInvalid = (name: string): string => `“${name}”不是姓名，只能有文字和间隔点`;
export const idNumberMissing = "请填写身份证号";
export const idNumberMasked = "身份证号有遮盖，请填写完整的号码";
export const idNumberCut = "身份证号被表格当作数字，已丢失后几位，请把单元格格式改为“文本”后重新填写";
export const choiceUnknown = (text: string, choices: readonly string[]): string =>
  `没有“${text}”，应为：${choices.join("、")}`;
export const dayInvalid = (text: string): string => `“${text}”不是日期，请按 2024-03-01 的格式填写`;
export const beforeSixteen = (day: string, sixteenth: string): string =>
  `日期 ${day} 早于本人年满16周岁（${sixteenth}），请核对出生日期和任职时间`;
export const dayInFuture = (day: string): string => `日期 ${day} 晚于今天`;
export const textTooLong = (longest: number): string => `超过 ${longest} 个字，请缩短`;
export const yearPattern = /^(\d{4})(?:年度?)?(?:\.0+)?$/u;
export const yearInvalid = (text: string): string => `“${text}”不是年度，请填写四位数字，如 2024`;
export const yearOutOfRange = (year: number): string => `年度 ${year} 不在 1949 至今年之间`;
export const unitNotUnique = (found: number, text: string): string => `名册中有 ${found} 个单位叫“${text}”，请用全称`;
export const unitNotFoundAdvice = "请先在“组织机构”中登记，或者改用名册中的名称";
export const unitMeantAdvice = (meant: readonly string[]): string => `是否为${meant.join("、")}？请填写全称`;
export const unitNotFound = (text: string, what: string): string => `名册中没有单位“${text}”，${what}`;
export const unitNotAtBeginning = (text: string): string =>
  `“${text}”不以名册中一个单位的名称开头，请分开填写单位和职务，或者先登记单位`;
export const postTooLong = (longest: number): string => `职务超过 ${longest} 个字，请缩短`;

// imports.ts
export const pastedListFile = "粘贴的名单.txt";
const importStateNames: Readonly<Record<ImportState, Sentence>> = {
  reading: { zh: "还在读取文件", en: "is still reading its file" },
  unreadable: { zh: "的文件不能读取", en: "has a file that cannot be read" },
  previewed: { zh: "已读取完毕", en: "has been read" },
  running: { zh: "正在写入", en: "is under way" },
  done: { zh: "已完成", en: "is done" },
  cancelled: { zh: "已取消", en: "was cancelled" },
};
export const importNotStartable = (state: ImportState): Sentence => ({
  zh: `这次导入${importStateNames[state].zh}，不能开始导入`,
  en: `This import ${importStateNames[state].en}`,
});
export const importNotCancellable = (state: ImportState): Sentence => ({
  zh: `这次导入${importStateNames[state].zh}，不能取消`,
  en: `This import ${importStateNames[state].en}`,
});
export const importInterrupted = (importId: string): string => `导入 ${importId} 中断 The import was interrupted:`;

// plan-persons.ts
export const sexContradictsNumber = (bySex: string): string =>
  `与身份证号不符：号码第17位表示${bySex === "male" ? "男" : "女"}`;
export const unitMissingForNewPerson = "新增人员请填写单位";
export const unitClosed = (name: string, validUntil: string): string =>
  `“${name}”已于 ${validUntil} 不再保留，请填写承接的单位`;
export const noneMark = "无";
export const notAName = (name: string): string => `“${name}”不是姓名`;
export const gradesInvalid = "不能识别，请按“2023年优秀；2024年称职”的格式填写";
export const gradeOfYear = (year: number, grade: string): string => `${year}年${grade}`;
export const rowOfKin = "该行涉及您本人或者近亲属，应当回避，请由他人导入";
export const relativesInvalid = "不能识别，请按“配偶：王某某（身份证号）；儿子：张某某”的格式填写，身份证号可以不填";

// plan-records.ts
export const idNumberNotFound = "名册中没有这一身份证号，请先导入干部基本信息";
export const nameContradictsNumber = (name: string): string => `姓名与身份证号不符：该号码在名册中是“${name}”`;
export const nameNotFound = (name: string): string => `名册中没有“${name}”，请核对姓名或者先导入干部基本信息`;
export const unitContradictsName = (name: string, organizationName: string): string =>
  `名册中的“${name}”在“${organizationName}”，与所填单位不符；确为同一人的，请填写身份证号或者更正单位`;
export const nameNotUnique = (candidates: number, name: string): string =>
  `名册中有 ${candidates} 人叫“${name}”，请填写身份证号或者单位`;
export const unitMissing = "请填写单位";
export const postMissing = "请填写职务";
export const appointmentDayMissing = "请填写任职日期";
export const removalBeforeAppointment = "免职日期早于任职日期";
export const appointmentUnnamed = "任职";
export const gradeMissing = "请填写等次";
export const honourMissing = "请填写荣誉名称";
export const honourOfYear = (year: number, name: string, level: string): string => `${year}年${name} ${level}`;

// repeated.ts
export const rowContradicted = (row: string): string => `与第 ${row} 行所指相同而内容不同，请只保留一行`;

// sheets.ts
export const templateFile = (title: string): string => `${title}导入模板.xlsx`;
export const faultyRows = "问题行";
export const faultyRowsTitle = (kindName: string, rows: number): string => `${kindName}：未能导入的 ${rows} 行`;
export const originalFileLabel = "原文件";
export const originalRowHeading = "原行号";
export const rowFaultHeading = "问题";
export const faultyRowsFile = (kindName: string): string => `${kindName}-问题行.xlsx`;
