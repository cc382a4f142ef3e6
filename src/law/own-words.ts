// The vocabulary of one pack: the words all packs share, the further ones it takes by name, and its own.
import { z } from "zod";
import type { Sentence } from "./citation.ts";
import { gravitySchema, managementLevelSchema, sentenceSchema, vocabularySchema } from "./vocabulary.ts";
import type { SharedVocabulary, Vocabulary } from "./vocabulary.ts";

const { shape } = vocabularySchema;

/** Words that only one text has, in the shapes of the shared vocabulary. */
export const ownWordsSchema = z
  .strictObject({
    measures: z.array(shape.measures.element).default([]),
    purposes: z.array(shape.purposes.element).default([]),
    bearings: shape.bearings.default([]),
    attributes: shape.attributes,
    bodies: z.array(shape.bodies.element).default([]),
    collectives: shape.collectives.default([]),
    periods: z.array(shape.periods.element).default([]),
    /** Further signs beside the shared ones, by the name of the sign. */
    marks: z.partialRecord(shape.marks.keyof(), z.array(z.string().min(1))).default({}),
    /** What this text calls gravities and management levels. */
    gravities: z.partialRecord(gravitySchema, sentenceSchema).default({}),
    managedBy: z.partialRecord(managementLevelSchema, sentenceSchema).default({}),
  })
  .prefault({});
export type OwnWords = z.infer<typeof ownWordsSchema>;

/** A word that cannot be used: at which place of the head of rules.yaml, and why. */
export type WordFault = { path: (string | number)[]; message: Sentence };

/**
 * The words of a pack. Its further and own words stand after the shared ones, so that an index into the shared
 * lists means the same in every pack.
 */
export function vocabularyFor(
  shared: SharedVocabulary,
  head: { uses: readonly string[]; words: OwnWords },
): { vocabulary: Vocabulary; faults: WordFault[] } {
  const { further, ...common } = shared;
  const { words } = head;
  const taken = <Entry extends { id: string }>(list: readonly Entry[]): Entry[] =>
    list.filter((entry) => head.uses.includes(entry.id));
  const purposes = [...common.purposes, ...taken(further.purposes), ...words.purposes];
  const known = (id: string): boolean => purposes.some((purpose) => purpose.id === id);
  const vocabulary: Vocabulary = {
    ...common,
    measures: [...common.measures, ...taken(further.measures), ...words.measures],
    purposes,
    bearings: [
      ...common.bearings,
      ...further.bearings.filter(({ bar, purpose }) => known(bar) && known(purpose)),
      ...words.bearings,
    ],
    attributes: [...common.attributes, ...taken(further.attributes), ...words.attributes],
    bodies: [...common.bodies, ...words.bodies],
    collectives: [...common.collectives, ...words.collectives],
    periods: [...common.periods, ...words.periods],
    marks: marksWith(common.marks, words.marks),
    names: {
      ...common.names,
      gravities: { ...common.names.gravities, ...present(words.gravities) },
      managedBy: { ...common.names.managedBy, ...present(words.managedBy) },
    },
  };
  return { vocabulary, faults: [...unknownUses(shared, head.uses), ...namesakes(vocabulary)] };
}

function marksWith(marks: Vocabulary["marks"], own: OwnWords["marks"]): Vocabulary["marks"] {
  const merged = { ...marks };
  for (const key of shape.marks.keyof().options) merged[key] = [...marks[key], ...(own[key] ?? [])];
  return merged;
}

// An absent key must not take the place of a shared name.
function present<Key extends string, Value>(record: Partial<Record<Key, Value>>): Partial<Record<Key, Value>> {
  const kept: Partial<Record<Key, Value>> = {};
  for (const key in record) if (record[key] !== undefined) kept[key] = record[key];
  return kept;
}

function unknownUses({ further }: SharedVocabulary, uses: readonly string[]): WordFault[] {
  const known = [...further.measures, ...further.purposes, ...further.attributes].map((entry) => entry.id);
  return uses.flatMap((id, index) =>
    known.includes(id)
      ? []
      : [
          {
            path: ["uses", index],
            message: {
              zh: `共用词表的 further 中没有 ${id}；有：${known.join("、")}`,
              en: `the further words have no ${id}; there are ${known.join(", ")}`,
            },
          },
        ],
  );
}

function namesakes(vocabulary: Vocabulary): WordFault[] {
  const lists = ["measures", "purposes", "attributes", "bodies"] as const;
  return lists.flatMap((list) => {
    const ids = vocabulary[list].map((entry) => entry.id);
    const names = vocabulary[list].map((entry) => entry.name.zh);
    const twice = [...ids, ...names].filter((word, index, all) => all.indexOf(word) !== index);
    return twice.map((word) => ({
      path: ["words", list],
      message: { zh: `${word} 在词表中出现两次`, en: `${word} stands twice in the vocabulary` },
    }));
  });
}
