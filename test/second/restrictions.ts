// The restrictions of measures and sanctions by plain loops over dates, from the readings (regulations/*/notes.md); nothing of src/law.

import type { FactSet, LayerName, Level, Measure, Purpose, Restriction, Sanction, SanctionKind } from "./facts.ts";

type PlainDate = Temporal.PlainDate;

/** A restriction with what an answer needs besides: the grey day, and whether it closes posts of every level. */
export type Bar = {
  bars: Purpose;
  from: PlainDate;
  until: PlainDate;
  grey: PlainDate | null;
  baseline: Level | null;
  everyLevel: boolean;
  layer: LayerName;
  because: number | string;
};

/** The regulation was issued on this day and holds from it (Art. 15). */
export const REGULATION_FROM = "2019-04-25";
/** Of this norm the readings know the month, of that on admonition the year; their first days are taken. */
const APPOINTMENT_RULES_FROM = "2019-03-01";
const ADMONITION_RULES_FROM = "2015-01-01";
const PARTY_RULES_FROM = "2018-10-01";
const PARTY_RULES_2023_FROM = "2024-01-01";
const GOVERNMENT_SANCTIONS_FROM = "2020-07-01";

export function barsOf(facts: FactSet): Bar[] {
  const regulation: Bar[] = [];
  const upper: Bar[] = [];
  for (const [index, measure] of facts.measures.entries()) {
    regulation.push(...regulationBarsOf(facts, measure, index));
    upper.push(...upperBarsOfMeasure(facts, measure, index));
  }
  const handlings = [...regulation];
  const ends: { effective: PlainDate; until: PlainDate }[] = [];
  for (const index of inOrderOfEffect(facts)) {
    const sanction = facts.sanctions[index];
    if (sanction === undefined || isAbsorbed(facts, sanction)) continue;
    const own = barsOfSanction(facts, sanction, index, daysLeft(sanction, ends));
    if (PARTY_KINDS.includes(sanction.kind)) {
      for (const bar of own) ends.push({ effective: Temporal.PlainDate.from(sanction.effective), until: bar.until });
    }
    upper.push(...own);
    // 同时受到纪律处分的，按照影响期规定执行: a sanction whose period, from its first day to its last, meets that of a handling
    // is the regulation's matter too.
    if (handlings.some((each) => meets(own, each))) {
      regulation.push(...own.map((bar): Bar => ({ ...bar, layer: "regulation" })));
    }
  }
  return [...regulation, ...upper, ...candidateBars(facts, [...regulation, ...upper])];
}

function inOrderOfEffect(facts: FactSet): number[] {
  const at = (index: number): string => facts.sanctions[index]?.effective ?? "";
  return facts.sanctions
    .map((_, index) => index)
    .sort((one, other) => (at(one) < at(other) ? -1 : at(one) > at(other) ? 1 : 0));
}

/** Several government sanctions at once: the heaviest kind is the one that is carried out (政务处分法 Art. 15). */
function isAbsorbed(facts: FactSet, sanction: Sanction): boolean {
  const weight = GOVERNMENT_KINDS.indexOf(sanction.kind);
  if (weight < 0 || sanction.effective < GOVERNMENT_SANCTIONS_FROM) return false;
  return facts.sanctions.some(
    (other) => other.effective === sanction.effective && GOVERNMENT_KINDS.indexOf(other.kind) > weight,
  );
}

/** New Party discipline during an old one, from 2024: what remains of the old period is added to the new one (Art. 21). In days. */
function daysLeft(sanction: Sanction, ends: readonly { effective: PlainDate; until: PlainDate }[]): number {
  const from = Temporal.PlainDate.from(sanction.effective);
  if (!PARTY_KINDS.includes(sanction.kind) || before(from, PARTY_RULES_2023_FROM)) return 0;
  let left = 0;
  for (const { effective, until } of ends) {
    if (before(effective, from) && !before(until, from)) left = Math.max(left, from.until(until).days + 1);
  }
  return left;
}

function meets(sanction: readonly Bar[], handling: Bar): boolean {
  return (
    sanction.some((bar) => !before(handling.until, bar.from)) &&
    sanction.some((bar) => !before(bar.until, handling.from))
  );
}

