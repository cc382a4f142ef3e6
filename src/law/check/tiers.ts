// What opens a tier, what must follow on it, and whom it is for: each field against the words.
import type { Pack, Problem, RuleOf } from "../pack.ts";
import { numeral } from "../text.ts";
import { type Fault, eachRule, has, unless, unlessSame } from "./faults.ts";
import { namedIn } from "./words.ts";

export function checkTiers(pack: Pack): Problem[] {
  const { marks } = pack.vocabulary;
  return eachRule(pack, (rule) => {
    if (rule.kind === "tier") return [...trigger(pack, rule), ...openEnd(pack, rule.measures, rule.openEnd)];
    if (rule.kind === "measure-list") return openEnd(pack, rule.measures, rule.openEnd);
    if (rule.kind === "circulation") return circulated(pack, rule);
    if (rule.kind === "body-reform") return severalMembers(pack, rule);
    if (rule.kind === "scope") return scope(pack, rule);
    if (rule.kind === "organization-measures") return forOrganizations(pack, rule);
    if (rule.kind === "referral") {
      return unless(
        (rule.gravity === "discipline") === has(rule.quote, marks.sanction),
        `情节 ${rule.gravity} 与“处分”不符`,
        `the gravity ${rule.gravity} does not agree with the words on sanctions`,
      );
    }
    if (rule.kind !== "sanction-eligibility") return [];
    return unless(
      rule.partyMembersOnly === (rule.order === "party"),
      "只有党纪处分限于党员",
      "Party discipline, and it alone, is for Party members only",
    );
  });
}

/** The findings that the sentence names, in every reading; 并且 in the words of a reading asks for both. */
function trigger(pack: Pack, rule: RuleOf<"tier">): Fault[] {
  const { marks } = pack.vocabulary;
  const reaction = has(rule.quote, marks.strongReaction);
  const influence = has(rule.quote, marks.vileInfluence);
  if (rule.trigger === null)
    return unless(
      !reaction && !influence,
      "所引文字另有条件，字段没有",
      "the words name findings that the field leaves out",
    );
  const setting = pack.settings.find((one) => one.name === rule.trigger?.setting);
  return Object.entries(rule.trigger.findings).flatMap(([option, finding]) =>
    unless(
      finding.strongReaction === reaction &&
        finding.vileInfluence === influence &&
        finding.together === has(setting?.options[option]?.zh ?? "", marks.together),
      `读法 ${option} 的条件与文字不符`,
      `the findings under ${option} do not agree with the words`,
    ),
  );
}

/** An open end carries measures like those of the list, and all of them. */
function openEnd(pack: Pack, listed: readonly string[], open: readonly string[]): Fault[] {
  if (open.length === 0) return [];
  const classes = new Set(pack.vocabulary.measures.filter((one) => listed.includes(one.id)).map((one) => one.class));
  const due = pack.vocabulary.measures
    .filter((one) => classes.has(one.class) && !listed.includes(one.id))
    .map((one) => one.id);
  return unlessSame("“等”字所含方式", "measures of the open end", open, due);
}

/** 组织调整或组织处理 is circulated: the tiers that open such measures, and no other. */
function circulated(pack: Pack, rule: RuleOf<"circulation">): Fault[] {
  const { handlings } = pack.vocabulary.names;
  if (!has(rule.quote, [handlings.handling.zh])) return [];
  const organizational = pack.vocabulary.measures.filter((one) => one.class === "organizational").map((one) => one.id);
  const due = pack.rules
    .filter((one) => one.kind === "tier")
    .filter((tier) => tier.measures.some((id) => organizational.includes(id)));
  return unlessSame(
    "须通报的档次",
    "tiers to be circulated",
    rule.tiers,
    due.map((tier) => tier.id),
  );
}

/** 二人以上 is two. */
function severalMembers(pack: Pack, rule: RuleOf<"body-reform">): Fault[] {
  const setting = pack.settings.find((one) => one.name === rule.members.setting);
  return Object.entries(rule.members.atLeast).flatMap(([option, count]) =>
    unless(
      has(setting?.options[option]?.zh ?? "", [`${numeral(count)}人`]),
      `读法 ${option} 的人数 ${count} 与文字不符`,
      `${count} members under ${option} do not agree with the words`,
    ),
  );
}

function scope(pack: Pack, rule: RuleOf<"scope">): Fault[] {
  const kinds = rule.subjects.map((subject) => subject.kind);
  const bodies = pack.rules.flatMap((one) => (one.kind === "organization-measures" ? [one.subject] : []));
  const person = pack.rules.some((one) => one.kind === "tier") ? ["person"] : [];
  return unlessSame("适用对象", "subjects", kinds, [...person, ...new Set(bodies)]);
}

/** The measures that the words name, or where they name none all that such a body can be given; one rule for each kind of body. */
function forOrganizations(pack: Pack, rule: RuleOf<"organization-measures">): Fault[] {
  const suited = pack.vocabulary.measures.filter((one) => one.subjects.includes(rule.subject));
  const named = namedIn(rule.quote, pack.vocabulary.measures, (measure) => [measure.name.zh]);
  const due = (named.length > 0 ? named : suited).map((one) => one.id);
  const rules = pack.rules.filter((one) => one.kind === "organization-measures" && one.subject === rule.subject);
  return [
    ...unlessSame("方式", "measures", rule.measures, due),
    ...unless(
      rules.length === 1,
      `${rule.subject} 有 ${rules.length} 条规则`,
      `${rule.subject} has ${rules.length} rules`,
    ),
  ];
}
