// The shapes in which facts go in and answers come out, as the facts format has them, written down a second time.

export type Level = "厅局级正职" | "厅局级副职" | "县处级正职" | "县处级副职" | "乡科级正职" | "乡科级副职" | "科员级";

/** From the highest to the lowest. */
export const LEVELS: readonly Level[] = [
  "厅局级正职",
  "厅局级副职",
  "县处级正职",
  "县处级副职",
  "乡科级正职",
  "乡科级副职",
  "科员级",
];

export type MeasureKind =
  | "批评教育"
  | "责令作出检查"
  | "通报批评"
  | "诫勉"
  | "调离岗位"
  | "引咎辞职"
  | "责令辞职"
  | "免职"
  | "降职"
  | "其他组织处理";

export type SanctionKind =
  | "党内警告"
  | "党内严重警告"
  | "撤销党内职务"
  | "留党察看"
  | "开除党籍"
  | "政务警告"
  | "政务记过"
  | "政务记大过"
  | "政务降级"
  | "政务撤职"
  | "政务开除";

export type Purpose = "提拔" | "任相当领导职务" | "年度考核评优" | "评选先进";

/** Days are ISO text. */
export type Measure = {
  kind: MeasureKind;
  decided?: string;
  effective?: string;
  handling?: "组织处理" | "组织调整";
  originalLevel?: Level | null;
  reducedLevel?: Level | null;
  ground?: "问责" | "不适宜担任现职";
};

/** `months` of 留党察看: 12 or 24; of equal government sanctions of one day: the one period set for them. */
export type Sanction = { kind: SanctionKind; effective: string; months?: number | null; restored?: string };

export type Question =
  | { purpose: "提拔" | "任相当领导职务"; date: string; toLevel?: Level | null }
  | { purpose: "年度考核评优" | "评选先进"; year: number };

export type FactSet = {
  format: 1;
  id: string;
  person: { partyMember: boolean; level: Level | null };
  measures: Measure[];
  sanctions: Sanction[];
  consents: string[];
  openMatters: number;
  question: Question;
};

export type AnswerWord = "barred" | "needs-confirmation" | "needs-consent" | "pending" | "clear";
export type LayerName = "regulation" | "upper";
export type LayerAnswer = { answer: AnswerWord; until: string | null };

export type Restriction = {
  bars: Purpose;
  from: string;
  until: string;
  baseline: Level | null;
  layer: LayerName;
  because: number | string;
};

export type Outcome = {
  answer: AnswerWord;
  until: string | null;
  layers: Record<LayerName, LayerAnswer>;
  /** Those that bear on the question. */
  restrictions: Restriction[];
  /** Whatever is asked. */
  all: Restriction[];
};
