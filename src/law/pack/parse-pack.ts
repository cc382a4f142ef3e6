// Reads the files of one pack; says of every fault in which file and line it stands.
import { z } from "zod";
import { exampleSchema } from "./example.ts";
import type { Example } from "./example.ts";
import { expandRules } from "./expand-rules.ts";
import { formed } from "./form.ts";
import type { FormFault, Formed } from "./form.ts";
import { vocabularyFor } from "./own-vocabulary.ts";
import type { Pack, PackFiles, ParsedPack, Problem } from "./pack.ts";
import { ruleSchema, rulesFileSchema } from "./rule.ts";
import type { Rule } from "./rule.ts";
import { parseText } from "../text/text.ts";
import { sharedVocabularySchema } from "./vocabulary.ts";
import type { SharedVocabulary } from "./vocabulary.ts";
import { readYaml } from "./yaml-source.ts";
import type { YamlRead } from "./yaml-source.ts";
import {
  idNotFolder,
  mendIdNotFolder,
  ruleNamesake,
  mendRuleNamesake,
  exampleNamesake,
  mendExampleNamesake,
  fileFaults,
  vocabularyName,
  packHead,
  anchorRepeated,
  mendAnchor,
  ruleAt,
  exampleAt,
} from "./words.ts";

export const examplesFileSchema = z.strictObject({ format: z.literal(1), examples: z.array(exampleSchema) });

/** The files with each of their lists open: what stands in it is read one by one, so that one fault hides no other. */
const rulesHeadSchema = rulesFileSchema.extend({ rules: z.array(z.unknown()).min(1) });
const examplesHeadSchema = examplesFileSchema.extend({ examples: z.array(z.unknown()) });

/** A pack, or all faults of form in its files. What the rules say of the text is for the checks. */
export function parsePack(files: PackFiles): ParsedPack {
  const { pack, problems } = readPack(files);
  return pack !== null && problems.length === 0 ? { ok: true, pack } : { ok: false, problems };
}

/** All faults of form, and the pack as far as it can be read: without the rules and examples that have one. Null where its head has one. */
export function readPack(files: PackFiles): { pack: Pack | null; problems: Problem[] } {
  const unread = unreadable(files);
  if (unread.length > 0) return { pack: null, problems: unread };
  const vocabulary = readVocabulary(files.vocabulary);
  const rules = readList(`${files.id}/rules.yaml`, files.rules, rulesHeadSchema, "rules");
  const examples = readList(`${files.id}/examples.yaml`, files.examples, examplesHeadSchema, "examples");
  const problems = [...vocabulary.problems, ...rules.problems, ...examples.problems];
  if (vocabulary.value === null || rules.value === null) return { pack: null, problems };
  const { rules: _list, format: _format, uses, words, ...head } = rules.value;
  const { vocabulary: own, faults } = vocabularyFor(vocabulary.value, { uses, words });
  problems.push(...located(`${files.id}/rules.yaml`, rules.lineOf, [], faults));
  if (head.id !== files.id) {
    problems.push({
      file: `${files.id}/rules.yaml`,
      line: rules.lineOf(["id"]),
      clause: null,
      message: idNotFolder(head.id, files.id),
      mend: mendIdNotFolder(files.id),
    });
  }
  const { list, ruleLines } = rulesIn(files, rules, problems);
  const { cases, exampleLines } = examplesIn(files, examples, problems);
  const clauses = parseText(files.text, head.title);
  problems.push(...repeatedAnchors(files.id, clauses));
  return {
    pack: {
      ...head,
      rules: expandRules(list, own),
      ruleLines,
      exampleLines,
      clauses,
      examples: cases,
      notes: files.notes,
      vocabulary: own,
    },
    problems,
  };
}

/** The rules without a fault of form, each with its line by its id; of two of one id the first. */
function rulesIn(
  files: PackFiles,
  read: ListRead<unknown>,
  problems: Problem[],
): { list: Rule[]; ruleLines: Record<string, number> } {
  const list: Rule[] = [];
  const ruleLines: Record<string, number> = {};
  for (const { value, at } of membersOf(read, ruleSchema, ruleName, problems)) {
    const line = read.lineOf(["rules", at]);
    if (ruleLines[value.id] !== undefined) {
      problems.push({
        file: `${files.id}/rules.yaml`,
        line,
        clause: value.cite,
        message: ruleNamesake(value.id, ruleLines[value.id]),
        mend: mendRuleNamesake,
      });
      continue;
    }
    ruleLines[value.id] = line;
    list.push(value);
  }
  return { list, ruleLines };
}

