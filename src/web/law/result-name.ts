// The results of which the regulation speaks, each once, in its own words. They are never ranked.
import { circumstancesOf } from "#law/procedure/circumstances.ts";
import type { Law } from "#law/compile/law.ts";
import { textOf } from "../language.ts";

export function resultOptions(law: Law): { value: string; label: string }[] {
  const names = new Map<string, string>();
  for (const circumstance of circumstancesOf(law))
    for (const result of circumstance.results) if (!names.has(result.id)) names.set(result.id, textOf(result.name));
  return [...names].map(([value, label]) => ({ value, label }));
}

export function resultName(law: Law, id: string): string {
  return resultOptions(law).find((one) => one.value === id)?.label ?? id;
}
