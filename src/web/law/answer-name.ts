// The answer to a question of eligibility, by its name in the vocabulary.
import type { Law } from "#law/compile/law.ts";
import { textOf } from "../language.ts";

export type AnswerId = "barred" | "needs-confirmation" | "needs-consent" | "pending" | "clear";

export function answerName(law: Law, answer: AnswerId): string {
  return textOf(law.vocabulary.names.answers[answer]);
}
