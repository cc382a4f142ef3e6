// The readings of the regulation that the interpreting bodies can change (Art. 14), and which of them holds for what.

import type { FactLine } from "./facts.ts";

/** Those that bear on a question of eligibility, each with its values, the default first. */
export const READINGS = {
  organizationalAdjustment: ["unless-stated", "always-attaches"],
  periodStart: ["effective", "decided"],
  periodEnd: ["day-before-anniversary", "anniversary"],
  yearOfHonours: ["effective-year", "decision-year"],
  concurrentDiscipline: ["longest", "discipline-only"],
  whoNeedsConsent: ["all-handling", "resignation-removal-demotion"],
  consentTiming: ["before-decision", "after-expiry"],
} as const;
/** Those that bear on findings and measures only. */
const OTHER_READINGS: Record<string, readonly string[]> = {
  limbActs: ["one-act", "all-acts"],
  article9Trigger: ["graver-or-both", "any-of-three"],
  manyMembers: ["two", "three"],
};

export type Readings = { [Name in keyof typeof READINGS]: string };

export const DEFAULTS: Readings = {
  organizationalAdjustment: "unless-stated",
  periodStart: "effective",
  periodEnd: "day-before-anniversary",
  yearOfHonours: "effective-year",
  concurrentDiscipline: "longest",
  whoNeedsConsent: "all-handling",
  consentTiming: "before-decision",
};

/** The values of a setting by its name; undefined where no reading has the name. */
export function valuesOf(setting: string): readonly string[] | undefined {
  const all: Record<string, readonly string[]> = { ...READINGS, ...OTHER_READINGS };
  return Object.hasOwn(all, setting) ? all[setting] : undefined;
}

type Change = { setting: string; value: string; validFrom: string; recompute: boolean };

/** The recorded interpretations by the day from which they hold; of one day in the order of the record. */
export function changesOf(facts: FactLine): Change[] {
  const changes = (facts.interpretations ?? []).map((one) => ({ ...one, recompute: one.recompute ?? false }));
  return changes.sort((one, other) => (one.validFrom < other.validFrom ? -1 : one.validFrom > other.validFrom ? 1 : 0));
}

/** The readings in force on the day. */
export function readingsOn(facts: FactLine, base: Readings, day: string): Readings {
  let readings = base;
  for (const change of changesOf(facts)) {
    if (change.validFrom <= day) readings = { ...readings, [change.setting]: change.value };
  }
  return readings;
}
