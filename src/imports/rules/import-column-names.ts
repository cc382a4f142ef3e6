// What can be imported, and the columns of each: for the template, the reading of a file, and the words on the screen.

export const importKinds = ["persons", "appointments", "grades", "honours"] as const;
export type ImportKind = (typeof importKinds)[number];

/** Lists that a column's words come from. */
export type ColumnChoice =
  | "sexes"
  | "politicalStatuses"
  | "levels"
  | "ranks"
  | "managers"
  | "yes-no"
  | "appointments"
  | "grades"
  | "honourLevels"
  | "organizations";
export type ImportColumn = {
  id: string;
  heading: string;
  /** Other headings under which it is found. */
  also?: readonly string[];
  required?: boolean;
  width: number;
  choice?: ColumnChoice;
  hint?: string;
};

const name: ImportColumn = { id: "name", heading: "姓名", required: true, width: 12 };
const idNumber: ImportColumn = {
  id: "idNumber",
  heading: "身份证号",
  also: ["公民身份号码", "身份证号码", "身份证"],
  width: 22,
  hint: "18位；单元格格式为文本",
};
const unit: ImportColumn = {
  id: "unit",
  heading: "单位",
  also: ["工作单位", "单位名称", "所在单位"],
  width: 30,
  choice: "organizations",
  hint: "名册中的现用名或者曾用名",
};
const post: ImportColumn = { id: "post", heading: "职务", also: ["现任职务"], width: 20 };
const level: ImportColumn = { id: "level", heading: "职务层次", also: ["层次", "级别"], width: 14, choice: "levels" };
const rank: ImportColumn = { id: "rank", heading: "职级", width: 14, choice: "ranks" };
const leading: ImportColumn = {
  id: "leading",
  heading: "是否领导职务",
  also: ["领导职务"],
  width: 14,
  choice: "yes-no",
};
const year: ImportColumn = { id: "year", heading: "年度", also: ["年份", "考核年度"], required: true, width: 8 };

const importColumns = {
  persons: [
    name,
    { ...idNumber, required: true },
    { id: "sex", heading: "性别", width: 6, choice: "sexes", hint: "可不填，按身份证号" },
    { id: "formerNames", heading: "曾用名", width: 14, hint: "几个之间用顿号" },
    { id: "politicalStatus", heading: "政治面貌", width: 14, choice: "politicalStatuses" },
    unit,
    post,
    {
      id: "unitAndPost",
      heading: "单位及职务",
      also: ["现任单位及职务"],
      width: 30,
      hint: "已分列填写单位、职务的不填",
    },
    level,
    rank,
    leading,
    { id: "managedBy", heading: "管理权限", width: 10, choice: "managers", hint: "新增人员不填的，按单位" },
    { id: "from", heading: "任现职时间", also: ["任现职日期"], width: 14, hint: "如 2024-03-01" },
    {
      id: "grades",
      heading: "年度考核",
      also: ["年度考核结果", "近三年年度考核"],
      width: 24,
      hint: "如 2023年优秀；2024年称职",
    },
    {
      id: "relatives",
      heading: "家庭成员",
      also: ["近亲属"],
      width: 24,
      hint: "如 配偶：王某某（身份证号）；儿子：张某某，有身份证号的按身份证号回避",
    },
  ],
  appointments: [
    name,
    idNumber,
    { ...unit, required: true, hint: "任职的单位" },
    { ...post, required: true },
    level,
    rank,
    leading,
    { id: "managedBy", heading: "管理权限", width: 10, choice: "managers", hint: "不填的，沿用原管理权限" },
    { id: "kind", heading: "任职性质", width: 12, choice: "appointments" },
    { id: "from", heading: "任职日期", also: ["任职时间"], required: true, width: 14, hint: "如 2024-03-01" },
    { id: "to", heading: "免职日期", also: ["免职时间"], width: 14, hint: "在任的不填" },
    { id: "approvedOn", heading: "决定日期", also: ["批准日期", "批准时间"], width: 14 },
    { id: "actingOffice", heading: "决定机关", also: ["批准机关"], width: 20 },
    { id: "documentNumber", heading: "文号", also: ["任免文号"], width: 20 },
  ],
  grades: [
    name,
    idNumber,
    unit,
    year,
    { id: "grade", heading: "等次", also: ["考核等次", "考核结果"], required: true, width: 14, choice: "grades" },
    { id: "givenBy", heading: "考核单位", width: 24 },
  ],
  honours: [
    name,
    idNumber,
    unit,
    year,
    { id: "honour", heading: "荣誉名称", also: ["荣誉称号", "表彰名称"], required: true, width: 30 },
    { id: "honourLevel", heading: "级别", also: ["荣誉级别"], width: 12, choice: "honourLevels" },
    { id: "issuer", heading: "授予单位", also: ["表彰单位"], width: 24 },
    { id: "givenOn", heading: "授予日期", also: ["表彰日期"], width: 14 },
  ],
} as const satisfies Record<ImportKind, readonly ImportColumn[]>;

export const importKindNames = {
  persons: { zh: "干部基本信息", en: "Officials" },
  appointments: { zh: "任职记录", en: "Appointments" },
  grades: { zh: "年度考核等次", en: "Annual assessment results" },
  honours: { zh: "荣誉", en: "Honours" },
} as const satisfies Record<ImportKind, { zh: string; en: string }>;

export const columnsOf = (kind: ImportKind): readonly ImportColumn[] => importColumns[kind];
