// The restrictions of measures and sanctions by plain loops over records, from the readings, the upper norms and the facts format alone.

import { addDays, daysBetween, endOfYear, later, periodFrom, yearOf, type Period } from "./days.ts";
import {
  DATED_PURPOSES,
  GOVERNMENT_SANCTIONS,
  HANDLING_KINDS,
  PARTY_SANCTIONS,
  YEAR_PURPOSES,
  type FactLine,
  type GovernmentSanction,
  type LayerName,
  type Level,
  type Measure,
  type PartySanction,
  type Purpose,
  type Restriction,
  type Sanction,
} from "./facts.ts";
import {
  BINGXING_FROM,
  CIVIL_SERVICE_LAW_FROM,
  GOVERNMENT_SANCTIONS_LAW_FROM,
  JIEMIAN_FROM,
  REGULATION,
  REGULATION_FROM,
  XUANREN_FROM,
  ZUZHI_CHULI_FROM,
  addsNothing,
  counts,
  dayAsked,
  decidedOn,
  effectiveOn,
  partyRule2015,
  partyRulesOn,
  statusOf,
  type RuleStatus,
} from "./norms.ts";
import { DEFAULTS, changesOf, readingsOn, type Readings } from "./readings.ts";

/** A restriction with what an answer needs besides. */
export type Bar = Restriction & {
  /** The anniversary, where it exists. */
  grey: string | null;
  /** Closes posts of every level. */
  everyLevel: boolean;
  /** Rests on a rule on which nobody has decided, or on a day that no row covers. */
  undecided: boolean;
  /** After `until` a restoration is missing, for good. */
  restorationMissing: boolean;
  /** After `until` and to the end of the sum nobody can tell: no period was set for several equal sanctions. A year is then all unsure. */
  unset: Period | null;
  /** On the anniversary a lengthening begins, so that the day is not grey for what is barred, only for the need of consent. */
  goesOn: boolean;
};

/** All bars as the day asked sees them, and what the question of consent needs of them. */
export type Bars = {
  all: Bar[];
  /** Of each measure to which Article 13 attaches: its own periods in the regulation layer; empty for 其他组织处理. */
  handlings: Map<number, Bar[]>;
  /** Of each sanction that is not absorbed by a heavier one of its day: its own bars, without rules about choosing. */
  sanctions: Map<number, Bar[]>;
  /** Under `discipline-only`: the sanctions whose periods stand in the place of a handling's. */
  replaced: Map<number, number[]>;
};

export function barsOf(facts: FactLine, base: Readings = DEFAULTS): Bars {
  const day = dayAsked(facts);
  const handlings = new Map<number, Bar[]>();
  const regulation: Bar[] = [];
  const upper: Bar[] = [];
  for (const [index, measure] of facts.measures.entries()) {
    if (!counts(measure, day) || addsNothing(measure)) continue;
    const own = regulationBarsOf(facts, base, measure, index);
    if (own.length > 0) handlings.set(index, own.filter(isPeriod));
    regulation.push(...own.filter((bar) => !isPeriod(bar)));
    upper.push(...upperBarsOfMeasure(facts, measure, index, day));
  }
  const sanctions = barsOfSanctions(facts, day);
  for (const own of sanctions.values()) upper.push(...own);
  const replaced = replacedHandlings(facts, base, day, handlings, sanctions);
  const joined = joinedBars(facts, day, handlings, sanctions);
  for (const [index, own] of handlings) {
    if (!replaced.has(index)) regulation.push(...own);
  }
  const periods = [...upper, ...articleThirteenByUpperArithmetic(facts, day)].filter(isPeriod);
  return { all: [...regulation, ...joined, ...upper, ...choosingBars(facts, periods)], handlings, sanctions, replaced };
}

/** A period bars a post or a 职级; the year of 评优 and 评先 is none. */
export function isPeriod(bar: Bar): boolean {
  return bar.bars !== "年度考核评优" && bar.bars !== "评选先进";
}

export function writtenBar({ bars, from, until, baseline, layer, because }: Bar): Restriction {
  return { bars, from, until, baseline, layer, because };
}

// The regulation, Art. 13 ¶1.

const OF_RESIGNATION: readonly string[] = ["引咎辞职", "责令辞职", "免职"];

