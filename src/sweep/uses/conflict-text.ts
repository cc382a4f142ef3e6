// What was registered, and what became of the conflict, in Chinese, for sheets.
import type { ConflictView, EntryView } from "../contract.ts";
import type { Law } from "#law/compile/law.ts";
import {
  appointmentText,
  appointmentUnnamed,
  fallenNames,
  gradeText,
  honourText,
  partsJoined,
  turnsJoined,
  wayNames,
} from "./words.ts";

/** The appointment, grade or honour in one line, as 提拔：某局副局长（乡科级副职）. */
export function entryText(law: Law, entry: EntryView): string {
  const { appointments, grades } = law.vocabulary.personnel;
  const nameIn = (named: readonly { id: string; name: { zh: string } }[]) =>
    named.find(({ id }) => id === entry.what)?.name.zh;
  switch (entry.kind) {
    case "appointment": {
      const place = `${entry.organizationName ?? ""}${entry.post ?? ""}`;
      return appointmentText(nameIn(appointments) ?? appointmentUnnamed, place, entry.level);
    }
    case "grade":
      return gradeText(entry.year, nameIn(grades) ?? entry.what);
    case "honour":
      return honourText(entry.year, entry.what);
  }
}

/** The last disposition, and why the conflict no longer stands; empty where there is neither. */
export function latestText({ turns }: Pick<ConflictView, "turns">): string {
  const disposed = turns.findLast(({ kind }) => kind === "disposed");
  const fallen = turns.at(-1)?.kind === "fallen" ? turns.at(-1) : undefined;
  const parts: string[] = [];
  if (disposed?.way !== null && disposed?.way !== undefined) {
    const said = [wayNames[disposed.way], disposed.onDay, disposed.documentNumber, disposed.reasons, disposed.byName];
    parts.push(partsJoined(said.filter((part) => part !== null && part !== "")));
  }
  if (fallen?.because !== null && fallen?.because !== undefined) parts.push(fallenNames[fallen.because]);
  return turnsJoined(parts);
}
