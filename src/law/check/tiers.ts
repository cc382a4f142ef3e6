// What opens a tier, what must follow on it, and whom it is for: each field against the words.
import type { Pack, Problem, RuleOf } from "../pack/pack.ts";
import { numeral } from "../text/text.ts";
import type { SubjectKind } from "../pack/vocabulary.ts";
import { type Fault, eachRule, sayer, unless, unlessIs, unlessSame } from "./faults.ts";
import { measuresIn } from "./wording/said.ts";
import { has } from "./wording/named.ts";
import { fieldNames } from "./field-names.ts";
import {
  gravityContradictsSanction,
  partyDisciplineOnly,
  triggerMissing,
  mendTrigger,
  triggerDiffers,
  byLikeMeasures,
  membersInWords,
  membersDiffer,
  bySubjectsNamed,
  subjectInferred,
  unnamedIsInferred,
  unlistedIsInferred,
  subjectUnnamed,
  subjectRepeated,
  mendSubjectRepeated,
} from "./words.ts";

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
        gravityContradictsSanction(rule.gravity),
      );
    }
    if (rule.kind !== "sanction-eligibility") return [];
    return unlessIs(
      { field: "partyMembersOnly", ...fieldNames.partyMembersOnly },
      rule.partyMembersOnly,
      rule.order === "party",
      partyDisciplineOnly,
    );
  });
}

/** The findings that the sentence names, in every reading; 并且 in the words of a reading asks for both. */
function trigger(pack: Pack, rule: RuleOf<"tier">): Fault[] {
  const { marks } = pack.vocabulary;
  const reaction = has(rule.quote, marks.strongReaction);
  const influence = has(rule.quote, marks.vileInfluence);
  if (rule.trigger === null) return unless(!reaction && !influence, "trigger", triggerMissing, mendTrigger);
  const setting = pack.settings.find((one) => one.name === rule.trigger?.setting);
  return Object.entries(rule.trigger.findings).flatMap(([option, finding]) =>
    unless(
      finding.strongReaction === reaction &&
        finding.vileInfluence === influence &&
        finding.together === has(setting?.options[option]?.zh ?? "", marks.together),
      `trigger.findings.${option}`,
      triggerDiffers(option),
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
  return unlessSame({ field: "openEnd", ...fieldNames.openEnd }, open, due, sayer(pack.vocabulary), byLikeMeasures);
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
    { field: "tiers", ...fieldNames.circulatedTiers },
    rule.tiers,
    due.map((tier) => tier.id),
  );
}

/** 二人以上 is two. */
function severalMembers(pack: Pack, rule: RuleOf<"body-reform">): Fault[] {
  const setting = pack.settings.find((one) => one.name === rule.members.setting);
  return Object.entries(rule.members.atLeast).flatMap(([option, count]) =>
    unless(
      has(setting?.options[option]?.zh ?? "", [membersInWords(numeral(count)), membersInWords(count)]),
      `members.atLeast.${option}`,
      membersDiffer(option, count, setting?.options[option]?.zh),
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
      { field: "subjects", ...fieldNames.subjects },
      declared,
      [...needed, ...optional],
      undefined,
      bySubjectsNamed,
    ),
    ...rule.subjects.flatMap((subject) =>
      unlessIs(
        { field: "subjects.inferred", ...subjectInferred(subject.kind) },
        subject.inferred,
        !named.includes(subject.kind),
        unnamedIsInferred,
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
      { field: "measures", ...fieldNames.measures },
      rule.measures,
      inferred ? suited : named,
      sayer(pack.vocabulary),
    ),
    ...unlessIs({ field: "inferred", ...fieldNames.inferred }, rule.inferred, inferred, unlistedIsInferred),
    ...unless(rule.subject !== "person" && (inferred || has(rule.quote, own)), "subject", subjectUnnamed(rule.subject)),
    ...unless(rules.length === 1, "subject", subjectRepeated(rule.subject, rules.length), mendSubjectRepeated),
  ];
}
