// The schemas of a pack's files as JSON Schema, for editors: completion, meanings and faults while typing.
import { z } from "zod";
import { examplesFileSchema } from "./parse-pack.ts";
import { rulesFileSchema } from "./rule.ts";
import { isShownOnlyKind, ruleKinds } from "./rule-changes.ts";
import { ruleMeanings, shownOnlyMark } from "./words.ts";
import { sharedVocabularySchema } from "./vocabulary.ts";

/** By the name of the file in the regulations folder, its text. */
export function packSchemas(): Record<string, string> {
  return {
    "schema.json": textOf("rules.yaml", rulesFileSchema),
    "schema-examples.json": textOf("examples.yaml", examplesFileSchema),
    "schema-vocabulary.json": textOf("vocabulary.yaml", sharedVocabularySchema),
  };
}

function textOf(file: string, schema: z.ZodType): string {
  const made = z.toJSONSchema(schema, {
    io: "input",
    override: ({ jsonSchema }) => {
      const kind = jsonSchema.properties?.["kind"];
      const meaning = typeof kind === "object" && typeof kind.const === "string" ? meaningOf(kind.const) : null;
      if (meaning !== null) jsonSchema.description = meaning;
    },
  });
  return `${JSON.stringify({ title: file, ...made }, null, 1)}\n`;
}

function meaningOf(kind: string): string | null {
  const known = ruleKinds.find((name) => name === kind);
  if (known === undefined) return null;
  const { zh, en } = ruleMeanings[known];
  const { zh: mark, en: marked } = shownOnlyMark;
  return isShownOnlyKind(known) ? `${zh}（${mark}）  ${en} (${marked})` : `${zh}  ${en}`;
}
