// What opens a tier, what must follow on it, and whom it is for: each field against the words.
import type { Pack, Problem, RuleOf } from "../pack/pack.ts";
import { numeral } from "../text/text.ts";
import type { SubjectKind } from "../pack/vocabulary.ts";
import { type Fault, eachRule, sayer, unless, unlessIs, unlessSame } from "./faults.ts";
import { measuresIn } from "./words/said.ts";
import { has } from "./words/words.ts";

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
        "gravity",
        `情节（gravity）为 ${rule.gravity}，与所引文字是否说到“处分”不符`,
        `the gravity ${rule.gravity} does not agree with whether the words speak of sanctions`,
      );
    }
    if (rule.kind !== "sanction-eligibility") return [];
    return unlessIs(
      { field: "partyMembersOnly", zh: "是否限于党员", en: "whether for Party members only" },
      rule.partyMembersOnly,
      rule.order === "party",
      { zh: "只有党纪处分限于党员，", en: "Party discipline alone is for Party members;" },
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
      "trigger",
      "所引文字另有条件（群众反映强烈、恶劣影响），字段没有",
      "the words name findings that the field leaves out",
      {
        zh: "用 trigger 写明，并为其不同理解设一项 settings",
        en: "say so in trigger, with a setting for its readings",
      },
    );
  const setting = pack.settings.find((one) => one.name === rule.trigger?.setting);
  return Object.entries(rule.trigger.findings).flatMap(([option, finding]) =>
    unless(
      finding.strongReaction === reaction &&
        finding.vileInfluence === influence &&
        finding.together === has(setting?.options[option]?.zh ?? "", marks.together),
      `trigger.findings.${option}`,
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
  return unlessSame(
    { field: "openEnd", zh: "“等”字所含方式", en: "measures of the open end" },
    open,
    due,
    sayer(pack.vocabulary),
    { zh: "按词表中同类而没有列举的方式", en: "by the measures of the same class that are not listed" },
  );
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
    { field: "tiers", zh: "须通报的档次", en: "tiers to be circulated" },
    rule.tiers,
    due.map((tier) => tier.id),
  );
}

/** 二人以上 is two. */
function severalMembers(pack: Pack, rule: RuleOf<"body-reform">): Fault[] {
  const setting = pack.settings.find((one) => one.name === rule.members.setting);
  return Object.entries(rule.members.atLeast).flatMap(([option, count]) =>
    unless(
      has(setting?.options[option]?.zh ?? "", [`${numeral(count)}人`, `${count}人`]),
      `members.atLeast.${option}`,
      `读法 ${option} 的人数 ${count} 与文字“${setting?.options[option]?.zh ?? ""}”不符`,
      `${count} members under ${option} do not agree with the words`,
    ),
  );
}

/** Whom the words name, or the text has measures for; what the words do not name is inferred. */
function scope(pack: Pack, rule: RuleOf<"scope">): Fault[] {
  const { persons, organizations, leadingBodies } = pack.vocabulary.marks;
  const marks: Record<SubjectKind, readonly string[]> = {
    person: persons,
    organization: organizations,
    "leading-body": leadingBodies,
  };
  const kinds: SubjectKind[] = ["person", "organization", "leading-body"];
  const named = kinds.filter((kind) => has(rule.quote, marks[kind]));
  const bodies = pack.rules.flatMap((one) => (one.kind === "organization-measures" ? [one.subject] : []));
  const declared = rule.subjects.map((subject) => subject.kind);
  const needed = kinds.filter((kind) => bodies.includes(kind) || (kind === "person" && named.includes(kind)));
  // 适用于各级机关工作人员 names an organ, and may be for persons alone.
  const optional = declared.filter((kind) => named.includes(kind) && !needed.includes(kind));
  return [
    ...unlessSame(
      { field: "subjects", zh: "适用对象", en: "subjects" },
      declared,
      [...needed, ...optional],
      undefined,
      {
        zh: "按所引文字和有专门方式（organization-measures）的对象，",
        en: "by the words and by those that have measures of their own,",
      },
    ),
    ...rule.subjects.flatMap((subject) =>
      unlessIs(
        { field: "subjects.inferred", zh: `${subject.kind} 是否推知`, en: `whether ${subject.kind} is inferred` },
        subject.inferred,
        !named.includes(subject.kind),
        { zh: "所引文字没有说到的才是推知，", en: "what the words do not name is inferred;" },
      ),
    ),
  ];
}

/** The measures that the words name, or where they name none all that such a body can be given; one rule for each kind of body. */
function forOrganizations(pack: Pack, rule: RuleOf<"organization-measures">): Fault[] {
  const suited = pack.vocabulary.measures.filter((one) => one.subjects.includes(rule.subject)).map((one) => one.id);
  const named = measuresIn(pack.vocabulary, rule.quote);
  const rules = pack.rules.filter((one) => one.kind === "organization-measures" && one.subject === rule.subject);
  const { organizations, leadingBodies } = pack.vocabulary.marks;
  const own = rule.subject === "leading-body" ? leadingBodies : organizations;
  const inferred = named.length === 0;
  return [
    ...unlessSame(
      { field: "measures", zh: "方式", en: "measures" },
      rule.measures,
      inferred ? suited : named,
      sayer(pack.vocabulary),
    ),
    ...unlessIs({ field: "inferred", zh: "是否推知", en: "whether it is inferred" }, rule.inferred, inferred, {
      zh: "所引文字没有列举方式的才是推知，",
      en: "measures that the words do not name are inferred;",
    }),
    ...unless(
      rule.subject !== "person" && (inferred || has(rule.quote, own)),
      "subject",
      `适用对象（subject）为 ${rule.subject}，所引文字没有说到`,
      `the subject is ${rule.subject}, which the words do not name`,
    ),
    ...unless(
      rules.length === 1,
      "subject",
      `${rule.subject} 有 ${rules.length} 条规则`,
      `${rule.subject} has ${rules.length} rules`,
      { zh: "一种对象只写一条，合并为一条", en: "write one rule for each kind of body" },
    ),
  ];
}