/**
 * By the readings of the day of decision. An interpretation that has running restrictions recomputed reaches each that still runs when it
 * begins to hold, for questions from that day on; it brings nothing upon anybody who had nothing.
 */
function regulationBarsOf(facts: FactLine, base: Readings, measure: Measure, because: number): Bar[] {
  const decided = decidedOn(measure);
  const bars: Bar[] = [];
  for (const what of ["年度考核评优", "评选先进", "任相当领导职务", "提拔"] as const) {
    let readings = readingsOn(facts, base, decided);
    let bar = articleThirteen(facts, measure, because, what, readings);
    for (const change of changesOf(facts)) {
      if (bar === null || !change.recompute || change.validFrom <= decided || change.validFrom > dayAsked(facts))
        continue;
      if (bar.until !== null && bar.until < change.validFrom) continue;
      readings = { ...readings, [change.setting]: change.value };
      bar = articleThirteen(facts, measure, because, what, readings);
    }
    if (bar !== null) bars.push(bar);
  }
  return bars;
}

/** What Article 13 takes from this measure of this kind of thing; null where nothing. */
function articleThirteen(
  facts: FactLine,
  measure: Measure,
  because: number,
  bars: "年度考核评优" | "评选先进" | "任相当领导职务" | "提拔",
  readings: Readings,
): Bar | null {
  if (!HANDLING_KINDS.includes(measure.kind)) return null;
  if (measure.handling === "组织调整" && readings.organizationalAdjustment === "unless-stated") return null;
  if ((measure.ground ?? "问责") !== "问责" || (measure.basis ?? REGULATION) !== REGULATION) return null;
  if (decidedOn(measure) < REGULATION_FROM) return null;
  if (bars === "年度考核评优" || bars === "评选先进") {
    const first = readings.yearOfHonours === "effective-year" ? effectiveOn(measure) : decidedOn(measure);
    return yearBar(bars, first, yearOf(first), "regulation", because);
  }
  const months = monthsOfArticleThirteen(measure, bars);
  if (months === null) return null;
  const from = readings.periodStart === "effective" ? effectiveOn(measure) : decidedOn(measure);
  const bar = periodBar(bars, from, periodFrom(from, months), baselineOf(facts, measure), "regulation", because);
  // The anniversary itself is then the last barred day, and no day is grey.
  return readings.periodEnd === "anniversary" && bar.grey !== null ? { ...bar, until: bar.grey, grey: null } : bar;
}

function monthsOfArticleThirteen(measure: Measure, bars: "任相当领导职务" | "提拔"): number | null {
  if (bars === "任相当领导职务") return OF_RESIGNATION.includes(measure.kind) ? 12 : null;
  if (measure.kind === "调离岗位") return 12;
  return OF_RESIGNATION.includes(measure.kind) || measure.kind === "降职" ? 24 : null;
}

/** The original level after resignation and removal, the reduced after demotion, otherwise the level held on the effective day. */
function baselineOf(facts: FactLine, measure: Measure): Level | null {
  if (OF_RESIGNATION.includes(measure.kind)) return measure.originalLevel ?? null;
  if (measure.kind === "降职") return measure.reducedLevel ?? null;
  return measure.presentLevel ?? facts.person.level ?? null;
}

// Discipline at the same time, Art. 13 ¶1: the periods overlap by a day, and the handling is effective on or before the day asked.

/** Every bar of the sanction is then copied into the regulation layer, from the first day of the handling on. */
function joinedBars(
  facts: FactLine,
  day: string,
  handlings: ReadonlyMap<number, readonly Bar[]>,
  sanctions: ReadonlyMap<number, readonly Bar[]>,
): Bar[] {
  const joined: Bar[] = [];
  for (const own of sanctions.values()) {
    const decided = own.filter((bar) => !bar.undecided);
    const single = decided.map((bar) => ({ ...bar, unset: null }));
    const unset = decided.find((bar) => bar.unset !== null)?.unset ?? null;
    const overlapping: string[] = [];
    /** Whether the periods overlap by what is decided and set, or at the least by what is decided. */
    let certain = false;
    let decidedly = false;
    for (const [index, handling] of handlings) {
      if (!isEffective(facts.measures[index], day) || !overlap(handling, own)) continue;
      overlapping.push(...handling.map((bar) => bar.from));
      certain ||= overlap(handling, single);
      decidedly ||= overlap(handling, decided);
    }
    const first = overlapping.sort()[0];
    if (first === undefined) continue;
    for (const bar of own) {
      const copy = { ...bar, layer: "regulation" as const, from: later(bar.from, first) };
      if (!decidedly) joined.push({ ...copy, undecided: true });
      else joined.push(certain || isPeriod(bar) ? copy : { ...copy, unset });
    }
  }
  return joined;
}

