// Levels of posts (职务层次) that somebody typed.
import { faultOfLevel } from "#law/procedure/management.ts";
import type { Refusal } from "#law/refusal.ts";
import { refusal } from "./act.ts";
import type { Context } from "./act.ts";

/** Refused where the level is not in the vocabulary; null is no level. */
export function refusalsOfLevel(level: string | null, field: string, context: Context): Refusal[] {
  const fault = level === null ? null : faultOfLevel(context.law.vocabulary, level);
  return fault === null ? [] : [refusal(context, "no-such-level", fault, null, field)];
}
