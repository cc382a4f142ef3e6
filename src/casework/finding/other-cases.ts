// Other cases of the same subject: no second case on one matter (一事不再重复启动).
import type { Context, OtherCase } from "../act.ts";
import type { SubjectKind } from "../subject.ts";

/** The other cases in which this person, organization or leading body is a subject. */
export function otherCasesOf(
  context: Context<"otherCases">,
  kind: SubjectKind,
  registryId: string,
): readonly OtherCase[] {
  return context.registry.otherCases.filter(
    ({ subject }) => subject.kind === kind && subject.registryId === registryId,
  );
}

type StatedFact = { text: string; from: string; to: string; files: readonly string[] };

/** Whether two cases state one fact: in the same words, or by the same file for days that overlap. Days are ISO, files SHA-256. */
export function isSameFact(one: StatedFact, other: StatedFact): boolean {
  if (withoutPunctuation(one.text) === withoutPunctuation(other.text)) return true;
  return one.from <= other.to && other.from <= one.to && one.files.some((file) => other.files.includes(file));
}

function withoutPunctuation(text: string): string {
  return text.replaceAll(/[\s\p{P}]/gu, "");
}
