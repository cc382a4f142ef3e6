// The words of a quote agree with the fields beside it: periods, measures, sanctions, bodies, force, results.
import type { Pack, Problem, Rule, RuleOf } from "../../pack/pack.ts";
import { numeral, writtenDate } from "../../text/text.ts";
import type { Vocabulary } from "../../pack/vocabulary.ts";
import { type Fault, eachRule, sayer, unless, unlessIs, unlessSame } from "../faults.ts";
import { forceAgrees } from "./force-words.ts";
import { furtherAgreement, isFurther } from "../further-rules.ts";
import { limbAgrees } from "./limb-words.ts";
import { combinationAgrees, restrictionAgrees } from "./restriction-words.ts";
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
import { has } from "./words.ts";

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
      return limbAgrees(pack, rule);
    case "tier":
      return [
        ...forceAgrees(vocabulary, rule),
        ...unlessSame(GRAVITY, rule.gravity, gravitiesIn(vocabulary, rule.quote)),
        ...unlessSame(
          { field: "deciders", zh: "决定机关", en: "deciding bodies" },
          rule.deciders,
          bodiesIn(vocabulary, rule.quote),
          say,
        ),
        ...tierMeasures(pack, rule),
      ];
    case "measure-list":
      return [
        ...unlessSame(MEASURES, rule.measures, measuresIn(vocabulary, rule.quote), say),
        ...unless(
          rule.openEnd.length > 0 === has(rule.quote, vocabulary.marks.openEnd),
          "openEnd",
          "“等”字与 openEnd 不符：所引文字有“等”的，写明“等”所含的方式；没有的，留空",
          "the open end (等) of the list does not agree with openEnd",
        ),
      ];
    case "circulation":
      return forceAgrees(vocabulary, rule);
    case "referral":
      return [
        ...unlessSame(
          { field: "norms", zh: "所引规定", en: "norms named" },
          rule.norms,
          [...rule.quote.matchAll(/《([^》]+)》/g)].map((match) => match[1] ?? ""),
        ),
        ...unless(
          (rule.gravity === "crime") === rule.quote.includes(vocabulary.names.gravities.crime.zh),
          "gravity",
          `情节（gravity）为 ${rule.gravity}，与“${vocabulary.names.gravities.crime.zh}”是否在所引文字中不符`,
          "the gravity does not agree with whether the words speak of a suspected crime",
        ),
      ];
    case "duty":
      return [
        ...forceAgrees(vocabulary, rule),
        ...unlessSame(BY, rule.by, doersIn(vocabulary, rule.quote), say),
        ...(rule.measures.length === 0
          ? []
          : unlessSame(MEASURES, rule.measures, measuresIn(vocabulary, rule.quote), say)),
      ];
    case "body-reform":
      return unlessSame(MEASURES, rule.measures, measuresIn(vocabulary, rule.quote), say);
    case "restriction":
      return restrictionAgrees(pack, rule);
    case "combination":
      return combinationAgrees(pack, rule);
    case "consent":
      return [
        ...unlessSame(MEASURES, rule.measures, collectiveIn(vocabulary, rule.quote).measures, say),
        ...unlessIs(
          { field: "sanctions", zh: "是否及于处分", en: "whether it reaches sanctions" },
          rule.sanctions,
          has(rule.quote, vocabulary.marks.sanction),
        ),
        ...unlessSame(
          { field: "from", zh: "同意机关", en: "consenting bodies" },
          rule.from,
          bodiesIn(vocabulary, rule.quote),
          say,
        ),
      ];
    case "interpretation":
      return unlessSame(
        { field: "by", zh: "解释机关", en: "interpreting bodies" },
        rule.by,
        bodiesIn(vocabulary, rule.quote),
        say,
      );
    case "validity":
      return validityAgrees(pack, rule);
    case "sanction-eligibility":
      return unlessIs(
        { field: "order", zh: "处分种类", en: "the order" },
        rule.order,
        has(rule.quote, vocabulary.marks.partyDiscipline) ? "party" : "government",
      );
  }
}

