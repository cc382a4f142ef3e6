// The words of a restriction or a combination against its fields: whom it meets, what it bars, for how long, how far.
import { formatDay, parseDay } from "../../reckon/days.ts";
import type { Pack, RuleOf } from "../../pack/pack.ts";
import { monthsOf } from "../../compile/table.ts";
import type { Vocabulary } from "../../pack/vocabulary.ts";
import { type Fault, sayer, unless, unlessIs, unlessSame } from "../faults.ts";
import { conditionFaults, thresholdFaults } from "../further-rules.ts";
import { periodsIn } from "./numerals.ts";
import { allMeasuresIn, allSanctionsIn, lengthsIn, measuresIn, purposesIn } from "./said.ts";
import { has } from "./named.ts";
import { fieldNames } from "../field-names.ts";
import {
  groundUnsuitable,
  baselineNotOriginal,
  nothingBarred,
  mendNothingBarred,
  periodNamedToo,
  restrictionPeriodUnsaid,
  byPeriod,
  untilDayPattern,
  byQuoteAndSummary,
  permanenceDiffers,
  mendPermanence,
  sanctionsOutOfOrder,
} from "./words.ts";

export function restrictionAgrees(pack: Pack, rule: RuleOf<"restriction">): Fault[] {
  const { vocabulary } = pack;
  const { quote } = rule;
  const say = sayer(vocabulary);
  const measures = allMeasuresIn(vocabulary, quote);
  // A bar for the record's own months concerns, of sanctions named together, those that have such months.
  const own = vocabulary.sanctions.filter((sanction) => sanction.months.length > 0).map((sanction) => sanction.id);
  const sanctions = allSanctionsIn(vocabulary, quote).filter((id) => rule.for !== "record" || own.includes(id));
  const unsuitable = quote.includes(vocabulary.names.grounds.unsuitable.zh);
  return [
    ...thresholdFaults(vocabulary, rule, measures),
    ...(rule.fromMeasure === null
      ? unlessSame(MEASURES, rule.measures, rule.for === "record" ? [] : measures, say)
      : []),
    ...conditionFaults(vocabulary, quote, "when", rule.when),
    ...unlessSame(SANCTIONS, rule.sanctions, sanctions, say),
    ...barsAgree(vocabulary, rule),
    ...startAgrees(vocabulary, rule),
    ...recordDaysAgree(pack, rule),
    ...permanenceAgrees(vocabulary, rule),
    ...unless(
      !unsuitable || (rule.ground.includes("unsuitable") && !rule.ground.includes("accountability")),
      "ground",
      groundUnsuitable(rule.ground),
    ),
    ...unless(
      !has(quote, vocabulary.marks.original) || rule.baseline === "original",
      "baseline",
      baselineNotOriginal(rule.baseline, named(quote, vocabulary.marks.original)),
    ),
    ...reachAgrees(vocabulary, rule),
  ];
}

const MEASURES = { field: "measures", ...fieldNames.measures };
const SANCTIONS = { field: "sanctions", ...fieldNames.sanctions };

/**
 * What is barred, and for how long. Where a sentence names several periods, each bar has the last one named before it (the next
 * one where none is): 一年内不得提拔，两年内不得重用 is two rules.
 */
function barsAgree(vocabulary: Vocabulary, rule: RuleOf<"restriction">): Fault[] {
  const say = sayer(vocabulary);
  const { quote } = rule;
  const words = rule.also === null ? quote : `${quote}\n${rule.also.quote}`;
  const named = purposesIn(vocabulary, words);
  const periods = periodsIn(quote, vocabulary.periods);
  const lengths = [...new Set(periods.map((period) => period.for))];
  const [first] = lengths;
  const barring = unless(has(words, vocabulary.marks.bars), "quote", nothingBarred, mendNothingBarred);
  if (rule.for === "running" || rule.for === "record" || rule.for === "permanent") {
    return [
      ...barring,
      ...unless(first === undefined, "for", periodNamedToo(rule.for, lengths)),
      ...unlessSame(BARS, rule.bars, named, say),
    ];
  }
  const governing = (purpose: string): string | undefined => {
    const at = placeOf(vocabulary, purpose, quote);
    const before = periods.findLast((period) => period.at < at);
    return (before ?? periods[0])?.for;
  };
  const due = lengths.length < 2 ? named : named.filter((purpose) => sameLength(governing(purpose), rule.for));
  if (!lengths.some((length) => sameLength(length, rule.for))) {
    return [
      ...barring,
      ...unlessIs({ field: "for", ...fieldNames.period }, rule.for, lengths.join("、") || restrictionPeriodUnsaid),
      ...unlessSame(BARS, rule.bars, named, say),
    ];
  }
  return [...barring, ...unlessSame(BARS, rule.bars, due, say, lengths.length < 2 ? undefined : byPeriod(rule.for))];
}

/** From the effective day, from the restoration of rights (恢复……后), or from the one through the other (自……生效之日起至恢复……后). */
function startAgrees({ marks }: Vocabulary, rule: RuleOf<"restriction">): Fault[] {
  const restored = has(rule.quote, marks.restored);
  const due = !restored ? "effective" : has(rule.quote, marks.throughout) ? "through-restoration" : "restored";
  return unlessIs({ field: "start", ...fieldNames.start }, rule.start, due);
}

/**
 * Which records a clause meets by their day, as the quote or the summary says: 2020年7月1日以前 ends them on the day before, and
 * 不论何日 knows no day on the sides that nothing else bounds.
 */
