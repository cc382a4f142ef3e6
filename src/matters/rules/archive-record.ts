// One case, or one person's record, as headings and tables for the archive: what people read beside the JSON.
import { citationLine } from "#letters/rules/citation-block.ts";

/** A cell may have several lines. */
export type ArchiveBlock =
  | { type: "pairs"; heading: string; pairs: readonly (readonly [label: string, text: string])[] }
  | { type: "table"; heading: string; columns: readonly string[]; rows: readonly (readonly string[])[] };
export type ArchiveDocument = { title: string; blocks: readonly ArchiveBlock[] };

/** Who took it out, when, what for, and the serial under which the log knows of it. */
export type Taken = { by: string; at: string; purpose: string; serial: string };

export type ArchivedStep = { at: string; act: string; actor: string; body: Readonly<Record<string, unknown>> };
export type ArchivedFile = { name: string; size: number; sha256: string };
export type ArchivedCase = {
  jurisdiction: string;
  number: string;
  title: string;
  stage: string;
  steps: readonly ArchivedStep[];
  files: readonly ArchivedFile[];
  /** What stands for an id or a word of the data: names of persons and accounts, words of the vocabulary. */
  names: Readonly<Record<string, string>>;
};

export function caseRecord(one: ArchivedCase, taken: Taken): ArchiveDocument {
  return {
    title: `${one.jurisdiction} ${one.number} ${one.title}`,
    blocks: [
      {
        type: "pairs",
        heading: "案件",
        pairs: [
          ["编号", one.number],
          ["事项", one.title],
          ["阶段", one.stage],
        ],
      },
      {
        type: "table",
        heading: "办理记录",
        columns: ["时间", "办理事项", "办理人", "内容"],
        rows: one.steps.map(({ at, act, actor, body }) => [at, act, actor, linesOf(body, one.names).join("\n")]),
      },
      {
        type: "table",
        heading: "证据材料目录",
        columns: ["序号", "文件名", "字节数", "SHA-256"],
        rows: one.files.map(({ name, size, sha256 }, index) => [String(index + 1), name, String(size), sha256]),
      },
      takenBlock(taken),
    ],
  };
}

/** Tables of a person's record, each with its heading, as they stand in the data. */
export function personRecord(
  person: { jurisdiction: string; name: string; pairs: readonly (readonly [string, string])[] },
  tables: readonly { heading: string; rows: readonly Readonly<Record<string, unknown>>[] }[],
  taken: Taken,
): ArchiveDocument {
  return {
    title: `${person.jurisdiction} ${person.name} 个人问责记录`,
    blocks: [
      { type: "pairs", heading: "人员", pairs: person.pairs },
      ...tables.map(({ heading, rows }): ArchiveBlock => ({
        type: "table",
        heading,
        columns: ["序号", "内容"],
        rows: rows.map((row, index) => [String(index + 1), linesOf(row, {}).join("\n")]),
      })),
      takenBlock(taken),
    ],
  };
}

function takenBlock({ by, at, purpose, serial }: Taken): ArchiveBlock {
  return {
    type: "pairs",
    heading: "导出",
    pairs: [
      ["导出人", by],
      ["导出时间", at],
      ["用途", purpose],
      ["编号", serial],
    ],
  };
}

/** Each member on a line of its own, members of members indented below; what is empty is left out. */
function linesOf(body: Readonly<Record<string, unknown>>, names: Readonly<Record<string, string>>): string[] {
  return Object.entries(body).flatMap(([key, value]): string[] => {
    if (key === "type" || value === null || value === "" || (Array.isArray(value) && value.length === 0)) return [];
    const label = labels[key] ?? key;
    if (Array.isArray(value)) {
      if (value.every((one) => typeof one !== "object"))
        return [`${label}：${value.map((one) => wordOf(one, names)).join("、")}`];
      return value.flatMap((one, index) => [`${label} ${index + 1}`, ...indented(one, names)]);
    }
    const cited = citationLine(value);
    if (cited !== null) return [`${label}：${cited}`];
    if (typeof value === "object") return [label, ...indented(value, names)];
    return [`${label}：${wordOf(value, names)}`];
  });
}

function indented(value: unknown, names: Readonly<Record<string, string>>): string[] {
  if (!isRecord(value)) return [`　${wordOf(value, names)}`];
  return linesOf(value, names).map((line) => `　${line}`);
}

function wordOf(value: unknown, names: Readonly<Record<string, string>>): string {
  if (value === true) return "是";
  if (value === false) return "否";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return names[text] ?? text;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Words for the members of events and records; a member without one is shown by its own name. */
const labels: Readonly<Record<string, string>> = {
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
