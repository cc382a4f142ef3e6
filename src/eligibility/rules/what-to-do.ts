// What a person can do about each reason for which an answer has to be confirmed first.
import { z } from "zod";
import { reasonCode } from "#law/reckon/bearing.ts";
import { sentenceShape } from "#law/text/citation.ts";
import type { Sentence } from "#law/text/citation.ts";
import { toDoAbout } from "./words.ts";
import type { AnswerKind, ReasonCode } from "#law/reckon/eligibility.ts";

/** A reason as it is shown to whoever asks; `toDo` is null but where the answer must be confirmed first. */
export const shownReason = z.object({ code: reasonCode, sentence: sentenceShape, toDo: sentenceShape.nullable() });
export type ShownReason = z.output<typeof shownReason>;

/** Reasons of an answer, each once even where both layers say it; none of an answer that waits for an open matter. */
export function shownReasons(
  answer: AnswerKind,
  reasons: readonly { code: ReasonCode; sentence: Sentence }[],
): ShownReason[] {
  if (answer === "pending") return [];
  const said = new Map<string, ShownReason>();
  for (const { code, sentence } of reasons) {
    const toDo = answer === "needs-confirmation" ? toDoAbout[code] : null;
    const key = `${code} ${sentence.zh}`;
    if (!said.has(key)) said.set(key, { code, sentence, toDo });
  }
  return [...said.values()];
}

/** The things to do, each once, in the order of the reasons. */
export function whatToDo(reasons: readonly Pick<ShownReason, "toDo">[]): Sentence[] {
  const ofEach = new Map(reasons.flatMap(({ toDo }) => (toDo === null ? [] : [[toDo.zh, toDo]])));
  return [...ofEach.values()];
}