/** `discipline-only`: only the influence period of the sanction applies, once it is effective. */
function replacedHandlings(
  facts: FactLine,
  base: Readings,
  day: string,
  handlings: ReadonlyMap<number, readonly Bar[]>,
  sanctions: ReadonlyMap<number, readonly Bar[]>,
): Map<number, number[]> {
  const replaced = new Map<number, number[]>();
  for (const [index, handling] of handlings) {
    const measure = facts.measures[index];
    if (measure === undefined || !isEffective(measure, day)) continue;
    if (concurrentReading(facts, base, measure, handling) !== "discipline-only") continue;
    const by: number[] = [];
    for (const [sanction, own] of sanctions) {
      if (!isEffective(facts.sanctions[sanction], day)) continue;
      const certain = own.filter((bar) => !bar.undecided).map((bar) => ({ ...bar, unset: null }));
      if (overlap(handling, certain)) by.push(sanction);
    }
    if (by.length > 0) replaced.set(index, by);
  }
  return replaced;
}

function concurrentReading(facts: FactLine, base: Readings, measure: Measure, handling: readonly Bar[]): string {
  const decided = decidedOn(measure);
  let reading = readingsOn(facts, base, decided).concurrentDiscipline;
  const last =
    handling
      .map((bar) => bar.until ?? "")
      .sort()
      .at(-1) ?? "";
  for (const change of changesOf(facts)) {
    if (change.setting !== "concurrentDiscipline" || !change.recompute || change.validFrom <= decided) continue;
    if (change.validFrom <= dayAsked(facts) && last >= change.validFrom) reading = change.value;
  }
  return reading;
}

function isEffective(record: Measure | Sanction | undefined, day: string): boolean {
  return record !== undefined && effectiveOn(record) <= day;
}

function overlap(handling: readonly Bar[], sanction: readonly Bar[]): boolean {
  for (const one of handling) {
    for (const other of sanction) {
      if (!isPeriod(one) || !isPeriod(other)) continue;
      const last = other.unset?.until ?? other.until;
      if ((one.until === null || other.from <= one.until) && (last === null || one.from <= last)) return true;
    }
  }
  return false;
}

// Upper norms, which look at the measure and not at the name 组织调整, and have their own arithmetic whatever the zone's readings are.

