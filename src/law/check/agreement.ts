// The words of a quote agree with the fields beside it: periods, measures, sanctions, bodies, force, results.
import type { Pack, Problem, Rule, RuleOf } from "../pack.ts";
import { bodyOf, numeral } from "../text.ts";
import { monthsOf } from "../table.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { conditionFaults, furtherAgreement, isFurther, thresholdFaults } from "./further-rules.ts";
import { ruleProblem } from "./problem.ts";
import { namedIn, sameMembers } from "./words.ts";

export function checkAgreement(pack: Pack): Problem[] {
  return pack.rules.flatMap((rule) => faultsOf(pack, rule).map((fault) => ruleProblem(pack, rule, fault.zh, fault.en)));
}

type Fault = { zh: string; en: string };

function faultsOf(pack: Pack, rule: Rule): Fault[] {
  const { vocabulary } = pack;
  if (isFurther(rule)) return furtherAgreement(pack, rule, (quote) => measuresIn(vocabulary, quote));
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
      return limbAgrees(pack, rule);
    case "tier":
      return [
        ...forceAgrees(vocabulary, rule),
        ...listAgrees("情节", "gravity", rule.gravity, gravitiesIn(vocabulary, rule.quote)),
        ...listAgrees("决定机关", "deciding bodies", rule.deciders, bodiesIn(vocabulary, rule.quote)),
        ...(rule.list === null
          ? listAgrees("方式", "measures", rule.measures, measuresIn(vocabulary, rule.quote))
          : []),
      ];
    case "measure-list":
      return [
        ...listAgrees("方式", "measures", rule.measures, measuresIn(vocabulary, rule.quote)),
        ...agrees(
          rule.openEnd.length > 0,
          has(rule.quote, vocabulary.marks.openEnd),
          "“等”字与开放列举",
          "the open end of the list",
        ),
      ];
    case "circulation":
      return forceAgrees(vocabulary, rule);
    case "referral":
      return [
        ...listAgrees(
          "所引规定",
          "norms named",
          rule.norms,
          [...rule.quote.matchAll(/《([^》]+)》/g)].map((match) => match[1] ?? ""),
        ),
        ...agrees(
          rule.gravity === "crime",
          rule.quote.includes(vocabulary.names.gravities.crime.zh),
          "“涉嫌职务犯罪”",
          "the suspected crime",
        ),
      ];
    case "duty":
      return [
        ...forceAgrees(vocabulary, rule),
        ...(rule.measures.length === 0
          ? []
          : listAgrees("方式", "measures", rule.measures, measuresIn(vocabulary, rule.quote))),
      ];
    case "body-reform":
      return listAgrees("方式", "measures", rule.measures, measuresIn(vocabulary, rule.quote));
    case "restriction":
      return restrictionAgrees(vocabulary, rule);
    case "combination":
      return combinationAgrees(vocabulary, rule);
    case "consent":
      return [
        ...listAgrees("方式", "measures", rule.measures, collectiveIn(vocabulary, rule.quote).measures),
        ...agrees(rule.sanctions, has(rule.quote, vocabulary.marks.sanction), "“处分”", "sanctions"),
        ...listAgrees("同意机关", "consenting bodies", rule.from, bodiesIn(vocabulary, rule.quote)),
      ];
    case "interpretation":
      return listAgrees("解释机关", "interpreting bodies", rule.by, bodiesIn(vocabulary, rule.quote));
    case "validity":
      return validityAgrees(pack, rule);
    case "sanction-eligibility":
      return agrees(
        rule.order === "party",
        has(rule.quote, vocabulary.marks.partyDiscipline),
        "“党纪”",
        "Party discipline",
      );
  }
}

