// To whom a clause applies: rank, attributes, Party membership; and what to do when that is not recorded.
import type { Sentence } from "../text/citation.ts";
import type { Condition } from "../pack/rule-parts.ts";
import type { LevelId, Vocabulary } from "../pack/vocabulary.ts";
import { partyMembers, notPartyMembers, onlyFor } from "./words.ts";

export type Person = {
  partyMember: boolean | null;
  /** The level held on the day asked about; null where it is not recorded. */
  level: LevelId | null;
  /** Whether everything that bears on the day asked about is known to be recorded; taken as complete where it is not said. */
  historyComplete?: boolean;
  /** What is recorded of the person, by the vocabulary's attributes; one that is absent is not known. */
  attributes?: Readonly<Record<string, boolean>>;
};

/** Whether a clause applies to a person; null when a fact that decides it is not recorded. */
export function meets(person: Person, condition: Condition | null): boolean | null {
  if (condition === null) return true;
  const parts = [
    oneOf(condition.levels, (level) => (person.level === null ? null : person.level === level)),
    oneOf(condition.attributes, (id) => person.attributes?.[id] ?? null),
    membership(person, condition),
  ];
  if (parts.includes(false)) return false;
  return parts.includes(null) ? null : true;
}

/** To whom it applies, in words. */
export function conditionWords(vocabulary: Vocabulary, condition: Condition): Sentence {
  const names = [
    ...vocabulary.levels.filter((level) => condition.levels.includes(level.id)),
    ...vocabulary.attributes.filter((attribute) => condition.attributes.includes(attribute.id)),
  ].map((entry) => entry.name);
  const member: Sentence[] =
    condition.partyMember === null ? [] : [condition.partyMember ? partyMembers : notPartyMembers];
  const all = [...names, ...member];
  return onlyFor(all);
}

function membership(person: Person, { partyMember }: Condition): boolean | null {
  if (partyMember === null) return true;
  return person.partyMember === null ? null : person.partyMember === partyMember;
}

// An empty list asks for nothing; otherwise one of it must hold, and is unknown while none is known to hold.
function oneOf(ids: readonly string[], holds: (id: string) => boolean | null): boolean | null {
  if (ids.length === 0) return true;
  const found = ids.map(holds);
  if (found.includes(true)) return true;
  return found.includes(null) ? null : false;
}
