// Search in Chinese text: every character and every pair of neighbours, since names of two characters are the rule and no trigram finds them.

/** What is written beside a text and what is asked with: single characters and pairs, in lower case. */
export function gramsOf(text: string): string[] {
  const characters = [...text.toLowerCase()];
  const grams = new Set(characters);
  for (const [index, character] of characters.entries()) {
    const next = characters[index + 1];
    if (next !== undefined) grams.add(character + next);
  }
  return [...grams].filter((gram) => gram.trim() === gram && gram !== "").sort();
}

/** The words of a query, in lower case; each must occur. Control characters, which no text in the database can hold, part words too. */
export function wordsOf(query: string): string[] {
  return query
    .toLowerCase()
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => word !== "")
    .slice(0, 8);
}

/** The grams that a row must have for all words: pairs where a word has any, else the character. */
export function gramsAsked(words: readonly string[]): string[] {
  return [
    ...new Set(
      words.flatMap((word) => {
        const grams = gramsOf(word);
        const pairs = grams.filter((gram) => [...gram].length === 2);
        return pairs.length > 0 ? pairs : grams;
      }),
    ),
  ];
}
