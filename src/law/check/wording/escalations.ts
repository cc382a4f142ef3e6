// The words of an escalation against its fields: of whom, how often, within what, and what it leads to.
import type { RuleOf } from "../../pack/pack.ts";
import { monthsOf } from "../../compile/table.ts";
import type { Vocabulary } from "../../pack/vocabulary.ts";
import { type Fault, differs, sayer, unless, unlessIs, unlessSame } from "../faults.ts";
import { forceAgrees } from "./force.ts";
import { allMeasuresIn, countsIn, lengthsIn } from "./said.ts";
import { has } from "./named.ts";
import { fieldNames } from "../field-names.ts";
import { conditionEnd, countDiffers, mendCount, periodUnsaid, byCountOf } from "./words.ts";

type Escalation = RuleOf<"escalation-by-count"> | RuleOf<"escalation-without-effect">;

export function escalationAgrees(vocabulary: Vocabulary, rule: Escalation): Fault[] {
  const [condition, consequence] = parted(vocabulary, rule.quote);
  const say = sayer(vocabulary);
  return [
    ...unlessSame(
      { field: "measures", ...fieldNames.countedMeasures },
      rule.measures,
      allMeasuresIn(vocabulary, condition),
      say,
    ),
    ...unlessSame(
      { field: "to", ...fieldNames.resultingMeasures },
      rule.to,
      allMeasuresIn(vocabulary, consequence),
      say,
    ),
    ...unlessIs({ field: "way", ...fieldNames.consequence }, rule.way, wayIn(vocabulary, consequence)),
    ...(rule.kind === "escalation-by-count" ? countAgrees(vocabulary, rule) : []),
    ...forceAgrees(vocabulary, rule),
  ];
}

/** What must have happened, and what follows: parted at the last ，的 or comma before 应 or 可, else at the last comma. */
function parted(vocabulary: Vocabulary, quote: string): [string, string] {
  const at = quote.lastIndexOf(conditionEnd);
  if (at >= 0) return [quote.slice(0, at), quote.slice(at + 2)];
  const force = [...vocabulary.marks.shall, ...vocabulary.marks.may].map((mark) => quote.indexOf(mark));
  const first = Math.min(...force.filter((place) => place >= 0));
  const comma = Number.isFinite(first) ? quote.lastIndexOf("，", first) : quote.lastIndexOf("，");
  return comma < 0 ? [quote, quote] : [quote.slice(0, comma), quote.slice(comma)];
}

function wayIn({ marks, measures }: Vocabulary, text: string): Escalation["way"] | null {
  if (measures.some((measure) => text.includes(measure.name.zh))) return "measures";
  if (has(text, marks.aggravate)) return "aggravate";
  if (has(text, marks.stepUp)) return "step-up";
  return has(text, marks.refer) ? "refer" : null;
}

function countAgrees(vocabulary: Vocabulary, rule: RuleOf<"escalation-by-count">): Fault[] {
  const counts = countsIn(vocabulary, rule.quote);
  const found = counts.find(({ count }) => count === rule.atLeast);
  const { sameCircumstance, sameGroup } = vocabulary.marks;
  const conduct = has(rule.quote, sameCircumstance)
    ? "same-circumstance"
    : has(rule.quote, sameGroup)
      ? "same-group"
      : "any";
  return [
    ...unless(
      found !== undefined,
      "atLeast",
      countDiffers(
        rule.atLeast,
        counts.map(({ count }) => count),
      ),
      mendCount,
    ),
    ...(found === undefined
      ? []
      : unlessIs({ field: "per", ...fieldNames.countedPer }, rule.per, found.per, byCountOf[found.per])),
    ...unlessIs({ field: "conduct", ...fieldNames.conduct }, rule.conduct, conduct),
    ...withinAgrees(vocabulary, rule),
  ];
}

function withinAgrees(vocabulary: Vocabulary, rule: RuleOf<"escalation-by-count">): Fault[] {
  const { marks } = vocabulary;
  const [length] = lengthsIn(vocabulary, rule.quote).filter((one) => one !== "year");
  const due = has(rule.quote, marks.term) ? "term" : has(rule.quote, marks.calendarYear) ? "year" : (length ?? null);
  const same = due === rule.within || (due?.startsWith("P") === true && monthsOf(due) === monthsOf(rule.within));
  return same && (due?.startsWith("P") ?? false) === rule.within.startsWith("P")
    ? []
    : [differs({ field: "within", ...fieldNames.countedWithin }, rule.within, due ?? periodUnsaid)];
}