/**
 * No candidate for promotion while a period of 诫勉, 组织处理, 党纪政务处分 is running: where such a period does not close promotion
 * itself, it does so by this norm. Where a record has a shorter period beside its closed promotion, the longer one covers it.
 */
function candidateBars(facts: FactSet, bars: readonly Bar[]): Bar[] {
  return bars.flatMap((bar): Bar[] => {
    if (bar.bars !== "提拔" && bar.bars !== "任相当领导职务") return [];
    if (before(recordedOn(facts, bar.because), APPOINTMENT_RULES_FROM)) return [];
    const promotion = bars.some(
      (each) => each.because === bar.because && each.bars === "提拔" && !before(each.until, bar.until),
    );
    return bar.bars === "任相当领导职务" && promotion ? [] : [{ ...bar, bars: "提拔", layer: "upper" }];
  });
}

/** The day by which it is settled which norms hold for a record: the decision's, or where there is none the effective day. */
function recordedOn(facts: FactSet, because: number | string): PlainDate {
  const measure = typeof because === "number" ? facts.measures[because] : undefined;
  if (measure !== undefined) return decidedOn(measure);
  const sanction = facts.sanctions[Number(String(because).split(":")[1])];
  return Temporal.PlainDate.from(sanction?.effective ?? "");
}

function regulationBarsOf(facts: FactSet, measure: Measure, because: number): Bar[] {
  if (!isHandlingForAccountability(measure)) return [];
  if (before(decidedOn(measure), REGULATION_FROM)) return [];
  const from = effectiveOn(measure);
  const layer = "regulation";
  const bars: Bar[] = [yearBar("年度考核评优", from, layer, because), yearBar("评选先进", from, layer, because)];
  switch (measure.kind) {
    case "调离岗位":
      bars.push(periodBar("提拔", from, 12, facts.person.level, layer, because));
      break;
    case "引咎辞职":
    case "责令辞职":
    case "免职":
      bars.push(periodBar("任相当领导职务", from, 12, measure.originalLevel ?? null, layer, because));
      bars.push(periodBar("提拔", from, 24, measure.originalLevel ?? null, layer, because));
      break;
    case "降职":
      bars.push(periodBar("提拔", from, 24, measure.reducedLevel ?? null, layer, because));
      break;
    case "批评教育":
    case "责令作出检查":
    case "通报批评":
    case "诫勉":
    case "其他组织处理":
      break;
  }
  return bars;
}

function upperBarsOfMeasure(facts: FactSet, measure: Measure, because: number): Bar[] {
  const from = effectiveOn(measure);
  const decided = decidedOn(measure);
  const layer = "upper";
  const bars: Bar[] = [];
  if (measure.kind === "诫勉") {
    if (before(decided, ADMONITION_RULES_FROM)) return [];
    bars.push(periodBar("提拔", from, 6, facts.person.level, layer, because));
    bars.push(yearBar("年度考核评优", from, layer, because), yearBar("评选先进", from, layer, because));
    return bars;
  }
  // The rules on annual assessment name these whatever the ground: not 优秀, or a comment without a grade.
  if (["调离岗位", "责令辞职", "免职", "降职"].includes(measure.kind)) {
    bars.push(yearBar("年度考核评优", from, layer, because));
  }
  // This norm names the measures themselves, so that a decision cannot step out of it by calling them 组织调整.
  if (before(decided, APPOINTMENT_RULES_FROM)) return bars;
  const accountable = (measure.ground ?? "问责") === "问责";
  if (accountable && (measure.kind === "引咎辞职" || measure.kind === "责令辞职" || measure.kind === "免职")) {
    const original = measure.originalLevel ?? null;
    bars.push({ ...periodBar("任相当领导职务", from, 12, null, layer, because), everyLevel: true });
    bars.push(periodBar("提拔", from, 24, original, layer, because));
  }
  if (!accountable && (measure.kind === "调离岗位" || measure.kind === "免职")) {
    bars.push(periodBar("提拔", from, 12, facts.person.level, layer, because));
  }
  return bars;
}

