// The vocabulary of one pack: the words all packs share, the further ones it takes by name, and its own.
import { z } from "zod";
import { ALL, NONE, REST, UNNAMED } from "./expand-rules.ts";
import type { FormFault } from "./form.ts";
import { nearestTo } from "./nearest.ts";
import type { Sentence } from "../text/citation.ts";
import { gravitySchema, idSchema, sentenceSchema, vocabularySchema } from "./vocabulary.ts";
import type { SharedVocabulary, Vocabulary } from "./vocabulary.ts";
import {
  mendWord,
  wordFault,
  furtherWordUnknown,
  mendFurtherWord,
  aliasUnknown,
  mendAlias,
  wordTwice,
  nameOfTwo,
  wordOfTwo,
  idReserved,
} from "./words.ts";

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
    /** Further words for a measure, sanction, purpose or body that the vocabulary has: `admonition: [谈话诫勉]`. */
    aliases: z.record(idSchema, z.array(z.string().min(1))).default({}),
    /** From what a term runs, where the shared vocabulary has no word for it. */
    starts: shape.starts,
    periods: z.array(shape.periods.element).default([]),
    /** Further signs beside the shared ones, by the name of the sign. */
    marks: z.partialRecord(shape.marks.keyof(), z.array(z.string().min(1))).default({}),
    /** What this text calls gravities and management levels. */
    gravities: z.partialRecord(gravitySchema, sentenceSchema).default({}),
    managedBy: z.record(idSchema, sentenceSchema).default({}),
  })
  .prefault({});
export type OwnWords = z.infer<typeof ownWordsSchema>;

/** A word that cannot be used: at which place of the head of rules.yaml, and why. */
export type WordFault = FormFault;

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
  const named = <Entry extends { id: string; words: string[] }>(list: readonly Entry[]): Entry[] =>
    list.map((entry) => {
      const aliases = Object.hasOwn(words.aliases, entry.id) ? (words.aliases[entry.id] ?? []) : [];
      return aliases.length === 0 ? entry : { ...entry, words: [...entry.words, ...aliases] };
    });
  const purposes = named([...common.purposes, ...taken(further.purposes), ...words.purposes]);
  const known = (id: string): boolean => purposes.some((purpose) => purpose.id === id);
  const vocabulary: Vocabulary = {
    ...common,
    measures: named([...common.measures, ...taken(further.measures), ...words.measures]),
    sanctions: named(common.sanctions),
    purposes,
    bearings: [
      ...common.bearings,
      ...further.bearings.filter(({ bar, purpose }) => known(bar) && known(purpose)),
      ...words.bearings,
    ],
    attributes: named([...common.attributes, ...taken(further.attributes), ...words.attributes]),
    bodies: named([...common.bodies, ...words.bodies]),
    collectives: [...common.collectives, ...words.collectives],
    starts: [...common.starts, ...words.starts],
    periods: [...common.periods, ...words.periods],
    marks: marksWith(common.marks, words.marks),
    names: {
      ...common.names,
      gravities: { ...common.names.gravities, ...present(words.gravities) },
      managedBy: { ...common.names.managedBy, ...words.managedBy },
    },
  };
  return {
    vocabulary,
    faults: [
      ...unknownUses(shared, head.uses),
      ...unknownAliases(vocabulary, words.aliases),
      ...collisions(vocabulary),
    ],
  };
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
  return uses.flatMap((id, index) => {
    if (known.includes(id)) return [];
    const near = nearestTo(id, known);
    return [
      {
        path: ["uses", index],
        message: furtherWordUnknown(id, near),
        mend: mendFurtherWord(known),
      },
    ];
  });
}

function unknownAliases(vocabulary: Vocabulary, aliases: OwnWords["aliases"]): WordFault[] {
  const { measures, sanctions, purposes, attributes, bodies } = vocabulary;
  const known = [...measures, ...sanctions, ...purposes, ...attributes, ...bodies].map((entry) => entry.id);
  return Object.keys(aliases)
    .filter((id) => !known.includes(id))
    .map((id) => ({
      path: ["words", "aliases", id],
      message: aliasUnknown(id),
      mend: mendAlias(nearestTo(id, known)),
    }));
}

/** Ids that one name could mean twice: within a list, between measures and sanctions, or with the short forms of rules. */
function collisions(vocabulary: Vocabulary): WordFault[] {
  const { measures, sanctions, purposes, attributes, bodies, starts } = vocabulary;
  const lists = { measures: [...sanctions, ...measures], purposes, attributes, bodies };
  const fault = (list: string, word: string, what: Sentence): WordFault => ({
    path: ["words", list],
    message: wordFault(list, word, what),
    mend: mendWord,
  });
  return [
    ...Object.entries(lists).flatMap(([list, entries]) => {
      const ids = entries.map((entry) => entry.id);
      const reserved = ids.filter((id) => SHORT_FORMS.includes(id));
      return [
        ...twice(ids).map((id) => fault(list, id, wordTwice)),
        ...twice(entries.map((entry) => entry.name.zh)).map((name) => fault(list, name, nameOfTwo)),
        ...twice(entries.flatMap((entry) => [...new Set(entry.words)])).map((word) => fault(list, word, wordOfTwo)),
        ...reserved.map((id) => fault(list, id, idReserved)),
      ];
    }),
    ...twice(starts.map((start) => start.id)).map((id) => fault("starts", id, wordTwice)),
    ...twice(vocabulary.collectives.map((collective) => collective.words)).map((words) =>
      fault("collectives", words, wordTwice),
    ),
  ];
}

const SHORT_FORMS: readonly string[] = [ALL, NONE, REST, UNNAMED];

const twice = (words: readonly string[]): string[] => [
  ...new Set(words.filter((word, index) => words.indexOf(word) !== index)),
];
