// The lines of the kinds of rule by which other texts say more: lists, escalation, routes, effects, terms, deadlines, publication.
import { lengthWords } from "../explain/arithmetic.ts";
import type { Sentence } from "../text/citation.ts";
import { conditionWords } from "../compile/condition.ts";
import { inList, joinedBy, namesIn, recordNames } from "./named-ids.ts";
import type { Pack } from "../pack/pack.ts";
import type { FurtherRule } from "../pack/rule-kinds.ts";
import { NOTHING, forceLine, line, periodLength } from "./rule-line.ts";
import type { RuleLine } from "./rule-line.ts";
import { monthsOf } from "../compile/table.ts";

type Told = Exclude<FurtherRule, { kind: "out-of-scope" }>;

export function furtherRuleWords(pack: Pack, rule: Told): RuleLine[] {
  const { vocabulary } = pack;
  const { names } = vocabulary;
  const measures = (ids: readonly string[]): Sentence => recordNames(vocabulary, ids);
  const bodies = (ids: readonly string[]): Sentence => namesIn(vocabulary.bodies, ids);
  switch (rule.kind) {
    case "general-definition":
      return [
        line("适用于各组", "for the groups", groupNames(pack, rule.groups)),
        line("均须有", "each needs", joinedBy(namesOf(rule.results), rule.mode)),
      ];
    case "ladder":
      return [
        line("对", "for", names.subjects[rule.subject]),
        line("由轻到重", "in rising order", stepWords(rule.steps.map(measures))),
        line(
          "合并",
          "together",
          rule.combinable
            ? { zh: "可以合并使用", en: "several may be given" }
            : { zh: "未说可以合并", en: "the text does not say so" },
        ),
      ];
    case "addition":
      return [
        line("给予", "with", measures(rule.measures)),
        forceLine(rule.force),
        line("并处", "comes", measures(rule.adds)),
      ];
    case "measure-term":
      return [
        line("方式", "measure", measures(rule.measures)),
        line("最短", "at least", rule.atLeast === null ? NOTHING : lengthWords(monthsOf(rule.atLeast))),
        line("最长", "at most", rule.atMost === null ? NOTHING : lengthWords(monthsOf(rule.atMost))),
        line("期满", "at its end", rule.followUp?.name ?? NOTHING),
        line("由谁提出", "by", bodies(rule.by)),
      ];
    case "modifier":
      return [
        line("方向", "direction", directions[rule.direction]),
        forceLine(rule.force),
        line("情形", "grounds", inList(namesOf(rule.grounds))),
      ];
    case "responsibility":
      return [forceLine(rule.force), line("层级", "tiers", inList(namesOf(rule.tiers)))];
    case "escalation-by-count":
      return [
        line("按", "counted for", pers[rule.per]),
        line("在", "within", withinWords(rule.within)),
        line("达到", "reaching", { zh: `${rule.atLeast}次以上`, en: `${rule.atLeast} or more` }),
        line("计入", "of", rule.measures.length === 0 ? conducts[rule.conduct] : measures(rule.measures)),
        forceLine(rule.force),
        line("结果", "leads to", leadWords(rule, measures)),
      ];
    case "escalation-without-effect":
      return [
        line("经过而没有改变的", "without change after", measures(rule.measures)),
        forceLine(rule.force),
        line("结果", "leads to", leadWords(rule, measures)),
      ];
    case "route":
      return rule.branches.map((branch) => ({
        what: branch.name,
        value: stepWords(namesOf(branch.steps)),
      }));
    case "effect":
      return [
        line("受到", "after", measures([...rule.measures, ...rule.sanctions])),
        line("对象", "on", targets[rule.on]),
        line("对象条件", "persons", rule.when === null ? NOTHING : conditionWords(vocabulary, rule.when)),
        forceLine(rule.force),
        line("后果", "effect", inList(namesOf(rule.effects))),
        line("期限", "for", rule.for === null ? NOTHING : periodLength(rule.for)),
      ];
    case "absorption":
      return [
        line("在先", "earlier", measures(rule.measures)),
        line("在后", "later", measures([...rule.over.measures, ...rule.over.sanctions])),
        line(
          "结果",
          "so",
          rule.absorbs
            ? { zh: "不再给予在后的", en: "the later is not given" }
            : { zh: "不影响在后的", en: "both stand" },
        ),
      ];
    case "extension":
      return [
        line("条件", "on condition of", rule.condition?.name ?? NOTHING),
        forceLine(rule.force),
        line("及于", "reaches", inList(namesOf(rule.to))),
      ];
    case "step":
      return [
        line("事项", "item", rule.name),
        line("由谁办理", "done by", bodies(rule.by)),
        line("期限", "within", termWords(rule.within)),
        line("方式", "measures", measures(rule.measures)),
      ];
    case "deadline":
      return [
        line("时限", "within", {
          zh: `${rule.length.count}${units[rule.length.unit].zh}`,
          en: `${rule.length.count} ${units[rule.length.unit].en}`,
        }),
        forceLine(rule.force),
        line("由谁办理", "by", bodies(rule.by)),
        line("方式", "measures", measures(rule.measures)),
      ];
    case "publication":
      return [
        line("受到", "after", measures(rule.measures)),
        forceLine(rule.force),
        line("范围", "scope", inList(namesOf(rule.scopes))),
        line("存档", "kept", rule.kept?.name ?? NOTHING),
      ];
  }
}

