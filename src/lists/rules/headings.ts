// Which column of a block is which, by its headings.
import { headingPatterns, otherHeadings } from "./list-words.ts";

export type ListColumn = keyof typeof headingPatterns;

/** For each column its place in the row, from 0. */
export type ListColumns = Partial<Record<ListColumn, number>>;

/** A heading as it is compared: no blanks, no star of what is required, nothing in brackets. */
export function headingText(cell: string): string {
  return cell
    .normalize("NFKC")
    .replaceAll(/\([^()]*\)|\[[^[\]]*\]|【[^】]*】|[\s*:]/gu, "")
    .replaceAll(/[\p{Cc}\u00AD\u200B-\u200F\uFEFF]/gu, "");
}

/** How well the cell fits as the heading of the column: 0 is best; null where it does not. */
function fitOf(column: ListColumn, heading: string): number | null {
  const { is, not } = headingPatterns[column];
  if (heading === "" || heading.length > 16 || not.test(heading)) return null;
  const fit = is.findIndex((pattern) => pattern.test(heading));
  return fit < 0 ? null : fit;
}

export function isHeading(cell: string): boolean {
  const heading = headingText(cell);
  return (
    otherHeadings.test(heading) ||
    (Object.keys(headingPatterns) as ListColumn[]).some((one) => fitOf(one, heading) === 0)
  );
}

export function isNameHeading(cell: string): boolean {
  return fitOf("name", headingText(cell)) !== null;
}

/** The best column of each kind among the cells from `from` to before `to`; the first of two that fit alike. */
export function columnsIn(cells: readonly string[], from: number, to: number): ListColumns {
  const found: ListColumns = {};
  const taken = new Set<number>();
  for (const column of Object.keys(headingPatterns) as ListColumn[]) {
    let best: { at: number; fit: number } | null = null;
    for (let at = from; at < to; at += 1) {
      const fit = taken.has(at) ? null : fitOf(column, headingText(cells[at] ?? ""));
      if (fit !== null && (best === null || fit < best.fit)) best = { at, fit };
    }
    if (best === null) continue;
    found[column] = best.at;
    taken.add(best.at);
  }
  return found;
}

/** Blocks beside each other: each begins where its headings begin to repeat, and has a column of names. */
export function blocksOf(cells: readonly string[]): { from: number; to: number; columns: ListColumns }[] {
  const names = cells.flatMap((cell, at) => (isNameHeading(cell) ? [at] : []));
  if (names.length < 2) return [{ from: 0, to: cells.length, columns: columnsIn(cells, 0, cells.length) }];
  const first = names[0] ?? 0;
  // What stands before the first name repeats before each: 序号 姓名 单位 序号 姓名 单位.
  const before = (at: number): number => {
    let begin = at;
    while (
      begin > 0 &&
      at - begin < first &&
      headingText(cells[begin - 1] ?? "") === headingText(cells[first - (at - begin) - 1] ?? "")
    )
      begin -= 1;
    return begin;
  };
  return names.map((at, index) => {
    const from = index === 0 ? 0 : before(at);
    const next = names[index + 1];
    const to = next === undefined ? cells.length : before(next);
    return { from, to, columns: columnsIn(cells, from, to) };
  });
}
