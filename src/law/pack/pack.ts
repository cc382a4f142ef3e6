// A pack: one regulation twice, its words and the same words as data, read from its four files and
// the vocabulary that all packs share. Everything in it is plain JSON, so a server can send it on.
import type { Sentence } from "../text/citation.ts";
import { z } from "zod";
import { exampleSchema } from "./example.ts";
import { ruleSchema, rulesFileSchema } from "./rule.ts";
import { officialPassage } from "../text/official-text.ts";
import { clauseShape } from "../text/text.ts";
import { vocabularySchema } from "./vocabulary.ts";

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

export const packShape = rulesFileSchema.omit({ rules: true, format: true, uses: true, words: true }).extend({
  /** In the order of the text. */
  rules: z.array(ruleSchema),
  /** Line in rules.yaml at which each rule begins, by its id. */
  ruleLines: z.record(z.string(), z.number()),
  exampleLines: z.record(z.string(), z.number()),
  clauses: z.array(clauseShape),
  examples: z.array(exampleSchema),
  notes: z.string(),
  vocabulary: vocabularySchema,
  /** Of an official text that the office has loaded: the passage on which each rule rests, by its id. Never in a file; `compileLaw` adds them. */
  passages: z.record(z.string(), officialPassage).readonly().exactOptional(),
});
export type Pack = z.output<typeof packShape>;

export type ParsedPack = { ok: true; pack: Pack } | { ok: false; problems: Problem[] };
