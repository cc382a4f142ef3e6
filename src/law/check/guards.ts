// Who notices when a field of a rule is changed: the form, the checks, the examples, or nobody.
import { expandRules } from "../pack/expand-rules.ts";
import type { Pack, PackFiles } from "../pack/pack.ts";
import { readPack } from "../pack/parse-pack.ts";
import { vocabularyFor } from "../pack/own-vocabulary.ts";
import { ruleSchema, rulesFileSchema } from "../pack/rule.ts";
import type { Rule } from "../pack/rule.ts";
import { parseText } from "../text/text.ts";
import { sharedVocabularySchema } from "../pack/vocabulary.ts";
import type { SharedVocabulary } from "../pack/vocabulary.ts";
import { readYaml } from "../pack/yaml-source.ts";
import { ruleChecks, wholeChecks } from "./check-packs.ts";
import { checkExamples } from "./examples/examples.ts";
import { fieldMutants } from "./field-mutants.ts";
import type { FieldMutant, Fields, RuleData } from "./field-mutants.ts";
import { checkNamesakes } from "./namesakes.ts";
import { checkSuccession } from "./succession.ts";

export type Guard = "form" | "checks" | "examples" | "nobody";

export type Guarded = Omit<FieldMutant, "changed"> & {
  line: number;
  by: Guard;
  /** What is said of it first; empty where nobody notices. */
  because: string;
};

/** A pack in order, with its rules.yaml as data: what changes are made in. */
export type Source = {
  files: PackFiles;
  pack: Pack;
  head: Fields;
  rules: RuleData[];
  /** The rules by the schema, before short forms are written out; in the order of `rules`. */
  read: Rule[];
  shared: SharedVocabulary;
};

/** Throws a RangeError where the pack is not in order as it is: then its first fault would be taken for a guard. */
export function sourceOf(files: PackFiles): Source {
  const { pack, problems } = readPack(files);
  const [problem] = problems;
  const yaml = readYaml(`${files.id}/rules.yaml`, files.rules);
  const words = readYaml("vocabulary.yaml", files.vocabulary);
  if (pack === null || problem !== undefined || !yaml.ok || !words.ok)
    throw new RangeError(`${problem?.file ?? files.id}:${problem?.line ?? 1}: ${problem?.message.zh ?? ""}`);
  // readPack has found it in the shape of the schema.
  const { rules, ...head } = yaml.value as Fields & { rules: RuleData[] };
  const read = rules.map((rule) => ruleSchema.parse(rule));
  return { files, pack, head, rules, read, shared: sharedVocabularySchema.parse(words.value) };
}

const headSchema = rulesFileSchema.omit({ rules: true });

/** The pack with another head, other rules or another text; null where that has no form any more. */
export function packWith(
  source: Source,
  change: { head?: Fields; rules?: readonly Rule[]; text?: string },
): Pack | null {
  const { pack, read } = source;
  const clauses = change.text === undefined ? pack.clauses : parseText(change.text, pack.title);
  if (change.head === undefined) {
    return { ...pack, clauses, rules: expandRules(change.rules ?? read, pack.vocabulary) };
  }
  const parsed = headSchema.safeParse(change.head);
  if (!parsed.success) return null;
  const { format: _format, uses, words, ...head } = parsed.data;
  const { vocabulary, faults } = vocabularyFor(source.shared, { uses, words });
  if (faults.length > 0) return null;
  return { ...pack, ...head, clauses, vocabulary, rules: expandRules(change.rules ?? read, vocabulary) };
}

/** The pack with one rule changed. */
export function packWithRule(source: Source, changed: RuleData): Pack | null {
  const parsed = ruleSchema.safeParse(changed);
  if (!parsed.success) return null;
  return packWith(source, { rules: source.read.map((rule) => (rule.id === changed.id ? parsed.data : rule)) });
}

/** Changes each field of each rule of a pack, one after the other, and says who notices. */
export function* guardsOf(files: PackFiles, others: readonly PackFiles[]): Generator<Guarded> {
  const source = sourceOf(files);
  const packs = others.map((other) => sourceOf(other).pack);
  for (const raw of source.rules) {
    for (const { changed, ...mutant } of fieldMutants(source.pack, raw)) {
      const pack = packWithRule(source, changed);
      yield {
        ...mutant,
        line: source.pack.ruleLines[mutant.rule] ?? 1,
        ...(pack === null ? FORM : guardOf(pack, packs)),
      };
    }
  }
}

const FORM = { by: "form", because: "the field has no such form" } as const;

/** Who notices what is wrong with a pack, beside others that are in order. */
export function guardOf(pack: Pack, others: readonly Pack[]): { by: Guard; because: string } {
  const early = earlyProblem(pack, others);
  if (early !== null) return { by: "checks", because: early };
  const all = [...others, pack];
  const upper = all.filter((one) => one.layer === "upper");
  const asked = pack.layer === "regulation" ? [pack] : all.filter((one) => one.layer === "regulation");
  for (const regulation of asked) {
    const [problem] = checkExamples(regulation, upper);
    if (problem !== undefined) return { by: "examples", because: problem.message.en };
  }
  return { by: "nobody", because: "" };
}

/** The first fault that is found without an example; null for none. */
function earlyProblem(pack: Pack, others: readonly Pack[]): string | null {
  const all = [...others, pack];
  const [between] = [...checkSuccession(all), ...checkNamesakes(all)];
  if (between !== undefined) return between.message.en;
  for (const check of [...Object.values(ruleChecks), ...Object.values(wholeChecks)]) {
    const [problem] = check(pack);
    if (problem !== undefined) return problem.message.en;
  }
  return null;
}
