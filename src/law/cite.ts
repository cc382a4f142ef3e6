// How a rule is cited: its place, the label of that place in the text, its quote.
import type { Citation } from "./citation.ts";
import type { Pack } from "./pack.ts";

/** The citation of a rule of a pack; a place that the text lacks is labelled with the title alone. */
export function citationOf(pack: Pack, rule: { cite: string; quote: string }): Citation {
  const clause = pack.clauses.find((candidate) => candidate.at === rule.cite);
  const label = clause?.label ?? { zh: `《${pack.title.zh}》`, en: pack.title.en };
  return { pack: pack.id, at: rule.cite, label, quote: rule.quote };
}
