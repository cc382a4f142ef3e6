// Random fact sets, seeded, crowded around the days on which an answer changes.

import {
  LEVELS,
  type FactSet,
  type Level,
  type Measure,
  type MeasureKind,
  type Purpose,
  type Question,
  type Sanction,
  type SanctionKind,
} from "./facts.ts";
import { barsOf } from "./restrictions.ts";

type PlainDate = Temporal.PlainDate;

const MEASURES: readonly MeasureKind[] = [
  "批评教育",
  "责令作出检查",
  "通报批评",
  "诫勉",
  "诫勉",
  "调离岗位",
  "调离岗位",
  "引咎辞职",
  "责令辞职",
  "免职",
  "免职",
  "降职",
  "降职",
  "其他组织处理",
];
const PARTY_SANCTIONS: readonly SanctionKind[] = ["党内警告", "党内严重警告", "撤销党内职务", "留党察看", "开除党籍"];
const GOVERNMENT_SANCTIONS: readonly SanctionKind[] = [
  "政务警告",
  "政务记过",
  "政务记大过",
  "政务降级",
  "政务撤职",
  "政务开除",
];
const PURPOSES: readonly Purpose[] = [
  "提拔",
  "提拔",
  "提拔",
  "任相当领导职务",
  "任相当领导职务",
  "年度考核评优",
  "评选先进",
];

/** Month ends, leap days, year ends, and the days on which a norm begins or ends. */
const EDGES: readonly string[] = [
  "2018-09-30",
  "2018-12-31",
  "2019-02-28",
  "2019-03-01",
  "2019-04-24",
  "2019-04-25",
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
  "2021-03-01",
  "2022-02-28",
  "2022-12-31",
  "2023-08-31",
  "2023-12-31",
  "2024-01-01",
  "2024-02-28",
  "2024-02-29",
  "2025-02-28",
  "2025-12-31",
];
const FIRST = Temporal.PlainDate.from("2018-06-01");

/** Endless: the same seed gives the same fact sets in the same order. */
export function* randomFacts(seed: number): Generator<FactSet, never> {
  const random = randomFrom(seed);
  for (let index = 0; ; index += 1) yield oneFactSet(random, `s${seed}-${index}`);
}

function oneFactSet(random: Random, id: string): FactSet {
  const partyMember = random.chance(0.9);
  const first = someDay(random);
  const measures: Measure[] = [];
  const sanctions: Sanction[] = [];
  const measureCount = random.pick([0, 1, 1, 1, 2, 2, 3]);
  for (let count = 0; count < measureCount; count += 1) measures.push(someMeasure(random, near(random, first)));
  const sanctionCount = random.pick([0, 0, 0, 1, 1, 2, 3]);
  for (let count = 0; count < sanctionCount; count += 1) {
    sanctions.push(someSanction(random, partyMember, near(random, first)));
  }
  if (random.chance(0.03)) sanctions.push(...equalPair(random, near(random, first)));
  const facts: FactSet = {
    format: 1,
    id,
    person: { partyMember, level: someLevel(random) },
    measures,
    sanctions,
    consents: [],
    openMatters: random.chance(0.05) ? random.between(1, 2) : 0,
    question: { purpose: "提拔", date: first.toString() },
  };
  facts.question = someQuestion(random, facts, first);
  facts.consents = someConsents(random, facts);
  return facts;
}

function someMeasure(random: Random, effective: PlainDate): Measure {
  const kind = random.pick(MEASURES);
  const measure: Measure = { kind };
  const known = random.between(0, 3);
  if (known > 0) measure.effective = effective.toString();
  if (known !== 1) {
    const lead = random.chance(0.5) ? 0 : random.between(0, 30);
    measure.decided = (known === 0 ? effective : effective.subtract({ days: lead })).toString();
  }
  const light = kind === "批评教育" || kind === "责令作出检查" || kind === "通报批评" || kind === "诫勉";
  if (!light && random.chance(0.5)) measure.handling = random.chance(0.3) ? "组织调整" : "组织处理";
  if (!light && random.chance(0.4)) measure.ground = random.chance(0.4) ? "不适宜担任现职" : "问责";
  if (!light && random.chance(0.8)) measure.originalLevel = someLevel(random);
  if (kind === "降职" && random.chance(0.8)) measure.reducedLevel = someLevel(random);
  return measure;
}

