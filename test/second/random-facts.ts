// Random fact sets, seeded, crowded around the days on which an answer changes.

import { addDays, endOfYear, periodFrom, yearOf } from "./days.ts";
import {
  GOVERNMENT_SANCTIONS,
  HANDLING_KINDS,
  LEVELS,
  MEASURE_KINDS,
  PARTY_SANCTIONS,
  type Consent,
  type FactLine,
  type Ground,
  type Interpretation,
  type Level,
  type Measure,
  type MeasureKind,
  type NormDecision,
  type Purpose,
  type Question,
  type Sanction,
} from "./facts.ts";
import { NORM_KEYS, REGULATION, decidedOn, effectiveOn } from "./norms.ts";
import { randomFrom, type Random } from "./random.ts";
import { rank } from "./reach.ts";
import { READINGS } from "./readings.ts";
import { barsOf, restorationDue } from "./restrictions.ts";

const OFTEN: readonly MeasureKind[] = ["诫勉", "调离岗位", "引咎辞职", "责令辞职", "免职", "免职", "降职", "降职"];

const PURPOSES: readonly Purpose[] = [
  "提拔",
  "提拔",
  "提拔",
  "任相当领导职务",
  "任相当领导职务",
  "任相当领导职务",
  "晋升职级",
  "进一步使用",
  "进一步使用",
  "年度考核评优",
  "评选先进",
];

/** Month ends, leap days, year ends, and the days on which a norm begins or ends. */
const EDGES: readonly string[] = [
  "2018-09-30",
  "2018-10-01",
  "2018-12-31",
  "2019-02-28",
  "2019-03-01",
  "2019-04-24",
  "2019-04-25",
  "2019-05-31",
  "2019-06-01",
  "2019-08-31",
  "2019-12-31",
  "2020-01-01",
  "2020-01-31",
  "2020-02-28",
  "2020-02-29",
  "2020-03-31",
  "2020-06-30",
  "2020-07-01",
  "2020-08-31",
  "2021-02-28",
  "2021-03-18",
  "2021-03-19",
  "2022-02-28",
  "2022-08-31",
  "2022-12-31",
  "2023-08-31",
  "2023-12-31",
  "2024-01-01",
  "2024-02-28",
  "2024-02-29",
  "2025-02-28",
  "2025-12-31",
];
/** Days of which few rows tell. */
const LONG_AGO: readonly string[] = [
  "2005-12-31",
  "2006-01-01",
  "2014-12-31",
  "2015-01-01",
  "2015-12-31",
  "2016-01-01",
];
const FIRST = "2018-01-01";

/** Endless: the same seed gives the same fact sets in the same order. */
export function* randomFacts(seed: number): Generator<FactLine, never> {
  const random = randomFrom(seed);
  for (let index = 0; ; index += 1) yield oneFactSet(random, `s${seed}-${index}`);
}

function oneFactSet(random: Random, id: string): FactLine {
  const first = someDay(random);
  const level = someLevel(random, 0.06);
  const facts: FactLine = {
    format: 2,
    id,
    person: { level },
    measures: [],
    sanctions: [],
    consents: [],
    openMatters: random.chance(0.05) ? random.between(1, 2) : 0,
    question: { purpose: "提拔", date: first },
  };
  if (random.chance(0.3)) facts.person.managedBy = random.pick(["市管", "区管", "单位管"]);
  if (random.chance(0.2)) facts.person.historyComplete = random.chance(0.8);
  for (let count = random.pick([0, 1, 1, 1, 1, 2, 3]); count > 0; count -= 1) {
    facts.measures.push(someMeasure(random, near(random, first), level));
  }
  for (let count = random.pick([0, 0, 0, 1, 1, 2, 3]); count > 0; count -= 1) {
    facts.sanctions.push(someSanction(random, near(random, first), level));
  }
  if (random.chance(0.1)) facts.sanctions.push(...equalSanctions(random, near(random, first)));
  if (random.chance(0.7)) facts.norms = someNormDecisions(random, first);
  if (random.chance(0.15)) facts.interpretations = someInterpretations(random, first);
  facts.question = someQuestion(random, facts, first);
  if (random.chance(0.1)) revokeOne(random, facts);
  facts.consents = someConsents(random, facts);
  return facts;
}