function upperBarsOfMeasure(facts: FactLine, measure: Measure, because: number, day: string): Bar[] {
  const from = effectiveOn(measure);
  const decided = decidedOn(measure);
  const level = baselineOf(facts, measure);
  const bars: Bar[] = [];
  const add = (status: RuleStatus, what: Purpose, months: number): void => {
    if (status === "nothing") return;
    const bar = periodBar(what, from, periodFrom(from, months), level, "upper", because);
    bars.push({ ...bar, undecided: status === "undecided" });
  };
  /** No leading post at all. */
  const addEveryPost = (status: RuleStatus, months: number): void => {
    if (status === "nothing") return;
    const bar = periodBar("任相当领导职务", from, periodFrom(from, months), null, "upper", because);
    bars.push({ ...bar, everyLevel: true, undecided: status === "undecided" });
  };

  // The annual assessment looks at the measures of its row whatever their ground.
  if (["诫勉", "调离岗位", "引咎辞职", "责令辞职", "免职", "降职"].includes(measure.kind)) {
    bars.push(yearBar("年度考核评优", from, yearOf(from), "upper", because));
  }
  if (measure.kind === "诫勉") {
    const status = decided < JIEMIAN_FROM ? "undecided" : "bars";
    add(status, "提拔", 6);
    add(status, "进一步使用", 6);
    const honours = yearBar("评选先进", from, yearOf(from), "upper", because);
    bars.push({ ...honours, undecided: status === "undecided" });
    return bars;
  }

  const accountable = (measure.ground ?? "问责") === "问责";
  const resigned = OF_RESIGNATION.includes(measure.kind);
  if (resigned || measure.kind === "调离岗位") {
    if (decided < XUANREN_FROM) {
      // No row covers the day: the longest period that the kind has in any row.
      if (resigned) addEveryPost("undecided", 24);
      add("undecided", "提拔", resigned ? 24 : 12);
    } else if (accountable && resigned) {
      addEveryPost("bars", 12);
      add("bars", "提拔", 24);
    } else if (!accountable) {
      add("bars", "提拔", 12);
    }
  }
  if (measure.kind === "降职" && decided < ZUZHI_CHULI_FROM) {
    for (const what of ["提拔", "晋升职级", "进一步使用"] as const) add("undecided", what, 24);
  }
  if (!accountable || decided < ZUZHI_CHULI_FROM) return bars;
  if (measure.kind === "调离岗位") add(statusOf(facts, "ZZ-2021 调整职务", day), "提拔", 12);
  if (measure.kind === "责令辞职") {
    addEveryPost(statusOf(facts, "ZZ-2021 责令辞职, posts", day), 12);
    add(statusOf(facts, "ZZ-2021 责令辞职, promotion", day), "提拔", 24);
  }
  // Of 免职 the norm says what XR-2019 says, for the same days; both are restated by another source and bar.
  if (measure.kind === "降职") {
    const status = statusOf(facts, "ZZ-2021 降职", day);
    for (const what of ["提拔", "晋升职级", "进一步使用"] as const) add(status, what, 24);
  }
  return bars;
}

/** The periods of Article 13 as the upper norms count them: those of 组织处理 that a rule about choosing follows. */
function articleThirteenByUpperArithmetic(facts: FactLine, day: string): Bar[] {
  return facts.measures.flatMap((measure, index) => {
    if (!counts(measure, day) || addsNothing(measure)) return [];
    const both = (["任相当领导职务", "提拔"] as const).map((bars) =>
      articleThirteen(facts, measure, index, bars, DEFAULTS),
    );
    return both.filter((bar) => bar !== null);
  });
}

/**
 * Who may be chosen, by the norm in force on the day of choosing: while a period of 诫勉, 组织处理 or 党纪政务处分 runs, nobody is a candidate
 * for promotion (XR-2019 Art. 24(6)) nor is promoted in rank (BX-2019 Art. 21).
 */
function choosingBars(facts: FactLine, periods: readonly Bar[]): Bar[] {
  return periods.flatMap((period) => {
    // While the longer of two periods of one record runs, the end of the shorter decides nothing.
    if (period.until === null || periods.some((other) => isLonger(other, period))) return [];
    const measure = typeof period.because === "number" ? facts.measures[period.because] : undefined;
    const baseline = measure === undefined ? period.baseline : baselineOf(facts, measure);
    const rule = { ...period, layer: "upper" as const, everyLevel: false, baseline };
    return [
      { ...rule, bars: "提拔" as const, from: later(period.from, XUANREN_FROM) },
      { ...rule, bars: "晋升职级" as const, from: later(period.from, BINGXING_FROM) },
    ];
  });
}

function isLonger(one: Bar, other: Bar): boolean {
  if (one.because !== other.because || one.undecided || other.undecided || other.unset !== null) return false;
  return one.until !== null && other.until !== null && one.from <= other.from && one.until > other.until;
}

// Sanctions.

/** In months. Of 留党察看 the years after restoration. */
const PARTY_MONTHS: Record<PartySanction, number> = {
  党内警告: 12,
  党内严重警告: 18,
  撤销党内职务: 24,
  留党察看: 24,
  开除党籍: 60,
};
const GOVERNMENT_MONTHS: Record<Exclude<GovernmentSanction, "政务开除">, number> = {
  政务警告: 6,
  政务记过: 12,
  政务记大过: 18,
  政务降级: 24,
  政务撤职: 24,
};
const LONGEST_SET = 48;

