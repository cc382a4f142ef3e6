// A row of the columns as an object of the facts format: Chinese words and ISO days, as another system would send it.

import { NO_DAY } from "#law/bulk/columns.ts";
import type { EligibilityColumns } from "#law/bulk/columns.ts";
import { formatDay } from "#law/reckon/days.ts";
import type { Law } from "#law/compile/law.ts";

/** A well-formed line of format 2, as far as the benches write it. */
export type FactsObject = {
  format: 2;
  id: string;
  person: { level: string | null; historyComplete: boolean };
  measures: {
    kind: string;
    decided: string | null;
    effective: string;
    handling?: string | null;
    originalLevel: string | null;
    reducedLevel: string | null;
    presentLevel: string | null;
    ground: string | null;
  }[];
  sanctions: {
    kind: string;
    decided: string | null;
    effective: string;
    months: number | null;
    extended: number | null;
    restored: string | null;
    level: string | null;
  }[];
  consents: { on: string; toLevel: string | null }[];
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
  const purpose = purposes[at(columns.purpose)];
  const yearly = purpose?.asked === "for-year";
  return {
    format: 2,
    id: `r${index}`,
    person: { level: level(columns.personLevel), historyComplete: at(columns.incomplete) === 0 },
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
              reducedLevel: level(columns.reducedLevel),
              presentLevel: level(columns.presentLevel),
              ground: names.grounds[at(columns.ground) === 1 ? "unsuitable" : "accountability"]?.zh ?? null,
            },
          ],
    sanctions:
      sanction === undefined
        ? []
        : [
            {
              kind: sanction.name.zh,
              decided: day(columns.sanctionDecided),
              effective: day(columns.sanctionEffective) ?? "",
              months: at(columns.sanctionMonths) || null,
              extended: at(columns.sanctionExtended) || null,
              restored: day(columns.sanctionRestored),
              level: level(columns.sanctionLevel),
            },
          ],
    consents: consentsAt(levels[0]?.name.zh ?? null, day(columns.consent), day(columns.consentPerhaps)),
    openMatters: at(columns.openMatters),
    question: yearly
      ? { purpose: purpose.name.zh, year: at(columns.date) }
      : { purpose: purpose?.name.zh ?? "", date: day(columns.date), toLevel: level(columns.toLevel) },
  };
}

// One that may count and does not surely is for a level.
function consentsAt(top: string | null, surely: string | null, perhaps: string | null): FactsObject["consents"] {
  return [
    ...(surely === null ? [] : [{ on: surely, toLevel: null }]),
    ...(perhaps === null || perhaps === surely ? [] : [{ on: perhaps, toLevel: top }]),
  ];
}
