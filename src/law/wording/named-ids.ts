// The ids of rules turned into the words that people read, joined as each language joins a list.
import type { Sentence } from "../text/citation.ts";
import type { Vocabulary } from "../pack/vocabulary.ts";
import { joinedByOr, joinedByAnd } from "./words.ts";

type Named = { id: string; name: Sentence };

/** The names of some entries of a list, in the order in which they are given; an id without a name stays as it is. */
export function namesIn(list: readonly Named[], ids: readonly string[]): Sentence {
  return inList(ids.map((id) => list.find((one) => one.id === id)?.name ?? { zh: id, en: id }));
}

/** The names of measures and sanctions, in the order in which they are given. */
export function recordNames(vocabulary: Vocabulary, ids: readonly string[]): Sentence {
  return namesIn([...vocabulary.measures, ...vocabulary.sanctions], ids);
}

/** 甲、乙 and “A, B”. */
export function inList(names: readonly Sentence[]): Sentence {
  return { zh: names.map((name) => name.zh).join("、"), en: names.map((name) => name.en).join(", ") };
}

/** 甲或者乙 and “A or B”; 甲并且乙 and “A and B” when all are meant. */
export function joinedBy(names: readonly Sentence[], mode: "any" | "all"): Sentence {
  const [zh, en] = mode === "any" ? joinedByOr : joinedByAnd;
  return { zh: names.map((name) => name.zh).join(zh), en: names.map((name) => name.en).join(en) };
}
