// A clause of the regulation as a citation, with its place named short and its words.
import type { Citation } from "#law/citation.ts";
import type { Law } from "#law/law.ts";

/** The label without the title, for tables of one regulation alone. */
export function clauseCitation({ regulation }: Law, at: string): Citation {
  const clause = regulation.clauses.find((one) => one.at === at);
  const label = clause?.label ?? { zh: at, en: at };
  return {
    pack: regulation.id,
    at,
    label: { zh: label.zh.replace(/^《[^》]*》/u, ""), en: label.en.replace(/^.*, (?=Article)/u, "") },
    quote: clause?.text ?? "",
  };
}
