// Measures by their names, in the order of the vocabulary.
import type { Law } from "#law/compile/law.ts";
import { listed, textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";

export function measureNames(law: Law, ids: readonly string[]): string {
  const names = law.vocabulary.measures
    .filter((measure) => ids.includes(measure.id))
    .map((measure) => textOf(measure.name));
  return names.length === 0 ? m.no_measure() : listed(names);
}
