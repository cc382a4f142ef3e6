// The further kinds of rule lose no member of a list, and say of whom and by whom as their words do.
import type { NamedWords } from "../../pack/rule-parts.ts";
import type { Pack, Problem, RuleOf } from "../../pack/pack.ts";
import { bodyOf } from "../../text/text.ts";
import { type Fault, eachRule, sayer, unless, unlessIs, unlessSame } from "../faults.ts";
import { clauseAt } from "../problem.ts";
import { bodiesIn, directionIn } from "./said.ts";
import { has } from "./named.ts";
import { fieldNames } from "../field-names.ts";
import {
  loneMember,
  listIncomplete,
  mendList,
  tiersMiscounted,
  mendTiers,
  directionUnsaid,
  ladderWithoutMeasures,
  mendLadder,
  branchesMiscounted,
  conditionEnd,
  conditionDiffers,
  keptDiffers,
  followUpDiffers,
  beginningLeftOut,
  mendBeginning,
} from "./words.ts";

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
  const lone = loneMember.exec(marked);
  return unless(lone === null, field, listIncomplete(field), mendList);
}

/** What all tiers end with (领导责任) stands in the words once for each of them. */
function everyTier({ quote, tiers }: RuleOf<"responsibility">): Fault[] {
  const [first = "", ...others] = tiers.map((tier) => tier.words);
  let ending = first;
  while (!others.every((words) => words.endsWith(ending))) ending = ending.slice(1);
  // 主要 and 重要 have more in common than what tiers are called.
  ending = ending.slice(-4);
  const times = ending === "" ? tiers.length : quote.split(ending).length - 1;
  return unless(times === tiers.length, "tiers", tiersMiscounted(times, ending, tiers.length), mendTiers);
}

/** 从重 is no 从轻; where the words say several, the one they say first. */
function direction(pack: Pack, rule: RuleOf<"modifier">): Fault[] {
  const due = directionIn(pack.vocabulary, rule.quote);
  return unlessIs({ field: "direction", ...fieldNames.direction }, rule.direction, due ?? directionUnsaid);
}

/** 本办法所列情形: all groups; 或者 between the results asks for one of them. */
function everyGroup(pack: Pack, rule: RuleOf<"general-definition">): Fault[] {
  const groups = pack.rules.flatMap((one) => (one.kind === "group" ? [one.group] : []));
  return [
    ...unlessSame({ field: "groups", ...fieldNames.groups }, rule.groups, groups),
    ...unlessIs(
      { field: "mode", ...fieldNames.mode },
      rule.mode,
      has(rule.quote, pack.vocabulary.marks.either) ? "any" : "all",
    ),
  ];
}

function combinable(pack: Pack, rule: RuleOf<"ladder">): Fault[] {
  return unlessIs(
    { field: "combinable", ...fieldNames.combinable },
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
    ...unlessIs({ field: "subject", ...fieldNames.subject }, rule.subject, due),
    ...unless(
      rule.subject === "person" || own,
      "subject",
      ladderWithoutMeasures(rule.subject),
      mendLadder(rule.subject),
    ),
  ];
}

/** Each way that the words tell apart is a branch, and each step they name is in its branch. */
function everyBranch(rule: RuleOf<"route">): Fault[] {
  const parts = rule.quote.split("；").length;
  return [
    ...unless(rule.branches.length >= parts, "branches", branchesMiscounted(parts, rule.branches.length)),
    ...rule.branches.flatMap((branch) => listed(branch.words, "branches.steps", branch.steps)),
  ];
}

function onWhom(pack: Pack, rule: RuleOf<"effect">): Fault[] {
  const { unit, leaders } = pack.vocabulary.marks;
  const due = !has(rule.quote, unit) ? "person" : has(rule.quote, leaders) ? "unit-leaders" : "unit";
  return unlessIs({ field: "on", ...fieldNames.onWhom }, rule.on, due);
}

/** Where the text leads on condition, the condition is in the field: 造成严重损失的，同时追究……. */
function condition(rule: RuleOf<"extension">): Fault[] {
  const conditional = has(rule.quote, [conditionEnd]);
  return unless(conditional === (rule.condition !== null), "condition", conditionDiffers(conditional));
}

function kept({ vocabulary }: Pack, rule: RuleOf<"publication">): Fault[] {
  const says = has(rule.quote, vocabulary.marks.kept);
  return unless(says === (rule.kept !== null), "kept", keptDiffers(says));
}

function followUp({ vocabulary }: Pack, rule: RuleOf<"measure-term">): Fault[] {
  const says = has(rule.quote, vocabulary.marks.atItsEnd);
  return unless(says === (rule.followUp !== null), "followUp", followUpDiffers(says));
}

function byWhom(pack: Pack, rule: RuleOf<"measure-term">): Fault[] {
  return unlessSame(
    { field: "by", ...fieldNames.bodies },
    rule.by,
    bodiesIn(pack.vocabulary, rule.quote),
    sayer(pack.vocabulary),
  );
}

/** A list begins with the words that say for whom it is. */
function fromTheBeginning(pack: Pack, rule: RuleOf<"ladder"> | RuleOf<"organization-measures">): Fault[] {
  const body = bodyOf(clauseAt(pack, rule.cite) ?? { text: "" });
  const at = body.indexOf(rule.quote);
  return unless(at <= 0 || /[；。]/u.test(body.charAt(at - 1)), "quote", beginningLeftOut, mendBeginning);
}
