// One answer to a request for clearance: from law, registry and records; it names no case and nothing that is open.
import type { ClearanceAnswer, RegistryEntry } from "../rules.ts";
import { maskIdNumber } from "#registry/id-number.ts";
import { formatDay } from "#law/reckon/days.ts";
import type { Question } from "#law/reckon/eligibility.ts";
import type { Law } from "#law/compile/law.ts";
import type { PersonRecords } from "#eligibility/rows/restrictions.ts";
import { isoOf, shownAnswer } from "#eligibility/uses/shown-answer.ts";
import type { AskedAbout } from "#eligibility/rules/question.ts";

/** The answer from its stored JSON; null for a line without a person. */
export function keptAnswer(text: string): ClearanceAnswer | null {
  return JSON.parse(text) as ClearanceAnswer | null; // as askRound wrote it
}

/** The entries as they are shown: those of earlier days were kept with four characters of each number. */
export function entriesIn(registry: string): RegistryEntry[] {
  const entries = JSON.parse(registry) as RegistryEntry[]; // as askRound wrote it
  return entries.map((one) => ({ ...one, idNumberMasked: maskIdNumber(one.idNumberMasked) }));
}

export function clearanceAnswer(
  law: Law,
  person: AskedAbout,
  recorded: PersonRecords,
  open: number,
  question: Question,
): ClearanceAnswer {
  const shown = shownAnswer(law, person, recorded, open, question);
  return {
    ...shown,
    restrictions: shown.restrictions.map(({ bars, from, until, grey, layer, cite, norm, note }) => ({
      bars,
      from: formatDay(from),
      until: formatDay(until),
      greyDay: isoOf(grey),
      layer,
      cite,
      norm,
      note,
    })),
  };
}
