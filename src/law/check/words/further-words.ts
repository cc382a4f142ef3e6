// The further kinds of rule lose no member of a list, and say of whom and by whom as their words do.
import type { NamedWords } from "../../pack/rule-parts.ts";
import type { Pack, Problem, RuleOf } from "../../pack/pack.ts";
import { bodyOf } from "../../text/text.ts";
import { type Fault, eachRule, sayer, unless, unlessIs, unlessSame } from "../faults.ts";
import { clauseAt } from "../problem.ts";
import { bodiesIn, directionIn } from "./said.ts";
import { has } from "./words.ts";

export function checkFurtherWords(pack: Pack): Problem[] {
  return eachRule(pack, (rule) => {
    if (rule.kind === "modifier") return [...listed(rule.quote, "grounds", rule.grounds), ...direction(pack, rule)];
    if (rule.kind === "responsibility") return [...listed(rule.quote, "tiers", rule.tiers), ...everyTier(rule)];
    if (rule.kind === "extension") return [...listed(rule.quote, "to", rule.to), ...condition(rule)];
    if (rule.kind === "publication") return [...listed(rule.quote, "scopes", rule.scopes), ...kept(pack, rule)];
    if (rule.kind === "effect") return [...listed(rule.quote, "effects", rule.effects), ...onWhom(pack, rule)];
    if (rule.kind === "measure-term") return [...byWhom(pack, rule), ...followUp(pack, rule)];
    if (rule.kind === "ladder")
      return [...combinable(pack, rule), ...forWhom(pack, rule), ...fromTheBeginning(pack, rule)];
    if (rule.kind === "organization-measures") return fromTheBeginning(pack, rule);
    if (rule.kind === "route") return everyBranch(rule);
    return rule.kind === "general-definition"
      ? [...listed(rule.quote, "results", rule.results), ...everyGroup(pack, rule)]
      : [];
  });
}

/** Where a 、 or 和 stands beside a member, another member stands on its other side. */
export function listed(quote: string, field: string, members: readonly NamedWords[]): Fault[] {
  const marked = members.reduce((text, { words }) => text.replaceAll(words, "\n".repeat(words.length)), quote);
  const lone = /[^\n、](?:、|或者|以及|和|及)\n|\n(?:、|或者|以及|和|及)[^\n]/u.exec(marked);
  return unless(
    lone === null,
    field,
    `并列各项没有全部写入 ${field}，或者 words 没有写全`,
    `not every member of the list is in ${field}`,
    { zh: "把所引文字中并列的每一项各写一条，words 照抄", en: "give each member of the list in its own words" },
  );
}

/** What all tiers end with (领导责任) stands in the words once for each of them. */
function everyTier({ quote, tiers }: RuleOf<"responsibility">): Fault[] {
  const [first = "", ...others] = tiers.map((tier) => tier.words);
  let ending = first;
  while (!others.every((words) => words.endsWith(ending))) ending = ending.slice(1);
  // 主要 and 重要 have more in common than what tiers are called.
  ending = ending.slice(-4);
  const times = ending === "" ? tiers.length : quote.split(ending).length - 1;
  return unless(
    times === tiers.length,
    "tiers",
    `所引文字有 ${times} 处“${ending}”，tiers 有 ${tiers.length} 层`,
    `“${ending}” stands ${times} times in the words, and there are ${tiers.length} tiers`,
    { zh: "所引文字分清的每一层各写一条", en: "give each tier that the words tell apart" },
  );
}

/** 从重 is no 从轻; where the words say several, the one they say first. */
function direction(pack: Pack, rule: RuleOf<"modifier">): Fault[] {
  const due = directionIn(pack.vocabulary, rule.quote);
  return unlessIs(
    { field: "direction", zh: "方向", en: "the direction" },
    rule.direction,
    due ?? "（没有从重、从轻、免予等字样）",
  );
}

/** 本办法所列情形: all groups; 或者 between the results asks for one of them. */
function everyGroup(pack: Pack, rule: RuleOf<"general-definition">): Fault[] {
  const groups = pack.rules.flatMap((one) => (one.kind === "group" ? [one.group] : []));
  return [
    ...unlessSame({ field: "groups", zh: "所及各组", en: "groups" }, rule.groups, groups),
    ...unlessIs(
      { field: "mode", zh: "结果之间的关系", en: "how the results combine" },
      rule.mode,
      has(rule.quote, pack.vocabulary.marks.either) ? "any" : "all",
    ),
  ];
}

