// The words of an archive: headings, labels and the names of its files.

export const archivePurpose = "归档";

// archive-record.ts
export const caseHeadings = { summary: "案件", steps: "办理记录", files: "证据材料目录", taken: "导出" } as const;
export const caseLabels = { number: "编号", title: "事项", stage: "阶段" } as const;
export const stepColumns = ["时间", "办理事项", "办理人", "内容"] as const;
export const fileColumns = ["序号", "文件名", "字节数", "SHA-256"] as const;
export const takenLabels = { by: "导出人", at: "导出时间", purpose: "用途", serial: "编号" } as const;
export const personHeading = "人员";
export const personTitle = (jurisdiction: string, name: string): string => `${jurisdiction} ${name} 个人问责记录`;
export const rowColumns = ["序号", "内容"] as const;
export const yes = "是";
export const no = "否";

// ../uses/archive.ts
export const caseFile = { html: "案件.html", json: "案件.json" } as const;
export const evidenceFile = (number: string, name: string): string => `证据材料/${number}-${name}`;
export const personLabels = { name: "姓名", organizationName: "单位", post: "职务", idNumber: "身份证号" } as const;
export const personTables = {
  formerNames: "曾用名",
  posts: "任职",
  grades: "年度考核",
  honours: "荣誉",
  measures: "问责方式",
  sanctions: "党纪政务处分",
  consents: "重新任用同意",
  restrictions: "限制",
  cases: "案件",
} as const;
export const personArchive = (name: string): string => `${name}-个人问责记录.zip`;
export const personFile = { html: "个人记录.html", json: "个人记录.json" } as const;

/** Labels of the fields of events and records. */
export const fieldLabels: Readonly<Record<string, string>> = {
  abstentions: "弃权",
  act: "行为",
  appliedOn: "申请日",
  approval: "批准",
  approved: "是否批准",
  attendance: "出席",
  authority: "作出机关",
  extended: "延长（月）",
  restoredOn: "恢复权利日",
  revokedOn: "撤销日",
  toLevel: "同意的最高层次",
  bars: "限制",
  baseline: "基准层次",
  body: "机关",
  caseNumber: "案件编号",
  cite: "依据",
  norm: "影响期依据",
  concerned: "被反映人",
  continuing: "持续中",
  decidedOn: "决定日",
  defence: "申辩",
  departure: "离职",
  documentNumber: "文号",
  dueOn: "期限",
  effective: "生效日",
  effectiveOn: "生效日",
  announcedOn: "宣布日",
  formalitiesOn: "办理手续日",
  evidence: "证据材料",
  factIds: "所据事实",
  factors: "情节因素",
  from: "自",
  gravity: "情节",
  gravityReasons: "情节理由",
  ground: "理由",
  handling: "处理或调整",
  handlingReasons: "处理理由",
  how: "表现",
  inquirers: "调查组",
  kind: "种类",
  leadIds: "线索",
  level: "层次",
  circumstance: "情形",
  measure: "问责方式",
  measures: "问责方式",
  mediaType: "文件类型",
  minutes: "会议纪要",
  months: "影响期（月）",
  name: "名称",
  number: "编号",
  obtainedFrom: "来源",
  on: "日期",
  organizationName: "单位",
  originalLevel: "原层次",
  outcomes: "结果",
  personId: "人员",
  post: "职务",
  preconditionFactId: "前提事实",
  preconditionRecord: "前提记录",
  presentLevel: "现层次",
  proposals: "建议",
  rank: "职级",
  reasons: "理由",
  receipt: "回执",
  receivedOn: "收到日",
  recusals: "回避",
  reducedLevel: "降至层次",
  response: "核实意见",
  result: "结果",
  results: "结果",
  sanction: "处分",
  scope: "范围",
  sha256: "SHA-256",
  signed: "已签字",
  size: "字节数",
  source: "来源",
  stage: "阶段",
  statement: "陈述",
  strongReaction: "反映强烈",
  subject: "对象",
  subjectId: "对象",
  subjectIds: "对象",
  summary: "摘要",
  text: "内容",
  title: "事项",
  to: "至",
  topic: "议题",
  unit: "单位",
  until: "最后受限日",
  vileInfluence: "影响恶劣",
  votesAgainst: "反对",
  votesFor: "赞成",
  way: "方式",
  zh: "中文",
  en: "英文",
};
