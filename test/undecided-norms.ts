// The unverified clauses on which a test decides.
import { normsToDecide } from "#law/compile/norm-decisions.ts";
import type { Law } from "#law/compile/law.ts";

/** Those that would bar and on which nobody has decided yet, as in `normKey`. */
export function undecidedNorms(law: Law): string[] {
  return normsToDecide([law.regulation, ...law.upper])
    .map(({ key }) => key)
    .filter((key) => !law.norms.has(key));
}
