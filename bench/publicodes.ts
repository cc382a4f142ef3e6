// Article 13 for publicodes: its arithmetic, variations, least and greatest; the calendar is put into the situation, since its dates know
// no months. Levels are ranks, -1 when not recorded; a bar is 0 barred, 2 to be confirmed, 9 untouched.

import Engine from "publicodes";
import { addMonths, lastDayOfYear, yearOf } from "#law/reckon/days.ts";
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
  const period = (months: number): { end: number; last: number; grey: number } => {
    const { day, exact } = addMonths(effective, months);
    return { end: day, last: exact ? day - 1 : day, grey: exact ? day : noDay };
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
    "short grey": one.grey,
    "long end": two.end,
    "long last": two.last,
    "long grey": two.grey,
    "original level": asked.originalLevel ?? -1,
    "present level": asked.presentLevel ?? -1,
    "own level": asked.ownLevel ?? -1,
    "reduced level": asked.reducedLevel ?? -1,
    "wanted level": asked.toLevel ?? -1,
    purpose: purposes.indexOf(asked.purpose),
    asked: asked.date,
    consent: asked.consent ?? noDay,
    "consent perhaps": asked.consentPerhaps ?? noDay,
    "open matters": asked.openMatters,
    incomplete: asked.incomplete ? 1 : 0,
  };
}

const measures = ["transfer", "blame-resignation", "ordered-resignation", "removal", "demotion", "other-handling"];
const purposes = ["promotion", "equivalent-post", "further-use", "rank-promotion", "annual-excellence", "honours"];
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
    ownLevel: null,
    reducedLevel: null,
    toLevel: null,
    purpose: "",
    date: 0,
    consent: null,
    consentPerhaps: null,
    openMatters: 0,
    incomplete: false,
  }),
);

type Rule = string | number | { [mechanism: string]: unknown };

const all = (...conditions: string[]): Rule => ({ "toutes ces conditions": conditions });
const choose = (...branches: [string, Rule][]) => ({
  otherwise: (last: Rule): Rule => ({
    variations: [...branches.map(([si, alors]) => ({ si, alors })), { sinon: last }],
  }),
});

/** Above the baseline is a promotion; asked without a level, a promotion is one step up. */
function above(baseline: string): Rule {
  return choose(
    ["wanted level < 0", oneUp(`own level <= ${baseline}`, baseline)],
    [`${baseline} < 0`, 2],
    [`wanted level < ${baseline}`, 0],
  ).otherwise(9);
}

/** What a bar says of a promotion whose level is not named: one step above one's own. */
function oneUp(reaches: string, baseline: string): Rule {
  return choose(["purpose > 0", 2], ["own level < 0", 2], [`${baseline} < 0`, 2], [reaches, 0]).otherwise(2);
}

/** A bar while it runs; its grey day turns whatever it finds into a question to be confirmed. */
function bar(runs: string, reach: string, period: "short" | "long"): Rule {
  return choose(
    [`${runs} = non`, 9],
    ["asked < effective", 9],
    [`asked > ${period} end`, 9],
    [`${reach} = 9`, 9],
    [`asked > ${period} last`, 2],
  ).otherwise(reach);
}

const rules = {
  ...Object.fromEntries(inputs.map((name) => [name, null])),
  attaches: all("ground = 0", "adjusted = 0", "decided >= 18011", "measure >= 0"),
  "attaches on a date": all("attaches", "purpose <= 2"),
  "attaches for a year": all("attaches", "purpose >= 4"),
  "short runs": all("attaches on a date", "measure <= 3"),
  "long runs": all("attaches on a date", "measure >= 1", "measure <= 4"),
  "above present": above("present level"),
  "above original": above("original level"),
  "above reduced": above("reduced level"),
  "from original": choose(
    ["wanted level < 0", choose(["purpose > 0", 0]).otherwise("one up from original")],
    ["original level < 0", 2],
    ["wanted level <= original level", 0],
  ).otherwise(9),
  "one up from original": oneUp("own level <= original level + 1", "original level"),
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
  ahead: all("attaches on a date", "decided <= asked", "asked < effective"),
  "in effect": all("attaches on a date", "asked >= effective"),
  "first end": choose(["measure = 5", "effective - 1"], ["measure = 4", "long end"]).otherwise("short end"),
  "first grey": choose(["measure = 5", noDay], ["measure = 4", "long grey"]).otherwise("short grey"),
  expired: all("in effect", "asked > first end"),
  "on the grey day": all("in effect", "asked = first grey"),
  "lacks consent": all("expired", "consent perhaps < effective"),
  "asks for consent": { "une de ces conditions": ["expired", "on the grey day"] },
  "consent unsure": all("asks for consent", "consent < effective"),
  answer: choose(
    ["first = 0", 0],
    ["open matters > 0", 1],
    ["first = 2", 2],
    ["ahead", 2],
    ["incomplete = 1", 2],
    ["lacks consent", 3],
    ["consent unsure", 2],
  ).otherwise(4),
};
