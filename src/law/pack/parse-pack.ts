// Reads the files of one pack; says of every fault in which file and line it stands.
import { z } from "zod";
import { exampleSchema } from "./example.ts";
import type { Example } from "./example.ts";
import { expandRules } from "./expand-rules.ts";
import { formed } from "./form.ts";
import type { FormFault, Formed } from "./form.ts";
import { vocabularyFor } from "./own-words.ts";
import type { Pack, PackFiles, ParsedPack, Problem } from "./pack.ts";
import { ruleSchema, rulesFileSchema } from "./rule.ts";
import type { Rule } from "./rule.ts";
import { parseText } from "../text/text.ts";
import { sharedVocabularySchema } from "./vocabulary.ts";
import type { SharedVocabulary } from "./vocabulary.ts";
import { readYaml } from "./yaml-source.ts";
import type { YamlRead } from "./yaml-source.ts";

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
      message: {
        zh: `id 为 ${head.id}，与文件夹 ${files.id} 不一致`,
        en: `the id ${head.id} is not the folder ${files.id}`,
      },
      mend: { zh: `把 id 改为 ${files.id}，或者改文件夹的名称`, en: `set id to ${files.id}, or rename the folder` },
    });
  }
  const list: Rule[] = [];
  const ruleLines: Record<string, number> = {};
  for (const { value, at } of membersOf(rules, ruleSchema, ruleName, problems)) {
    const line = rules.lineOf(["rules", at]);
    if (ruleLines[value.id] !== undefined) {
      problems.push({
        file: `${files.id}/rules.yaml`,
        line,
        clause: value.cite,
        message: {
          zh: `规则 ${value.id} 重名：第 ${ruleLines[value.id]} 行已有一条`,
          en: `the rule ${value.id} has a namesake in line ${ruleLines[value.id]}`,
        },
        mend: { zh: "给其中一条换一个编号", en: "give one of them another id" },
      });
      continue;
    }
    ruleLines[value.id] = line;
    list.push(value);
  }
  const cases: Example[] = [];
  const exampleLines: Record<string, number> = {};
  for (const { value, at } of membersOf(examples, exampleSchema, exampleName, problems)) {
    const line = examples.lineOf(["examples", at]);
    if (exampleLines[value.name.zh] !== undefined) {
      problems.push({
        file: `${files.id}/examples.yaml`,
        line,
        clause: null,
        message: {
          zh: `例“${value.name.zh}”重名：第 ${exampleLines[value.name.zh]} 行已有一个`,
          en: `the example “${value.name.en}” has a namesake`,
        },
        mend: { zh: "给其中一个换一个名称", en: "give one of them another name" },
      });
    }
    exampleLines[value.name.zh] = line;
    cases.push(value);
  }
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

const whys = {
  missing: {
    message: { zh: "没有这个文件", en: "the file is missing" },
    mend: {
      zh: "补上这个文件；wenze law new 建立的模板有全部四个文件",
      en: "add the file; the template that wenze law new makes has all four",
    },
  },
  empty: {
    message: { zh: "文件是空的", en: "the file is empty" },
    mend: { zh: "写入内容；可能是保存时丢失，请从备份恢复", en: "write it; where it was lost on saving, restore it" },
  },
  gbk: {
    message: {
      zh: "文件不是 UTF-8 编码，像是 GBK（GB18030）",
      en: "the file is not UTF-8; it looks like GBK (GB18030)",
    },
    mend: {
      zh: "用文本编辑器打开，另存为 UTF-8（记事本：另存为，编码选 UTF-8）",
      en: "open it in a text editor and save it as UTF-8",
    },
  },
  "utf-16": {
    message: { zh: "文件不是 UTF-8 编码，像是 UTF-16", en: "the file is not UTF-8; it looks like UTF-16" },
    mend: {
      zh: "用文本编辑器打开，另存为 UTF-8（记事本：另存为，编码选 UTF-8）",
      en: "open it in a text editor and save it as UTF-8",
    },
  },
  other: {
    message: { zh: "文件不是 UTF-8 文本", en: "the file is no UTF-8 text" },
    mend: { zh: "换成 UTF-8 编码的文本文件", en: "put a text file in UTF-8 in its place" },
  },
} as const;

function unreadable({ id, unread = [] }: PackFiles): Problem[] {
  return unread.map(({ name, why }) => ({
    file: name === "vocabulary.yaml" ? name : `${id}/${name}`,
    line: 1,
    clause: null,
    ...whys[why],
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
    const read = yaml.ok ? shaped(file, yaml, sharedVocabularySchema, VOCABULARY) : unreadYaml<SharedVocabulary>(yaml);
    lastVocabulary = { source, read };
  }
  return lastVocabulary.read;
}

const VOCABULARY = { zh: "词表", en: "the vocabulary" };

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
    ...shaped(file, yaml, schema, { zh: "文件开头", en: "the head of the file" }),
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
  const name = typeof id === "string" ? id : `第 ${at + 1} 条`;
  return {
    name: {
      zh: `规则 ${name}（${String(kind)}）`,
      en: `rule ${typeof id === "string" ? id : at + 1} (${String(kind)})`,
    },
    clause: typeof cite === "string" || typeof cite === "number" ? String(cite) : null,
  };
}

function exampleName(member: unknown, at: number): { name: Problem["message"]; clause: string | null } {
  const { zh, en } = partsOf(partsOf(member)["name"]);
  const own = typeof zh === "string" ? `“${zh}”` : `第 ${at + 1} 个`;
  return { name: { zh: `例${own}`, en: `example ${typeof en === "string" ? `“${en}”` : at + 1}` }, clause: null };
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
        message: {
          zh: `锚点 ${at} 重复：第 ${before} 行已有一个`,
          en: `the anchor ${at} stands in line ${before} already`,
        },
        mend: { zh: "一处一个锚点，按条、款、项编号", en: "give each place an anchor of its own" },
      },
    ];
  });
}
