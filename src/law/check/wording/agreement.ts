// The words of a quote agree with the fields beside it: periods, measures, sanctions, bodies, force, results.
import type { Pack, Problem, Rule, RuleOf } from "../../pack/pack.ts";
import { numeral, writtenDate } from "../../text/text.ts";
import type { Vocabulary } from "../../pack/vocabulary.ts";
import { type Fault, eachRule, sayer, unless, unlessIs, unlessSame } from "../faults.ts";
import { forceAgrees } from "./force.ts";
import { furtherAgreement } from "../further-rules.ts";
import { isFurther } from "../../pack/rule-kinds.ts";
import { circumstanceAgrees } from "./circumstances.ts";
import { combinationAgrees, restrictionAgrees } from "./restrictions.ts";
import {
  allMeasuresIn,
  bodiesIn,
  collectiveIn,
  doersIn,
  gravitiesIn,
  lengthsIn,
  measuresIn,
  purposesIn,
} from "./said.ts";
import { has } from "./named.ts";
import { fieldNames } from "../field-names.ts";
import {
  openEndDiffers,
  gravityContradictsCrime,
  byList,
  firstDayUnsaid,
  mendFirstDay,
  byValidityHead,
  operativeWordsPassedOver,
  mendPassedOver,
  articlePattern,
  anchorNotArticle,
  mendAnchor,
} from "./words.ts";

/** One problem for each field of a rule that says otherwise than its quote. */
export function checkAgreement(pack: Pack): Problem[] {
  return eachRule(pack, (rule) => faultsOf(pack, rule));
}

function faultsOf(pack: Pack, rule: Rule): Fault[] {
  const { vocabulary } = pack;
  const say = sayer(vocabulary);
  if (isFurther(rule)) return furtherAgreement(pack, rule);
  switch (rule.kind) {
    case "silent":
    case "scope":
    case "competence":
    case "organization-measures":
    case "concurrence":
    case "exemption":
    case "pending":
      return [];
    case "declaratory":
    case "excuse":
      return pack.layer === "regulation" ? nothingOperative(vocabulary, rule.quote) : [];
    case "group":
      return forceAgrees(vocabulary, rule);
    case "limb":
      return circumstanceAgrees(pack, rule);
    case "tier":
      return tierAgrees(pack, rule);
    case "measure-list":
      return [
        ...unlessSame(MEASURES, rule.measures, measuresIn(vocabulary, rule.quote), say),
        ...unless(rule.openEnd.length > 0 === has(rule.quote, vocabulary.marks.openEnd), "openEnd", openEndDiffers),
      ];
    case "circulation":
      return forceAgrees(vocabulary, rule);
    case "referral":
      return referralAgrees(vocabulary, rule);
    case "duty":
      return dutyAgrees(vocabulary, rule);
    case "body-reform":
      return unlessSame(MEASURES, rule.measures, measuresIn(vocabulary, rule.quote), say);
    case "restriction":
      return restrictionAgrees(pack, rule);
    case "combination":
      return combinationAgrees(pack, rule);
    case "consent":
      return consentAgrees(vocabulary, rule);
    case "interpretation":
      return unlessSame(
        { field: "by", ...fieldNames.interpretingBodies },
        rule.by,
        bodiesIn(vocabulary, rule.quote),
        say,
      );
    case "validity":
      return validityAgrees(pack, rule);
    case "sanction-eligibility":
      return unlessIs(
        { field: "order", ...fieldNames.order },
        rule.order,
        has(rule.quote, vocabulary.marks.partyDiscipline) ? "party" : "government",
      );
  }
}

function tierAgrees(pack: Pack, rule: RuleOf<"tier">): Fault[] {
  const { vocabulary } = pack;
  const say = sayer(vocabulary);
  return [
    ...forceAgrees(vocabulary, rule),
    ...unlessSame(GRAVITY, rule.gravity, gravitiesIn(vocabulary, rule.quote)),
    ...unlessSame({ field: "deciders", ...fieldNames.deciders }, rule.deciders, bodiesIn(vocabulary, rule.quote), say),
    ...tierMeasures(pack, rule),
  ];
}

