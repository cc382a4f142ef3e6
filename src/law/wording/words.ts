// What the lines about a rule are called, and what they say beside the names of the vocabulary.
import type { Sentence } from "../text/citation.ts";
import type { RuleOf } from "../pack/rule.ts";

/** What a line is about. */
export const lineNames = {
  force: { zh: "力度", en: "force" },
  appliesTo: { zh: "适用于", en: "for" },
  group: { zh: "这一组", en: "group" },
  gravity: { zh: "情节", en: "gravity" },
  measures: { zh: "方式", en: "measures" },
  givenBy: { zh: "由谁给予", en: "imposed by" },
  listed: { zh: "列举", en: "listed" },
  openEnd: { zh: "以“等”字包括", en: "included by “etc.”" },
  forWhom: { zh: "对", en: "for" },
  only: { zh: "只适用", en: "only" },
  source: { zh: "来源", en: "source" },
  tiers: { zh: "层次", en: "tiers" },
  finding: { zh: "认定", en: "finding" },
  goesTo: { zh: "移送", en: "referred to" },
  norms: { zh: "依据", en: "legal basis" },
  doneBy: { zh: "由谁办理", en: "handled by" },
  howCounted: { zh: "如何计算", en: "calculation" },
  measuresAndSanctions: { zh: "方式和处分", en: "measures and sanctions" },
  below: { zh: "轻于", en: "lighter than" },
  atMost: { zh: "最长", en: "at most" },
  consentOf: { zh: "征得谁同意", en: "consent of" },
  purposes: { zh: "事项", en: "for" },
  afterMeasures: { zh: "方式", en: "after" },
  sanctions: { zh: "处分", en: "sanctions" },
  exemptionGround: { zh: "事由", en: "ground" },
  answerWaitsFor: { zh: "暂缓答复", en: "answer pending for" },
  interpretedBy: { zh: "解释机关", en: "interpreted by" },
  inForceFrom: { zh: "施行", en: "in force from" },
  until: { zh: "至", en: "until" },
  reading: { zh: "读法", en: "reading" },
  conduct: { zh: "行为", en: "conduct" },
  resultToBeEvidenced: { zh: "须另行查证的后果", en: "consequence requiring evidence" },
  precondition: { zh: "前提", en: "precondition" },
  catchAll: { zh: "兜底", en: "catch-all" },
  leadsTo: { zh: "宜用", en: "appropriate measures" },
  after: { zh: "受到", en: "after" },
  ground: { zh: "因", en: "on the ground of" },
  adjustment: { zh: "组织调整", en: "adjustment" },
  bars: { zh: "不得", en: "not eligible for" },
  period: { zh: "期限", en: "for" },
  measuredFrom: { zh: "基准层次", en: "baseline level" },
  reaches: { zh: "及于", en: "reaches" },
  persons: { zh: "对象", en: "persons" },
  besides: { zh: "并且", en: "and" },
  forTheGroups: { zh: "适用于各组", en: "for the groups" },
  eachNeeds: { zh: "均须有", en: "each requires" },
  inRisingOrder: { zh: "由轻到重", en: "from lightest to heaviest" },
  together: { zh: "合并", en: "together" },
  given: { zh: "给予", en: "when imposing" },
  added: { zh: "并处", en: "additional measure" },
  measure: { zh: "方式", en: "measure" },
  atLeast: { zh: "最短", en: "at least" },
  atItsEnd: { zh: "期满", en: "on expiry" },
  proposedBy: { zh: "由谁提出", en: "proposed by" },
  direction: { zh: "方向", en: "direction" },
  grounds: { zh: "情形", en: "grounds" },
  responsibilityTiers: { zh: "层级", en: "tiers" },
  countedFor: { zh: "按", en: "counted for" },
  within: { zh: "在", en: "within" },
  reaching: { zh: "达到", en: "reaching" },
  countedOf: { zh: "计入", en: "counting" },
  result: { zh: "结果", en: "result" },
  withoutChangeAfter: { zh: "经过而没有改变的", en: "no improvement after" },
  onWhom: { zh: "对象", en: "applies to" },
  personsMeant: { zh: "对象条件", en: "persons" },
  effect: { zh: "后果", en: "effect" },
  earlier: { zh: "在先", en: "earlier" },
  later: { zh: "在后", en: "later" },
  consequence: { zh: "结果", en: "result" },
  onConditionOf: { zh: "条件", en: "condition" },
  item: { zh: "事项", en: "item" },
  term: { zh: "期限", en: "within" },
  deadline: { zh: "时限", en: "time limit" },
  by: { zh: "由谁办理", en: "handled by" },
  scope: { zh: "范围", en: "scope" },
  kept: { zh: "存档", en: "filed" },
} as const satisfies Record<string, Sentence>;

