// Levels of posts (职务层次) that somebody typed.
import type { Refusal } from "#law/refusal.ts";
import { refusal } from "./act.ts";
import type { Context } from "./act.ts";
import { noSuchLevel } from "./words/refusal-words.ts";

/** Refused where the level is not in the vocabulary; null is no level. */
export function refusalsOfLevel(level: string | null, field: string, context: Context): Refusal[] {
  if (level === null || context.law.vocabulary.levels.some(({ id }) => id === level)) return [];
  return [refusal(context, "no-such-level", noSuchLevel(level), null, field)];
}
