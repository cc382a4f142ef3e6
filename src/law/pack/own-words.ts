// The vocabulary of one pack: the words all packs share, the further ones it takes by name, and its own.
import { z } from "zod";
import { ALL, NONE, REST, UNNAMED } from "./expand-rules.ts";
import type { FormFault } from "./form.ts";
import { nearestTo } from "./nearest.ts";
import { gravitySchema, idSchema, managementLevelSchema, sentenceSchema, vocabularySchema } from "./vocabulary.ts";
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
    /** Further words for a measure, sanction, purpose or body that the vocabulary has: `admonition: [谈话诫勉]`. */
    aliases: z.record(idSchema, z.array(z.string().min(1))).default({}),
    /** From what a term runs, where the shared vocabulary has no word for it. */
    starts: shape.starts,
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
      managedBy: { ...common.names.managedBy, ...present(words.managedBy) },
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
        message: {
          zh: `uses 中的 ${id} 不在共用词表的 further 内${near === null ? "" : `，是否为 ${near}`}`,
          en: `the further words have no ${id}${near === null ? "" : `; is ${near} meant?`}`,
        },
        mend: {
          zh: `可以取用：${known.join("、")}；都没有的，写入 words`,
          en: `there are ${known.join(", ")}; what is not among them goes under words`,
        },
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
      message: { zh: `words.aliases 中的 ${id} 不在词表内`, en: `words.aliases names ${id}, which no list has` },
      mend: {
        zh: `改为已有的编号${nearestTo(id, known) === null ? "" : `，如 ${nearestTo(id, known) ?? ""}`}；新的方式、机关写入 words 的相应一项`,
        en: "name an entry that there is; new ones go under words",
      },
    }));
}

/** Ids that one name could mean twice: within a list, between measures and sanctions, or with the short forms of rules. */
function collisions(vocabulary: Vocabulary): WordFault[] {
  const { measures, sanctions, purposes, attributes, bodies, starts } = vocabulary;
  const lists = { measures: [...sanctions, ...measures], purposes, attributes, bodies };
  const fault = (list: string, word: string, zh: string, en: string): WordFault => ({
    path: ["words", list],
    message: { zh: `words.${list}：${word} ${zh}`, en: `words.${list}: ${word} ${en}` },
    mend: { zh: "换一个编号、名称或者字样", en: "choose another id, name or word" },
  });
  return [
    ...Object.entries(lists).flatMap(([list, entries]) => {
      const ids = entries.map((entry) => entry.id);
      const reserved = ids.filter((id) => SHORT_FORMS.includes(id));
      return [
        ...twice(ids).map((id) => fault(list, id, "在词表中出现两次", "stands twice in the vocabulary")),
        ...twice(entries.map((entry) => entry.name.zh)).map((name) =>
          fault(list, name, "是两个编号的名称", "is the name of two ids"),
        ),
        ...twice(entries.flatMap((entry) => [...new Set(entry.words)])).map((word) =>
          fault(list, word, "是两个编号的字样，读到它时无从分辨", "is a word of two ids, and could mean either"),
        ),
        ...reserved.map((id) => fault(list, id, "另有用处，不能作编号", "has another meaning and cannot be an id")),
      ];
    }),
    ...twice(starts.map((start) => start.id)).map((id) =>
      fault("starts", id, "在词表中出现两次", "stands twice in the vocabulary"),
    ),
    ...twice(vocabulary.collectives.map((collective) => collective.words)).map((words) =>
      fault("collectives", words, "在词表中出现两次", "stands twice in the vocabulary"),
    ),
  ];
}

const SHORT_FORMS: readonly string[] = [ALL, NONE, REST, UNNAMED];

const twice = (words: readonly string[]): string[] => [
  ...new Set(words.filter((word, index) => words.indexOf(word) !== index)),
];