function barsOfSanctions(facts: FactLine, day: string): Map<number, Bar[]> {
  const found = new Map<number, Bar[]>();
  const standing = facts.sanctions.filter((sanction) => counts(sanction, day));
  const inOrder = facts.sanctions
    .map((sanction, index) => ({ sanction, index }))
    .filter(({ sanction }) => counts(sanction, day))
    .sort((one, other) => compare(effectiveOn(one.sanction), effectiveOn(other.sanction)) || one.index - other.index);
  const earlier: Bar[] = [];
  for (const { sanction, index } of inOrder) {
    const because = `sanction:${index}`;
    let own: Bar[];
    if (isParty(sanction)) {
      own = partyBars(facts, sanction, because, earlier, day);
      earlier.push(...own);
    } else {
      if (isAbsorbed(sanction, standing)) continue;
      own = governmentBars(facts, sanction, because, standing, day);
    }
    found.set(index, [...own, ...assessmentBars(sanction, because)]);
  }
  return found;
}

export function isParty(sanction: Sanction): sanction is Sanction & { kind: PartySanction } {
  return (PARTY_SANCTIONS as readonly string[]).includes(sanction.kind);
}

function partyBars(
  facts: FactLine,
  sanction: Sanction & { kind: PartySanction },
  because: string,
  earlier: readonly Bar[],
  day: string,
): Bar[] {
  const rules = partyRulesOn(decidedOn(sanction));
  let status: RuleStatus = "bars";
  if (rules === null) status = "undecided";
  if (rules === "CF-2015") status = statusOf(facts, partyRule2015(sanction.kind), day);
  if (status === "nothing") return [];
  // New Party discipline during an old one, from 2024: what remains of the old period and then the new one (Art. 21).
  const adds = rules === "CF-2023" && sanction.kind !== "开除党籍";
  const decidedOnly = earlier.filter((bar) => !bar.undecided);
  const certain = partyPeriod(sanction, adds ? daysLeft(sanction, decidedOnly) : 0);
  const longest = partyPeriod(sanction, adds ? daysLeft(sanction, earlier) : 0);
  const from = effectiveOn(sanction);
  const level = sanction.level ?? facts.person.level ?? null;
  const bars: Bar[] = [];
  for (const what of purposesOfParty(sanction.kind, rules)) {
    const bar = {
      ...periodBar(what, from, certain, level, "upper", because),
      undecided: status === "undecided",
      restorationMissing: sanction.kind === "留党察看" && sanction.restored == null,
    };
    bars.push(bar);
    // How much longer an undecided old period makes it is itself undecided.
    if (longest.until > certain.until) {
      bars.push({ ...bar, ...longest, from: addDays(certain.until, 1), undecided: true });
    }
  }
  return bars;
}

function purposesOfParty(kind: PartySanction, rules: "CF-2015" | "CF-2018" | "CF-2023" | null): Purpose[] {
  if (kind === "撤销党内职务") return ["任相当领导职务"];
  if (kind === "留党察看" || kind === "开除党籍") return ["任相当领导职务", "提拔"];
  return rules === "CF-2023" || rules === null ? ["提拔", "进一步使用"] : ["提拔"];
}

/** `left` days of an older period run first. Of 留党察看 through the probation and two years after restoration, which is due when it ends. */
function partyPeriod(sanction: Sanction & { kind: PartySanction }, left: number): Period {
  const months = PARTY_MONTHS[sanction.kind];
  if (sanction.kind !== "留党察看") return periodFrom(addDays(effectiveOn(sanction), left), months);
  return periodFrom(addDays(sanction.restored ?? restorationDue(sanction), left), months);
}

/** The day after the last day of the probation, as set or as extended. */
export function restorationDue(sanction: Sanction): string {
  return addDays(probationEnd(sanction), 1);
}

function probationEnd(sanction: Sanction): string {
  return periodFrom(effectiveOn(sanction), (sanction.months ?? 0) + (sanction.extended ?? 0)).until;
}

function daysLeft(sanction: Sanction, earlier: readonly Bar[]): number {
  const from = effectiveOn(sanction);
  let left = 0;
  for (const { from: first, until } of earlier) {
    if (until !== null && first < from && until >= from) left = Math.max(left, daysBetween(from, until) + 1);
  }
  return left;
}

