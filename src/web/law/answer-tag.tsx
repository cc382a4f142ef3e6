// The answer to a question of eligibility, by name; the colour only repeats the word.
import type { Law } from "#law/compile/law.ts";
import { answerName } from "./answer-name.ts";
import type { AnswerId } from "./answer-name.ts";

export function AnswerTag({ answer, law }: { answer: AnswerId; law: Law }) {
  return <span className={`answer answer-${answer}`}>{answerName(law, answer)}</span>;
}
