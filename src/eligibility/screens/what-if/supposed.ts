// Suppositions, kept in the URL: nobody's records, only kinds, days and levels that the reader chose.
import type { MeasureRecord, SanctionRecord } from "#law/reckon/consequences.ts";
import { parseDay } from "#law/reckon/days.ts";
import type { Facts } from "#law/reckon/eligibility.ts";
import { lawUnder } from "#law/compile/law.ts";
import type { Law } from "#law/compile/law.ts";
import type { Handling } from "#law/pack/vocabulary.ts";
import type { UrlState } from "#web/frame/url-state.ts";

/** Days as ISO text, "" where none is chosen. */
export type SupposedMeasure = {
  kind: string;
  effective: string;
  decided: string;
  handling: Handling;
  original: string;
  reduced: string;
  ground: MeasureRecord["ground"];
};
export type SupposedSanction = { kind: string; effective: string; months: string; restored: string };
export type Supposed = {
  measures: SupposedMeasure[];
  sanctions: SupposedSanction[];
  consents: string[];
  date: string;
  level: string;
  toLevel: string;
  partyMember: "yes" | "no" | "";
  open: boolean;
  /** Not everything is recorded that bears on the day. */
  historyIncomplete: boolean;
  /** Readings that differ from those in force, `name:option`. */
  readings: string[];
};

export function supposedIn(url: UrlState, law: Law, today: string): Supposed {
  const { measures, sanctions, levels } = law.vocabulary;
  const level = (id: string | undefined): string => (levels.some((one) => one.id === id) ? (id ?? "") : "");
  const day = (text: string | undefined): string => (text !== undefined && parseDay(text) !== null ? text : "");
  const member = url.one("party");
  return {
    measures: url.many("m").flatMap((text) => {
      const [kind = "", effective, decided, handling, original, reduced, ground] = text.split(",");
      if (!measures.some((one) => one.id === kind)) return [];
      return [
        {
          kind,
          effective: day(effective),
          decided: day(decided),
          handling: handling === "adjustment" ? ("adjustment" as const) : ("handling" as const),
          original: level(original),
          reduced: level(reduced),
          ground: ground === "unsuitable" ? ("unsuitable" as const) : ("accountability" as const),
        },
      ];
    }),
    sanctions: url.many("s").flatMap((text) => {
      const [kind = "", effective, months = "", restored] = text.split(",");
      if (!sanctions.some((one) => one.id === kind)) return [];
      return [
        { kind, effective: day(effective), months: /^\d{1,3}$/u.test(months) ? months : "", restored: day(restored) },
      ];
    }),
    consents: url.many("c").map(day),
    date: day(url.one("on")) === "" ? today : url.one("on"),
    level: level(url.one("level")),
    toLevel: level(url.one("to")),
    partyMember: member === "yes" || member === "no" ? member : "",
    open: url.one("open") === "yes",
    historyIncomplete: url.one("history") === "incomplete",
    readings: url.many("reading").filter((text) => readingIn(law, text) !== null),
  };
}

/** The URL parameters of a supposition, which `supposedIn` reads. */
export function parametersOf(supposed: Supposed): Record<string, string | string[]> {
  const { date, level, toLevel, partyMember, open, historyIncomplete, readings } = supposed;
  return {
    m: supposed.measures.map((one) =>
      [one.kind, one.effective, one.decided, one.handling, one.original, one.reduced, one.ground].join(","),
    ),
    s: supposed.sanctions.map((one) => [one.kind, one.effective, one.months, one.restored].join(",")),
    // A consent whose day is still to be chosen keeps its line.
    c: supposed.consents.map((one) => (one === "" ? "-" : one)),
    on: date,
    level,
    to: toLevel,
    party: partyMember,
    open: open ? "yes" : "",
    history: historyIncomplete ? "incomplete" : "",
    reading: readings,
  };
}

/** The facts as the engine takes them; measures, sanctions and consents without a day are left out. */
export function supposedFacts(law: Law, supposed: Supposed): Facts {
  const present = supposed.level === "" ? null : supposed.level;
  const orNull = (text: string): string | null => (text === "" ? null : text);
  return {
    person: {
      partyMember: supposed.partyMember === "" ? null : supposed.partyMember === "yes",
      level: present,
      historyComplete: !supposed.historyIncomplete,
    },
    measures: supposed.measures.flatMap((one): MeasureRecord[] => {
      const effective = parseDay(one.effective);
      if (effective === null) return [];
      const organizational = law.vocabulary.measures.find(({ id }) => id === one.kind)?.class === "organizational";
      return [
        {
          kind: one.kind,
          decided: parseDay(one.decided),
          effective,
          handling: organizational ? one.handling : null,
          originalLevel: orNull(one.original),
          presentLevel: present,
          reducedLevel: orNull(one.reduced),
          ground: one.ground,
        },
      ];
    }),
    sanctions: supposed.sanctions.flatMap((one): SanctionRecord[] => {
      const effective = parseDay(one.effective);
      if (effective === null) return [];
      return [
        {
          kind: one.kind,
          effective,
          months: one.months === "" ? null : Number(one.months),
          restored: parseDay(one.restored),
        },
      ];
    }),
    consents: supposed.consents.flatMap((text) => {
      const day = parseDay(text);
      return day === null ? [] : [{ on: day, toLevel: null }];
    }),
    openMatters: supposed.open ? 1 : 0,
  };
}

/** The law with the readings supposed; null when all are those in force. */
export function otherLaw(law: Law, readings: readonly string[]): Law | null {
  if (readings.length === 0) return null;
  return readings.reduce((changed, text) => {
    const reading = readingIn(law, text);
    return reading === null ? changed : lawUnder(changed, reading.name, reading.option);
  }, law);
}

/** Null when there is no such reading, no such option, or it is the one in force. */
function readingIn(law: Law, text: string): { name: string; option: string } | null {
  const [name = "", option = ""] = text.split(":");
  const setting = law.regulation.settings.find((one) => one.name === name);
  if (setting === undefined || !Object.hasOwn(setting.options, option)) return null;
  return law.settings[name] === option ? null : { name, option };
}
