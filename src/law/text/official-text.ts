// The official text of an upper norm, as an office has it: where a passage stands in it, and what it lends to the packs.
import { z } from "zod";
import { placesOf } from "./clauses.ts";
import type { Pack, Rule } from "../pack/pack.ts";
import { articleHead } from "./words.ts";

/** Verbatim from an official text; `article` is the article there in which it stands, null where the text numbers none. */
export const officialPassage = z.object({ words: z.string(), article: z.string().nullable() });
type OfficialPassage = z.output<typeof officialPassage>;

/** The passages that rest on official texts, by pack and by rule. */
export const passagesShape = z.record(z.string(), z.record(z.string(), officialPassage).readonly()).readonly();
export type Passages = z.output<typeof passagesShape>;

/** For a pack whose official text is not loaded. */
export const NO_PASSAGES: Passages = {};

/** A pack with the passages of its official text; itself where none is loaded. */
export function withPassages(pack: Pack, passages: Passages): Pack {
  const own = passages[pack.id];
  return own === undefined ? pack : { ...pack, passages: own };
}

/** The rules that can rest on a passage: all that say something of their own. */
export function rulesWithPassages(pack: Pack): (Rule & { quote: string; summary: Pack["title"] })[] {
  return pack.rules.filter((rule): rule is Rule & { quote: string; summary: Pack["title"] } => "summary" in rule);
}

/** Whether the passage stands word for word in the text. Breaks and blanks of typesetting do not count; …… stands for words left out. */
export function standsInText(text: string, passage: string): boolean {
  const places = placesOf(closed(text), closed(passage));
  return places.length > 0 && places.every(({ at }) => at !== null);
}

/** The passage as it is quoted; `article` is the one that the text numbers last before it. */
export function passageIn(text: string, passage: string): OfficialPassage {
  const words = closed(passage);
  const from = placesOf(closed(text), words)[0]?.at ?? 0;
  let article: string | null = null;
  let read = 0;
  for (const line of text.split("\n")) {
    if (read > from) break;
    article = articleHead.exec(line)?.[1] ?? article;
    read += closed(line).length;
  }
  return { words, article };
}

function closed(text: string): string {
  return text.normalize("NFC").replaceAll(/[\s\u3000\uFEFF\u200B]+/gu, "");
}
