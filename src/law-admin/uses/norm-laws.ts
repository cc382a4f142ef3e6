// The law as it would be if the interpreting bodies had decided on one norm alone: what counting its reach rests on.
import type { BarringNorm } from "../rules/norm.ts";
import { lawDecided } from "#law/compile/law.ts";
import type { Law } from "#law/compile/law.ts";
import type { NormDecision } from "#law/compile/norm-decisions.ts";
import { ALWAYS } from "#law/compile/table.ts";

export type DecidedLaws = {
  /** No norm applies. */
  without: Law;
  /** Of each norm, in their order: it applies, on whatever day, and no other. */
  each: Law[];
};

export function lawsDecided(base: Law, norms: readonly BarringNorm[]): DecidedLaws {
  const none = norms.map(({ key }): [string, NormDecision] => [key, "not-applied"]);
  return {
    without: lawDecided(base, new Map(none)),
    each: norms.map(({ key }) => lawDecided(base, new Map([...none, [key, { applies: ALWAYS }]]))),
  };
}