function someMeasure(random: Random, effective: string, level: Level | null): Measure {
  const kind = random.chance(0.75) ? random.pick(OFTEN) : random.pick(MEASURE_KINDS);
  const handling = HANDLING_KINDS.includes(kind);
  const measure: Measure = { kind, ...someDays(random, effective) };
  if (handling && random.chance(0.4)) measure.handling = random.chance(0.35) ? "组织调整" : "组织处理";
  if (random.chance(0.2)) measure.ground = "问责";
  if ((kind === "免职" || kind === "调离岗位") && random.chance(0.2)) measure.ground = "不适宜担任现职";
  if (kind === "免职" && random.chance(0.12)) measure.ground = random.pick<Ground>(["手续", "到龄", "届满"]);
  if (handling && random.chance(0.9)) {
    measure.originalLevel = random.chance(0.7) ? oneAbove(random, level) : someLevel(random, 0.1);
  }
  if (kind === "降职" && random.chance(0.9)) measure.reducedLevel = belowThe(random, measure.originalLevel ?? null);
  if (random.chance(0.15)) measure.presentLevel = someLevel(random, 0.2);
  if (random.chance(0.1)) measure.basis = random.chance(0.7) ? REGULATION : "wenze-2019";
  if (random.chance(0.1)) measure.conduct = someConduct(random, effective, measure.basis ?? REGULATION);
  return measure;
}

/** Mostly only one of the two days, or both the same, or a decision some days before it takes effect. */
function someDays(random: Random, effective: string): { decided?: string; effective?: string } {
  switch (random.between(0, 4)) {
    case 0:
      return { decided: effective };
    case 1:
      return { effective };
    case 2:
      return { decided: effective, effective };
    default: {
      const lead = random.pick([1, 2, random.between(1, 40), random.between(1, 200)]);
      return { decided: addDays(effective, -lead), effective };
    }
  }
}

/** Of a measure of the regulation it never ended before the regulation was in force. */
function someConduct(random: Random, effective: string, basis: string): { from: string; to?: string | null } {
  const from = addDays(effective, -random.between(100, 900));
  if (random.chance(0.3)) return { from, to: null };
  const to = addDays(from, random.between(0, 99));
  if (basis === REGULATION && to < "2019-04-25") {
    return from > "2019-04-25" ? { from } : { from, to: random.chance(0.5) ? "2019-04-25" : null };
  }
  return { from, to };
}

function someSanction(random: Random, effective: string, level: Level | null): Sanction {
  const kind = random.pick(random.chance(0.55) ? PARTY_SANCTIONS : GOVERNMENT_SANCTIONS);
  // For good is for good: more of them would tell little.
  if (kind === "政务开除" && random.chance(0.6)) return someSanction(random, effective, level);
  const sanction: Sanction = { kind, ...someDays(random, effective) };
  if (random.chance(0.15)) sanction.level = random.chance(0.6) ? oneAbove(random, level) : someLevel(random, 0.2);
  if (kind !== "留党察看") return sanction;
  sanction.months = random.pick([12, 24]);
  if (random.chance(0.2)) sanction.extended = random.pick([6, 12]);
  if (random.chance(0.6)) {
    const due = restorationDue(sanction);
    sanction.restored = random.chance(0.6) ? due : addDays(due, random.pick([0, 1, 2, random.between(0, 60)]));
  }
  return sanction;
}

/** Two or three equal government sanctions of one day, often with the one period that is set for all, from a single one to the sum. */
function equalSanctions(random: Random, effective: string): Sanction[] {
  const [kind, single] = random.pick([
    ["政务警告", 6],
    ["政务记过", 12],
    ["政务记大过", 18],
    ["政务降级", 24],
    ["政务撤职", 24],
  ] as const);
  const count = random.pick([2, 2, 2, 3]);
  const equals: Sanction[] = [];
  for (let index = 0; index < count; index += 1) equals.push({ kind, ...someDays(random, effective) });
  if (random.chance(0.55)) return equals;
  const most = Math.min(count * single, 48);
  const set = random.chance(0.5) ? random.pick([single, most]) : random.between(single, most);
  return equals.map((one, index) => (index === 0 || random.chance(0.5) ? { ...one, months: set } : one));
}

function someNormDecisions(random: Random, first: string): Record<string, NormDecision> {
  const norms: Record<string, NormDecision> = {};
  const share = random.pick([0.5, 1, 1]);
  for (const key of Object.values(NORM_KEYS).flat()) {
    if (!random.chance(share)) continue;
    const applies = random.chance(0.6) ? "2018-01-01" : addDays(first, random.between(-100, 800));
    norms[key] = random.chance(0.4) ? "not-applied" : { applies };
  }
  return norms;
}

function someInterpretations(random: Random, first: string): Interpretation[] {
  const interpretations: Interpretation[] = [];
  for (let count = random.pick([1, 1, 2, 3]); count > 0; count -= 1) {
    const setting = random.pick(Object.keys(READINGS) as (keyof typeof READINGS)[]);
    const validFrom = random.chance(0.4)
      ? "2019-04-25"
      : addDays(first, random.pick([-1, 0, 1, random.between(-60, 700)]));
    const one: Interpretation = { setting, value: random.pick(READINGS[setting]), validFrom };
    if (random.chance(0.8)) one.recompute = random.chance(0.7);
    interpretations.push(one);
  }
  return interpretations;
}

