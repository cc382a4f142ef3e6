// What the reckoning adds to a bar.
import type { Sentence } from "../text/citation.ts";

// consequences.ts
export const periodByUpperNorm = (label: Sentence): Sentence => ({
  zh: `影响期依${label.zh}`,
  en: `influence period under ${label.en}`,
});
