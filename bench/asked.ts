// A row of the columns as the object that a rule engine takes: names for indexes, null for what is absent.

import { NO_DAY } from "#law/bulk/columns.ts";
import type { EligibilityColumns } from "#law/bulk/columns.ts";
import { formatDay } from "#law/reckon/days.ts";
import type { Law } from "#law/compile/law.ts";

export type Asked = {
  measure: string | null;
  ground: "accountability" | "unsuitable";
  handling: "handling" | "adjustment";
  /** Days since 1970, as everywhere in the engine; falls back on the effective day. */
  decided: number;
  effective: number;
  /** The same day as ISO text, for engines with a calendar of their own. */
  effectiveOn: string;
  /** Ranks, 0 the highest level. */
  originalLevel: number | null;
  presentLevel: number | null;
  /** The level held on the day asked about. */
  ownLevel: number | null;
  reducedLevel: number | null;
  toLevel: number | null;
  purpose: string;
  /** The day asked about; for the two purposes that ask for a year, that year. */
  date: number;
  /** The latest consent before that day that counts for the level asked; the latest that may count. */
  consent: number | null;
  consentPerhaps: number | null;
  openMatters: number;
  /** Whether the history is not known to be complete. */
  incomplete: boolean;
};

export function askedAt(law: Law, columns: EligibilityColumns, index: number): Asked {
  const at = (column: Int32Array): number => column[index] ?? 0;
  const level = (column: Int32Array): number | null => (at(column) < 0 ? null : at(column));
  const effective = at(columns.effective);
  return {
    measure: law.vocabulary.measures[at(columns.measure)]?.id ?? null,
    ground: at(columns.ground) === 0 ? "accountability" : "unsuitable",
    handling: at(columns.adjustment) === 1 ? "adjustment" : "handling",
    decided: at(columns.decided) === NO_DAY ? effective : at(columns.decided),
    effective,
    effectiveOn: effective === NO_DAY ? "1970-01-01" : formatDay(effective),
    originalLevel: level(columns.originalLevel),
    presentLevel: level(columns.presentLevel) ?? level(columns.personLevel),
    ownLevel: level(columns.personLevel),
    reducedLevel: level(columns.reducedLevel),
    toLevel: level(columns.toLevel),
    purpose: law.vocabulary.purposes[at(columns.purpose)]?.id ?? "",
    date: at(columns.date),
    consent: at(columns.consent) === NO_DAY ? null : at(columns.consent),
    consentPerhaps: at(columns.consentPerhaps) === NO_DAY ? null : at(columns.consentPerhaps),
    openMatters: at(columns.openMatters),
    incomplete: at(columns.incomplete) === 1,
  };
}
