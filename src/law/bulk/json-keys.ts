// Fields that are written twice in one object of a JSON text, which JSON.parse passes over in silence.

/** How many fields a parsed value has, in all its objects. */
export function countKeys(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  if (Array.isArray(value)) {
    let sum = 0;
    for (const one of value) sum += countKeys(one);
    return sum;
  }
  let sum = 0;
  for (const one of Object.values(value)) sum += 1 + countKeys(one);
  return sum;
}

const QUOTE = 34;
const BACKSLASH = 92;
const COLON = 58;

/** How many fields a JSON text from one place to another writes, those of one name in one object each by itself; it must be valid. */
export function countWrittenKeys(text: string, from: number, to: number): number {
  let keys = 0;
  let inString = false;
  for (let at = from; at < to; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) inString = !inString;
    else if (inString) {
      if (sign === BACKSLASH) at += 1;
    } else if (sign === COLON) keys += 1;
  }
  return keys;
}

/** The path of the first field that stands twice in its object (`question.date`, `measures[0].kind`); null when there is none. */
export function doubledKey(text: string): string | null {
  // A stack of what is open: an object with its fields so far, or a list with its place.
  const open: ({ keys: Set<string>; key: string } | { place: number })[] = [];
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"\s*:|"(?:[^"\\]|\\.)*"|[[\]{},]/gu)) {
    const top = open.at(-1);
    if (token === "{") open.push({ keys: new Set(), key: "" });
    else if (token === "[") open.push({ place: 0 });
    else if (token === "}" || token === "]") open.pop();
    else if (token === ",") {
      if (top !== undefined && "place" in top) top.place += 1;
    } else if (token.endsWith(":") && top !== undefined && "keys" in top) {
      top.key = String(JSON.parse(token.slice(0, -1).trim()));
      if (top.keys.has(top.key)) return pathOf(open);
      top.keys.add(top.key);
    }
  }
  return null;
}

function pathOf(open: readonly ({ key: string } | { place: number })[]): string {
  return open.reduce(
    (path, one) => ("place" in one ? `${path}[${one.place}]` : path === "" ? one.key : `${path}.${one.key}`),
    "",
  );
}