function restrictionAgrees(vocabulary: Vocabulary, rule: RuleOf<"restriction">): Fault[] {
  const { quote, bars } = rule;
  const words = rule.also === null ? quote : `${quote}\n${rule.also.quote}`;
  const collective = collectiveIn(vocabulary, quote);
  const measures = distinct([...measuresIn(vocabulary, quote), ...collective.measures]);
  const sanctions = distinct([...sanctionsIn(vocabulary, quote), ...collective.sanctions]);
  // A bar for the record's own months concerns, of sanctions named together, those that have such months.
  const own = vocabulary.sanctions.filter((sanction) => sanction.months.length > 0).map((sanction) => sanction.id);
  const unsuitable = quote.includes(vocabulary.names.grounds.unsuitable.zh);
  return [
    ...thresholdFaults(vocabulary, rule, measures),
    ...(rule.fromMeasure === null
      ? listAgrees("方式", "measures", rule.measures, rule.for === "record" ? [] : measures)
      : []),
    ...conditionFaults(vocabulary, quote, rule.when),
    ...listAgrees(
      "处分",
      "sanctions",
      rule.sanctions,
      rule.for === "record" ? sanctions.filter((id) => own.includes(id)) : sanctions,
    ),
    ...listAgrees("限制事项", "bars", bars, purposesIn(vocabulary, words)),
    ...periodAgrees(vocabulary, rule),
    ...agrees(
      rule.start !== "effective",
      has(quote, vocabulary.marks.restored),
      "“恢复”与起算",
      "the start after restoration",
    ),
    ...agrees(
      rule.ground.includes("unsuitable") && !rule.ground.includes("accountability"),
      unsuitable,
      "“不适宜担任现职”",
      "the ground",
    ),
    ...(has(quote, vocabulary.marks.original)
      ? agrees(rule.baseline === "original", true, "“原职务”与基准", "the original level as baseline")
      : []),
    ...reachAgrees(vocabulary, rule),
  ];
}

function periodAgrees(vocabulary: Vocabulary, rule: RuleOf<"restriction">): Fault[] {
  const written = rule.for === "running" || rule.for === "record" || rule.for === "permanent" ? [] : [rule.for];
  return periodsAgree(vocabulary, rule.quote, written, rule.for);
}

function periodsAgree(vocabulary: Vocabulary, quote: string, written: readonly string[], field: string): Fault[] {
  const periods = namedIn(quote, vocabulary.periods, (period) => [period.words]).map((period) => period.for);
  const same = (one: string, other: string): boolean =>
    one.startsWith("P") ? monthsOf(one) === monthsOf(other) : one === other;
  if (periods.length === written.length && written.every((one) => periods.some((other) => same(one, other)))) return [];
  return [
    {
      zh: `期限为 ${field}，所引文字中的期限为 ${periods.join("、") || "（无）"}`,
      en: `the period is ${field}, the quote says ${periods.join(", ") || "none"}`,
    },
  ];
}

function combinationAgrees(vocabulary: Vocabulary, rule: RuleOf<"combination">): Fault[] {
  const { marks, sanctions: all } = vocabulary;
  const { quote } = rule;
  const words = {
    longest: marks.longest,
    "remaining-plus-new": marks.remainingPlusNew,
    heaviest: marks.heaviest,
    "set-period": marks.setPeriod,
  };
  const ways = Object.entries(words).filter(([, mark]) => has(quote, mark));
  const below = all.filter((one) => marks.below.some((mark) => namesBelow(quote, one.name.zh, mark)));
  const besides = all.filter(({ name }) => marks.besides.some((mark) => quote.includes(`${name.zh}${mark}`)));
  const named = [...sanctionsIn(vocabulary, quote), ...collectiveIn(vocabulary, quote).sanctions].filter(
    (id) => !besides.some((one) => one.id === id),
  );
  const bound = below[0];
  const expected =
    bound === undefined
      ? named
      : all.slice(0, all.indexOf(bound) + 1).flatMap((one) => (one.order === bound.order ? [one.id] : []));
  return [
    ...listAgrees(
      "合并方式",
      "way",
      [rule.way],
      ways.map(([way]) => way),
    ),
    ...listAgrees("方式", "measures", rule.measures, measuresIn(vocabulary, quote)),
    ...listAgrees("处分", "sanctions", rule.sanctions, expected),
    ...listAgrees(
      "以下",
      "below",
      rule.below === null ? [] : [rule.below],
      below.map((one) => one.id),
    ),
    ...agrees(
      rule.sanctions.join() ===
        all
          .filter((one) => rule.sanctions.includes(one.id))
          .map((one) => one.id)
          .join(),
      true,
      "由轻到重的次序",
      "the order from the lightest to the heaviest",
    ),
    ...periodsAgree(vocabulary, quote, rule.atMost === null ? [] : [rule.atMost], rule.atMost ?? "null"),
  ];
}

