// The answer to a question of eligibility, by name; the colour only repeats the word.
import type { Law } from "#law/law.ts";
import { textOf } from "../language.ts";

export type AnswerId = "barred" | "needs-confirmation" | "needs-consent" | "pending" | "clear";

export function AnswerTag({ answer, law }: { answer: AnswerId; law: Law }) {
  return <span className={`answer answer-${answer}`}>{answerName(law, answer)}</span>;
}

export function answerName(law: Law, answer: AnswerId): string {
  return textOf(law.vocabulary.names.answers[answer]);
}
