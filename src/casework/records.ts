// What a case leaves on record for each person: measures that took effect, sanctions, consents.
import type { MeasureRecord, SanctionRecord } from "#law/reckon/consequences.ts";
import { parseDay } from "#law/reckon/days.ts";
import type { Day } from "#law/reckon/days.ts";
import type { Law } from "#law/compile/law.ts";
import { measuresOf } from "#law/procedure/measures.ts";
import type { Case } from "./case.ts";
import type { SubjectFile } from "./subject-file.ts";
import type { Outcome } from "./events.ts";
import type { Subject } from "./subject.ts";

export type SubjectRecords = {
  personId: string;
  subjectId: string;
  /** The level of the person when they were added to the case: what a sanction's restriction is measured against. */
  presentLevel: string | null;
  measures: MeasureRecord[];
  sanctions: (SanctionRecord & { authority: string; documentNumber: string })[];
  consents: { on: Day; documentNumber: string }[];
};

/** Persons only, and only those with something on record. Nothing is on record before it took effect. */
export function recordsOf(law: Law, state: Case): SubjectRecords[] {
  return state.subjects
    .filter((file) => file.subject.kind === "person")
    .map((file) => ({
      personId: file.subject.registryId,
      subjectId: file.subject.id,
      presentLevel: file.subject.level,
      measures: measuresTaken(law, file),
      sanctions: file.sanctions.map(({ sanction, effective, months, authority, documentNumber }) => ({
        kind: sanction,
        effective: dayOf(effective),
        months,
        restored: null,
        authority,
        documentNumber,
      })),
      consents: file.consents.map(({ on, documentNumber }) => ({ on: dayOf(on), documentNumber })),
    }))
    .filter((records) => records.measures.length + records.sanctions.length + records.consents.length > 0);
}

function measuresTaken(law: Law, { subject, outcome, decided, effect }: SubjectFile): MeasureRecord[] {
  if (outcome?.type !== "accountable" || effect === null) return [];
  const days = { decided: decided === null ? null : dayOf(decided.on), effective: dayOf(effect.effectiveOn) };
  return recordsIfEffective(law, subject, outcome, days);
}

/** What an outcome leaves on record when it takes effect on that day. */
export function recordsIfEffective(
  law: Law,
  { level }: Pick<Subject, "level">,
  outcome: Extract<Outcome, { type: "accountable" }>,
  days: { decided: Day | null; effective: Day },
): MeasureRecord[] {
  const organizational = new Set(
    measuresOf(law)
      .filter((measure) => measure.class === "organizational")
      .map((measure) => measure.id),
  );
  return outcome.measures.map((kind) => ({
    kind,
    ...days,
    handling: organizational.has(kind) ? outcome.handling : null,
    originalLevel: outcome.originalLevel,
    presentLevel: level,
    reducedLevel: outcome.reducedLevel,
    ground: "accountability",
  }));
}

function dayOf(iso: string): Day {
  const day = parseDay(iso);
  if (day === null) throw new Error(`${iso} is in the history but is no day`);
  return day;
}
