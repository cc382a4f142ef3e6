// The answer to a question of eligibility, by name; the colour only repeats the word.
import type { AnswerKind } from "#law/reckon/eligibility.ts";
import type { Law } from "#law/compile/law.ts";
import { answerName } from "./answer-name.ts";
import "./answer-tag.css";

export function AnswerTag({ answer, law }: { answer: AnswerKind; law: Law }) {
  return <span className={`answer answer-${answer}`}>{answerName(law, answer)}</span>;
}
