// Article 13 for json-rules-engine: one rule for each bar, with the calendar as dynamic facts, since the engine has none.

import { Engine } from "json-rules-engine";
import type { Almanac, RuleProperties } from "json-rules-engine";
import { addMonths, lastDayOfYear, yearOf } from "#law/days.ts";
import type { Asked } from "./asked.ts";
import type { PeerAnswer } from "./zen.ts";
import { versionOf } from "./zen.ts";

/** Answers one question; the answer is an index into ANSWERS. */
export function openJsonRules(): { version: string; ask: (asked: Asked) => Promise<PeerAnswer> } {
  const engine = new Engine(rules, { allowUndefinedFacts: true });
  for (const [name, compute] of Object.entries(facts)) engine.addFact(name, (_params, almanac) => compute(almanac));
  return {
    version: versionOf("json-rules-engine"),
    ask: async (asked) => {
      const { almanac, events } = await engine.run({ ...asked });
      let answer = 4;
      let until: number | null = null;
      for (const event of events) {
        const found = Number(event.params?.["answer"]);
        answer = Math.min(answer, found);
        if (found !== 0) continue;
        const last = await almanac.factValue<number>(String(event.params?.["until"]));
        until = until === null ? last : Math.max(until, last);
      }
      return { answer, until };
    },
  };
}

const value = <T>(almanac: Almanac, fact: keyof Asked): Promise<T> => almanac.factValue<T>(fact);

async function endOf(almanac: Almanac, months: number): Promise<{ end: number; last: number }> {
  const { day, exact } = addMonths(await value<number>(almanac, "effective"), months);
  return { end: day, last: exact ? day - 1 : day };
}

const facts: Record<string, (almanac: Almanac) => Promise<number | string | boolean>> = {
  effectiveYear: async (almanac) => yearOf(await value<number>(almanac, "effective")),
  yearEnd: async (almanac) => lastDayOfYear(yearOf(await value<number>(almanac, "effective"))),
  oneEnd: async (almanac) => (await endOf(almanac, 12)).end,
  oneLast: async (almanac) => (await endOf(almanac, 12)).last,
  twoEnd: async (almanac) => (await endOf(almanac, 24)).end,
  twoLast: async (almanac) => (await endOf(almanac, 24)).last,
  abovePresent: (almanac) => above(almanac, "presentLevel"),
  aboveOriginal: (almanac) => above(almanac, "originalLevel"),
  aboveReduced: (almanac) => above(almanac, "reducedLevel"),
  fromOriginal: async (almanac) => {
    const to = await value<number | null>(almanac, "toLevel");
    const baseline = await value<number | null>(almanac, "originalLevel");
    if (to === null) return "barred";
    if (baseline === null) return "unknown";
    return to <= baseline ? "barred" : "open";
  },
  agreed: async (almanac) => {
    const consent = await value<number | null>(almanac, "consent");
    return (
      consent !== null &&
      consent >= (await value<number>(almanac, "effective")) &&
      consent < (await value<number>(almanac, "date"))
    );
  },
};

async function above(almanac: Almanac, level: "presentLevel" | "originalLevel" | "reducedLevel"): Promise<string> {
  const to = await value<number | null>(almanac, "toLevel");
  const baseline = await value<number | null>(almanac, level);
  const promotion = (await value<string>(almanac, "purpose")) === "promotion";
  if (to === null) return promotion ? "barred" : "open";
  if (baseline === null) return promotion ? "unknown" : "open";
  return to < baseline ? "barred" : "open";
}

const resigned = ["blame-resignation", "ordered-resignation", "removal"];
const handled = ["transfer", ...resigned, "demotion", "other-handling"];
const datedPurposes = ["promotion", "equivalent-post"];

const is = (fact: string, wanted: unknown) => ({ fact, operator: "equal", value: wanted, priority: 10 });
const isIn = (fact: string, wanted: unknown[]) => ({ fact, operator: "in", value: wanted, priority: 10 });
const compare = (operator: string, fact: string, other: string) => ({ fact, operator, value: { fact: other } });
const attaches = [
  is("ground", "accountability"),
  is("handling", "handling"),
  { fact: "decided", operator: "greaterThanInclusive", value: 18011, priority: 10 },
];

/** A bar while it runs; on its grey day, and without the level it is measured from, it is to be confirmed. */
function bar(measures: string[], level: string, period: "one" | "two"): RuleProperties[] {
  const common = [
    ...attaches,
    isIn("measure", measures),
    isIn("purpose", datedPurposes),
    compare("greaterThanInclusive", "date", "effective"),
  ];
  const running = compare("lessThanInclusive", "date", `${period}Last`);
  return [
    {
      conditions: { all: [...common, running, is(level, "barred")] },
      event: { type: "bar", params: { answer: 0, until: `${period}Last` } },
    },
    { conditions: { all: [...common, running, is(level, "unknown")] }, event: { type: "bar", params: { answer: 1 } } },
    {
      conditions: {
        all: [
          ...common,
          compare("greaterThan", "date", `${period}Last`),
          compare("lessThanInclusive", "date", `${period}End`),
          isIn(level, ["barred", "unknown"]),
        ],
      },
      event: { type: "bar", params: { answer: 1 } },
    },
  ];
}

/** Renewed use once the shortest period has expired, without a consent in time. */
function consent(measures: string[], end: string): RuleProperties {
  return {
    conditions: {
      all: [
        ...attaches,
        isIn("measure", measures),
        isIn("purpose", datedPurposes),
        compare("greaterThan", "date", end),
        { fact: "date", operator: "greaterThanInclusive", value: 18011 },
        is("agreed", false),
      ],
    },
    event: { type: "consent", params: { answer: 2 } },
  };
}

const rules: RuleProperties[] = [
  {
    conditions: {
      all: [
        ...attaches,
        isIn("measure", handled),
        isIn("purpose", ["annual-excellence", "honours"]),
        compare("equal", "date", "effectiveYear"),
      ],
    },
    event: { type: "bar", params: { answer: 0, until: "yearEnd" } },
  },
  ...bar(["transfer"], "abovePresent", "one"),
  ...bar(resigned, "fromOriginal", "one"),
  ...bar(resigned, "aboveOriginal", "two"),
  ...bar(["demotion"], "aboveReduced", "two"),
  consent(["transfer", ...resigned], "oneEnd"),
  consent(["demotion"], "twoEnd"),
  consent(["other-handling"], "yearEnd"),
  {
    conditions: { all: [{ fact: "openMatters", operator: "greaterThan", value: 0 }] },
    event: { type: "pending", params: { answer: 3 } },
  },
];
