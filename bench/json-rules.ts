// Article 13 for json-rules-engine: one rule for each bar, with the calendar as dynamic facts, since the engine has none.

import { Engine } from "json-rules-engine";
import type { Almanac, RuleProperties } from "json-rules-engine";
import { addMonths, lastDayOfYear, yearOf } from "#law/reckon/days.ts";
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

const NO_GREY_DAY = -1;

async function endOf(almanac: Almanac, months: number): Promise<{ end: number; last: number; grey: number }> {
  const { day, exact } = addMonths(await value<number>(almanac, "effective"), months);
  return { end: day, last: exact ? day - 1 : day, grey: exact ? day : NO_GREY_DAY };
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
    if (to === null) {
      if ((await value<string>(almanac, "purpose")) !== "promotion") return "barred";
      const own = await value<number | null>(almanac, "ownLevel");
      return own !== null && baseline !== null && own - 1 <= baseline ? "barred" : "unknown";
    }
    if (baseline === null) return "unknown";
    return to <= baseline ? "barred" : "open";
  },
  agreed: (almanac) => agreed(almanac, "consent"),
  perhapsAgreed: (almanac) => agreed(almanac, "consentPerhaps"),
  oneGrey: async (almanac) => (await endOf(almanac, 12)).grey,
  twoGrey: async (almanac) => (await endOf(almanac, 24)).grey,
};

async function agreed(almanac: Almanac, which: "consent" | "consentPerhaps"): Promise<boolean> {
  const consent = await value<number | null>(almanac, which);
  return consent !== null && consent >= (await value<number>(almanac, "effective"));
}

async function above(almanac: Almanac, level: "presentLevel" | "originalLevel" | "reducedLevel"): Promise<string> {
  const to = await value<number | null>(almanac, "toLevel");
  const baseline = await value<number | null>(almanac, level);
  if (to === null) {
    const promotion = (await value<string>(almanac, "purpose")) === "promotion";
    const own = await value<number | null>(almanac, "ownLevel");
    return promotion && own !== null && baseline !== null && own - 1 < baseline ? "barred" : "unknown";
  }
  if (baseline === null) return "unknown";
  return to < baseline ? "barred" : "open";
}

const resigned = ["blame-resignation", "ordered-resignation", "removal"];
const handled = ["transfer", ...resigned, "demotion", "other-handling"];
const datedPurposes = ["promotion", "equivalent-post", "further-use"];

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
    { conditions: { all: [...common, running, is(level, "unknown")] }, event: { type: "bar", params: { answer: 2 } } },
    {
      conditions: {
        all: [
          ...common,
          compare("greaterThan", "date", `${period}Last`),
          compare("lessThanInclusive", "date", `${period}End`),
          isIn(level, ["barred", "unknown"]),
        ],
      },
      event: { type: "bar", params: { answer: 2 } },
    },
  ];
}

/** Renewed use once the shortest period has expired, without a consent in time; on its grey day, and with one for some level, to be confirmed. */
function consent(measures: string[], expired: ReturnType<typeof compare>[], grey: string | null): RuleProperties[] {
  const common = [...attaches, isIn("measure", measures), isIn("purpose", datedPurposes)];
  const asked = grey === null ? expired : [...expired, compare("equal", "date", grey)];
  return [
    {
      conditions: { all: [...common, { any: expired }, is("perhapsAgreed", false)] },
      event: { type: "consent", params: { answer: 3 } },
    },
    ...asked.map((when, place) => ({
      conditions: {
        all: [...common, when, is("agreed", false), ...(place < expired.length ? [is("perhapsAgreed", true)] : [])],
      },
      event: { type: "consent", params: { answer: 2 } },
    })),
  ];
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
  ...consent(["transfer", ...resigned], [compare("greaterThan", "date", "oneEnd")], "oneGrey"),
  ...consent(["demotion"], [compare("greaterThan", "date", "twoEnd")], "twoGrey"),
  ...consent(["other-handling"], [compare("greaterThanInclusive", "date", "effective")], null),
  {
    // Decided already and not in effect yet.
    conditions: {
      all: [
        ...attaches,
        isIn("measure", handled),
        isIn("purpose", datedPurposes),
        compare("greaterThanInclusive", "date", "decided"),
        compare("lessThan", "date", "effective"),
      ],
    },
    event: { type: "ahead", params: { answer: 2 } },
  },
  {
    conditions: { all: [is("incomplete", true)] },
    event: { type: "incomplete", params: { answer: 2 } },
  },
  {
    conditions: { all: [{ fact: "openMatters", operator: "greaterThan", value: 0 }] },
    event: { type: "pending", params: { answer: 1 } },
  },
];
