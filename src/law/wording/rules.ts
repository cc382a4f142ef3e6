// What one rule says as data, in lines of words: to be read beside the clause, and to be compared with another version.
import { managementName } from "../procedure/management.ts";
import { lengthWords } from "../explain/arithmetic.ts";
import type { Sentence } from "../text/citation.ts";
import { conditionWords } from "../compile/condition.ts";
import { linesOfFurtherRule } from "./further-rules.ts";
import { isFurther } from "../pack/rule-kinds.ts";
import { inList, joinedBy, namesIn, recordNames } from "./named-ids.ts";
import type { Pack } from "../pack/pack.ts";
import type { Rule, RuleOf } from "../pack/rule.ts";
import { NOTHING, forceLine, line, periodLength } from "./rule-line.ts";
import type { RuleLine } from "./rule-line.ts";
import { monthsOf } from "../compile/table.ts";
import {
  lineNames,
  inferredWord,
  decidesWord,
  proposesWord,
  consentAfterSanctions,
  partySanction,
  governmentSanction,
  partyMembersOnly,
  combinations,
  readingNamed,
  needsReasonsAndApproval,
  adjustmentExcepted,
  whileOtherPeriodRuns,
  sanctionMonths,
  fromRestoration,
  baselines,
  reaches,
} from "./words.ts";

/** Every line of a rule; none for what its quote says by itself. */
export function linesOfRule(pack: Pack, rule: Rule): RuleLine[] {
  return linesIn(pack, rule).filter(({ value }) => value.zh !== "");
}

function linesIn(pack: Pack, rule: Rule): RuleLine[] {
  if (isFurther(rule)) return linesOfFurtherRule(pack, rule);
  const { vocabulary } = pack;
  const bodies = (ids: readonly string[]): Sentence => namesIn(vocabulary.bodies, ids);
  const measures = (ids: readonly string[]): Sentence => recordNames(vocabulary, ids);
  const purposes = (ids: readonly string[]): Sentence => namesIn(vocabulary.purposes, ids);
  switch (rule.kind) {
    case "declaratory":
    case "silent":
    case "excuse":
      return [];
    case "scope":
      return scopeLines(rule);
    case "competence":
      return competenceLines(pack, rule);
    case "group":
      return [line(lineNames.group, rule.name), forceLine(rule.force)];
    case "limb":
      return circumstanceLines(rule, vocabulary.names.handlings);
    case "tier":
      return tierLines(pack, rule);
    case "measure-list":
      return [line(lineNames.listed, measures(rule.measures)), line(lineNames.openEnd, measures(rule.openEnd))];
    case "organization-measures":
      return organizationLines(pack, rule);
    case "circulation":
      return [forceLine(rule.force), line(lineNames.tiers, tierNames(pack, rule.tiers))];
    case "referral":
      return referralLines(pack, rule);
    case "duty":
      return [
        forceLine(rule.force),
        line(lineNames.doneBy, bodies(rule.by)),
        line(lineNames.measures, measures(rule.measures)),
      ];
    case "body-reform":
      return [line(lineNames.measures, measures(rule.measures)), readingLine(pack, rule.members.setting)];
    case "restriction":
      return restrictionLines(pack, rule);
    case "combination":
      return combinationLines(pack, rule);
    case "concurrence":
      return [line(lineNames.measures, measures(rule.measures)), readingLine(pack, rule.setting)];
    case "consent":
      return consentLines(pack, rule);
    case "exemption":
      return [line(lineNames.exemptionGround, rule.name)];
    case "pending":
      return [line(lineNames.answerWaitsFor, purposes(rule.purposes))];
    case "interpretation":
      return [line(lineNames.interpretedBy, bodies(rule.by))];
    case "validity":
      return [line(lineNames.inForceFrom, plain(rule.from)), line(lineNames.until, plain(rule.until ?? ""))];
    case "sanction-eligibility":
      return [
        line(lineNames.sanctions, rule.order === "party" ? partySanction : governmentSanction),
        line(lineNames.appliesTo, rule.partyMembersOnly ? partyMembersOnly : NOTHING),
      ];
  }
}

function scopeLines(rule: RuleOf<"scope">): RuleLine[] {
  return [
    line(
      lineNames.appliesTo,
      inList(rule.subjects.map(({ name, inferred }) => (inferred ? aside(name, inferredWord) : name))),
    ),
  ];
}

function competenceLines({ vocabulary }: Pack, rule: RuleOf<"competence">): RuleLine[] {
  const bodies = (ids: readonly string[]): Sentence => namesIn(vocabulary.bodies, ids);
  return rule.authority.map((row) => ({
    what: joined(managementName(vocabulary, row.managedBy), recordNames(vocabulary, row.measures)),
    value: inList([
      said(decidesWord, bodies(row.decides)),
      ...(row.proposes.length === 0 ? [] : [said(proposesWord, bodies(row.proposes))]),
    ]),
  }));
}

function tierLines(pack: Pack, rule: RuleOf<"tier">): RuleLine[] {
  const { vocabulary } = pack;
  return [
    line(lineNames.gravity, inList(rule.gravity.map((one) => vocabulary.names.gravities[one]))),
    forceLine(rule.force),
    line(lineNames.measures, recordNames(vocabulary, [...rule.measures, ...rule.openEnd])),
    line(lineNames.givenBy, namesIn(vocabulary.bodies, rule.deciders)),
    readingLine(pack, rule.trigger?.setting ?? null),
  ];
}

