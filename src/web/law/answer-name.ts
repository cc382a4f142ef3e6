// The answer to a question of eligibility, by its name in the vocabulary.
import type { AnswerKind } from "#law/reckon/eligibility.ts";
import type { Law } from "#law/compile/law.ts";
import { textOf } from "../language.ts";

export function answerName(law: Law, answer: AnswerKind): string {
  return textOf(law.vocabulary.names.answers[answer]);
}
