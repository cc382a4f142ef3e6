// A count that stops at its bound, as people read it.

/** `1000+` when there are at least 1000. */
export function countText({ value, more }: { value: number; more: boolean }): string {
  return more ? `${value}+` : String(value);
}
