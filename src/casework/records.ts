// What a case leaves on record for each person: measures that took effect, sanctions, consents.
import type { Consent, MeasureRecord, SanctionRecord } from "#law/reckon/records.ts";
import { checkedDay } from "#law/reckon/days.ts";
import type { Day } from "#law/reckon/days.ts";
import type { Law } from "#law/compile/law.ts";
import { measuresOf } from "#law/procedure/measures.ts";
import type { Case } from "./case.ts";
import type { SanctionFile, SubjectFile } from "./subject-file.ts";
import type { Outcome, SanctionChange } from "./events.ts";
import type { Subject } from "./subject.ts";

export type SubjectRecords = {
  personId: string;
  subjectId: string;
  measures: MeasureRecord[];
  sanctions: (SanctionRecord & { authority: string; documentNumber: string })[];
  consents: (Consent & { documentNumber: string })[];
};

/** One for each person of the case with anything on record. Nothing is on record before it took effect. */
export function recordsOf(law: Law, state: Case): SubjectRecords[] {
  return state.subjects
    .filter((file) => file.subject.kind === "person")
    .map((file) => ({
      personId: file.subject.registryId,
      subjectId: file.subject.id,
      measures: measuresTaken(law, file),
      sanctions: file.sanctions.map((one) => ({
        ...sanctionRecordOf(one, file.subject),
        authority: one.authority,
        documentNumber: one.documentNumber,
      })),
      consents: file.consents.map(({ on, toLevel, documentNumber }) => ({
        on: checkedDay(on),
        toLevel,
        documentNumber,
      })),
    }))
    .filter((records) => records.measures.length + records.sanctions.length + records.consents.length > 0);
}

/** The record of a sanction as later changed; of each kind of change the latest recorded counts. */
export function sanctionRecordOf(
  { sanction, decided, effective, months, level, changes }: SanctionFile,
  { level: inTheCase }: Pick<Subject, "level">,
): SanctionRecord {
  const record: SanctionRecord = {
    kind: sanction,
    decided: decided === null ? null : checkedDay(decided),
    effective: checkedDay(effective),
    months,
    extended: null,
    restored: null,
    level: level ?? inTheCase,
    revoked: null,
  };
  return changes.reduce((changed, { change }) => ({ ...changed, ...laterOf(change) }), record);
}

function laterOf(change: SanctionChange): Partial<SanctionRecord> {
  switch (change.kind) {
    case "restored":
      return { restored: checkedDay(change.on) };
    case "extended":
      return { extended: change.months };
    case "period-set":
      return { months: change.months };
    case "revoked":
      return { revoked: checkedDay(change.on) };
  }
}

/** The measures that stand, and those of decisions that were changed or revoked once in effect, which count until that day. */
function measuresTaken(law: Law, { subject, outcome, decided, effect, former }: SubjectFile): MeasureRecord[] {
  const standing = takenBy(law, subject, outcome, decided, effect);
  const gone = former
    // A correction mends words: the decision never said otherwise.
    .filter(({ by }) => by.change.kind !== "corrected")
    .flatMap((one) =>
      takenBy(law, subject, one.outcome, one.decided, one.effect).map((record) => ({
        ...record,
        revoked: checkedDay(one.by.on),
      })),
    );
  return [...standing, ...gone.filter((one) => !standing.some((other) => isSameMeasure(one, other)))];
}

function takenBy(
  law: Law,
  subject: Subject,
  outcome: SubjectFile["outcome"],
  decided: SubjectFile["decided"],
  effect: SubjectFile["effect"],
): MeasureRecord[] {
  if (outcome?.type !== "accountable" || effect === null) return [];
  const days = { decided: decided === null ? null : checkedDay(decided.on), effective: checkedDay(effect.effectiveOn) };
  return recordsIfEffective(law, { level: effect.level ?? subject.level }, outcome, days);
}

/** Whether a changed decision keeps this measure, which then goes on counting. */
function isSameMeasure(one: MeasureRecord, other: MeasureRecord): boolean {
  const { decided: _decided, revoked: _revoked, ...said } = one;
  return Object.entries(said).every(([name, value]) => other[name as keyof MeasureRecord] === value); // a key of the same type
}

/** The measures an outcome leaves on record when it takes effect on that day. */
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