function organizationLines({ vocabulary }: Pack, rule: RuleOf<"organization-measures">): RuleLine[] {
  return [
    line(lineNames.forWhom, vocabulary.names.subjects[rule.subject]),
    line(lineNames.only, recordNames(vocabulary, rule.measures)),
    line(lineNames.source, rule.inferred ? inferredWord : NOTHING),
  ];
}

function referralLines({ vocabulary }: Pack, rule: RuleOf<"referral">): RuleLine[] {
  return [
    line(lineNames.finding, vocabulary.names.gravities[rule.gravity]),
    line(lineNames.goesTo, inList(rule.to)),
    line(lineNames.norms, plain(rule.norms.map((norm) => `《${norm}》`).join("、"))),
  ];
}

function combinationLines({ vocabulary }: Pack, rule: RuleOf<"combination">): RuleLine[] {
  const measures = (ids: readonly string[]): Sentence => recordNames(vocabulary, ids);
  return [
    line(lineNames.howCounted, combinations[rule.way]),
    line(lineNames.measuresAndSanctions, measures([...rule.measures, ...rule.sanctions])),
    line(lineNames.below, rule.below === null ? NOTHING : measures([rule.below])),
    line(lineNames.atMost, rule.atMost === null ? NOTHING : lengthWords(monthsOf(rule.atMost))),
  ];
}

function consentLines(pack: Pack, rule: RuleOf<"consent">): RuleLine[] {
  const { vocabulary } = pack;
  return [
    line(lineNames.consentOf, namesIn(vocabulary.bodies, rule.from)),
    line(lineNames.purposes, namesIn(vocabulary.purposes, rule.purposes)),
    line(lineNames.afterMeasures, recordNames(vocabulary, rule.measures)),
    line(lineNames.sanctions, rule.sanctions ? consentAfterSanctions : NOTHING),
    readingLine(pack, rule.settings.who),
    readingLine(pack, rule.settings.timing),
  ];
}

const plain = (text: string): Sentence => ({ zh: text, en: text });

function aside(name: Sentence, { zh, en }: Sentence): Sentence {
  return { zh: `${name.zh}（${zh}）`, en: `${name.en} (${en})` };
}

function said({ zh, en }: Sentence, who: Sentence): Sentence {
  return { zh: `${who.zh}${zh}`, en: `${who.en} ${en}` };
}

function joined(one: Sentence, other: Sentence): Sentence {
  return { zh: `${one.zh}：${other.zh}`, en: `${one.en}: ${other.en}` };
}

// Where the text is open, the options stand beside the clause; which is in force, a pack does not say.
function readingLine(pack: Pack, name: string | null): RuleLine {
  const setting = pack.settings.find((candidate) => candidate.name === name);
  if (setting === undefined) return line(lineNames.reading, NOTHING);
  const options = Object.values(setting.options);
  return line(readingNamed(setting.name), {
    zh: `${setting.question.zh}${options.map((option) => option.zh).join(" / ")}`,
    en: `${setting.question.en} ${options.map((option) => option.en).join(" / ")}`,
  });
}

function tierNames({ rules, vocabulary }: Pack, ids: readonly string[]): Sentence {
  const gravities = rules.flatMap((rule) => (rule.kind === "tier" && ids.includes(rule.id) ? rule.gravity : []));
  return inList(gravities.map((one) => vocabulary.names.gravities[one]));
}

function circumstanceLines(rule: RuleOf<"limb">, handlings: Pack["vocabulary"]["names"]["handlings"]): RuleLine[] {
  return [
    line(lineNames.conduct, plain(rule.acts.length === 0 ? rule.conduct : rule.acts.join(" / "))),
    line(
      lineNames.resultToBeEvidenced,
      rule.mode === "none"
        ? NOTHING
        : joinedBy(
            rule.results.map((result) => result.name),
            rule.mode,
          ),
    ),
    line(lineNames.precondition, rule.precondition?.name ?? NOTHING),
    line(lineNames.catchAll, rule.catchAll ? needsReasonsAndApproval : NOTHING),
    line(lineNames.leadsTo, rule.prefers === null ? NOTHING : handlings[rule.prefers]),
  ];
}

function restrictionLines(pack: Pack, rule: RuleOf<"restriction">): RuleLine[] {
  const { vocabulary } = pack;
  const { names } = vocabulary;
  return [
    line(lineNames.after, recordNames(vocabulary, [...rule.measures, ...rule.sanctions])),
    line(lineNames.ground, rule.measures.length === 0 ? NOTHING : inList(rule.ground.map((one) => names.grounds[one]))),
    line(lineNames.adjustment, adjustmentWords(rule)),
    line(lineNames.bars, namesIn(vocabulary.purposes, rule.bars)),
    line(lineNames.period, periodWords(rule)),
    line(lineNames.measuredFrom, rule.baseline === null ? NOTHING : baselines[rule.baseline]),
    line(lineNames.reaches, rule.reach === null ? NOTHING : reaches[rule.reach]),
    line(lineNames.persons, rule.when === null ? NOTHING : conditionWords(vocabulary, rule.when)),
    line(lineNames.besides, rule.remark ?? NOTHING),
  ];
}

function adjustmentWords(rule: RuleOf<"restriction">): Sentence {
  if (rule.measures.length === 0 || rule.handling === "any") return NOTHING;
  return adjustmentExcepted;
}

function periodWords(rule: RuleOf<"restriction">): Sentence {
  if (rule.for === "running") return whileOtherPeriodRuns;
  const length = rule.for === "record" ? sanctionMonths : periodLength(rule.for);
  if (rule.start === "effective") return length;
  return fromRestoration(length);
}
