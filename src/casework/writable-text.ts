// Which text can be stored and printed: in a row of the database, in a cell of a sheet, on a page.

/** Whether the text has no control characters but tab and line ends, and no half of a surrogate pair. */
export function isWritable(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- these are the very characters that are looked for
  return text.isWellFormed() && !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/u.test(text);
}

/** Deeper than any input that means something. */
const deepest = 40;

/** The path of the first text or key in a parsed body that cannot be written down, or of what is nested too deep; null when there is none. */
export function pathOfUnwritable(body: unknown): string | null {
  const waiting: { path: readonly string[]; value: unknown }[] = [{ path: [], value: body }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, value } = next;
    if (typeof value === "string" && !isWritable(value)) return path.join(".");
    if (typeof value !== "object" || value === null) continue;
    if (path.length >= deepest) return path.slice(0, 3).join(".");
    for (const [key, inner] of Object.entries(value)) {
      if (!isWritable(key)) return path.join(".");
      waiting.push({ path: [...path, key], value: inner });
    }
  }
  return null;
}