function someQuestion(random: Random, facts: FactLine, first: string): Question {
  const purpose = random.pick(PURPOSES);
  const { all } = barsOf({ ...facts, question: { purpose: "提拔", date: "2030-01-01" } });
  const open = all.filter((one) => one.unset !== null || one.restorationMissing);
  const among = open.length > 0 && random.chance(0.5) ? open : all;
  const bar = all.length === 0 || random.chance(0.15) ? null : random.pick(among);
  if (purpose === "年度考核评优" || purpose === "评选先进") {
    const last = bar?.until ?? endOfYear(yearOf(first));
    return { purpose, year: yearOf(random.chance(0.7) ? (bar?.from ?? first) : last) + random.pick([-1, 0, 0, 0, 1]) };
  }
  let date = addDays(first, random.between(-60, 900));
  if (bar !== null) {
    const until = bar.until ?? addDays(bar.from, 800);
    const edges = [bar.from, until, until, bar.grey ?? until, bar.unset?.until ?? until, bar.unset?.grey ?? until];
    date = addDays(random.pick(edges), random.pick([-1, 0, 0, 1, 1, 2, random.between(-40, 400)]));
    if (random.chance(0.1)) date = random.pick([...facts.measures, ...facts.sanctions].map(decidedOn));
  }
  if (random.chance(0.05)) date = random.pick(EDGES);
  const question: Question = { purpose, date };
  if (random.chance(0.2)) return question;
  const baseline = random.chance(0.6) ? (bar?.baseline ?? facts.person.level ?? null) : null;
  question.toLevel = baseline === null ? someLevel(random, 0.1) : besideThe(random, baseline);
  return question;
}

/** Revoked on a day about the day asked, or on any. */
function revokeOne(random: Random, facts: FactLine): void {
  const records = [...facts.measures, ...facts.sanctions];
  if (records.length === 0) return;
  const { question } = facts;
  const asked = "year" in question ? endOfYear(question.year) : question.date;
  const record = random.pick(records);
  record.revoked = addDays(asked, random.pick([-1, 0, 1, 1, random.between(-400, 400)]));
  // Often issued afresh.
  const measure = facts.measures.find((one) => one === record);
  if (measure === undefined || !random.chance(0.4)) return;
  const { revoked: _, decided: __, conduct: ___, ...same } = measure;
  facts.measures.push({ ...same, effective: random.chance(0.5) ? record.revoked : addDays(record.revoked, 30) });
}

/** On, before and after the days that matter: the effective days, the ends of periods and the day of the question. */
function someConsents(random: Random, facts: FactLine): Consent[] {
  const { question } = facts;
  const days = [...facts.measures, ...facts.sanctions].map(effectiveOn);
  if ("date" in question) {
    days.push(question.date, question.date, question.date);
    for (const bar of barsOf(facts).all) if (bar.until !== null) days.push(bar.until);
  }
  if (days.length === 0) return [];
  const consents: Consent[] = [];
  for (let count = random.pick([0, 0, 1, 1, 1, 2]); count > 0; count -= 1) {
    const on = addDays(random.pick(days), random.pick([-1, 0, 1, -1, random.between(-300, 300)]));
    const consent: Consent = { on };
    if (random.chance(0.3)) consent.toLevel = someLevel(random, 0.1);
    if (random.chance(0.3)) consent.by = random.chance(0.8) ? "上级组织人事部门" : "党工委工作部";
    consents.push(consent);
  }
  return consents;
}

function someLevel(random: Random, unknown: number): Level | null {
  return random.chance(unknown) ? null : random.pick(LEVELS.slice(random.between(0, 4)));
}

function oneAbove(random: Random, level: Level | null): Level | null {
  if (level === null || random.chance(0.5)) return level;
  return LEVELS[LEVELS.indexOf(level) - 1] ?? level;
}

function belowThe(random: Random, original: Level | null): Level | null {
  if (original === null) return someLevel(random, 0.2);
  const below = LEVELS.filter((level) => rank(level) < rank(original));
  if (below.length === 0) return null;
  return random.chance(0.7) ? (below[0] ?? null) : random.pick(below);
}

/** The level itself, one above or one below. */
function besideThe(random: Random, level: Level): Level {
  return LEVELS[LEVELS.indexOf(level) + random.pick([-1, -1, 0, 0, 1])] ?? level;
}

function someDay(random: Random): string {
  if (random.chance(0.03)) return random.pick(LONG_AGO);
  if (random.chance(0.4)) return random.pick(EDGES);
  return addDays(FIRST, random.between(0, 3000));
}

/** The same day, a day beside it, an anniversary of it, or one within two years. */
function near(random: Random, day: string): string {
  const way = random.between(0, 9);
  if (way <= 2) return day;
  if (way === 3) return addDays(day, random.pick([-1, 1]));
  if (way <= 5) {
    const period = periodFrom(day, random.pick([6, 12, 18, 24]));
    return addDays(period.until, random.pick([-1, 0, 1, 2]));
  }
  if (way === 6) return random.pick(EDGES);
  return addDays(day, random.between(-700, 700));
}
