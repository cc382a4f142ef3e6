// A norm to decide, looked up in the packs that the reader has; and the address of its page.
import { barringNorms } from "../../rules/norm.ts";
import type { BarringNorm } from "../../rules/norm.ts";
import type { Law } from "#law/compile/law.ts";

export type Norm = BarringNorm;

/** Null for a rule that the packs do not have, or that needs no decision. */
export function normIn(law: Law, pack: string, rule: string): Norm | null {
  return barringNorms(law).find((one) => one.pack.id === pack && one.rule.id === rule) ?? null;
}

export function normPath(pack: string, rule: string): string {
  return `/norms/${encodeURIComponent(pack)}/${encodeURIComponent(rule)}`;
}
