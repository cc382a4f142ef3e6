// One answer to a request for clearance: from the law, the registry and the records, without a case or anything that is open.
import type { ClearanceAnswer } from "#casework/clearance.ts";
import { formatDay } from "#law/days.ts";
import { answerEligibility } from "#law/eligibility.ts";
import type { Answer, Question } from "#law/eligibility.ts";
import type { Law } from "#law/law.ts";
import type { PersonRecords } from "#store/restrictions.ts";
import { deferred, factsOf } from "./eligibility.ts";

export function clearanceAnswer(
  law: Law,
  person: { level: string | null; partyMember: boolean },
  recorded: PersonRecords,
  open: number,
  question: Question,
): ClearanceAnswer {
  const facts = factsOf(person, recorded, open);
  const answer = answerEligibility(law, facts, question);
  if (answer.answer === "pending") return waiting;
  // What is open and does not change the answer shows only as the word.
  const shown = open > 0 ? answerEligibility(law, { ...facts, openMatters: 0 }, question) : answer;
  return {
    answer: shown.answer,
    until: isoOf(shown.until),
    nothingRecorded:
      open === 0 && recorded.measures.length + recorded.sanctions.length + recorded.consents.length === 0,
    layers: { regulation: layerOf(shown, "regulation"), upper: layerOf(shown, "upper") },
    citations: shown.citations,
    sentences: shown.sentences,
    notes: open > 0 ? [...shown.notes, deferred] : shown.notes,
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

const layer = { answer: "pending", until: null } as const;
const waiting: ClearanceAnswer = {
  answer: "pending",
  until: null,
  nothingRecorded: false,
  layers: { regulation: layer, upper: layer },
  citations: [],
  sentences: [deferred],
  notes: [],
  restrictions: [],
};

function layerOf(
  answer: Answer,
  of: "regulation" | "upper",
): { answer: ClearanceAnswer["answer"]; until: string | null } {
  return { answer: answer.layers[of].answer, until: isoOf(answer.layers[of].until) };
}

function isoOf(day: number | null): string | null {
  return day === null ? null : formatDay(day);
}
