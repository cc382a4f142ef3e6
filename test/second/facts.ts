// The shapes in which facts go in and answers come out: format 2 of the facts format, written down a second time. Days are ISO text.

/** From the highest to the lowest. */
export const LEVELS = [
  "厅局级正职",
  "厅局级副职",
  "县处级正职",
  "县处级副职",
  "乡科级正职",
  "乡科级副职",
  "科员级",
] as const;
export type Level = (typeof LEVELS)[number];

export const MEASURE_KINDS = [
  "批评教育",
  "责令作出检查",
  "通报批评",
  "诫勉",
  "调离岗位",
  "引咎辞职",
  "责令辞职",
  "免职",
  "降职",
  "其他组织处理",
] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

/** The measures of Article 9. */
export const HANDLING_KINDS: readonly MeasureKind[] = [
  "调离岗位",
  "引咎辞职",
  "责令辞职",
  "免职",
  "降职",
  "其他组织处理",
];

export const PARTY_SANCTIONS = ["党内警告", "党内严重警告", "撤销党内职务", "留党察看", "开除党籍"] as const;
export type PartySanction = (typeof PARTY_SANCTIONS)[number];

/** From the lightest to the heaviest. */
export const GOVERNMENT_SANCTIONS = ["政务警告", "政务记过", "政务记大过", "政务降级", "政务撤职", "政务开除"] as const;
export type GovernmentSanction = (typeof GOVERNMENT_SANCTIONS)[number];

export type SanctionKind = PartySanction | GovernmentSanction;

export const GROUNDS = ["问责", "不适宜担任现职", "手续", "到龄", "届满"] as const;
export type Ground = (typeof GROUNDS)[number];

export const DATED_PURPOSES = ["提拔", "任相当领导职务", "晋升职级", "进一步使用"] as const;
export type DatedPurpose = (typeof DATED_PURPOSES)[number];
export const YEAR_PURPOSES = ["年度考核评优", "评选先进"] as const;
export type YearPurpose = (typeof YEAR_PURPOSES)[number];
export type Purpose = DatedPurpose | YearPurpose;

export type Measure = {
  kind: MeasureKind;
  decided?: string | null;
  effective?: string | null;
  handling?: "组织处理" | "组织调整" | null;
  revoked?: string | null;
  originalLevel?: Level | null;
  reducedLevel?: Level | null;
  presentLevel?: Level | null;
  ground?: Ground | null;
  basis?: string | null;
  conduct?: { from?: string | null; to?: string | null } | null;
};

/** `months` of 留党察看: 12 or 24; of several equal government sanctions of one day: the one period set for them. */
export type Sanction = {
  kind: SanctionKind;
  decided?: string | null;
  effective?: string | null;
  months?: number | null;
  extended?: number | null;
  restored?: string | null;
  revoked?: string | null;
  level?: Level | null;
};

export type Consent = { on: string; toLevel?: Level | null; by?: string | null };

export type Interpretation = { setting: string; value: string; validFrom: string; recompute?: boolean };

/** What the bodies of Article 14 have recorded on a rule that nobody had verified. */
export type NormDecision = { applies: string } | "not-applied";

export type Question =
  | { purpose: DatedPurpose; date: string; toLevel?: Level | null }
  | { purpose: YearPurpose; year: number };

export type FactLine = {
  format: 2;
  id: string;
  person: { level?: Level | null; managedBy?: "市管" | "区管" | "单位管"; historyComplete?: boolean };
  measures: Measure[];
  sanctions: Sanction[];
  consents: Consent[];
  openMatters: number;
  interpretations?: Interpretation[];
  norms?: Record<string, NormDecision>;
  question: Question;
};

/** The stricter first. */
export const ANSWERS = ["barred", "pending", "needs-confirmation", "needs-consent", "clear"] as const;
export type AnswerWord = (typeof ANSWERS)[number];
export type LayerName = "regulation" | "upper";
export type LayerAnswer = { answer: AnswerWord; until: string | null };

/** Two further codes, `count-unknown` and `attribute-missing`, belong to packs whose rules count or look at attributes. */
export const REASONS = [
  "restriction",
  "grey-day",
  "level-missing",
  "norm-undecided",
  "history-incomplete",
  "decided-ahead",
  "restoration-missing",
  "period-not-set",
  "consent-missing",
  "open-matter",
] as const;
export type Reason = (typeof REASONS)[number];

export type Restriction = {
  bars: Purpose;
  from: string;
  /** Null: for good. */
  until: string | null;
  baseline: Level | null;
  layer: LayerName;
  because: number | string;
};

export type Outcome = {
  format: 2;
  id: string;
  answer: AnswerWord;
  until: string | null;
  permanent: boolean;
  layers: Record<LayerName, LayerAnswer>;
  /** Those that bear on the question. */
  restrictions: Restriction[];
  reasons: Reason[];
};
