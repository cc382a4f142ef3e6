// What may never be read anywhere: words in quotation marks beside a cited norm that do not stand in a text of it, and words about our sources.
import { standsIn } from "#law/text/cite.ts";
import type { Law } from "#law/compile/law.ts";
import type { Pack } from "#law/pack/pack.ts";

/** Words that say where our summaries are from, or what we have not seen of a text. */
const sources = /据公开|公开资料|公开答问|据通行|通行做法|未核对|未经核对|未能查到/u;

/** 《…》第…条：“…” and its like: a title, an article or not, and at once words in quotation marks. */
const quoted = /《([^《》]{4,60})》[^《》“”。；，\n]{0,40}[：:\s]\s*“([^”]+)”/gu;

/** Each fault in words; `text` is what people read, blanks as they stand. Empty when all is well. */
export function quotationFaults(text: string, law: Law): string[] {
  const found = sources.exec(text)?.[0];
  const faults = found === undefined ? [] : [`says of our sources: ${around(text, found)}`];
  for (const [whole, title = "", words = ""] of text.matchAll(quoted)) {
    const packs = [law.regulation, ...law.upper].filter(
      (pack) => pack.title.zh === title || pack.citedAs.includes(title),
    );
    if (packs.length > 0 && !packs.some((pack) => hasWords(pack, words)))
      faults.push(`is no verbatim quotation: ${whole}`);
  }
  return faults;
}

/** In the text of the regulation itself, or in a passage of an official text that was loaded. */
function hasWords(pack: Pack, words: string): boolean {
  if (Object.values(pack.passages ?? {}).some((passage) => passage.words === words)) return true;
  return !pack.summary && pack.clauses.some(({ text }) => standsIn(text, words));
}

function around(text: string, words: string): string {
  const at = text.indexOf(words);
  return text.slice(Math.max(0, at - 40), at + 40);
}
