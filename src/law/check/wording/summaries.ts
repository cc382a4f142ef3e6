// The summary of a rule says nothing else than its fields: it is what people read first.
import type { Pack, Problem, Rule } from "../../pack/pack.ts";
import { monthsOf } from "../../compile/table.ts";
import { type Fault, eachRule, sayer, unless } from "../faults.ts";
import { allMeasuresIn, allSanctionsIn, forceIn, gravitiesIn, lengthsIn, purposesIn, termsIn } from "./said.ts";
import type { Term } from "./said.ts";
import { summaryNamesOther, mendSummary, forceInSummary } from "./words.ts";
import { fieldNames } from "../field-names.ts";
import { forceWords } from "../words.ts";

/** One problem for each summary that says otherwise than the fields of its rule. */
export function checkSummaries(pack: Pack): Problem[] {
  return eachRule(pack, (rule) => ("summary" in rule ? summaryFaults(pack, rule, rule.summary.zh) : []));
}

/** Periods, terms, measures, bars and force that the summary names, each among those of the fields. */
function summaryFaults(pack: Pack, rule: Rule, summary: string): Fault[] {
  const { vocabulary } = pack;
  const fields = fieldsOf(rule);
  const say = sayer(vocabulary);
  const quote = "quote" in rule ? rule.quote : "";
  const among = (field: string, zh: string, named: readonly string[], has: readonly string[] | null): Fault[] => {
    const strange = has === null ? [] : named.filter((one) => !has.includes(one));
    return unless(
      strange.length === 0,
      "summary",
      summaryNamesOther(summary, zh, say(strange), field, say(has ?? []), strange),
      mendSummary(field),
    );
  };
  return [
    // What no field has, the quote has: a duty within a month, an explanation of a year.
    ...among(
      "for",
      fieldNames.period.zh,
      lengthsIn(vocabulary, summary),
      (fields.lengths ?? lengthsIn(vocabulary, quote)).map(normal),
    ),
    ...among(
      "length",
      fieldNames.deadline.zh,
      termsIn(vocabulary, summary).map(written),
      fields.terms ?? termsIn(vocabulary, quote).map(written),
    ),
    ...among("measures", fieldNames.measures.zh, allMeasuresIn(vocabulary, summary), fields.measures),
    ...among("sanctions", fieldNames.sanctions.zh, allSanctionsIn(vocabulary, summary), fields.sanctions),
    ...among("bars", fieldNames.bars.zh, purposesIn(vocabulary, summary), fields.bars),
    ...among("gravity", fieldNames.gravity.zh, gravitiesIn(vocabulary, summary), fields.gravity),
    ...("force" in rule && rule.force === "shall" && forceIn(vocabulary, summary) === "may"
      ? among("force", forceInSummary, [forceWords.may], [forceWords.shall])
      : []),
    ...("force" in rule && rule.force === "may" && forceIn(vocabulary, summary) === "shall"
      ? among("force", forceInSummary, [forceWords.shall], [forceWords.may])
      : []),
  ];
}

type Fields = Record<"lengths" | "terms" | "measures" | "sanctions" | "bars" | "gravity", readonly string[] | null>;

/** What the summary of a rule may name; null where its fields do not speak of such things. */
function fieldsOf(rule: Rule): Fields {
  const none: Fields = { lengths: null, terms: null, measures: null, sanctions: null, bars: null, gravity: null };
  switch (rule.kind) {
    case "restriction": {
      const { measures, sanctions, bars } = rule;
      return { ...none, lengths: unmeasured.includes(rule.for) ? [] : [rule.for], measures, sanctions, bars };
    }
    case "tier":
      return { ...none, measures: [...rule.measures, ...rule.openEnd], gravity: rule.gravity };
    case "deadline":
      return { ...none, terms: [written(rule.length)] };
    case "step":
      return { ...none, terms: [written(rule.within)] };
    case "measure-term":
      return { ...none, measures: rule.measures, lengths: [rule.atLeast, rule.atMost].filter((one) => one !== null) };
    case "addition":
      return { ...none, measures: [...rule.measures, ...rule.adds] };
    case "effect":
      return { ...none, measures: rule.measures, lengths: rule.for === null ? [] : [rule.for] };
    case "escalation-by-count":
      return { ...none, measures: [...rule.measures, ...rule.to], lengths: [rule.within].filter(isPeriod) };
    case "escalation-without-effect":
      return { ...none, measures: [...rule.measures, ...rule.to] };
    case "combination":
      return { ...none, lengths: rule.atMost === null ? [] : [rule.atMost] };
    case "declaratory":
    case "scope":
    case "competence":
    case "group":
    case "limb":
    case "measure-list":
    case "organization-measures":
    case "circulation":
    case "referral":
    case "duty":
    case "body-reform":
    case "concurrence":
    case "consent":
    case "exemption":
    case "pending":
    case "interpretation":
    case "validity":
    case "sanction-eligibility":
    case "silent":
    case "excuse":
    case "general-definition":
    case "ladder":
    case "modifier":
    case "responsibility":
    case "route":
    case "absorption":
    case "extension":
    case "publication":
    case "out-of-scope":
      return none;
  }
}

/** What stands for a period without saying how long. */
const unmeasured = ["running", "record", "permanent"];

const isPeriod = (length: string): boolean => length.startsWith("P");

const written = ({ count, unit }: Pick<Term, "count" | "unit">): string => `${count} ${unit}`;

const normal = (length: string): string => (isPeriod(length) ? `P${monthsOf(length)}M` : length);
