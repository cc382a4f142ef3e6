// The text of a pack: its clauses with their anchors and the way a lawyer cites them.
import { z } from "zod";
import { sentenceShape } from "./citation.ts";
import type { Sentence } from "./citation.ts";
import {
  ownArticleNumber,
  ownItemNumber,
  articleNumber,
  paragraphNumber,
  itemNumber,
  tenAnd,
  zero,
  numeralDigits,
  numeralWeights,
  dayInWords,
} from "./words.ts";

export const clauseShape = z.object({
  /** `13.1`; empty for what is no article (notice, headings, colophon). */
  at: z.string(),
  role: z.enum(["front", "chapter", "paragraph", "item", "colophon"]),
  label: sentenceShape,
  /** `unverified`: nobody has seen the words (需核实); `practice`: no text says it (工作规程). */
  mark: z.enum(["unverified", "practice"]).nullable(),
  text: z.string(),
  /** Line in text.md, from 1. */
  line: z.number(),
});
export type Clause = z.output<typeof clauseShape>;

/**
 * Reads text.md. An anchor line `<a id="13.1"></a>` stands above each paragraph and item; a `title` on
 * it gives a label of its own (`title="第二十四条第六项|Article 24, item 6"`), a `class` says what it is worth (`unverified`, `practice`). Headings begin with ##.
 */
export function parseText(text: string, title: Sentence): Clause[] {
  const clauses: Clause[] = [];
  let place: Clause["role"] = "front";
  let anchor: { at: string; mark: Clause["mark"]; title: string | null } | null = null;
  text.split("\n").forEach((raw, index) => {
    const line = raw.trim();
    if (line === "") return;
    const comment = /^<!-- (front|colophon) -->$/.exec(line);
    if (comment !== null) {
      place = comment[1] === "front" ? "front" : "colophon";
      return;
    }
    const opened = /^<a id="([a-z0-9.]+)"(?: class="(unverified|practice)")?(?: title="([^"]*)")?><\/a>$/.exec(line);
    if (opened !== null) {
      anchor = { at: opened[1] ?? "", mark: markOf(opened[2]), title: opened[3] ?? null };
      return;
    }
    const heading = /^##? (.*)$/.exec(line);
    if (heading !== null) {
      clauses.push({ at: "", role: "chapter", label: NO_LABEL, mark: null, text: heading[1] ?? "", line: index + 1 });
      return;
    }
    const before = clauses.at(-1);
    if (anchor === null && before !== undefined && before.at !== "" && place === "front") {
      // A line without an anchor of its own goes on with the paragraph above it.
      before.text += `\n${line}`;
      return;
    }
    if (anchor === null) {
      clauses.push({ at: "", role: place, label: NO_LABEL, mark: null, text: line, line: index + 1 });
      return;
    }
    const role = anchor.at.split(".").length === 3 ? "item" : "paragraph";
    const { at, mark } = anchor;
    clauses.push({ at, role, label: labelOf(anchor, title), mark, text: line, line: index + 1 });
    anchor = null;
  });
  return clauses;
}

function markOf(word: string | undefined): Clause["mark"] {
  return word === "unverified" || word === "practice" ? word : null;
}

const NO_LABEL: Sentence = { zh: "", en: "" };

/** The words of a clause without its own number: what 第十三条 or （三） stands before. */
export function bodyOf(clause: Pick<Clause, "text">): string {
  return clause.text.replace(ownArticleNumber, "").replace(ownItemNumber, "");
}

function labelOf(anchor: { at: string; title: string | null }, title: Sentence): Sentence {
  if (anchor.title !== null) {
    const [zh = "", en = zh] = anchor.title.split("|");
    return { zh: `《${title.zh}》${zh}`, en: `${title.en}, ${en}` };
  }
  const [article = "", paragraph, item] = anchor.at.split(".");
  const zh = articleNumber(numeral(Number(article)));
  const zhParagraph = paragraph === undefined ? "" : paragraphNumber(numeral(Number(paragraph)));
  const zhItem = item === undefined ? "" : itemNumber(numeral(Number(item)));
  const en = `Article ${article}`;
  const enParagraph = paragraph === undefined ? "" : `, paragraph ${paragraph}`;
  const enItem = item === undefined ? "" : `, item ${item}`;
  return {
    zh: `《${title.zh}》${zh}${zhParagraph}${zhItem}`,
    en: `${title.en}, ${en}${enParagraph}${enItem}`,
  };
}

/** Chinese numerals below ten thousand, as articles are numbered: 十二, 一百零三, 一百一十. */
export function numeral(value: number): string {
  if (value < 20)
    return value < 10 ? (numeralDigits[value] ?? "") : tenAnd(value === 10 ? "" : (numeralDigits[value - 10] ?? ""));
  let written = "";
  let rest = value;
  for (const [weight, sign] of numeralWeights) {
    const digit = Math.floor(rest / weight);
    rest %= weight;
    if (digit > 0) written += `${numeralDigits[digit] ?? ""}${sign}`;
    else if (written !== "" && rest > 0 && !written.endsWith(zero)) written += zero;
  }
  return written;
}

/** 2019年4月25日 */
export function writtenDate(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return dayInWords(year, Number(month), Number(day));
}
