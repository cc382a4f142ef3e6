// What one rule says as data, in lines of words: to be read beside the clause, and to be compared with another version.
import { lengthWords } from "../explain/arithmetic.ts";
import type { Sentence } from "../text/citation.ts";
import { conditionWords } from "../compile/condition.ts";
import { furtherRuleWords } from "./further-rule-words.ts";
import { inList, joinedBy, namesIn, recordNames } from "./named-ids.ts";
import type { Pack } from "../pack/pack.ts";
import type { Rule, RuleOf } from "../pack/rule.ts";
import { NOTHING, forceLine, line, periodLength } from "./rule-line.ts";
import type { RuleLine } from "./rule-line.ts";
import { monthsOf } from "../compile/table.ts";

/** Every line of a rule; none for what its quote says by itself. */
export function linesOfRule(pack: Pack, rule: Rule): RuleLine[] {
  return linesIn(pack, rule).filter(({ value }) => value.zh !== "");
}

function linesIn(pack: Pack, rule: Rule): RuleLine[] {
  const { vocabulary } = pack;
  const { names } = vocabulary;
  const bodies = (ids: readonly string[]): Sentence => namesIn(vocabulary.bodies, ids);
  const measures = (ids: readonly string[]): Sentence => recordNames(vocabulary, ids);
  const purposes = (ids: readonly string[]): Sentence => namesIn(vocabulary.purposes, ids);
  switch (rule.kind) {
    case "declaratory":
    case "silent":
    case "excuse":
    case "out-of-scope":
      return [];
    case "scope":
      return [
        line(
          "适用于",
          "for",
          inList(rule.subjects.map(({ name, inferred }) => (inferred ? aside(name, "推定", "inferred") : name))),
        ),
      ];
    case "competence":
      return rule.authority.map((row) => ({
        what: joined(names.managedBy[row.managedBy], measures(row.measures)),
        value: inList([
          said("决定", "decides", bodies(row.decides)),
          ...(row.proposes.length === 0 ? [] : [said("建议", "proposes", bodies(row.proposes))]),
        ]),
      }));
    case "group":
      return [line("这一组", "group", rule.name), forceLine(rule.force)];
    case "limb":
      return limbLines(rule, names.handlings);
    case "tier":
      return [
        line("情节", "gravity", inList(rule.gravity.map((one) => names.gravities[one]))),
        forceLine(rule.force),
        line("方式", "measures", measures([...rule.measures, ...rule.openEnd])),
        line("由谁给予", "given by", bodies(rule.deciders)),
        readingLine(pack, rule.trigger?.setting ?? null),
      ];
    case "measure-list":
      return [
        line("列举", "listed", measures(rule.measures)),
        line("以“等”字包括", "in its open end", measures(rule.openEnd)),
      ];
    case "organization-measures":
      return [
        line("对", "for", names.subjects[rule.subject]),
        line("只适用", "only", measures(rule.measures)),
        line("来源", "source", rule.inferred ? { zh: "推定", en: "inferred" } : NOTHING),
      ];
    case "circulation":
      return [forceLine(rule.force), line("层次", "tiers", tierNames(pack, rule.tiers))];
    case "referral":
      return [
        line("认定", "finding", names.gravities[rule.gravity]),
        line("移送", "goes to", inList(rule.to)),
        line("依据", "by", plain(rule.norms.map((norm) => `《${norm}》`).join("、"))),
      ];
    case "duty":
      return [
        forceLine(rule.force),
        line("由谁办理", "done by", bodies(rule.by)),
        line("方式", "measures", measures(rule.measures)),
      ];
    case "body-reform":
      return [line("方式", "measures", measures(rule.measures)), readingLine(pack, rule.members.setting)];
    case "restriction":
      return restrictionLines(pack, rule);
    case "combination":
      return [
        line("如何计算", "counted", combinations[rule.way]),
        line("方式和处分", "of", measures([...rule.measures, ...rule.sanctions])),
        line("轻于", "below", rule.below === null ? NOTHING : measures([rule.below])),
        line("最长", "at most", rule.atMost === null ? NOTHING : lengthWords(monthsOf(rule.atMost))),
      ];
    case "concurrence":
      return [line("方式", "measures", measures(rule.measures)), readingLine(pack, rule.setting)];
    case "consent":
      return [
        line("征得谁同意", "consent of", bodies(rule.from)),
        line("事项", "for", purposes(rule.purposes)),
        line("方式", "after", measures(rule.measures)),
        line(
          "处分",
          "sanctions",
          rule.sanctions ? { zh: "受到处分的也须征得", en: "after any sanction too" } : NOTHING,
        ),
        readingLine(pack, rule.settings.who),
        readingLine(pack, rule.settings.timing),
      ];
    case "exemption":
      return [line("事由", "ground", rule.name)];
    case "pending":
      return [line("暂缓答复", "answer waits for", purposes(rule.purposes))];
    case "interpretation":
      return [line("解释机关", "interpreted by", bodies(rule.by))];
    case "validity":
      return [line("施行", "in force from", plain(rule.from)), line("至", "until", plain(rule.until ?? ""))];
    case "sanction-eligibility":
      return [
        line(
          "处分",
          "sanctions",
          rule.order === "party" ? { zh: "党纪处分", en: "of the Party" } : { zh: "政务处分", en: "of the government" },
        ),
        line("适用于", "for", rule.partyMembersOnly ? { zh: "只适用于中共党员", en: "Party members only" } : NOTHING),
      ];
    case "general-definition":
    case "ladder":
    case "addition":
    case "measure-term":
    case "modifier":
    case "responsibility":
    case "escalation-by-count":
    case "escalation-without-effect":
    case "route":
    case "effect":
    case "absorption":
    case "extension":
    case "deadline":
    case "step":
    case "publication":
      return furtherRuleWords(pack, rule);
  }
}

