// One way to say what is wrong with a rule: the field, what it has, what it should have, and how to mend it.
import type { Sentence } from "../text/citation.ts";
import type { Pack, Problem, Rule } from "../pack/pack.ts";
import type { Vocabulary } from "../pack/vocabulary.ts";
import { ruleProblem } from "./problem.ts";
import { sameMembers } from "./wording/named.ts";
import { byQuotedWords, fieldDiffers, mendByAgreeing, nothing } from "./words.ts";

/** What is wrong, and how to mend it. */
export type Mended = { zh: string; en: string; mend: Sentence };

export type Fault = Mended & {
  /** As it stands in rules.yaml: `for`, `results[0].words`. */
  field: string;
};

/** The faults of every rule of a pack, each at its line. */
export function eachRule(pack: Pack, faultsOf: (rule: Rule) => readonly Fault[]): Problem[] {
  return pack.rules.flatMap((rule) => faultsOf(rule).map((fault) => ruleProblem(pack, rule, fault)));
}

/** A fault, unless all is well. `mend` says what to do; without it, that field and words have to be made to agree. */
export function unless(
  fine: boolean,
  field: string,
  { zh, en }: Sentence,
  mend: Sentence = mendByAgreeing(field),
): Fault[] {
  return fine ? [] : [{ field, zh, en, mend }];
}

/** A name of a field as people say it: 期限, the period. */
export type FieldName = { field: string; zh: string; en: string };

/** Unless a field has exactly the members that its words (or `source`) say. */
export function unlessSame(
  name: FieldName,
  has: readonly string[],
  due: readonly string[],
  say: (ids: readonly string[]) => string = plainly,
  source: Sentence = byQuotedWords,
): Fault[] {
  return sameMembers(has, due) ? [] : [differs(name, say(has), say(due), source)];
}

/** Unless a field has the value that its words say; null where they say none. */
export function unlessIs(
  name: FieldName,
  has: string | number | boolean | null,
  due: string | number | boolean | null,
  source: Sentence = byQuotedWords,
): Fault[] {
  return has === due ? [] : [differs(name, written(has), written(due), source)];
}

/** The field has one thing, the words say another. */
export function differs(
  { field, zh, en }: FieldName,
  found: string,
  due: string,
  source: Sentence = byQuotedWords,
): Fault {
  return { field, ...fieldDiffers(field, { zh, en }, found, due, source) };
}

/** The ids of a field with the names that people read: `transfer（调离岗位）`. */
export function sayer(vocabulary: Vocabulary): (ids: readonly string[]) => string {
  const { measures, sanctions, purposes, bodies, attributes } = vocabulary;
  const names = new Map(
    [...attributes, ...bodies, ...purposes, ...sanctions, ...measures].map((one) => [one.id, one.name.zh]),
  );
  return (ids) => plainly(ids.map((id) => (names.has(id) ? `${id}（${names.get(id) ?? ""}）` : id)));
}

const plainly = (list: readonly string[]): string => list.join("、") || nothing;
const written = (value: string | number | boolean | null): string => (value === null ? "null" : String(value));
