// One answer to a request for clearance: from law, registry and records; it names no case and nothing that is open.
import type { ClearanceAnswer } from "../rules.ts";
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