function recordDaysAgree(
  pack: Pack,
  rule: Pick<RuleOf<"restriction">, "quote" | "summary" | "records"> & { also?: RuleOf<"restriction">["also"] },
): Fault[] {
  const words = [rule.quote, rule.also?.quote ?? "", rule.summary.zh].join("\n");
  const { from = null, until = null } = rule.records ?? {};
  const [, year = "", month = "", date = ""] = untilDayPattern.exec(words) ?? [];
  const end = parseDay(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`);
  const last = end === null ? null : formatDay(end - 1);
  const anyDay = has(words, pack.vocabulary.marks.anyDay);
  // Where the pack itself ends on that day, the rule need not say so again.
  const ended = last !== null && last === pack.validity.until && until === null;
  const due = { from: anyDay ? "always" : null, until: ended ? null : (last ?? (anyDay ? "always" : null)) };
  const source = byQuoteAndSummary;
  return [
    ...unlessIs({ field: "records.from", ...fieldNames.recordsFrom }, from, due.from, source),
    ...unlessIs({ field: "records.until", ...fieldNames.recordsUntil }, until, due.until, source),
  ];
}

/** Without end, where the words or the summary say so. */
function permanenceAgrees({ marks }: Vocabulary, rule: RuleOf<"restriction">): Fault[] {
  const says = has(`${rule.quote}\n${rule.summary.zh}`, marks.permanent);
  return unless((rule.for === "permanent") === says, "for", permanenceDiffers(rule.for, says), mendPermanence);
}

const BARS = { field: "bars", ...fieldNames.bars };

/** Where a purpose is named: at its longest word. */
function placeOf(vocabulary: Vocabulary, id: string, quote: string): number {
  const words = vocabulary.purposes.find((purpose) => purpose.id === id)?.words ?? [];
  const [word] = words.filter((one) => quote.includes(one)).toSorted((one, other) => other.length - one.length);
  return word === undefined ? quote.length : quote.indexOf(word);
}

function sameLength(one: string | undefined, other: string): boolean {
  if (one === undefined) return false;
  return one.startsWith("P") && other.startsWith("P") ? monthsOf(one) === monthsOf(other) : one === other;
}

/** Unless the lengths in a field are those that the words name. */
function periodsAgree(vocabulary: Vocabulary, quote: string, field: string, lengths: readonly string[]): Fault[] {
  const named = lengthsIn(vocabulary, quote);
  const fine = named.length === lengths.length && lengths.every((one) => named.some((other) => sameLength(other, one)));
  return unlessIs(
    { field, ...fieldNames.period },
    fine ? "" : lengths.join("、") || "null",
    fine ? "" : named.join("、") || "null",
  );
}

export function combinationAgrees(pack: Pack, rule: RuleOf<"combination">): Fault[] {
  const { vocabulary } = pack;
  const { marks, sanctions: all } = vocabulary;
  const { quote } = rule;
  const say = sayer(vocabulary);
  const words = {
    longest: marks.longest,
    "remaining-plus-new": marks.remainingPlusNew,
    heaviest: marks.heaviest,
    "set-period": marks.setPeriod,
  };
  const ways = Object.entries(words).filter(([, mark]) => has(quote, mark));
  const below = all.filter((one) => marks.below.some((mark) => namesBelow(quote, one.name.zh, mark)));
  const besides = all.filter(({ name }) => marks.besides.some((mark) => quote.includes(`${name.zh}${mark}`)));
  const bound = below[0];
  const due =
    bound === undefined
      ? allSanctionsIn(vocabulary, quote).filter((id) => !besides.some((one) => one.id === id))
      : all.slice(0, all.indexOf(bound) + 1).flatMap((one) => (one.order === bound.order ? [one.id] : []));
  const ordered = all.filter((one) => rule.sanctions.includes(one.id)).map((one) => one.id);
  return [
    ...unlessSame(
      { field: "way", ...fieldNames.combination },
      [rule.way],
      ways.map(([way]) => way),
    ),
    ...unlessSame(MEASURES, rule.measures, measuresIn(vocabulary, quote), say),
    ...unlessSame(SANCTIONS, rule.sanctions, due, say),
    ...unlessSame(
      { field: "below", ...fieldNames.below },
      rule.below === null ? [] : [rule.below],
      below.map((one) => one.id),
      say,
    ),
    ...unless(rule.sanctions.join() === ordered.join(), "sanctions", sanctionsOutOfOrder(say(ordered), ordered)),
    ...periodsAgree(vocabulary, quote, "atMost", rule.atMost === null ? [] : [rule.atMost]),
    ...recordDaysAgree(pack, rule),
  ];
}

// 撤职以下 names the kind without its first word; two signs of it are enough to know it by.
function namesBelow(quote: string, name: string, mark: string): boolean {
  const at = quote.indexOf(mark);
  return at >= 2 && name.endsWith(quote.slice(at - 2, at));
}

function reachAgrees(vocabulary: Vocabulary, rule: RuleOf<"restriction">): Fault[] {
  const dated = rule.bars.some((bar) => vocabulary.purposes.find((purpose) => purpose.id === bar)?.asked === "on-date");
  const due = !dated
    ? null
    : has(rule.quote, vocabulary.marks.anyLevel)
      ? "any"
      : has(rule.quote, vocabulary.marks.equivalent)
        ? "from"
        : "above";
  return unlessIs({ field: "reach", ...fieldNames.reach }, rule.reach, due);
}

const named = (text: string, words: readonly string[]): string => words.find((word) => text.includes(word)) ?? "";