const directions = {
  aggravate: { zh: "从重", en: "heavier" },
  mitigate: { zh: "从轻", en: "milder" },
  exempt: { zh: "免除", en: "exempt" },
} as const;
const pers = {
  person: { zh: "同一个人", en: "one person" },
  unit: { zh: "同一单位（人次）", en: "one unit, in person-times" },
} as const;
const conducts = {
  any: { zh: "任何被问责的事项", en: "any matter" },
  "same-group": { zh: "同一组情形", en: "circumstances of one group" },
  "same-circumstance": { zh: "同一种情形", en: "the same circumstance" },
} as const;
const targets = {
  person: { zh: "本人", en: "the person" },
  unit: { zh: "单位", en: "the unit" },
  "unit-leaders": { zh: "单位负责人", en: "the leaders of the unit" },
} as const;
const units = {
  days: { zh: "日", en: "days" },
  "working-days": { zh: "个工作日", en: "working days" },
  months: { zh: "个月", en: "months" },
} as const;

const namesOf = (list: readonly { name: Sentence }[]): Sentence[] => list.map((one) => one.name);

function stepWords(steps: readonly Sentence[]): Sentence {
  return { zh: steps.map((step) => step.zh).join(" → "), en: steps.map((step) => step.en).join(" → ") };
}

function withinWords(within: string): Sentence {
  if (within === "year") return { zh: "一个年度内", en: "a calendar year" };
  if (within === "term") return { zh: "一个任期内", en: "a term of office" };
  const length = periodLength(within);
  return { zh: `${length.zh}内`, en: length.en };
}

function leadWords(
  { way, to }: { way: "aggravate" | "step-up" | "measures" | "refer"; to: readonly string[] },
  measures: (ids: readonly string[]) => Sentence,
): Sentence {
  switch (way) {
    case "aggravate":
      return { zh: "从重处理", en: "dealt with more heavily" };
    case "step-up":
      return { zh: "升一档处理", en: "the next step of the list" };
    case "refer":
      return { zh: "移送有权机关", en: "referred to other bodies" };
    case "measures":
      return measures(to);
  }
}

function groupNames(pack: Pack, ids: readonly string[]): Sentence {
  const groups = pack.rules.flatMap((rule) => (rule.kind === "group" ? [{ id: rule.group, name: rule.name }] : []));
  return namesIn(groups, ids);
}

/** A term that the text leaves open is the office's own, and says so. */
function termWords({ count, unit, words }: Extract<FurtherRule, { kind: "step" }>["within"]): Sentence {
  const { zh, en } = units[unit];
  const own = unit === "working-days" && !/[一二三四五六七八九十\d]/u.test(words ?? "");
  const length = { zh: `${count}${zh}`, en: `${count} ${en}` };
  return own ? { zh: `${length.zh}（内部期限）`, en: `${length.en} (the office's own)` } : length;
}
