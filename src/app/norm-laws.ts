// The law as it would be if the interpreting bodies had decided on one norm alone: what counting its reach rests on.
import type { BarringNorm } from "#casework/norm.ts";
import { compileLaw } from "#law/law.ts";
import type { Law } from "#law/law.ts";
import { ALWAYS } from "#law/table.ts";

export type DecidedLaws = {
  /** No norm applies. */
  without: Law;
  /** Of each norm, in their order: it applies, on whatever day, and no other. */
  each: Law[];
};

/** Compiled once for each law of the packs. */
const known = new WeakMap<Law, DecidedLaws>();

export function lawDecided(base: Law, norms: readonly BarringNorm[]): DecidedLaws {
  const there = known.get(base);
  if (there !== undefined) return there;
  const { regulation, upper, settings } = base;
  const laws = {
    without: compileLaw({ regulation, upper, settings }),
    each: norms.map(({ pack, rule }) => {
      const confirmation = { pack: pack.id, rule: rule.id, on: ALWAYS, by: interpreter(base), number: "" };
      return compileLaw({ regulation, upper, settings, confirmations: [confirmation] });
    }),
  };
  known.set(base, laws);
  return laws;
}

function interpreter({ regulation }: Law): string {
  return regulation.rules.flatMap((one) => (one.kind === "interpretation" ? one.by : []))[0] ?? "";
}
