// Words have one home: no Han character in a literal of src but in files of pure words, in the catalogue, and in comments.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { findWordFaults } from "./words.ts";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const found = readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" })
  .map((name) => `src/${name.split(path.sep).join("/")}`)
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.startsWith("src/web/paraglide/"))
  .flatMap((file) => findWordFaults(file, readFileSync(path.join(root, file), "utf8")));

test("words have one home", () => {
  assert.deepEqual(found, []);
});

/** `expected`: the faults without file and line. */
function check(file: string, text: string, expected: readonly string[]): void {
  test(`${file}: ${text}`, () => {
    assert.deepEqual(
      findWordFaults(file, text).map((fault) => fault.replace(/^\S+ /, "")),
      expected,
    );
  });
}

const outside = ['has words of its own: "案"'];
check("src/letters/uses.ts", 'const one = "案";', outside);
check("src/letters/uses.ts", 'const one = "case"; // 案', []);
check("src/letters/uses.ts", "const one = `${two}案`;", ["has words of its own: 案"]);
check("src/letters/uses.ts", "const one = /^案/u;", ["has words of its own: /^案/u"]);
check("src/letters/uses.ts", 'type One = "案";', outside);
check("src/letters/screens/a.tsx", "const one = <p>案</p>;", ["has words of its own: 案"]);
check("src/letters/uses/keywords.ts", 'const one = "案";', outside);
check("src/letters/words.ts", 'export const one = "案";', []);
check("src/letters/words/cases.ts", 'export const one = { zh: "案", en: "case" } as const;', []);
check(
  "src/letters/rules/case-words.ts",
  "const two = /案/u; export const one = (name: string): string => `${name}案`;",
  [],
);
check(
  "src/letters/rules/case-names.ts",
  'import type { A } from "./a.ts"; import { b } from "./words.ts"; export const c: A = `案${b}`;',
  [],
);
check("src/letters/words.ts", 'import { a } from "./a.ts"; export const one = `案${a}`;', [
  "is a home of words and imports ./a.ts",
]);
check("src/letters/words.ts", 'export let one = "案";', ["is a home of words and has a variable"]);
check("src/letters/words.ts", 'export const one = () => { return "案"; };', ["is a home of words and has statements"]);
check("src/letters/words.ts", 'export function one() { return "案"; }', [
  "is a home of words and has a function of statements",
  "is a home of words and has statements",
]);
check(
  "src/letters/screens/letter-words.ts",
  'import { m } from "./m.ts"; export function one() { return m.one(); }',
  [],
);