// 撤职以下 names the kind without its first word; two signs of it are enough to know it by.
function namesBelow(quote: string, name: string, mark: string): boolean {
  const at = quote.indexOf(mark);
  return at >= 2 && name.endsWith(quote.slice(at - 2, at));
}

function reachAgrees(vocabulary: Vocabulary, rule: RuleOf<"restriction">): Fault[] {
  const dated = rule.bars.some((bar) => vocabulary.purposes.find((purpose) => purpose.id === bar)?.asked === "on-date");
  const expected = !dated
    ? null
    : has(rule.quote, vocabulary.marks.anyLevel)
      ? "any"
      : has(rule.quote, vocabulary.marks.equivalent)
        ? "from"
        : "above";
  return agrees(
    rule.reach === expected,
    true,
    `限制所及层次（应为 ${expected ?? "null"}）`,
    `the reach, which should be ${expected ?? "null"}`,
  );
}

function limbAgrees(pack: Pack, rule: RuleOf<"limb">): Fault[] {
  const { marks } = pack.vocabulary;
  const parts = [
    ...rule.acts,
    ...rule.results.map((result) => result.words),
    ...(rule.precondition === null ? [] : [rule.precondition.words]),
    rule.conduct,
  ];
  const faults = parts
    .filter((part) => !rule.quote.includes(part))
    .map((part) => ({ zh: `“${part}”不在所引文字中`, en: `“${part}” is not in the quote` }));
  const place = rule.cite.split(".");
  if (!rule.id.startsWith(`${place[0]}-${place.at(-1)}-`)) {
    faults.push({ zh: `编号与 ${rule.cite} 不符`, en: `the id does not belong to ${rule.cite}` });
  }
  if (/[；。]/.test(rule.quote)) faults.push({ zh: "一支情形跨越了“；”", en: "one limb crosses a ；" });
  if (has(rule.quote, marks.result) && rule.mode === "none") {
    faults.push({
      zh: "所引文字要求结果，字段却写无须结果",
      en: "the quote requires a result and the field says none",
    });
  }
  const expected = rule.results.length === 0 ? "none" : resultsJoined(rule, marks.either) ? "any" : "all";
  if (rule.mode !== expected) {
    faults.push({
      zh: `结果之间的关系应为 ${expected}，字段为 ${rule.mode}`,
      en: `the results combine as ${expected}, the field says ${rule.mode}`,
    });
  }
  const other = has(rule.quote, marks.other);
  return [...faults, ...agrees(rule.catchAll, other && rule.acts.length === 0, "“其他”与兜底", "the catch-all")];
}

// Whether "or" stands between the first and the last result.
function resultsJoined(rule: RuleOf<"limb">, either: readonly string[]): boolean {
  const ends = rule.results.map((result) => rule.quote.lastIndexOf(result.words));
  return has(rule.quote.slice(Math.min(...ends), Math.max(...ends)), either);
}

function validityAgrees(pack: Pack, rule: RuleOf<"validity">): Fault[] {
  const faults = agrees(
    rule.from === pack.validity.from && rule.until === pack.validity.until,
    true,
    "施行日期与包的有效期",
    "the validity of the pack",
  );
  const [year = "", month = "", day = ""] = rule.from.split("-");
  const written = `${year}年${Number(month)}月${Number(day)}日`;
  if (pack.summary || pack.clauses.some((clause) => clause.text.includes(written))) return faults;
  return [...faults, { zh: `文本中没有日期 ${written}`, en: `the text does not have the date ${written}` }];
}