function combinable(pack: Pack, rule: RuleOf<"ladder">): Fault[] {
  return unlessIs(
    { field: "combinable", zh: "能否合并使用", en: "whether they may be combined" },
    rule.combinable,
    has(rule.quote, pack.vocabulary.marks.combinable),
  );
}

/** 对单位的方式 is no list for persons; where the words name nobody, the measures are for persons. */
function forWhom(pack: Pack, rule: RuleOf<"ladder">): Fault[] {
  const { leadingBodies, organizations } = pack.vocabulary.marks;
  const [head = ""] = rule.quote.split("：");
  const due = has(head, leadingBodies) ? "leading-body" : has(head, organizations) ? "organization" : "person";
  const own = pack.rules.some((one) => one.kind === "organization-measures" && one.subject === rule.subject);
  return [
    ...unlessIs({ field: "subject", zh: "适用对象", en: "the subject" }, rule.subject, due),
    ...unless(
      rule.subject === "person" || own,
      "subject",
      `对 ${rule.subject} 有由轻到重的方式，没有说明只适用哪些方式的规则`,
      `there is an ordered list for ${rule.subject}, and no rule says which measures it can be given`,
      {
        zh: `写一条 organization-measures，subject: ${rule.subject}，引用同一句`,
        en: `add a rule of organization-measures for ${rule.subject}`,
      },
    ),
  ];
}

/** Each way that the words tell apart is a branch, and each step they name is in its branch. */
function everyBranch(rule: RuleOf<"route">): Fault[] {
  const parts = rule.quote.split("；").length;
  return [
    ...unless(
      rule.branches.length >= parts,
      "branches",
      `所引文字用“；”分为 ${parts} 种，branches 有 ${rule.branches.length} 种`,
      `the words tell ${parts} ways apart, and there are ${rule.branches.length} branches`,
    ),
    ...rule.branches.flatMap((branch) => listed(branch.words, "branches.steps", branch.steps)),
  ];
}

function onWhom(pack: Pack, rule: RuleOf<"effect">): Fault[] {
  const { unit, leaders } = pack.vocabulary.marks;
  const due = !has(rule.quote, unit) ? "person" : has(rule.quote, leaders) ? "unit-leaders" : "unit";
  return unlessIs({ field: "on", zh: "及于何人", en: "on whom" }, rule.on, due);
}

/** Where the text leads on condition, the condition is in the field: 造成严重损失的，同时追究……. */
function condition(rule: RuleOf<"extension">): Fault[] {
  const conditional = has(rule.quote, ["的，"]);
  return unless(
    conditional === (rule.condition !== null),
    "condition",
    conditional ? "所引文字有条件（……的，），字段没有 condition" : "字段有 condition，所引文字没有条件",
    "the condition in the field and in the words do not agree",
  );
}

function kept({ vocabulary }: Pack, rule: RuleOf<"publication">): Fault[] {
  const says = has(rule.quote, vocabulary.marks.kept);
  return unless(
    says === (rule.kept !== null),
    "kept",
    says ? "所引文字说记入档案，字段没有 kept" : "字段有 kept，所引文字没有说记入档案",
    "what is kept on file, in the field and in the words, does not agree",
  );
}

function followUp({ vocabulary }: Pack, rule: RuleOf<"measure-term">): Fault[] {
  const says = has(rule.quote, vocabulary.marks.atItsEnd);
  return unless(
    says === (rule.followUp !== null),
    "followUp",
    says ? "所引文字说到期满，字段没有 followUp" : "字段有 followUp，所引文字没有说到期满",
    "what follows at the end, in the field and in the words, does not agree",
  );
}

function byWhom(pack: Pack, rule: RuleOf<"measure-term">): Fault[] {
  return unlessSame(
    { field: "by", zh: "机关", en: "bodies" },
    rule.by,
    bodiesIn(pack.vocabulary, rule.quote),
    sayer(pack.vocabulary),
  );
}

/** A list begins with the words that say for whom it is. */
function fromTheBeginning(pack: Pack, rule: RuleOf<"ladder"> | RuleOf<"organization-measures">): Fault[] {
  const body = bodyOf(clauseAt(pack, rule.cite) ?? { text: "" });
  const at = body.indexOf(rule.quote);
  return unless(
    at <= 0 || /[；。]/u.test(body.charAt(at - 1)),
    "quote",
    "所引文字没有从句首开始",
    "the quote does not begin with its sentence",
    { zh: "从说明对谁适用的字引起", en: "quote from the words that say for whom it is" },
  );
}
