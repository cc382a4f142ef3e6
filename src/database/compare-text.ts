// The order of texts as the database keeps it (COLLATE "C"), for rows that are put in order here.

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
