// What a case leaves on record for each person: measures that took effect, sanctions, consents.
import type { MeasureRecord, SanctionRecord } from "#law/consequences.ts";
import type { Day } from "#law/days.ts";
import type { Law } from "#law/law.ts";
import type { Case } from "./case.ts";

export type SubjectRecords = {
  personId: string;
  subjectId: string;
  measures: MeasureRecord[];
  sanctions: (SanctionRecord & { authority: string; documentNumber: string })[];
  consents: { on: Day; documentNumber: string }[];
};

/** Persons only, and only those with something on record. The day from which a period runs is the effective date. */
export function recordsOf(_law: Law, _case: Case): SubjectRecords[] {
  throw new Error("being written");
}