function referralAgrees(vocabulary: Vocabulary, rule: RuleOf<"referral">): Fault[] {
  return [
    ...unlessSame(
      { field: "norms", ...fieldNames.norms },
      rule.norms,
      [...rule.quote.matchAll(/《([^》]+)》/g)].map((match) => match[1] ?? ""),
    ),
    ...unless(
      (rule.gravity === "crime") === rule.quote.includes(vocabulary.names.gravities.crime.zh),
      "gravity",
      gravityContradictsCrime(rule.gravity, vocabulary.names.gravities.crime.zh),
    ),
  ];
}

function consentAgrees(vocabulary: Vocabulary, rule: RuleOf<"consent">): Fault[] {
  const say = sayer(vocabulary);
  return [
    ...unlessSame(MEASURES, rule.measures, collectiveIn(vocabulary, rule.quote).measures, say),
    ...unlessIs(
      { field: "sanctions", ...fieldNames.sanctionsReached },
      rule.sanctions,
      has(rule.quote, vocabulary.marks.sanction),
    ),
    ...unlessSame({ field: "from", ...fieldNames.consentingBodies }, rule.from, bodiesIn(vocabulary, rule.quote), say),
  ];
}

function dutyAgrees(vocabulary: Vocabulary, rule: RuleOf<"duty">): Fault[] {
  const say = sayer(vocabulary);
  return [
    ...forceAgrees(vocabulary, rule),
    ...unlessSame(BY, rule.by, doersIn(vocabulary, rule.quote), say),
    ...(rule.measures.length === 0 ? [] : unlessSame(MEASURES, rule.measures, measuresIn(vocabulary, rule.quote), say)),
  ];
}

/** Those that the clause names, or those of its list and no others. */
function tierMeasures(pack: Pack, rule: RuleOf<"tier">): Fault[] {
  const say = sayer(pack.vocabulary);
  if (rule.list === null) return unlessSame(MEASURES, rule.measures, allMeasuresIn(pack.vocabulary, rule.quote), say);
  const list = pack.rules.find((one) => one.id === rule.list);
  if (list?.kind !== "measure-list") return [];
  const source = byList(rule.list);
  return [
    ...unlessSame(MEASURES, rule.measures, list.measures, say, source),
    ...unlessSame({ ...MEASURES, field: "openEnd" }, rule.openEnd, list.openEnd, say, source),
  ];
}

const MEASURES = { field: "measures", ...fieldNames.measures };
const GRAVITY = { field: "gravity", ...fieldNames.gravity };
const BY = { field: "by", ...fieldNames.bodies };

function validityAgrees(pack: Pack, rule: RuleOf<"validity">): Fault[] {
  const { from, until, note } = pack.validity;
  const faults = [
    ...unlessIs({ field: "from", ...fieldNames.firstDay }, rule.from, from, byValidityHead),
    ...unlessIs({ field: "until", ...fieldNames.lastDay }, rule.until, until, byValidityHead),
  ];
  const date = writtenDate(rule.from);
  if (pack.summary || pack.clauses.some((clause) => clause.text.includes(date)) || (note?.zh ?? "").includes(date))
    return faults;
  return [...faults, ...unless(false, "from", firstDayUnsaid(rule.from, date), mendFirstDay(date))];
}

// Words that bar something for a period must not be passed off as declaratory or excused.
function nothingOperative(vocabulary: Vocabulary, quote: string): Fault[] {
  const operative = [...lengthsIn(vocabulary, quote), ...measuresIn(vocabulary, quote)];
  const barring = purposesIn(vocabulary, quote).length > 0 && has(quote, vocabulary.marks.bars);
  return unless(
    operative.length === 0 && !barring,
    "kind",
    operativeWordsPassedOver(operative, barring),
    mendPassedOver,
  );
}

/** Articles that a text numbers (第十三条) must be the article of their anchor. */
export function checkArticleNumbers(pack: Pack): Problem[] {
  return pack.clauses.flatMap((clause) => {
    const article = Number(clause.at.split(".")[0]);
    const [, number] = articlePattern.exec(clause.text) ?? [];
    if (clause.role !== "paragraph" || number === undefined || Number.isNaN(article)) return [];
    if (number === numeral(article)) return [];
    return [
      {
        file: `${pack.id}/text.md`,
        line: clause.line,
        clause: clause.label.zh,
        message: anchorNotArticle(clause.at, number),
        mend: mendAnchor(number, numeral(article)),
      },
    ];
  });
}