const PARTY_KINDS: readonly SanctionKind[] = ["党内警告", "党内严重警告", "撤销党内职务", "留党察看", "开除党籍"];
/** From the lightest to the heaviest. */
const GOVERNMENT_KINDS: readonly SanctionKind[] = [
  "政务警告",
  "政务记过",
  "政务记大过",
  "政务降级",
  "政务撤职",
  "政务开除",
];
const PARTY_MONTHS: Partial<Record<SanctionKind, number>> = { 党内警告: 12, 党内严重警告: 18 };
const GOVERNMENT_MONTHS: Partial<Record<SanctionKind, number>> = {
  政务警告: 6,
  政务记过: 12,
  政务记大过: 18,
  政务降级: 24,
  政务撤职: 24,
};

/** `left` days of an older period run first. */
function barsOfSanction(facts: FactSet, sanction: Sanction, index: number, left: number): Bar[] {
  const because = `sanction:${index}`;
  const from = Temporal.PlainDate.from(sanction.effective);
  const level = facts.person.level;
  const party = PARTY_MONTHS[sanction.kind];
  const government = GOVERNMENT_MONTHS[sanction.kind];
  if (government !== undefined) {
    if (before(from, GOVERNMENT_SANCTIONS_FROM)) return [];
    return [periodBar("提拔", from, sanction.months ?? government, level, "upper", because)];
  }
  if (before(from, PARTY_RULES_FROM)) return [];
  const start = from.add({ days: left });
  if (party !== undefined) return [{ ...periodBar("提拔", start, party, level, "upper", because), from }];
  if (sanction.kind === "撤销党内职务") {
    return [{ ...periodBar("任相当领导职务", start, 24, level, "upper", because), from }];
  }
  if (sanction.kind === "留党察看") {
    // Two years from the restoration of rights; when it is not recorded, from the probation's end.
    const months = sanction.months ?? 12;
    const restored = Temporal.PlainDate.from(sanction.restored ?? from.add({ months }).toString());
    // An older period's remainder lengthens both; that it does so to the probation itself is as the engine has it.
    const after = {
      ...periodBar("任相当领导职务", restored.add({ days: left }), 24, level, "upper", because),
      from: restored,
    };
    if (before(from, APPOINTMENT_RULES_FROM)) return [after];
    // During the probation itself only the norm on candidates closes promotion.
    const during = { ...periodBar("提拔", start, months, level, "upper", because), from };
    // Rights restored late: till then the probation went on. The readings do not say so; it is as the engine has it.
    const eve = restored.subtract({ days: 1 });
    return [before(during.until, eve) ? { ...during, until: eve, grey: null } : during, after];
  }
  return [];
}

/** A period of months from its first day: the last barred day is the day before the anniversary, which is a grey day. */
export function periodBar(
  bars: Purpose,
  from: PlainDate,
  months: number,
  baseline: Level | null,
  layer: LayerName,
  because: number | string,
): Bar {
  const anniversary = from.add({ months });
  const exists = anniversary.day === from.day;
  return {
    bars,
    from,
    until: exists ? anniversary.subtract({ days: 1 }) : anniversary,
    grey: exists ? anniversary : null,
    baseline,
    everyLevel: false,
    layer,
    because,
  };
}

/** The calendar year of the effective date. The readings do not give its first barred day; it is the effective day, as the engine has it. */
function yearBar(bars: Purpose, from: PlainDate, layer: LayerName, because: number): Bar {
  const until = Temporal.PlainDate.from({ year: from.year, month: 12, day: 31 });
  return { bars, from, until, grey: null, baseline: null, everyLevel: false, layer, because };
}

export function effectiveOn(measure: Measure): PlainDate {
  return Temporal.PlainDate.from(measure.effective ?? measure.decided ?? "");
}

function decidedOn(measure: Measure): PlainDate {
  return Temporal.PlainDate.from(measure.decided ?? measure.effective ?? "");
}

export function isHandlingForAccountability(measure: Measure): boolean {
  const light = ["批评教育", "责令作出检查", "通报批评", "诫勉"].includes(measure.kind);
  return !light && measure.handling !== "组织调整" && (measure.ground ?? "问责") === "问责";
}

export function before(day: PlainDate, other: PlainDate | string): boolean {
  return Temporal.PlainDate.compare(day, other) < 0;
}

export function writtenBar(bar: Bar): Restriction {
  const { bars, baseline, layer, because } = bar;
  return { bars, from: bar.from.toString(), until: bar.until.toString(), baseline, layer, because };
}
