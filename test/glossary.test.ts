// The glossary and the code agree: each pair stands once, and every name of the glossary is a name in the code.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

type Pair = { term: string; names: string[]; line: number };

/** The pairs of the tables: terms in the first column, names in the second, several parted by commas or semicolons. */
const pairs: Pair[] = readFileSync(path.join(root, "GLOSSARY.md"), "utf8")
  .split("\n")
  .flatMap((text, at) => {
    const cells = text.split("|").map((cell) => cell.trim());
    const [, term = "", name = ""] = cells;
    if (!text.startsWith("| ") || term === "用语" || term.startsWith("---")) return [];
    const names = name.replaceAll(/\([^)]*\)/gu, "").split(/[,;，；]/u);
    return [{ term, names: names.map((one) => one.trim()).filter((one) => one !== ""), line: at + 1 }];
  });

/** What is written in the code and its data as a name: `matterId`, `matter-id` and `matter_id` are one, `matterid`. */
function namesIn(folders: readonly string[], ending: RegExp): Set<string> {
  const found = new Set<string>();
  for (const folder of folders)
    for (const name of readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })) {
      if (!ending.test(name) || /\.test\.tsx?$/.test(name) || name.includes("paraglide")) continue;
      const text = readFileSync(path.join(root, folder, name), "utf8").replaceAll(/^\s*(?:\/\/|\*|\/\*|--).*$/gmu, "");
      for (const [word] of `${name} ${text}`.matchAll(/[A-Za-z][\w-]*/gu))
        found.add(word.replaceAll(/[-_]/gu, "").toLowerCase());
    }
  return found;
}

const known = [...namesIn(["src", "regulations"], /\.(?:tsx?|sql|json|yaml)$/u)].join("\n");

/** A name of several words is one in the code when some name there has its words in this order; its plural counts. */
const isKnown = (name: string): boolean => known.includes(name.replaceAll(/[^A-Za-z0-9]/gu, "").toLowerCase());

test("every name of the glossary is a name in the code", () => {
  assert.ok(pairs.length > 200);
  assert.deepEqual(
    pairs.flatMap(({ term, names, line }) =>
      names.filter((name) => !isKnown(name)).map((name) => `GLOSSARY.md:${line} ${term}: ${name}`),
    ),
    [],
  );
});

test("no entry of the glossary stands twice", () => {
  assert.deepEqual(
    pairs.map(({ term }) => term).filter((term, at, all) => all.indexOf(term) !== at),
    [],
  );
});
