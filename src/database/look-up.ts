// Tables that are looked up by what somebody typed: they know no names but those put into them.

/** Like Object.fromEntries, but "constructor" or "__proto__" finds nothing that was not put there. */
export function lookUpOf<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  const table = Object.create(null) as Record<string, T>; // without a prototype it has no members at all
  for (const [name, value] of entries) table[name] = value;
  return table;
}