const plain = (text: string): Sentence => ({ zh: text, en: text });

const combinations: Record<RuleOf<"combination">["way"], Sentence> = {
  longest: { zh: "以最后届满者为准", en: "the latest end governs" },
  "remaining-plus-new": { zh: "原期限的剩余期间加上新的期限", en: "what remains of the old period, then the new one" },
  heaviest: { zh: "执行最重的一种", en: "the heaviest kind alone" },
  "set-period": { zh: "在单个以上、总和以下确定一个期限", en: "one period set between a single one and the sum" },
};

function aside(name: Sentence, zh: string, en: string): Sentence {
  return { zh: `${name.zh}（${zh}）`, en: `${name.en} (${en})` };
}

function said(zh: string, en: string, who: Sentence): Sentence {
  return { zh: `${who.zh}${zh}`, en: `${who.en} ${en}` };
}

function joined(one: Sentence, other: Sentence): Sentence {
  return { zh: `${one.zh}：${other.zh}`, en: `${one.en}: ${other.en}` };
}

// Where the text is open, the options stand beside the clause; which is in force, a pack does not say.
function readingLine(pack: Pack, name: string | null): RuleLine {
  const setting = pack.settings.find((candidate) => candidate.name === name);
  if (setting === undefined) return line("读法", "reading", NOTHING);
  const options = Object.values(setting.options);
  return line(`读法 ${setting.name}`, `reading ${setting.name}`, {
    zh: `${setting.question.zh}${options.map((option) => option.zh).join(" / ")}`,
    en: `${setting.question.en} ${options.map((option) => option.en).join(" / ")}`,
  });
}

function tierNames({ rules, vocabulary }: Pack, ids: readonly string[]): Sentence {
  const gravities = rules.flatMap((rule) => (rule.kind === "tier" && ids.includes(rule.id) ? rule.gravity : []));
  return inList(gravities.map((one) => vocabulary.names.gravities[one]));
}

function limbLines(rule: RuleOf<"limb">, handlings: Pack["vocabulary"]["names"]["handlings"]): RuleLine[] {
  return [
    line("行为", "conduct", plain(rule.acts.length === 0 ? rule.conduct : rule.acts.join(" / "))),
    line(
      "须另行查证的后果",
      "result to be evidenced",
      rule.mode === "none"
        ? NOTHING
        : joinedBy(
            rule.results.map((result) => result.name),
            rule.mode,
          ),
    ),
    line("前提", "precondition", rule.precondition?.name ?? NOTHING),
    line(
      "兜底",
      "catch-all",
      rule.catchAll ? { zh: "须说明理由并经批准", en: "needs reasons and an approval" } : NOTHING,
    ),
    line("宜用", "leads to", rule.prefers === null ? NOTHING : handlings[rule.prefers]),
  ];
}

function restrictionLines(pack: Pack, rule: RuleOf<"restriction">): RuleLine[] {
  const { vocabulary } = pack;
  const { names } = vocabulary;
  return [
    line("受到", "after", recordNames(vocabulary, [...rule.measures, ...rule.sanctions])),
    line(
      "因",
      "on the ground of",
      rule.measures.length === 0 ? NOTHING : inList(rule.ground.map((one) => names.grounds[one])),
    ),
    line("组织调整", "adjustment", adjustmentWords(rule)),
    line("不得", "bars", namesIn(vocabulary.purposes, rule.bars)),
    line("期限", "for", periodWords(rule)),
    line("基准层次", "measured from", rule.baseline === null ? NOTHING : baselines[rule.baseline]),
    line("及于", "reaches", rule.reach === null ? NOTHING : reaches[rule.reach]),
    line("对象", "persons", rule.when === null ? NOTHING : conditionWords(vocabulary, rule.when)),
    line("并且", "besides", rule.remark ?? NOTHING),
  ];
}

function adjustmentWords(rule: RuleOf<"restriction">): Sentence {
  if (rule.measures.length === 0 || rule.handling === "any") return NOTHING;
  return { zh: "写明组织调整的不附此限制", en: "does not bring it" };
}

function periodWords(rule: RuleOf<"restriction">): Sentence {
  if (rule.for === "running")
    return { zh: "其他规定的期限正在执行的期间", en: "while the period of another norm runs" };
  const length =
    rule.for === "record" ? { zh: "处分自身的期限", en: "the months of the sanction itself" } : periodLength(rule.for);
  if (rule.start === "effective") return length;
  return { zh: `${length.zh}，自恢复权利之日起`, en: `${length.en}, from the restoration of rights` };
}

export const baselines = {
  present: { zh: "现任层次", en: "the present level" },
  original: { zh: "原任层次", en: "the original level" },
  reduced: { zh: "降职后的层次", en: "the reduced level" },
} as const;

export const reaches = {
  above: { zh: "高于基准的层次", en: "levels above it" },
  from: { zh: "基准层次及以上", en: "that level and above" },
  any: { zh: "任何层次", en: "any level" },
} as const;