/** The examples without a fault of form, each with its line by its Chinese name. */
function examplesIn(
  files: PackFiles,
  read: ListRead<unknown>,
  problems: Problem[],
): { cases: Example[]; exampleLines: Record<string, number> } {
  const cases: Example[] = [];
  const exampleLines: Record<string, number> = {};
  for (const { value, at } of membersOf(read, exampleSchema, exampleName, problems)) {
    const line = read.lineOf(["examples", at]);
    if (exampleLines[value.name.zh] !== undefined) {
      problems.push({
        file: `${files.id}/examples.yaml`,
        line,
        clause: null,
        message: exampleNamesake(value.name, exampleLines[value.name.zh]),
        mend: mendExampleNamesake,
      });
    }
    exampleLines[value.name.zh] = line;
    cases.push(value);
  }
  return { cases, exampleLines };
}

function unreadable({ id, unread = [] }: PackFiles): Problem[] {
  return unread.map(({ name, why }) => ({
    file: name === "vocabulary.yaml" ? name : `${id}/${name}`,
    line: 1,
    clause: null,
    ...fileFaults[why],
  }));
}

type Read<Value> = {
  value: Value | null;
  problems: Problem[];
  lineOf: (path: readonly (string | number)[]) => number;
};

// All packs of a folder share one vocabulary: it is read once, however many there are.
let lastVocabulary: { source: string; read: Read<SharedVocabulary> } | null = null;

function readVocabulary(source: string): Read<SharedVocabulary> {
  if (lastVocabulary?.source !== source) {
    const file = "vocabulary.yaml";
    const yaml = readYaml(file, source);
    const read = yaml.ok
      ? shaped(file, yaml, sharedVocabularySchema, vocabularyName)
      : unreadYaml<SharedVocabulary>(yaml);
    lastVocabulary = { source, read };
  }
  return lastVocabulary.read;
}

type ListRead<Value> = Read<Value> & { file: string; list: string; members: unknown[] };

function readList<Schema extends z.ZodType>(
  file: string,
  source: string,
  schema: Schema,
  list: string,
): ListRead<z.output<Schema>> {
  const yaml = readYaml(file, source);
  if (!yaml.ok) return { ...unreadYaml<z.output<Schema>>(yaml), file, list, members: [] };
  const { value } = yaml;
  const found = partsOf(value)[list];
  return {
    ...shaped(file, yaml, schema, packHead),
    file,
    list,
    members: Array.isArray(found) ? found : [],
  };
}

function unreadYaml<Value>({ problems }: Extract<YamlRead, { ok: false }>): Read<Value> {
  return { value: null, problems, lineOf: () => 1 };
}

function shaped<Schema extends z.ZodType>(
  file: string,
  { value, lineOf }: Extract<YamlRead, { ok: true }>,
  schema: Schema,
  what: Problem["message"],
): Read<z.output<Schema>> {
  const read: Formed<z.output<Schema>> = formed(schema, value, what);
  if (read.ok) return { value: read.value, problems: [], lineOf };
  return { value: null, problems: located(file, lineOf, [], read.faults), lineOf };
}

function located(
  file: string,
  lineOf: Read<unknown>["lineOf"],
  before: readonly (string | number)[],
  faults: readonly FormFault[],
  clause: string | null = null,
): Problem[] {
  return faults.map(({ path, message, mend }) => ({ file, line: lineOf([...before, ...path]), clause, message, mend }));
}

/** Each member that has the shape, with its place in the list; the faults of the others go to `problems`. */
function membersOf<Schema extends z.ZodType>(
  { file, list, members, lineOf }: ListRead<unknown>,
  schema: Schema,
  nameOf: (member: unknown, at: number) => { name: Problem["message"]; clause: string | null },
  problems: Problem[],
): { value: z.output<Schema>; at: number }[] {
  return members.flatMap((member, at) => {
    const { name, clause } = nameOf(member, at);
    const read: Formed<z.output<Schema>> = formed(schema, member, name);
    if (read.ok) return [{ value: read.value, at }];
    problems.push(...located(file, lineOf, [list, at], read.faults, clause));
    return [];
  });
}

function ruleName(member: unknown, at: number): { name: Problem["message"]; clause: string | null } {
  const { id, kind, cite } = partsOf(member);
  return {
    name: ruleAt(id, kind, at),
    clause: typeof cite === "string" || typeof cite === "number" ? String(cite) : null,
  };
}

function exampleName(member: unknown, at: number): { name: Problem["message"]; clause: string | null } {
  const { zh, en } = partsOf(partsOf(member)["name"]);
  return { name: exampleAt(zh, en, at), clause: null };
}

function partsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function repeatedAnchors(id: string, clauses: Pack["clauses"]): Problem[] {
  const anchors = new Map<string, number>();
  return clauses.flatMap(({ at, line }) => {
    const before = at === "" ? undefined : anchors.get(at);
    if (at !== "" && before === undefined) anchors.set(at, line);
    if (before === undefined) return [];
    return [
      {
        file: `${id}/text.md`,
        line,
        clause: at,
        message: anchorRepeated(at, before),
        mend: mendAnchor,
      },
    ];
  });
}
