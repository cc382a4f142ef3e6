// Names found in a quote, longest first, so that no name is read inside a longer one.

/** The entries of which a word occurs in the text, in the order of the list. */
export function namedIn<Entry>(
  text: string,
  list: readonly Entry[],
  wordsOf: (entry: Entry) => readonly string[],
): Entry[] {
  const words = list
    .flatMap((entry) => wordsOf(entry).map((word) => ({ entry, word })))
    .toSorted((one, other) => other.word.length - one.word.length);
  const found = new Set<Entry>();
  let rest = text;
  for (const { entry, word } of words) {
    if (!rest.includes(word)) continue;
    found.add(entry);
    rest = rest.replaceAll(word, "\n");
  }
  return list.filter((entry) => found.has(entry));
}

/** Two lists with the same members, whatever their order. */
export function sameMembers(one: readonly string[], other: readonly string[]): boolean {
  return (
    one.length === other.length &&
    one.every((member) => other.includes(member)) &&
    other.every((member) => one.includes(member))
  );
}

/** Whether a text has one of these words. */
export const has = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));
