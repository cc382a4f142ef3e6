// Reads the files of one pack; says of every fault in which file and line it stands.
import { z } from "zod";
import { exampleSchema } from "./example.ts";
import type { PackFiles, ParsedPack, Problem } from "./pack.ts";
import { expandRules } from "./expand-rules.ts";
import { vocabularyFor } from "./own-words.ts";
import { rulesFileSchema } from "./rule.ts";
import { parseText } from "./text.ts";
import { sharedVocabularySchema } from "./vocabulary.ts";
import { readYaml } from "./yaml-source.ts";

export const examplesFileSchema = z.strictObject({ format: z.literal(1), examples: z.array(exampleSchema) });

/** A pack, or all faults of form in its files. What the rules say of the text is for the checks. */
export function parsePack(files: PackFiles): ParsedPack {
  const vocabulary = readYaml("vocabulary.yaml", files.vocabulary, sharedVocabularySchema);
  const rules = readYaml(`${files.id}/rules.yaml`, files.rules, rulesFileSchema);
  const examples = readYaml(`${files.id}/examples.yaml`, files.examples, examplesFileSchema);
  if (!vocabulary.ok || !rules.ok || !examples.ok) {
    return { ok: false, problems: [vocabulary, rules, examples].flatMap((read) => (read.ok ? [] : read.problems)) };
  }
  const { rules: list, format: _format, uses, words, ...head } = rules.value;
  const { vocabulary: own, faults } = vocabularyFor(vocabulary.value, { uses, words });
  const problems: Problem[] = faults.map(({ path, message }) => ({
    file: `${files.id}/rules.yaml`,
    line: rules.lineOf(path),
    clause: null,
    message,
  }));
  if (head.id !== files.id) {
    problems.push({
      file: `${files.id}/rules.yaml`,
      line: rules.lineOf(["id"]),
      clause: null,
      message: {
        zh: `id 为 ${head.id}，与文件夹 ${files.id} 不一致`,
        en: `the id ${head.id} is not the folder ${files.id}`,
      },
    });
  }
  const ruleLines: Record<string, number> = {};
  list.forEach((rule, index) => {
    const line = rules.lineOf(["rules", index]);
    if (ruleLines[rule.id] !== undefined) {
      problems.push({
        file: `${files.id}/rules.yaml`,
        line,
        clause: rule.cite,
        message: { zh: `规则 ${rule.id} 重名`, en: `the rule ${rule.id} has a namesake` },
      });
    }
    ruleLines[rule.id] = line;
  });
  const clauses = parseText(files.text, head.title);
  const anchors = new Set<string>();
  for (const clause of clauses) {
    if (clause.at !== "" && anchors.has(clause.at)) {
      problems.push({
        file: `${files.id}/text.md`,
        line: clause.line,
        clause: clause.at,
        message: { zh: `锚点 ${clause.at} 重复`, en: `the anchor ${clause.at} stands twice` },
      });
    }
    anchors.add(clause.at);
  }
  if (problems.length > 0) return { ok: false, problems };
  const exampleLines: Record<string, number> = {};
  examples.value.examples.forEach((example, index) => {
    exampleLines[example.name.zh] = examples.lineOf(["examples", index]);
  });
  return {
    ok: true,
    pack: {
      ...head,
      rules: expandRules(list, own),
      ruleLines,
      exampleLines,
      clauses,
      examples: examples.value.examples,
      notes: files.notes,
      vocabulary: own,
    },
  };
}