/** Those that the clause names, or those of its list and no others. */
function tierMeasures(pack: Pack, rule: RuleOf<"tier">): Fault[] {
  const say = sayer(pack.vocabulary);
  if (rule.list === null) return unlessSame(MEASURES, rule.measures, allMeasuresIn(pack.vocabulary, rule.quote), say);
  const list = pack.rules.find((one) => one.id === rule.list);
  if (list?.kind !== "measure-list") return [];
  const source = { zh: `按 ${rule.list} 的列举`, en: `by the list ${rule.list}` };
  return [
    ...unlessSame(MEASURES, rule.measures, list.measures, say, source),
    ...unlessSame({ ...MEASURES, field: "openEnd" }, rule.openEnd, list.openEnd, say, source),
  ];
}

const MEASURES = { field: "measures", zh: "方式", en: "measures" };
const GRAVITY = { field: "gravity", zh: "情节", en: "gravity" };
const BY = { field: "by", zh: "机关", en: "bodies" };

function validityAgrees(pack: Pack, rule: RuleOf<"validity">): Fault[] {
  const { from, until, note } = pack.validity;
  const faults = [
    ...unlessIs({ field: "from", zh: "施行日期", en: "the first day" }, rule.from, from, HEAD),
    ...unlessIs({ field: "until", zh: "失效日期", en: "the last day" }, rule.until, until, HEAD),
  ];
  const date = writtenDate(rule.from);
  if (pack.summary || pack.clauses.some((clause) => clause.text.includes(date)) || (note?.zh ?? "").includes(date))
    return faults;
  return [
    ...faults,
    ...unless(
      false,
      "from",
      `施行日期（from）为 ${rule.from}，文本和 validity.note 都没有“${date}”`,
      `the first day is ${rule.from}, and neither the text nor validity.note says ${date}`,
      {
        zh: `改 from；文本没有写日期的，在 validity.note 中说明按“${date}”计和理由`,
        en: `mend from; where the text has no date, say in validity.note that ${date} is taken, and why`,
      },
    ),
  ];
}

const HEAD = { zh: "按文件开头的 validity", en: "by validity in the head of the file" };

// Words that bar something for a period must not be passed off as declaratory or excused.
function nothingOperative(vocabulary: Vocabulary, quote: string): Fault[] {
  const operative = [...lengthsIn(vocabulary, quote), ...measuresIn(vocabulary, quote)];
  const barring = purposesIn(vocabulary, quote).length > 0 && has(quote, vocabulary.marks.bars);
  return unless(
    operative.length === 0 && !barring,
    "kind",
    `所引文字含期限、方式或者限制（${[...operative, ...(barring ? ["不得"] : [])].join("、")}），不能作为宣示性条款或者略去`,
    `the quote names a period, a measure or a bar (${operative.join(", ")}) and cannot be passed over`,
    {
      zh: "改用相应种类的规则；软件不办理的，用 out-of-scope 写明由人怎样办理",
      en: "make it a rule of its kind; what the software does not do is out-of-scope, in words",
    },
  );
}

/** Articles that a text numbers (第十三条) must be the article of their anchor. */
export function checkArticleNumbers(pack: Pack): Problem[] {
  return pack.clauses.flatMap((clause) => {
    const article = Number(clause.at.split(".")[0]);
    const [, number] = /^第([零一二三四五六七八九十百千]+)条\s/u.exec(clause.text) ?? [];
    if (clause.role !== "paragraph" || number === undefined || Number.isNaN(article)) return [];
    if (number === numeral(article)) return [];
    return [
      {
        file: `${pack.id}/text.md`,
        line: clause.line,
        clause: clause.label.zh,
        message: {
          zh: `锚点 ${clause.at} 与条文序号不符：条文为第${number}条`,
          en: `the anchor ${clause.at} is not the number of this article (${number})`,
        },
        mend: {
          zh: `把锚点改为这一条的序号，或者把“第${number}条”改为“第${numeral(article)}条”`,
          en: `give the anchor the number of its article`,
        },
      },
    ];
  });
}
