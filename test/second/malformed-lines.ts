// Lines with one fault each, of every kind that the facts format names, and where in the line the fault is.

import { addDays } from "./days.ts";
import type { FactLine, Measure, Sanction } from "./facts.ts";
import { randomFrom, type Random } from "./random.ts";
import { randomFacts } from "./random-facts.ts";
import { restorationDue } from "./restrictions.ts";

/**
 * `path`: where the fault is, or whatever lies below it. `found` and `allowed`: what the message must name. A line of text is one that no
 * object can be: keys given twice, bytes that are no UTF-8, and the like.
 */
export type Malformed = {
  fault: string;
  path: string;
  found: string | null;
  allowed: string | null;
} & ({ line: Record<string, unknown> } | { text: Uint8Array });

type Fault = { fault: string; path: string; found?: string; allowed?: string; line: object };
/** Makes the one fault in a line that has a measure, a sanction and a consent, each the first of its list. */
type Maker = (facts: FactLine, random: Random) => Fault;

/** Endless, each fault in its turn. */
export function* malformedLines(seed: number): Generator<Malformed, never> {
  const random = randomFrom(seed);
  const good = randomFacts(seed);
  for (;;) {
    for (const maker of MAKERS) {
      const { fault, path, found = null, allowed = null, line } = maker(withAll(good.next().value), random);
      yield { fault, path, found, allowed, line: line as Record<string, unknown> };
    }
    for (const maker of TEXTS) yield maker(good.next().value);
  }
}

function withAll(facts: FactLine): FactLine {
  const effective = "2021-05-10";
  return {
    ...facts,
    measures: [{ kind: "免职", effective, originalLevel: "乡科级正职" }, ...facts.measures],
    sanctions: [{ kind: "党内警告", effective }, ...facts.sanctions],
    consents: [{ on: effective }, ...facts.consents],
    question: { purpose: "提拔", date: "2022-08-01" },
  };
}

const withMeasure = (facts: FactLine, change: object): object => ({
  ...facts,
  measures: [{ ...facts.measures[0], ...change }, ...facts.measures.slice(1)],
});
const withSanction = (facts: FactLine, change: object): object => ({
  ...facts,
  sanctions: [{ ...facts.sanctions[0], ...change }, ...facts.sanctions.slice(1)],
});
const withQuestion = (facts: FactLine, question: object): object => ({ ...facts, question });

const NO_DAYS = ["2021-02-29", "2021-13-01", "2021-04-31", "2021-00-10", "2021-1-5", "2021/01/05", "20210105", "昨天"];
const TOO_FAR = ["1899-12-31", "2200-01-01", "0001-01-01", "9999-12-31"];

/** A day that does not exist, or one outside what is allowed. */
function badDay(random: Random): { day: string; allowed?: string } {
  return random.chance(0.6) ? { day: random.pick(NO_DAYS) } : { day: random.pick(TOO_FAR), allowed: "1900" };
}

function dayFault(path: string, put: (facts: FactLine, day: string) => object): Maker {
  return (facts, random) => {
    const { day, allowed } = badDay(random);
    const fault = { fault: `no such day at ${path}`, path, found: day, line: put(facts, day) };
    return allowed === undefined ? fault : { ...fault, allowed };
  };
}

function wordFault(path: string, found: string, allowed: string, put: (facts: FactLine) => object): Maker {
  return (facts) => ({ fault: `${found} at ${path}`, path, found, allowed, line: put(facts) });
}