// Words that bar something for a period must not be passed off as declaratory or excused.
function nothingOperative(vocabulary: Vocabulary, quote: string): Fault[] {
  const period = namedIn(quote, vocabulary.periods, (one) => [one.words])[0];
  if (period === undefined && measuresIn(vocabulary, quote).length === 0) return [];
  return [
    {
      zh: "所引文字含期限或者方式，不能作为宣示性条款或者略去",
      en: "the quote names a period or a measure and cannot be passed over",
    },
  ];
}

function forceAgrees(vocabulary: Vocabulary, rule: { force: "may" | "shall"; quote: string }): Fault[] {
  const quote = vocabulary.marks.basis.reduce((text, words) => text.replaceAll(words, "\n"), rule.quote);
  const shall = has(quote, vocabulary.marks.shall);
  const may = !shall && has(quote, vocabulary.marks.may);
  return agrees(true, rule.force === "shall" ? shall : may, "“可”与“应”", "may and shall");
}

function listAgrees(zh: string, en: string, fields: readonly string[], words: readonly string[]): Fault[] {
  if (sameMembers(fields, words)) return [];
  const text = (list: readonly string[]): string => list.join("、") || "（无）";
  return [
    {
      zh: `${zh}为 ${text(fields)}，所引文字为 ${text(words)}`,
      en: `${en}: the field has ${text(fields)}, the quote ${text(words)}`,
    },
  ];
}

function agrees(field: boolean, words: boolean, zh: string, en: string): Fault[] {
  return field === words ? [] : [{ zh: `${zh}与字段不符`, en: `the field does not agree with ${en}` }];
}

const has = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));
const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];

// 组织调整 and 组织处理 are masked first, or 调整 would be read as the adjustment of a body.
function measuresIn(vocabulary: Vocabulary, quote: string): string[] {
  const names = vocabulary.names.handlings;
  const masked = quote.replaceAll(names.handling.zh, "\n").replaceAll(names.adjustment.zh, "\n");
  return namedIn(masked, vocabulary.measures, (measure) => [measure.name.zh]).map((measure) => measure.id);
}

function sanctionsIn(vocabulary: Vocabulary, quote: string): string[] {
  return namedIn(quote, vocabulary.sanctions, (sanction) => [sanction.name.zh]).map((sanction) => sanction.id);
}

function purposesIn(vocabulary: Vocabulary, quote: string): string[] {
  return namedIn(quote, vocabulary.purposes, (purpose) => purpose.words).map((purpose) => purpose.id);
}

function bodiesIn(vocabulary: Vocabulary, quote: string): string[] {
  return namedIn(quote, vocabulary.bodies, (body) => body.words).map((body) => body.id);
}

function gravitiesIn(vocabulary: Vocabulary, quote: string): string[] {
  return Object.entries(vocabulary.names.gravities)
    .filter(([, name]) => quote.includes(name.zh))
    .map(([id]) => id);
}

function collectiveIn(vocabulary: Vocabulary, quote: string): { measures: string[]; sanctions: string[] } {
  const found = namedIn(quote, vocabulary.collectives, (collective) => [collective.words]);
  return {
    measures: distinct(found.flatMap((collective) => collective.measures)),
    sanctions: distinct(found.flatMap((collective) => collective.sanctions)),
  };
}

/** Articles that a quote or text names (第十三条) must be the article it is cited from. */
export function checkArticleNumbers(pack: Pack): Problem[] {
  return pack.clauses.flatMap((clause) => {
    const article = Number(clause.at.split(".")[0]);
    if (clause.at === "" || Number.isNaN(article) || clause.text === bodyOf(clause)) return [];
    if (clause.role !== "paragraph" || clause.text.startsWith(`第${numeral(article)}条`)) return [];
    return [
      {
        file: `${pack.id}/text.md`,
        line: clause.line,
        clause: clause.label.zh,
        message: {
          zh: `锚点 ${clause.at} 与条文序号不符`,
          en: `the anchor ${clause.at} is not the number of this article`,
        },
      },
    ];
  });
}
