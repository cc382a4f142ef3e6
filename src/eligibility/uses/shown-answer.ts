// The part of an answer that whoever asks may see: an open matter shows as a word, never in layers, reasons or restrictions.
import type { ShownAnswer } from "../contract/eligibility.ts";
import { factsOf } from "../rules/question.ts";
import type { AskedAbout } from "../rules/question.ts";
import { shownReasons } from "../rules/what-to-do.ts";
import { lastDayAsked } from "#law/reckon/bearing.ts";
import type { Restriction } from "#law/reckon/consequences.ts";
import { formatDay } from "#law/reckon/days.ts";
import { deferred } from "./words.ts";
import { answerEligibility } from "#law/reckon/eligibility.ts";
import type { Question } from "#law/reckon/eligibility.ts";
import type { Law } from "#law/compile/law.ts";
import { counts } from "#law/reckon/records.ts";
import type { PersonRecords } from "../rows/restrictions.ts";

/** What may be shown, with the restrictions as the engine has them. */
export type AnswerWithRestrictions = ShownAnswer & { restrictions: Restriction[] };

export function shownAnswer(
  law: Law,
  person: AskedAbout,
  recorded: PersonRecords,
  openMatters: number,
  question: Question,
): AnswerWithRestrictions {
  const facts = factsOf(person, recorded, openMatters);
  const answer = answerEligibility(law, facts, question);
  if (answer.answer === "pending") return waiting;
  // An open matter that does not change the answer shows only as the word, never in its layers or sentences.
  const shown = openMatters > 0 ? answerEligibility(law, { ...facts, openMatters: 0 }, question) : answer;
  const layerOf = (layer: "regulation" | "upper"): ShownAnswer["layers"]["upper"] => ({
    answer: shown.layers[layer].answer,
    until: isoOf(shown.layers[layer].until),
  });
  return {
    answer: shown.answer,
    until: isoOf(shown.until),
    nothingRecorded:
      openMatters === 0 &&
      recorded.consents.length === 0 &&
      [...recorded.measures, ...recorded.sanctions].every((one) => !counts(one, lastDayAsked(question))),
    layers: { regulation: layerOf("regulation"), upper: layerOf("upper") },
    citations: shown.citations,
    sentences: shown.sentences,
    reasons: shownReasons(shown.answer, shown.reasons),
    notes: openMatters > 0 ? [...shown.notes, deferred] : shown.notes,
    restrictions: shown.restrictions,
  };
}

/** Shown while an open matter decides: the word alone, neither what is open nor what is recorded. */
const layer: ShownAnswer["layers"]["upper"] = { answer: "pending", until: null };
const waiting: AnswerWithRestrictions = {
  answer: "pending",
  until: null,
  nothingRecorded: false,
  layers: { regulation: layer, upper: layer },
  citations: [],
  sentences: [deferred],
  reasons: [],
  notes: [],
  restrictions: [],
};

export function isoOf(day: number | null): string | null {
  return day === null ? null : formatDay(day);
}
