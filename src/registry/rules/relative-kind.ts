// Of which kind a close relative is, as records tell it.
import { relativeKindNames, wordsOfKinds } from "./relative-names.ts";
import type { RelativeKind } from "./relative-names.ts";

export const relativeKinds = Object.keys(relativeKindNames) as [RelativeKind, ...RelativeKind[]]; // the keys of the table

/** Of which kind a relation is, as a record calls it (岳父, 堂兄); null where the word tells none. */
export function relativeKindOf(relation: string): RelativeKind | null {
  return wordsOfKinds.find(([, words]) => words.test(relation))?.[0] ?? null;
}