/** Several of one day: the heaviest kind is the one that is carried out (ZC-2020 Art. 15). */
function isAbsorbed(sanction: Sanction, standing: readonly Sanction[]): boolean {
  const bySanctionsLaw = (one: Sanction): boolean => decidedOn(one) >= GOVERNMENT_SANCTIONS_LAW_FROM;
  return standing.some(
    (other) =>
      weight(other) > weight(sanction) &&
      effectiveOn(other) === effectiveOn(sanction) &&
      bySanctionsLaw(other) &&
      bySanctionsLaw(sanction),
  );
}

function weight(sanction: Sanction): number {
  return isParty(sanction) ? -1 : (GOVERNMENT_SANCTIONS as readonly string[]).indexOf(sanction.kind);
}

function governmentBars(
  facts: FactLine,
  sanction: Sanction,
  because: string,
  standing: readonly Sanction[],
  day: string,
): Bar[] {
  const from = effectiveOn(sanction);
  if (sanction.kind === "政务开除") {
    // No civil-service post again: every purpose, for good, whatever the day.
    const forGood = { from, until: null, baseline: null, layer: "upper" as const, because, everyLevel: true };
    return [...DATED_PURPOSES, ...YEAR_PURPOSES].map((bars) => ({ ...forGood, bars, ...settled }));
  }
  const months = GOVERNMENT_MONTHS[sanction.kind as keyof typeof GOVERNMENT_MONTHS];
  const single = periodFrom(from, months);
  const level = sanction.level ?? facts.person.level ?? null;
  const equals = standing.filter((one) => one.kind === sanction.kind && effectiveOn(one) === from);
  const bars = (period: Period): Bar[] =>
    (["提拔", "晋升职级"] as const).map((what) => periodBar(what, from, period, level, "upper", because));
  const uncovered = decidedOn(sanction) < CIVIL_SERVICE_LAW_FROM;
  const alone = bars(single).map((bar) => ({ ...bar, undecided: uncovered }));
  if (equals.length === 1) return alone;

  // Several equal ones: one period between a single one and the sum, at most 48 months; the greatest that is recorded.
  const sum = periodFrom(from, Math.min(equals.length * months, LONGEST_SET));
  const set = Math.max(...equals.map((one) => one.months ?? 0));
  const old = equals.some((one) => decidedOn(one) < GOVERNMENT_SANCTIONS_LAW_FROM);
  const status = old ? statusOf(facts, "equal government sanctions before 2020-07-01", day) : "bars";
  if (status === "nothing") return alone;
  if (status === "bars" && !uncovered) {
    if (set > 0) return bars(periodFrom(from, set));
    return bars(single).map((bar) => ({ ...bar, goesOn: true, unset: sum }));
  }
  const longer = set > 0 ? periodFrom(from, set) : sum;
  const lengthened = bars(longer).map((bar) => ({ ...bar, from: addDays(single.until, 1), undecided: true }));
  // Whether the single period is over on its anniversary is then part of what is undecided.
  return longer.until > single.until ? [...alone.map((bar) => ({ ...bar, goesOn: true })), ...lengthened] : alone;
}

/** The annual assessment: not 优秀, no grade, or 不称职 in these years. */
function assessmentBars(sanction: Sanction, because: string): Bar[] {
  if (sanction.kind === "政务开除") return [];
  const from = effectiveOn(sanction);
  let last = yearOf(from);
  // No grade that year and the next: one restriction to the end of the second.
  if (["政务记大过", "政务降级", "政务撤职"].includes(sanction.kind)) last += 1;
  if (sanction.kind === "留党察看") last = yearOf(probationEnd(sanction));
  return [yearBar("年度考核评优", from, last, "upper", because)];
}

// Bars of either shape.

const settled = { grey: null, undecided: false, restorationMissing: false, unset: null, goesOn: false };

function periodBar(
  bars: Purpose,
  from: string,
  period: Period,
  baseline: Level | null,
  layer: LayerName,
  because: number | string,
): Bar {
  return { ...settled, bars, from, ...period, baseline, everyLevel: false, layer, because };
}

/** From the day that counts to the end of the last year. */
function yearBar(bars: Purpose, from: string, lastYear: number, layer: LayerName, because: number | string): Bar {
  return { ...settled, bars, from, until: endOfYear(lastYear), baseline: null, everyLevel: false, layer, because };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
