// The words of a restriction or a combination against its fields: whom it meets, what it bars, for how long, how far.
import { formatDay, parseDay } from "../../reckon/days.ts";
import type { Pack, RuleOf } from "../../pack/pack.ts";
import { monthsOf } from "../../compile/table.ts";
import type { Vocabulary } from "../../pack/vocabulary.ts";
import { type Fault, sayer, unless, unlessIs, unlessSame } from "../faults.ts";
import { conditionFaults, thresholdFaults } from "../further-rules.ts";
import { periodsIn } from "./numerals.ts";
import { allMeasuresIn, allSanctionsIn, lengthsIn, measuresIn, purposesIn } from "./said.ts";
import { has } from "./words.ts";

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
      `事由（ground）为 ${rule.ground.join("、")}，所引文字为“不适宜担任现职”`,
      `the ground is ${rule.ground.join(", ")}, and the words are “不适宜担任现职”`,
    ),
    ...unless(
      !has(quote, vocabulary.marks.original) || rule.baseline === "original",
      "baseline",
      `基准（baseline）为 ${rule.baseline ?? "null"}，所引文字为“${named(quote, vocabulary.marks.original)}”，应为 original`,
      `the baseline is ${rule.baseline ?? "null"}, and the words name the original post`,
    ),
    ...reachAgrees(vocabulary, rule),
  ];
}

const MEASURES = { field: "measures", zh: "方式", en: "measures" };
const SANCTIONS = { field: "sanctions", zh: "处分", en: "sanctions" };

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
  const barring = unless(
    has(words, vocabulary.marks.bars),
    "quote",
    "所引文字没有禁止的词（不得、取消等）",
    "the words bar nothing",
    {
      zh: "把“不得……”一句引全；本来不是限制的，改用其他种类的规则",
      en: "quote the words that bar something; what is no bar is a rule of another kind",
    },
  );
  if (rule.for === "running" || rule.for === "record" || rule.for === "permanent") {
    return [
      ...barring,
      ...unless(
        first === undefined,
        "for",
        `期限（for）为 ${rule.for}，所引文字写明期限 ${lengths.join("、")}`,
        `the period is ${rule.for}, and the words say ${lengths.join(", ")}`,
      ),
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
      ...unlessIs({ field: "for", zh: "期限", en: "the period" }, rule.for, lengths.join("、") || "（未写期限）"),
      ...unlessSame(BARS, rule.bars, named, say),
    ];
  }
  return [
    ...barring,
    ...unlessSame(
      BARS,
      rule.bars,
      due,
      say,
      lengths.length < 2
        ? undefined
        : { zh: `按所引文字中期限 ${rule.for} 所管的事项`, en: `by what stands under ${rule.for} in the words` },
    ),
  ];
}

/** From the effective day, from the restoration of rights (恢复……后), or from the one through the other (自……生效之日起至恢复……后). */
function startAgrees({ marks }: Vocabulary, rule: RuleOf<"restriction">): Fault[] {
  const restored = has(rule.quote, marks.restored);
  const due = !restored ? "effective" : has(rule.quote, marks.throughout) ? "through-restoration" : "restored";
  return unlessIs({ field: "start", zh: "起算", en: "the start" }, rule.start, due);
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
  const [, year = "", month = "", date = ""] = /(\d{4})年(\d+)月(\d+)日(?:以前|之前)/u.exec(words) ?? [];
  const end = parseDay(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`);
  const last = end === null ? null : formatDay(end - 1);
  const anyDay = has(words, pack.vocabulary.marks.anyDay);
  // Where the pack itself ends on that day, the rule need not say so again.
  const ended = last !== null && last === pack.validity.until && until === null;
  const due = { from: anyDay ? "always" : null, until: ended ? null : (last ?? (anyDay ? "always" : null)) };
  const source = { zh: "按所引文字和摘要", en: "by the quote and the summary" };
  return [
    ...unlessIs(
      { field: "records.from", zh: "适用于何日起的记录", en: "from which day of the records" },
      from,
      due.from,
      source,
    ),
    ...unlessIs(
      { field: "records.until", zh: "适用于何日止的记录", en: "to which day of the records" },
      until,
      due.until,
      source,
    ),
  ];
}

/** Without end, where the words or the summary say so. */
function permanenceAgrees({ marks }: Vocabulary, rule: RuleOf<"restriction">): Fault[] {
  const says = has(`${rule.quote}\n${rule.summary.zh}`, marks.permanent);
  return unless(
    (rule.for === "permanent") === says,
    "for",
    `期限（for）为 ${rule.for}，所引文字和摘要${says ? "说没有期限" : "没有说没有期限"}`,
    `the period is ${rule.for}, and quote and summary ${says ? "say that it has no end" : "do not say that it has no end"}`,
    {
      zh: "没有期限的，for 写 permanent，并在摘要中写明“没有期限”",
      en: "what has no end is permanent, and the summary says 没有期限",
    },
  );
}

const BARS = { field: "bars", zh: "限制事项", en: "bars" };

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
    { field, zh: "期限", en: "the period" },
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
      { field: "way", zh: "合并方式", en: "the way" },
      [rule.way],
      ways.map(([way]) => way),
    ),
    ...unlessSame(MEASURES, rule.measures, measuresIn(vocabulary, quote), say),
    ...unlessSame(SANCTIONS, rule.sanctions, due, say),
    ...unlessSame(
      { field: "below", zh: "以下", en: "below" },
      rule.below === null ? [] : [rule.below],
      below.map((one) => one.id),
      say,
    ),
    ...unless(
      rule.sanctions.join() === ordered.join(),
      "sanctions",
      `处分没有由轻到重排列，应为 ${say(ordered)}`,
      `the sanctions do not stand in the order from the lightest to the heaviest: ${ordered.join(", ")}`,
    ),
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
  return unlessIs({ field: "reach", zh: "限制所及层次", en: "the reach" }, rule.reach, due);
}

const named = (text: string, words: readonly string[]): string => words.find((word) => text.includes(word)) ?? "";
