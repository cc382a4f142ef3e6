// A cell to a name, or to the names that stand in it.
import { besideName, honorific, ordinal, postEnd, unitEnd } from "./list-words.ts";
import { surnames, compoundSurnames } from "./surname-words.ts";

const invisible = /[\p{Cc}\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\p{Variation_Selector}/gu;
const dots = /(?<=\p{Script=Han})\s*[·•・‧⋅∙●.]\s*(?=\p{Script=Han})/gu;
const typesetting = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/** The text as it is compared: one form for each character (NFKC), nothing invisible, one blank where several stood; lines kept. */
export function plainText(text: string): string {
  return text
    .replaceAll(/[\r\n\t\v\f\u0085\u2028\u2029]+/gu, "\n")
    .split("\n")
    .map((line) => line.normalize("NFKC").replaceAll(invisible, "").replaceAll(/\s+/gu, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** The name as it is stored and searched: no blank of typesetting, the dots of a name from another language as one. */
export function nameOf(text: string): string {
  return plainText(text).replaceAll(dots, "·").replaceAll(typesetting, "").replaceAll("\n", " ");
}

/** What somebody searches for, as names are stored; its words stay apart. */
export function searchedText(text: string): string {
  return plainText(text).replaceAll(dots, "·").replaceAll("\n", " ");
}

/** A name with what stood in brackets beside it and may be a unit. */
export type Named = { name: string; beside: string };

/** What is not name is taken off: a number in front, 同志, brackets. `name` is empty where nothing is left. */
export function namedIn(text: string): Named {
  let rest = plainText(text).replace(/^["'“”]+|["'“”]+$/gu, "");
  for (let found = ordinal.exec(rest); found !== null; found = ordinal.exec(rest)) rest = rest.slice(found[0].length);
  const beside: string[] = [];
  rest = rest
    .replaceAll(/[([【〔<]([^()[\]【】〔〕<>]*)[)\]】〕>]/gu, (_whole, inner: string) => {
      const said = inner.split(/[,、;\s]+/u).filter((part) => part !== "" && !besideName.test(part));
      if (said.length > 0) beside.push(inner.trim());
      return " ";
    })
    .trim();
  const name = nameOf(rest);
  const bare = name.replace(honorific, "");
  return { name: bare.length >= 2 ? bare : name, beside: beside.join(" ") };
}

/** The names that stand in a cell: several where each part between the marks is one. Marks within brackets part nobody. */
export function namesIn(text: string): Named[] {
  const lines = plainText(text);
  for (const mark of [/[、,;。\n/]/u, /[\s]/u]) {
    const parts = partsOutsideBrackets(lines, mark);
    if (parts.length < 2) continue;
    const named = (mark.source === "[\\s]" ? joinSingles(parts) : parts).map(namedIn);
    if (named.length > 1 && named.every(({ name }) => isNameLike(name))) return named;
  }
  const one = namedIn(text);
  return one.name === "" ? [] : [one];
}

/** Whether a text can be a name at all: letters of any script, with the dots that part names of several. */
export function isName(text: string): boolean {
  return text.length <= 50 && /^\p{L}[\p{L}\p{M}·.\s'’-]*$/u.test(text);
}

/** Whether what stands in a column of names can be one: a whole sentence is none. */
export function isPlausibleName(text: string): boolean {
  if (!isName(text)) return false;
  return (
    !/^\p{Script=Han}{5,}$/u.test(text) || (surnames.has(text.charAt(0)) && text.length <= 12 && !unitEnd.test(text))
  );
}

/** Whether a text is most likely the name of a person, not of a unit or a post: where nothing else tells what a cell is. */
export function isNameLike(text: string): boolean {
  if (/^\p{Script=Han}{2,4}$/u.test(text)) {
    if (!surnames.has(text.charAt(0)) && !compoundSurnames.has(text.slice(0, 2))) return false;
    return text.length === 2 || !(unitEnd.test(text) || postEnd.test(text));
  }
  return /^\p{Script=Han}{1,12}(?:·\p{Script=Han}{1,12})+$/u.test(text);
}

/** Parts between marks that do not stand within brackets; empty ones are left out. */
export function partsOutsideBrackets(text: string, mark: RegExp): string[] {
  return cellsOutsideBrackets(text, mark).filter((one) => one !== "");
}

/** The same with the empty ones, as cells of a row. */
export function cellsOutsideBrackets(text: string, mark: RegExp): string[] {
  if (!/[([【〔（《]/u.test(text)) return text.split(mark).map((one) => one.trim());
  const parts: string[] = [];
  let depth = 0;
  let part = "";
  for (const character of text) {
    if (/[([【〔（《]/u.test(character)) depth += 1;
    else if (/[)\]】〕）》]/u.test(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && mark.test(character)) {
      parts.push(part);
      part = "";
    } else part += character;
  }
  parts.push(part);
  return parts.map((one) => one.trim());
}

/** Parts of a line between blanks, with the blanks of typesetting undone: 张 三 is 张三, 姜 雅瑜 is 姜雅瑜. */
export function joinSingles(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < parts.length;) {
    const singles = parts.slice(at).findIndex((part) => !/^\p{Script=Han}$/u.test(part));
    const count = singles < 0 ? parts.length - at : singles;
    if (count === 0) {
      joined.push(parts[at] ?? "");
      at += 1;
      continue;
    }
    // One alone is a surname before the rest of the name; two are a name; three alone are one name, more are names of two.
    const next = parts[at + count];
    const alone =
      count === 1 && next !== undefined && /^\p{Script=Han}{1,3}$/u.test(next) && isNameLike(`${parts[at]}${next}`);
    const take = count === 3 ? 3 : Math.min(2, count + (alone ? 1 : 0));
    joined.push(parts.slice(at, at + take).join(""));
    at += take;
  }
  return joined;
}
