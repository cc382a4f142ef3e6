// Article 13 for publicodes: its arithmetic, variations, least and greatest; the calendar is put into the situation, since its dates know
// no months. Levels are ranks, -1 when not recorded; a bar is 0 barred, 1 to be confirmed, 9 untouched.

import Engine from "publicodes";
import { addMonths, lastDayOfYear, yearOf } from "#law/days.ts";
import type { Asked } from "./asked.ts";
import type { PeerAnswer } from "./zen.ts";
import { versionOf } from "./zen.ts";

const noDay = -1_000_000;

/** Answers one question; the answer is an index into ANSWERS. */
export function openPublicodes(): { version: string; ask: (asked: Asked) => Promise<PeerAnswer> } {
  const engine = new Engine(rules);
  return {
    version: versionOf("publicodes"),
    ask: async (asked) => {
      engine.setSituation(situationOf(asked));
      const answer = Number(engine.evaluate("answer").nodeValue);
      return { answer, until: answer === 0 ? Number(engine.evaluate("until").nodeValue) : null };
    },
  };
}

function situationOf(asked: Asked): Record<string, number> {
  const effective = asked.measure === null ? 0 : asked.effective;
  const period = (months: number): { end: number; last: number } => {
    const { day, exact } = addMonths(effective, months);
    return { end: day, last: exact ? day - 1 : day };
  };
  const one = period(12);
  const two = period(24);
  return {
    measure: measures.indexOf(asked.measure ?? ""),
    ground: asked.ground === "accountability" ? 0 : 1,
    adjusted: asked.handling === "adjustment" ? 1 : 0,
    decided: asked.measure === null ? noDay : asked.decided,
    effective,
    "effective year": yearOf(effective),
    "year end": lastDayOfYear(yearOf(effective)),
    "short end": one.end,
    "short last": one.last,
    "long end": two.end,
    "long last": two.last,
    "original level": asked.originalLevel ?? -1,
    "present level": asked.presentLevel ?? -1,
    "reduced level": asked.reducedLevel ?? -1,
    "wanted level": asked.toLevel ?? -1,
    purpose: purposes.indexOf(asked.purpose),
    asked: asked.date,
    consent: asked.consent ?? noDay,
    "open matters": asked.openMatters,
  };
}

const measures = ["transfer", "blame-resignation", "ordered-resignation", "removal", "demotion", "other-handling"];
const purposes = ["promotion", "equivalent-post", "annual-excellence", "honours"];
const inputs = Object.keys(
  situationOf({
    measure: null,
    ground: "accountability",
    handling: "handling",
    decided: 0,
    effective: 0,
    effectiveOn: "",
    originalLevel: null,
    presentLevel: null,
    reducedLevel: null,
    toLevel: null,
    purpose: "",
    date: 0,
    consent: null,
    openMatters: 0,
  }),
);

type Rule = string | number | { [mechanism: string]: unknown };

const all = (...conditions: string[]): Rule => ({ "toutes ces conditions": conditions });
const choose = (...branches: [string, Rule][]) => ({
  otherwise: (last: Rule): Rule => ({
    variations: [...branches.map(([si, alors]) => ({ si, alors })), { sinon: last }],
  }),
});

/** Above the baseline is a promotion; without a level asked, only the question of promotion is barred. */
function above(baseline: string): Rule {
  return choose(
    ["wanted level < 0", choose(["purpose = 0", 0]).otherwise(9)],
    [`${baseline} < 0`, choose(["purpose = 0", 1]).otherwise(9)],
    [`wanted level < ${baseline}`, 0],
  ).otherwise(9);
}

/** A bar while it runs; its grey day turns whatever it finds into a question to be confirmed. */
function bar(runs: string, reach: string, period: "short" | "long"): Rule {
  return choose(
    [`${runs} = non`, 9],
    ["asked < effective", 9],
    [`asked > ${period} end`, 9],
    [`${reach} = 9`, 9],
    [`asked > ${period} last`, 1],
  ).otherwise(reach);
}

const rules = {
  ...Object.fromEntries(inputs.map((name) => [name, null])),
  attaches: all("ground = 0", "adjusted = 0", "decided >= 18011", "measure >= 0"),
  "attaches on a date": all("attaches", "purpose <= 1"),
  "attaches for a year": all("attaches", "purpose >= 2"),
  "short runs": all("attaches on a date", "measure <= 3"),
  "long runs": all("attaches on a date", "measure >= 1", "measure <= 4"),
  "above present": above("present level"),
  "above original": above("original level"),
  "above reduced": above("reduced level"),
  "from original": choose(
    ["wanted level < 0", 0],
    ["original level < 0", 1],
    ["wanted level <= original level", 0],
  ).otherwise(9),
  "short reach": choose(["measure = 0", "above present"]).otherwise("from original"),
  "long reach": choose(["measure = 4", "above reduced"]).otherwise("above original"),
  "year bar": choose(["attaches for a year = non", 9], ["asked = effective year", 0]).otherwise(9),
  "short bar": bar("short runs", "short reach", "short"),
  "long bar": bar("long runs", "long reach", "long"),
  first: { "le minimum de": ["year bar", "short bar", "long bar"] },
  until: {
    "le maximum de": [
      choose(["year bar = 0", "year end"]).otherwise(0),
      choose(["short bar = 0", "short last"]).otherwise(0),
      choose(["long bar = 0", "long last"]).otherwise(0),
    ],
  },
  "first end": choose(["measure = 5", "year end"], ["measure = 4", "long end"]).otherwise("short end"),
  agreed: all("consent >= effective", "consent < asked"),
  "lacks consent": all("attaches on a date", "asked > first end", "asked >= 18011", "agreed = non"),
  answer: choose(["first < 9", "first"], ["lacks consent", 2], ["open matters > 0", 3]).otherwise(4),
};