function someSanction(random: Random, partyMember: boolean, effective: PlainDate): Sanction {
  const kind = random.pick(partyMember && random.chance(0.5) ? PARTY_SANCTIONS : GOVERNMENT_SANCTIONS);
  const sanction: Sanction = { kind, effective: effective.toString() };
  if (kind !== "留党察看") return sanction;
  const months = random.pick([12, 24] as const);
  sanction.months = months;
  if (random.chance(0.6)) {
    const due = effective.add({ months });
    sanction.restored = (random.chance(0.5) ? due : due.add({ days: random.between(-20, 40) })).toString();
  }
  return sanction;
}

/** Two equal government sanctions of one day, mostly with the one period that is set for both, from a single one to the sum. */
function equalPair(random: Random, effective: PlainDate): Sanction[] {
  const [kind, single] = random.pick([
    ["政务警告", 6],
    ["政务记过", 12],
    ["政务记大过", 18],
    ["政务降级", 24],
  ] as const);
  const sanction: Sanction = { kind, effective: effective.toString() };
  if (sanction.effective < "2020-07-01" || random.chance(0.2)) return [sanction, { ...sanction }];
  const months = random.between(single, Math.min(2 * single, 48));
  return [{ ...sanction, months }, random.chance(0.5) ? { ...sanction, months } : { ...sanction }];
}

function someQuestion(random: Random, facts: FactSet, first: PlainDate): Question {
  const purpose = random.pick(PURPOSES);
  const bars = barsOf(facts);
  const bar = bars.length === 0 || random.chance(0.2) ? null : random.pick(bars);
  if (purpose === "年度考核评优" || purpose === "评选先进") {
    return { purpose, year: (bar?.from ?? first).year + random.pick([-1, 0, 0, 0, 1]) };
  }
  let date = first.add({ days: random.between(-60, 900) });
  if (bar !== null) {
    const boundary = random.pick([bar.from, bar.until, bar.until, bar.grey ?? bar.until]);
    date = boundary.add({ days: random.pick([-1, 0, 0, 1, 1, 2, random.between(-40, 400)]) });
  }
  if (random.chance(0.1)) date = Temporal.PlainDate.from(random.pick(EDGES));
  const question: Question = { purpose, date: date.toString() };
  if (random.chance(0.8)) question.toLevel = someLevel(random);
  return question;
}

/** Given on, before and after the days that matter: the effective days and the day of the question. */
function someConsents(random: Random, facts: FactSet): string[] {
  const days = [
    ...facts.measures.map((each) => each.effective ?? each.decided ?? ""),
    ...facts.sanctions.map((each) => each.effective),
  ];
  if ("date" in facts.question) days.push(facts.question.date, facts.question.date);
  if (days.length === 0) return [];
  const consents: string[] = [];
  const count = random.pick([0, 0, 1, 1, 2]);
  for (let index = 0; index < count; index += 1) {
    const offset = random.pick([-1, 0, 1, -1, random.between(-300, 300)]);
    consents.push(Temporal.PlainDate.from(random.pick(days)).add({ days: offset }).toString());
  }
  return consents;
}

function someLevel(random: Random): Level | null {
  return random.chance(0.08) ? null : random.pick(LEVELS.slice(random.between(0, 3)));
}

function someDay(random: Random): PlainDate {
  if (random.chance(0.4)) return Temporal.PlainDate.from(random.pick(EDGES));
  return FIRST.add({ days: random.between(0, 2900) });
}

/** The same day, a day beside it, an anniversary of it, or one within two years. */
function near(random: Random, day: PlainDate): PlainDate {
  const way = random.between(0, 9);
  if (way <= 2) return day;
  if (way === 3) return day.add({ days: random.pick([-1, 1]) });
  if (way <= 5) return day.add({ months: random.pick([6, 12, 18, 24]) }).add({ days: random.pick([-1, 0, 1]) });
  if (way === 6) return Temporal.PlainDate.from(random.pick(EDGES));
  return day.add({ days: random.between(-700, 700) });
}

type Random = {
  /** A whole number from `low` up to and including `high`. */
  between: (low: number, high: number) => number;
  chance: (share: number) => boolean;
  pick: <One>(list: readonly One[]) => One;
};

/** A linear congruence of 48 bits, in two halves. */
function randomFrom(seed: number): Random {
  let state = (BigInt(seed) ^ 0x5deece66dn) & 0xffffffffffffn;
  const next = (): number => {
    state = (state * 0x5deece66dn + 0xbn) & 0xffffffffffffn;
    return Number(state >> 16n) / 0x1_0000_0000;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    between,
    chance: (share) => next() < share,
    pick: <One>(list: readonly One[]): One => {
      const one = list[between(0, list.length - 1)];
      if (one === undefined) throw new RangeError("nothing to pick from");
      return one;
    },
  };
}
