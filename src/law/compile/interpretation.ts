// Interpretations of the regulation: recorded decisions of its interpreting bodies, and which reading is in force when.
import { z } from "zod";
import type { Sentence } from "../text/citation.ts";
import { formatDay } from "../reckon/days.ts";
import type { Day } from "../reckon/days.ts";
import type { Law } from "./law.ts";
import { FOREVER } from "./table.ts";
import { countedByInterpretation } from "./words.ts";

/** One recorded interpretation, as far as the engine looks at it. A list of them stands in the order in which they were confirmed. */
export const interpretationInLaw = z.object({
  id: z.string(),
  number: z.string(),
  /** The day of the document. */
  on: z.number(),
  /** Decisions of this day and later use it. */
  from: z.number(),
  /** The interpretation that ends where this one begins; null for none. */
  replaces: z.string().nullable(),
  /** The reading that it sets; null for one that only says in words what the text means, or only withdraws another. */
  sets: z.object({ setting: z.string(), option: z.string(), recompute: z.boolean() }).nullable(),
});
export type Interpretation = z.output<typeof interpretationInLaw>;

/** A reading that was changed for decisions from `from` to the day before `until`. */
export type ReadingChange = {
  interpretation: Interpretation;
  setting: string;
  option: string;
  from: Day;
  until: Day;
  /** What still runs on `from` is counted anew. */
  recompute: boolean;
};

/** The changes of readings, the earliest first; of several from one day the one confirmed last comes last. */
export function changesIn(interpretations: readonly Interpretation[]): ReadingChange[] {
  return interpretations
    .flatMap((interpretation) => {
      if (interpretation.sets === null) return [];
      const ends = interpretations.filter((other) => other.replaces === interpretation.id).map(({ from }) => from);
      const until = Math.min(FOREVER, ...ends);
      return until <= interpretation.from
        ? []
        : [{ interpretation, ...interpretation.sets, from: interpretation.from, until }];
    })
    .toSorted((one, other) => one.from - other.from);
}

/** The change by which a setting is read on a day; null when the pack's own reading holds. */
export function changeOn(law: Law, setting: string, day: Day): ReadingChange | null {
  return (
    law.changes.findLast((change) => change.setting === setting && change.from <= day && day < change.until) ?? null
  );
}

/** The option in force for what is decided on a day. */
export function readingOn(law: Law, setting: string, day: Day): string {
  // Looked at always: whoever notes which readings were consulted sees it here.
  const own = law.settings[setting] ?? "";
  return law.changes.length === 0 ? own : (changeOn(law, setting, day)?.option ?? own);
}

export type Settings = Readonly<Record<string, string>>;

/** The readings in force for what is decided on a day; those of the law itself where no interpretation changes any. */
export function settingsOn(law: Law, day: Day): Settings {
  if (law.changes.length === 0) return law.settings;
  const changed = new Map<string, string>();
  for (const { setting, option, from, until } of law.changes)
    if (from <= day && day < until) changed.set(setting, option);
  return settingsWith(law.settings, changed);
}

/** Settings with some in the place of others; all are looked up only when they are asked for. */
export function settingsWith(settings: Settings, changed: ReadonlyMap<string, string>): Settings {
  return new Proxy(settings, {
    get(target, name) {
      const own = Reflect.get(target, name) as string | undefined; // a record of strings
      return typeof name === "string" ? (changed.get(name) ?? own) : undefined;
    },
  });
}

/**
 * The changes by which something decided on a day and still running was counted anew, in their order: after its decision,
 * and not after the day by which the law is asked.
 */
export function recomputationsAfter(law: Law, decided: Day): ReadingChange[] {
  return law.changes.filter((change) => change.recompute && decided < change.from && change.from <= law.reckonedOn);
}

/** The law as it counts restrictions for whoever asks about a day: what is counted anew only later still stands as it was. */
export function lawReckonedOn(law: Law, day: Day): Law {
  return law.changes.some((change) => change.recompute && change.from > day) ? { ...law, reckonedOn: day } : law;
}

/** The days from which running restrictions were counted anew, each once, in order. */
export function recomputedOn(law: Law): Day[] {
  return [...new Set(law.changes.filter(({ recompute }) => recompute).map(({ from }) => from))];
}

/** The law with the readings of one day for everything: what a decision of that day is taken by. */
export function lawOn(law: Law, day: Day): Law {
  if (law.changes.length === 0) return law;
  const names = law.regulation.settings.map(({ name }) => name);
  const settings = Object.fromEntries(names.map((name) => [name, readingOn(law, name, day)]));
  return { ...law, settings, interpretations: [], changes: [] };
}

/** The same law with these interpretations in the place of its own. Nothing is compiled again, for the table holds no readings. */
export function lawInterpreted(law: Law, interpretations: readonly Interpretation[]): Law {
  return { ...law, interpretations, changes: changesIn(interpretations), reckonedOn: FOREVER };
}

/** The interpretations without which the answer would be another one. `answer` gives all that is to be compared as one text. */
export function interpretationsBehind(law: Law, answer: (law: Law) => string): Interpretation[] {
  if (law.changes.length === 0) return [];
  const given = answer(law);
  return law.interpretations.filter((one) => {
    const others = law.interpretations.filter((other) => other !== one);
    return answer({ ...law, interpretations: others, changes: changesIn(others) }) !== given;
  });
}

/** That an answer rests on an interpretation, in words. */
export function interpretationNote({ number, from, sets }: Interpretation): Sentence {
  return countedByInterpretation(number, formatDay(from), sets);
}