// further-rules.ts
export const combinableGiven: Sentence = { zh: "可以合并使用", en: "may be combined" };
export const combinableUnsaid: Sentence = { zh: "未说可以合并", en: "the text does not say they may be combined" };
export const timesOrMore = (atLeast: number): Sentence => ({ zh: `${atLeast}次以上`, en: `${atLeast} or more` });
export const laterNotGiven: Sentence = { zh: "不再给予在后的", en: "the later is not imposed" };
export const laterStands: Sentence = { zh: "不影响在后的", en: "the later is not affected" };
export const directions = {
  aggravate: { zh: "从重", en: "aggravating" },
  mitigate: { zh: "从轻", en: "mitigating" },
  exempt: { zh: "免除", en: "exempting" },
} as const;
export const countedFor = {
  person: { zh: "同一个人", en: "the same person" },
  unit: { zh: "同一单位（人次）", en: "the same unit (number of cases)" },
} as const;
export const conducts = {
  any: { zh: "任何被问责的事项", en: "any matter of accountability" },
  "same-group": { zh: "同一组情形", en: "circumstances in the same group" },
  "same-circumstance": { zh: "同一种情形", en: "the same circumstance" },
} as const;
export const targets = {
  person: { zh: "本人", en: "the person" },
  unit: { zh: "单位", en: "the unit" },
  "unit-leaders": { zh: "单位负责人", en: "the leaders of the unit" },
} as const;
export const units = {
  days: { zh: "日", en: "days" },
  "working-days": { zh: "个工作日", en: "working days" },
  months: { zh: "个月", en: "months" },
} as const;
export const withinYear: Sentence = { zh: "一个年度内", en: "a calendar year" };
export const withinTerm: Sentence = { zh: "一个任期内", en: "a term of office" };
export const withinLength = (length: Sentence): Sentence => ({ zh: `${length.zh}内`, en: length.en });
export const dealtMoreHeavily: Sentence = { zh: "从重处理", en: "handled more severely" };
export const dealtByNextStep: Sentence = { zh: "升一档处理", en: "one step heavier" };
export const referredElsewhere: Sentence = { zh: "移送有权机关", en: "referred to the competent body" };
export const numberSign = /[一二三四五六七八九十\d]/u;
export const officeOwnTerm = (length: Sentence): Sentence => ({
  zh: `${length.zh}（内部期限）`,
  en: `${length.en} (internal time limit)`,
});

// named-ids.ts
export const joinedByOr = ["或者", " or "];
export const joinedByAnd = ["并且", " and "];

// rule-line.ts
export const forces = { may: { zh: "可以", en: "may" }, shall: { zh: "应当", en: "shall" } };
export const calendarYear: Sentence = { zh: "当年", en: "that calendar year" };

// rules.ts
export const inferredWord: Sentence = { zh: "推定", en: "presumed" };
export const decidesWord: Sentence = { zh: "决定", en: "decides" };
export const proposesWord: Sentence = { zh: "建议", en: "proposes" };
export const consentAfterSanctions: Sentence = { zh: "受到处分的也须征得", en: "also required after a sanction" };
export const partySanction: Sentence = { zh: "党纪处分", en: "Party sanction" };
export const governmentSanction: Sentence = { zh: "政务处分", en: "government sanction" };
export const partyMembersOnly: Sentence = { zh: "只适用于中共党员", en: "Party members only" };
export const combinations: Record<RuleOf<"combination">["way"], Sentence> = {
  longest: { zh: "以最后届满者为准", en: "the latest end date governs" },
  "remaining-plus-new": {
    zh: "原期限的剩余期间加上新的期限",
    en: "the remainder of the original period plus the new period",
  },
  heaviest: { zh: "执行最重的一种", en: "only the heaviest is carried out" },
  "set-period": { zh: "在单个以上、总和以下确定一个期限", en: "one period set between the single period and the sum" },
};
export const readingNamed = (name: string): Sentence => ({ zh: `读法 ${name}`, en: `reading ${name}` });
export const needsReasonsAndApproval: Sentence = { zh: "须说明理由并经批准", en: "requires reasons and approval" };
export const adjustmentExcepted: Sentence = { zh: "写明组织调整的不附此限制", en: "does not carry this restriction" };
export const whileOtherPeriodRuns: Sentence = {
  zh: "其他规定的期限正在执行的期间",
  en: "while a period under another rule is running",
};
export const sanctionMonths: Sentence = { zh: "处分自身的期限", en: "the sanction period itself" };
export const fromRestoration = (length: Sentence): Sentence => ({
  zh: `${length.zh}，自恢复权利之日起`,
  en: `${length.en} from the restoration of rights`,
});
export const baselines = {
  present: { zh: "现任层次", en: "the present level" },
  original: { zh: "原任层次", en: "the original level" },
  reduced: { zh: "降职后的层次", en: "the level after demotion" },
} as const;
export const reaches = {
  above: { zh: "高于基准的层次", en: "levels above it" },
  from: { zh: "基准层次及以上", en: "that level and above" },
  any: { zh: "任何层次", en: "any level" },
} as const;
