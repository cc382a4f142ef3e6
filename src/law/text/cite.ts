// How a rule is cited: its place, the label of that place in the text, and what is known of its words.
import type { Citation, Sentence, Words } from "./citation.ts";
import { placesOf } from "./clauses.ts";
import type { Pack } from "../pack/pack.ts";
import { workingPractice } from "./words.ts";

/** What of a rule is cited; without `tag` and `summary` it is a place and its words alone. */
export type Cited = { id?: string; cite: string; quote: string; tag?: "T" | "S" | "M"; summary?: Sentence };

/** The citation of a rule of a pack; a place that the text lacks is labelled with the title alone. */
export function citationOf(pack: Pack, rule: Cited): Citation {
  const clause = pack.clauses.find((candidate) => candidate.at === rule.cite);
  const passage = rule.id === undefined ? undefined : pack.passages?.[rule.id];
  if (passage !== undefined) {
    const label = passage.article === null ? clause?.label : labelIn(pack, passage.article);
    const words: Words = { kind: "verbatim", text: passage.words };
    return { pack: pack.id, at: rule.cite, label: label ?? titleOf(pack), words, unverified: false };
  }
  const label = clause?.label ?? titleOf(pack);
  const unverified = rule.tag === "M" || clause?.mark === "unverified";
  const text: Sentence = { zh: rule.quote, en: rule.summary?.en ?? rule.quote };
  if (clause?.mark === "practice") return practiceOf(pack, rule);
  const verbatim = !pack.summary && clause !== undefined && standsIn(clause.text, rule.quote);
  const words: Words = verbatim ? { kind: "verbatim", text: rule.quote } : { kind: "summary", text };
  return { pack: pack.id, at: rule.cite, label, words, unverified };
}

/** The same where no text says it, or none that was in force on the day: the offices do it so (工作规程), and no article is named. */
export function practiceOf(pack: Pack, rule: Cited): Citation {
  const text: Sentence = rule.summary ?? { zh: rule.quote, en: rule.quote };
  const label: Sentence = workingPractice;
  return { pack: pack.id, at: rule.cite, label, words: { kind: "practice", text }, unverified: rule.tag === "M" };
}

/** Whether all pieces of a quote stand in a text, in their order and word for word. */
export function standsIn(text: string, quote: string): boolean {
  const places = placesOf(text, quote);
  return places.length > 0 && places.every(({ at }) => at !== null);
}

function titleOf({ title }: Pack): Sentence {
  return { zh: `《${title.zh}》`, en: title.en };
}

/** `article` as the official text itself numbers it: 第二十一条. */
function labelIn({ title }: Pack, article: string): Sentence {
  return { zh: `《${title.zh}》${article}`, en: `${title.en}, ${article}` };
}
