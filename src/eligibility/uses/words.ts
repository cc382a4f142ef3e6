// What is wrong with a question, what of one is refused, the headings of lists of names, and the words of the sheets of answers.
import type { AnswerKind } from "#law/reckon/eligibility.ts";
import type { Sentence } from "#law/text/citation.ts";

// eligibility.ts
export const purposeUnknown = (purpose: string, known: readonly { id: string; name: Sentence }[]): string =>
  `没有“${purpose}”这一用途；可用：${known.map(({ id, name }) => `${id}（${name.zh}）`).join("、")}`;
export const yearMissing = "请填写年度";
export const personIsYou: Sentence = {
  zh: "查询对象是您本人或者近亲属，应当回避，请由他人核查",
  en: "This person is you or a close relative; you must be recused and someone else must run the check",
};
export const rowIsYou = (row: number): Sentence => ({
  zh: `第${row}行是您本人或者近亲属，应当回避，请由他人核查`,
  en: `Line ${row} is you or a close relative; you must be recused and someone else must run the check`,
});

// shown-answer.ts
export const deferred: Sentence = { zh: "暂缓", en: "Pending" };

// restriction-view.ts
export const effectiveCause = (name: Sentence, effective: string): Sentence => ({
  zh: `${name.zh}（${effective} 生效）`,
  en: `${name.en} (effective ${effective})`,
});

// eligibility-list.ts
export const namesMissing = "文件中没有姓名，请填写后上传";
export const unaskedBeside = (count: number): string => `，未核查 ${count}`;
export const unasked = "未核查";
export const unaskedFor = (fault: Sentence): string => `${fault.zh}，未作任何结论，请更正后再核查`;
export const unreadBeside = (count: number): string => `，未作为人员读取的行 ${count}`;
export const notReadName = "未读取";
export const noteWords = {
  "number-spoilt": "身份证号单元格为数值，末几位已丢失，请设为文本；本行按姓名和单位核对",
  "number-masked": "身份证号有遮盖，本行按姓名和单位核对",
  "number-invalid": "所填的不是身份证号，本行按姓名和单位核对",
  "level-unknown": "没有所填的这一职务层次",
  "hidden-row": "本行在表中是隐藏的",
} as const;

// eligibility-sheet.ts, eligibility-list.ts
export const answerColumns = [
  { heading: "序号", width: 6 },
  { heading: "姓名", width: 12 },
  { heading: "单位", width: 28 },
  { heading: "结论", width: 16 },
  { heading: "最后受限日", width: 14 },
  { heading: "依据条款", width: 40 },
  { heading: "条文", width: 60 },
  { heading: "说明", width: 60 },
] as const;
export const serialColumn = { heading: "编号", width: 20 } as const;
export const answersSheetName = "核查结果";
export const answersTitle = (jurisdictionName: string): string => `${jurisdictionName} 任职资格核查结果`;
export const prefaceLabels = {
  purpose: "用途",
  year: "年度",
  date: "日期",
  askedBy: "查询人",
  askedAt: "查询时间",
  serial: "编号",
  total: "合计",
} as const;
export const yearText = (year: number | null): string => `${year ?? ""}年`;
export const unmatchedNames: Record<string, string> = {
  several: "同名多人",
  "name-only": "仅姓名相符",
  "no-such-person": "查无此人",
  recused: "回避",
};
export const totalsText = (count: number, parts: readonly string[]): string => `${count} 人：${parts.join("，")}`;
export const noSuchPerson = "查无此人";
export const noSuchPersonNote = "未作任何结论，请核对姓名、单位或者身份证号";
export const recused = "回避";
export const recusedNote = "查询人本人或者近亲属，未作任何结论，请由他人核查";
export const severalPersons = "同名多人";
export const severalPersonsNote = (found: readonly string[]): string =>
  `未作任何结论，请指定其中一人：${found.join("；")}`;
export const nameOnly = "仅姓名相符，请认定";
export const nameOnlyNote = (found: readonly string[]): string =>
  `未作任何结论，所填单位与名册不符，请认定是否为：${found.join("；")}`;
export const nothingRecorded = "本系统中无问责、处分记录";

// ending-restrictions.ts
export const endingColumns = [
  { heading: "序号", width: 6 },
  { heading: "姓名", width: 12 },
  { heading: "单位", width: 28 },
  { heading: "限制", width: 18 },
  { heading: "原因", width: 18 },
  { heading: "最后受限日", width: 14 },
  { heading: "待核实日", width: 14 },
  { heading: "依据条款", width: 40 },
  { heading: "期满后尚需", width: 50 },
] as const;
export const endingPurpose = "期满提醒";
export const endingSheetName = "即将期满";
export const endingTitle = (jurisdictionName: string): string => `${jurisdictionName} 限制期满一览`;
export const endingFileName = (from: string, until: string, serial: string): string =>
  `限制期满一览-${from}-${until}-${serial}.xlsx`;
export const endingLabels = { lastDay: "最后受限日", total: "合计" } as const;
export const rangeText = (from: string, until: string): string => `${from} 至 ${until}`;
export const itemsText = (count: number): string => `${count}项`;
export const itemsCut = (highest: number, count: number): string =>
  `超过${highest}项，只列出最先期满的${count}项，请缩短日期范围`;
/** What is needed after the last day, by the answer of the day after; `cited` are the clauses, empty where there are none. */
export const neededAfterwards: Readonly<Record<AnswerKind, (cited: string, until: string) => string>> = {
  barred: (cited, until) => `仍有其他限制，至 ${until}（${cited}）`,
  "needs-confirmation": (cited) => `须核实（${cited}）`,
  "needs-consent": (cited) => `重新任用前须征得同意（${cited}）`,
  pending: () => "",
  clear: (cited) => (cited === "" ? "无" : `已有同意（${cited}）`),
};
export const greyDayFirst = (grey: string): string => `${grey} 当日须核实`;
export const clausesJoined = (clauses: readonly string[]): string => clauses.join("、");
export const partsJoined = (parts: readonly string[]): string => parts.join("；");
