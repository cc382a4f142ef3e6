// Names of sweeps and conflicts from the catalogue: registered entries, findings, states, dispositions.
import type { ConflictView, SweepRunView } from "../contract.ts";
import type { ConflictAnswer, ConflictState, DispositionWay, EntryKind, FallenReason } from "../rules/sweep.ts";
import type { Law } from "#law/compile/law.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";

type Words<Key extends string> = Readonly<Record<Key, () => string>>;

export const stateNames: Words<ConflictState> = {
  open: m.conflict_open,
  disposed: m.conflict_disposed,
  fallen: m.conflict_fallen,
};
export const answerNames: Words<ConflictAnswer> = {
  barred: m.conflict_barred,
  "needs-confirmation": m.conflict_needs_confirmation,
  "needs-consent": m.conflict_needs_consent,
};
export const kindNames: Words<EntryKind> = {
  appointment: m.entry_appointment,
  grade: m.entry_grade,
  honour: m.entry_honour,
};
export const wayNames: Words<DispositionWay> = {
  corrected: m.way_corrected,
  revoked: m.way_revoked,
  consented: m.way_consented,
  referred: m.way_referred,
  "no-conflict": m.way_no_conflict,
};
export const fallenNames: Words<FallenReason> = {
  "entry-changed": m.fallen_entry_changed,
  "consent-recorded": m.fallen_consent_recorded,
  "other-ground": m.fallen_other_ground,
  confirmed: m.fallen_confirmed,
  "restriction-gone": m.fallen_restriction_gone,
};
export const occasionNames: Words<SweepRunView["occasion"]> = {
  night: m.sweep_by_night,
  asked: m.sweep_by_person,
  command: m.sweep_by_command,
};
export const runStates: Words<SweepRunView["state"]> = {
  running: m.sweep_running,
  done: m.sweep_done,
  cancelled: m.sweep_cancelled,
};

/** The registered appointment, grade or honour, as the vocabulary names it. */
export function entryName(law: Law, { kind, what, year, organizationName, post }: ConflictView["entry"]): string {
  const { personnel } = law.vocabulary;
  const named = (list: readonly { id: string; name: { zh: string; en: string } }[]) => {
    const found = list.find(({ id }) => id === what);
    return found === undefined ? null : textOf(found.name);
  };
  switch (kind) {
    case "appointment": {
      const nature = named(personnel.appointments) ?? m.entry_appointment();
      return m.entry_appointment_text({ nature, unit: organizationName ?? "", post: post ?? "" });
    }
    case "grade":
      return m.entry_grade_text({ year: year ?? 0, grade: named(personnel.grades) ?? what });
    case "honour":
      return m.entry_honour_text({ year: year ?? 0, name: what });
  }
}

/** The day asked about, or the year. */
export function whenText({ onDay, forYear }: ConflictView): string {
  return onDay ?? m.year_text({ year: forYear ?? 0 });
}

/** The last disposition, or why the conflict no longer stands; empty while nobody has dealt with it. */
export function latestText({ turns }: ConflictView): string {
  const last = turns[turns.length - 1];
  if (last?.kind === "fallen" && last.because !== null) return fallenNames[last.because]();
  const disposed = turns.filter(({ kind }) => kind === "disposed");
  const way = disposed[disposed.length - 1]?.way ?? null;
  return way === null ? "" : wayNames[way]();
}