const MAKERS: readonly Maker[] = [
  // Kinds, by name.
  wordFault("measures[0].kind", "改组", "免职", (facts) => withMeasure(facts, { kind: "改组" })),
  wordFault("measures[0].kind", "调整", "免职", (facts) => withMeasure(facts, { kind: "调整" })),
  wordFault("measures[0].kind", "撤职", "免职", (facts) => withMeasure(facts, { kind: "撤职" })),
  wordFault("sanctions[0].kind", "警告", "党内警告", (facts) => withSanction(facts, { kind: "警告" })),
  wordFault("sanctions[0].kind", "免职", "党内警告", (facts) => withSanction(facts, { kind: "免职" })),
  // What is only for some measures.
  wordFault("measures[0].handling", "处分", "组织调整", (facts) => withMeasure(facts, { handling: "处分" })),
  (facts, random) => {
    const kind = random.pick<Measure["kind"]>(["批评教育", "责令作出检查", "通报批评", "诫勉"]);
    const line = withMeasure(facts, { kind, originalLevel: null, handling: random.pick(["组织处理", "组织调整"]) });
    return { fault: `handling of ${kind}`, path: "measures[0].handling", line };
  },
  wordFault("measures[0].ground", "违纪", "问责", (facts) => withMeasure(facts, { ground: "违纪" })),
  (facts, random) => {
    const kind = random.pick<Measure["kind"]>(["引咎辞职", "责令辞职", "降职", "其他组织处理", "诫勉"]);
    const line = withMeasure(facts, { kind, ground: "不适宜担任现职" });
    return { fault: `不适宜担任现职 of ${kind}`, path: "measures[0].ground", found: "不适宜担任现职", line };
  },
  (facts) => {
    const line = withMeasure(facts, { reducedLevel: "乡科级副职" });
    return { fault: "a reduced level without a demotion", path: "measures[0].reducedLevel", line };
  },
  (facts, random) => {
    const reducedLevel = random.pick(["乡科级正职", "县处级副职"] as const);
    const line = withMeasure(facts, { kind: "降职", reducedLevel });
    return { fault: "a reduced level that is not lower", path: "measures[0].reducedLevel", found: reducedLevel, line };
  },
  // Days.
  (facts) => ({ fault: "a measure without a day", path: "measures[0]", line: withMeasure(facts, { effective: null }) }),
  (facts) => ({
    fault: "a sanction without a day",
    path: "sanctions[0]",
    line: withSanction(facts, { effective: null }),
  }),
  (facts, random) => {
    const decided = addDays("2021-05-10", random.between(1, 400));
    const line = withMeasure(facts, { decided });
    return { fault: "effective before decided", path: "measures[0].effective", found: "2021-05-10", line };
  },
  (facts, random) => {
    const line = withSanction(facts, { decided: addDays("2021-05-10", random.between(1, 400)) });
    return { fault: "effective before decided", path: "sanctions[0].effective", found: "2021-05-10", line };
  },
  dayFault("measures[0].decided", (facts, decided) => withMeasure(facts, { decided })),
  dayFault("measures[0].effective", (facts, effective) => withMeasure(facts, { effective })),
  dayFault("measures[0].revoked", (facts, revoked) => withMeasure(facts, { revoked })),
  dayFault("measures[0].conduct.to", (facts, to) => withMeasure(facts, { conduct: { from: "2020-01-01", to } })),
  dayFault("sanctions[0].decided", (facts, decided) => withSanction(facts, { decided })),
  dayFault("sanctions[0].effective", (facts, effective) => withSanction(facts, { effective })),
  dayFault("sanctions[0].revoked", (facts, revoked) => withSanction(facts, { revoked })),
  dayFault("consents[0].on", (facts, on) => ({ ...facts, consents: [{ on }] })),
  dayFault("question.date", (facts, date) => withQuestion(facts, { purpose: "提拔", date })),
  dayFault("interpretations[0].validFrom", (facts, validFrom) => ({
    ...facts,
    interpretations: [{ setting: "periodStart", value: "decided", validFrom }],
  })),
  // Conduct that ended before the regulation came into force.
  (facts, random) => {
    const to = addDays("2019-04-24", -random.between(0, 300));
    const conduct = { from: "2018-01-01", to };
    const change = random.chance(0.5) ? { conduct } : { conduct, basis: "benxi-gaoxin-2019-31" };
    return {
      fault: "conduct before the regulation",
      path: "measures[0].conduct",
      found: to,
      line: withMeasure(facts, change),
    };
  },
  // Sanctions.
  (facts, random) => {
    const months = random.pick([6, 18, 36]);
    const line = withSanction(facts, { kind: "留党察看", months });
    return { fault: "months of 留党察看", path: "sanctions[0].months", found: String(months), allowed: "24", line };
  },
  (facts, random) => {
    const months = random.pick([49, 60, 96]);
    const sanction: Sanction = { kind: "政务撤职", effective: "2021-05-10", months };
    const line = { ...facts, sanctions: [sanction, { ...sanction, months: 48 }] };
    return {
      fault: "a set period over 48 months",
      path: "sanctions[0].months",
      found: String(months),
      allowed: "48",
      line,
    };
  },
  (facts) => {
    const line = withSanction(facts, { kind: "政务记过", months: 18 });
    return { fault: "a set period of a single sanction", path: "sanctions[0].months", found: "18", line };
  },
  (facts, random) => {
    const sanction: Sanction = { kind: "留党察看", effective: "2021-05-10", months: random.pick([12, 24]) };
    if (random.chance(0.4)) sanction.extended = 12;
    const restored = addDays(restorationDue(sanction), random.pick([-1, -1, -30]));
    return {
      fault: "restored before the probation has ended",
      path: "sanctions[0].restored",
      found: restored,
      line: withSanction(facts, { ...sanction, restored }),
    };
  },
  dayFault("sanctions[0].restored", (facts, restored) =>
    withSanction(facts, { kind: "留党察看", months: 12, restored }),
  ),
  // Levels and who manages.
  wordFault("person.level", "正科", "乡科级正职", (facts) => ({ ...facts, person: { level: "正科" } })),
  wordFault("measures[0].originalLevel", "正科", "乡科级正职", (facts) =>
    withMeasure(facts, { originalLevel: "正科" }),
  ),
  wordFault("measures[0].presentLevel", "正科", "乡科级正职", (facts) => withMeasure(facts, { presentLevel: "正科" })),
  wordFault("sanctions[0].level", "正科", "乡科级正职", (facts) => withSanction(facts, { level: "正科" })),
  wordFault("consents[0].toLevel", "正科", "乡科级正职", (facts) => ({
    ...facts,
    consents: [{ on: "2021-05-10", toLevel: "正科" }],
  })),
  wordFault("question.toLevel", "副处", "县处级副职", (facts) =>
    withQuestion(facts, { purpose: "提拔", date: "2022-08-01", toLevel: "副处" }),
  ),
  wordFault("person.managedBy", "省管", "市管", (facts) => ({ ...facts, person: { managedBy: "省管" } })),
  // Readings and norms.
  wordFault("interpretations[0].setting", "periodBegin", "periodStart", (facts) => ({
    ...facts,
    interpretations: [{ setting: "periodBegin", value: "decided", validFrom: "2020-01-01" }],
  })),
  wordFault("interpretations[0].value", "announced", "decided", (facts) => ({
    ...facts,
    interpretations: [{ setting: "periodStart", value: "announced", validFrom: "2020-01-01" }],
  })),
  (facts) => ({
    fault: "a norm that is not",
    path: "norms",
    found: "no-pack#rule",
    line: { ...facts, norms: { "no-pack#rule": "not-applied" } },
  }),
  // The question.
  wordFault("question.purpose", "晋升", "晋升职级", (facts) =>
    withQuestion(facts, { purpose: "晋升", date: "2022-08-01" }),
  ),
  (facts) => ({
    fault: "no day asked about",
    path: "question.date",
    line: withQuestion(facts, { purpose: "晋升职级" }),
  }),
  (facts) => ({
    fault: "no year asked about",
    path: "question.year",
    line: withQuestion(facts, { purpose: "评选先进" }),
  }),
  (facts) => {
    const line = withQuestion(facts, { purpose: "年度考核评优", date: "2022-08-01" });
    return { fault: "a day in place of the year", path: "question", line };
  },
  // Wrong shapes.
  (facts, random) => {
    const openMatters = random.pick([-1, 0.5, "1", true]);
    return { fault: "open matters that are no number", path: "openMatters", line: { ...facts, openMatters } };
  },
  (facts) => ({ fault: "measures that are no list", path: "measures", line: { ...facts, measures: {} } }),
  (facts) => ({ fault: "a consent without a day", path: "consents[0].on", line: { ...facts, consents: [{}] } }),
  (facts, random) => {
    const format = random.pick([0, 3, "2", null]);
    return { fault: "an unknown format", path: "format", line: { ...facts, format } };
  },
  // Unknown fields, with the nearest known one.
  wordFault("measure", "measure", "measures", (facts) => ({ ...facts, measure: [] })),
  wordFault("person.partyMember", "partyMember", "level", (facts) => ({ ...facts, person: { partyMember: true } })),
  wordFault("measures[0].kinds", "kinds", "kind", (facts) => withMeasure(facts, { kinds: "免职" })),
  wordFault("measures[0].efective", "efective", "effective", (facts) => withMeasure(facts, { efective: "2021-05-10" })),
  wordFault("sanctions[0].month", "month", "months", (facts) => withSanction(facts, { month: 12 })),
  wordFault("consents[0].tolevel", "tolevel", "toLevel", (facts) => ({
    ...facts,
    consents: [{ on: "2021-05-10", tolevel: null }],
  })),
  wordFault("question.day", "day", "date", (facts) => ({
    ...facts,
    question: { ...facts.question, day: "2022-08-01" },
  })),
];

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const TEXTS: readonly ((facts: FactLine) => Malformed)[] = [
  (facts) => {
    const text = JSON.stringify(facts).replace('"openMatters":', '"openMatters":0,"openMatters":');
    return { fault: "a key given twice", path: "openMatters", found: "openMatters", allowed: null, text: encode(text) };
  },
  (facts) => {
    const text = JSON.stringify(facts).replace('"purpose":', '"purpose":"提拔","purpose":');
    return {
      fault: "a key given twice",
      path: "question.purpose",
      found: "purpose",
      allowed: null,
      text: encode(text),
    };
  },
  () => ({ fault: "a blank line", path: "", found: null, allowed: null, text: encode("") }),
  () => ({ fault: "a line of blanks", path: "", found: null, allowed: null, text: encode("  \t ") }),
  (facts) => ({
    fault: "half a line",
    path: "",
    found: null,
    allowed: null,
    text: encode(JSON.stringify(facts).slice(0, -9)),
  }),
  () => ({ fault: "no object", path: "", found: null, allowed: null, text: encode("[1, 2]") }),
  (facts) => {
    // The two bytes of a character in GB18030 stand for nothing in UTF-8.
    const text = encode(JSON.stringify({ ...facts, id: "??" }));
    const at = text.indexOf(0x3f);
    return { fault: "no UTF-8", path: "", found: null, allowed: null, text: text.with(at, 0xc3).with(at + 1, 0xe2) };
  },
  (facts) => {
    const text = encode(JSON.stringify({ ...facts, id: "x".repeat(1 << 20) }));
    return { fault: "a line over 1 MB", path: "", found: null, allowed: null, text };
  },
];

/** How many faults there are, of objects and of text. */
export const FAULTS = { objects: MAKERS.length, texts: TEXTS.length };
