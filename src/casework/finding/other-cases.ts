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

type Told = { text: string; from: string; to: string; files: readonly string[] };

/** One fact told twice: in the same words, or on the same file of the same days. */
export function isSameFact(one: Told, other: Told): boolean {
  if (plain(one.text) === plain(other.text)) return true;
  return one.from <= other.to && other.from <= one.to && one.files.some((file) => other.files.includes(file));
}

function plain(text: string): string {
  return text.replaceAll(/[\s\p{P}]/gu, "");
}
