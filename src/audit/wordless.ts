// What an entry says stays in numbers, codes and days: whoever reads the log learns who did what to what, and no word of a case.

/** Ids, codes, days, instants, hashes, addresses; and the number of a document, whose signs before the year are its series. */
const code = /^[\w:./@+-]{0,128}$/u;
const documentNumber = /^\p{Script=Han}{0,16}\u3014\d{4}\u3015\d+\u53f7$/u;
const idNumber = /^\d{17}[\dXx]$/u;

/** The same with each text that is no code replaced by how many signs it has. */
export function withoutWords(value: unknown): unknown {
  if (typeof value === "string") return isCode(value) ? value : { words: [...value].length };
  if (Array.isArray(value)) return value.map(withoutWords);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutWords(part)]));
}

function isCode(text: string): boolean {
  return !idNumber.test(text) && (code.test(text) || documentNumber.test(text));
}
