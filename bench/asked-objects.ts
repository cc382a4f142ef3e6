// A row of the columns as an object of the facts format: Chinese words and ISO days, as another system would send it.

import { NO_DAY } from "#law/columns.ts";
import type { EligibilityColumns } from "#law/columns.ts";
import { formatDay } from "#law/days.ts";
import type { Law } from "#law/law.ts";

/** A well-formed line of format 1, as far as the benches write it. */
export type FactsObject = {
  format: 1;
  id: string;
  person: { partyMember: boolean; level: string | null };
  measures: {
    kind: string;
    decided: string | null;
    effective: string;
    handling?: string | null;
    originalLevel: string | null;
    presentLevel: string | null;
    reducedLevel: string | null;
    ground: string | null;
  }[];
  sanctions: { kind: string; effective: string; months: number | null; restored: string | null }[];
  consents: string[];
  openMatters: number;
  question: { purpose: string; date?: string | null; year?: number | null; toLevel?: string | null };
};

export function factsAt(law: Law, columns: EligibilityColumns, index: number): FactsObject {
  const { measures, sanctions, levels, purposes, names } = law.vocabulary;
  const at = (column: ArrayLike<number>): number => column[index] ?? 0;
  const level = (column: ArrayLike<number>): string | null => levels[at(column)]?.name.zh ?? null;
  const day = (column: ArrayLike<number>): string | null => (at(column) === NO_DAY ? null : formatDay(at(column)));
  const measure = measures[at(columns.measure)];
  const sanction = sanctions[at(columns.sanction)];
  const lengths = sanction?.months ?? [];
  const purpose = purposes[at(columns.purpose)];
  const yearly = purpose?.asked === "for-year";
  const consent = day(columns.consent);
  return {
    format: 1,
    id: `r${index}`,
    person: { partyMember: true, level: level(columns.personLevel) },
    measures:
      measure === undefined
        ? []
        : [
            {
              kind: measure.name.zh,
              decided: day(columns.decided),
              effective: day(columns.effective) ?? "",
              ...(measure.class === "organizational"
                ? { handling: names.handlings[at(columns.adjustment) === 1 ? "adjustment" : "handling"]?.zh ?? null }
                : {}),
              originalLevel: level(columns.originalLevel),
              presentLevel: level(columns.presentLevel),
              reducedLevel: level(columns.reducedLevel),
              ground: names.grounds[at(columns.ground) === 1 ? "unsuitable" : "accountability"]?.zh ?? null,
            },
          ],
    sanctions:
      sanction === undefined
        ? []
        : [
            {
              kind: sanction.name.zh,
              effective: day(columns.sanctionEffective) ?? "",
              // Where the columns leave the length open, the longest is assumed; an object has to name it.
              months: lengths.length === 0 ? null : at(columns.sanctionMonths) || Math.max(...lengths),
              restored: day(columns.sanctionRestored),
            },
          ],
    consents: consent === null ? [] : [consent],
    openMatters: at(columns.openMatters),
    question: yearly
      ? { purpose: purpose.name.zh, year: at(columns.date) }
      : { purpose: purpose?.name.zh ?? "", date: day(columns.date), toLevel: level(columns.toLevel) },
  };
}
