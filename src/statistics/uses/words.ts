// The words of the sheet of figures.

export const figureColumns = [
  { heading: "分类", width: 16 },
  { heading: "项目", width: 36 },
  { heading: "人数", width: 10 },
] as const;
export const restrictionColumns = [
  { heading: "序号", width: 6 },
  { heading: "姓名", width: 12 },
  { heading: "当日单位", width: 28 },
  { heading: "限制", width: 18 },
  { heading: "原因", width: 18 },
  { heading: "起始日", width: 14 },
  { heading: "最后受限日", width: 14 },
  { heading: "依据条款", width: 40 },
  { heading: "条文", width: 60 },
] as const;

export const statisticsName = "受限情况统计";
export const titleOf = (jurisdictionName: string, on: string): string => `${jurisdictionName} ${on} ${statisticsName}`;
export const fileNameOf = (on: string, serial: string): string => `${statisticsName}-${on}-${serial}.xlsx`;
export const sheetNames = { figures: "统计", restrictions: "名单" } as const;

export const prefaceLabels = {
  day: "统计日",
  layer: "层次",
  counting: "口径",
  persons: "受限人数",
  cut: "未列全",
} as const;
export const countedAsOfNow = "按现行法规和现有措施计算，撤销、变更后的决定不再计入";
export const personsCounted = (persons: number): string => `${persons}人`;
export const cutAfter = (rows: number): string => `名单超过${rows}行，只列出最先期满的部分`;

export const figureGroups = { bars: "限制", cause: "原因", unit: "当日单位", month: "逐月" } as const;
