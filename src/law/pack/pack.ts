// A pack: one regulation twice, its words and the same words as data, read from its four files and
// the vocabulary that all packs share. Everything in it is plain JSON, so a server can send it on.
import type { Sentence } from "../text/citation.ts";
import type { Example } from "./example.ts";
import type { Rule, RulesFile } from "./rule.ts";
import type { Clause } from "../text/text.ts";
import type { Vocabulary } from "./vocabulary.ts";

export type { Clause } from "../text/text.ts";
export type { Rule, RuleOf, Setting } from "./rule.ts";

/** The text of each file of a pack; `vocabulary` is regulations/vocabulary.yaml. */
export type PackFiles = {
  id: string;
  /** Where they were read from, when that is a folder of one's own; faults are then named by it. */
  folder?: string;
  /** Files that could not be read as text, and why; they stand as empty below. */
  unread?: { name: string; why: "missing" | "empty" | "gbk" | "utf-16" | "other" }[];
  text: string;
  rules: string;
  examples: string;
  notes: string;
  vocabulary: string;
};

/** What is wrong with a pack, where, and how to mend it: `file` is relative to regulations/, `line` counts from 1. */
export type Problem = { file: string; line: number; clause: string | null; message: Sentence; mend: Sentence };

export type Pack = Omit<RulesFile, "rules" | "format" | "uses" | "words"> & {
  /** In the order of the text. */
  rules: Rule[];
  /** Line in rules.yaml at which each rule begins, by its id. */
  ruleLines: Record<string, number>;
  exampleLines: Record<string, number>;
  clauses: Clause[];
  examples: Example[];
  notes: string;
  vocabulary: Vocabulary;
  /** Of an official text that the office has loaded: the passage on which each rule rests, by its id. Never in a file; `compileLaw` adds them. */
  passages?: Readonly<Record<string, OfficialPassage>>;
};

/** Verbatim from an official text; `article` is the article there in which it stands, null where the text numbers none. */
export type OfficialPassage = { words: string; article: string | null };

export type ParsedPack = { ok: true; pack: Pack } | { ok: false; problems: Problem[] };

/** Reads the files of one pack; says of every fault in which file and line it stands. */
export { parsePack } from "./parse-pack.ts";
