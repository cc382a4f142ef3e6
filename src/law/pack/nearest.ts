// The known word that somebody most likely meant.

/** The word that takes the fewest changed signs, at most a third of them and at least one sign alike; null when none is near. */
export function nearestTo(word: string, words: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.floor(Math.max(word.length, 3) / 3) + 1;
  for (const candidate of words) {
    const changes = changesBetween(word.toLowerCase(), candidate.toLowerCase());
    if (changes < least && changes < Math.max(word.length, candidate.length)) {
      least = changes;
      best = candidate;
    }
  }
  return best;
}

// Signs added, dropped or replaced to make one word of the other.
function changesBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const replaced = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
