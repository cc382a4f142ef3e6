// A clause of the regulation as a citation, with its place named short and its words.
import type { Citation } from "#law/text/citation.ts";
import { citationOf } from "#law/text/cite.ts";
import type { Law } from "#law/compile/law.ts";

/** The label without the title, for tables of one regulation alone. */
export function clauseCitation({ regulation }: Law, at: string): Citation {
  const quote = regulation.clauses.find((one) => one.at === at)?.text ?? "";
  const citation = citationOf(regulation, { cite: at, quote });
  const { zh, en } = citation.label;
  return { ...citation, label: { zh: zh.replace(/^《[^》]*》/u, ""), en: en.replace(/^.*, (?=Article)/u, "") } };
}
