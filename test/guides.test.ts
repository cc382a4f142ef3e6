// What the guides send a reader to is there: every path, file, `npm run` and command that they name.

import assert from "node:assert/strict";
import { globSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const read = (file: string) => readFileSync(path.join(root, file), "utf8");

const guides = [
  "README.md",
  "README.zh-CN.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "GLOSSARY.md",
  "STYLE.md",
  "regulations/GUIDE.md",
  "verify/README.md",
];
const folders = ["src", "test", "scripts", "bench", "demo", "docs", "decisions", "regulations", "templates", "verify"];
const files = folders.flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map(
    (name) => `/${folder}/${name.split(path.sep).join("/")}`,
  ),
);

/** A kind of file that a room may have, and none has now. */
const possible = ["uses.ts"];

/** Whether it stands below the root, below `src`, or at the end of some path; `<id>` and `NNN` stand for any word. */
function isThere(named: string): boolean {
  const pattern = named.replace(/\/$/u, "").replaceAll(/<\w+>|NNN-what/gu, "*");
  if (pattern.includes("*")) return globSync(pattern, { cwd: root }).length > 0;
  return [...files, ...readdirSync(root).map((name) => `/${name}`)].some((file) => file.endsWith(`/${pattern}`));
}

/** What looks like a path between backticks or in a link: below a folder of the root, or a file by its ending. */
function pathsIn(text: string): string[] {
  const named = [...text.matchAll(/`([^`\s]+)`|\]\(([^)\s]+)\)/gu)].map(([, code, link]) => code ?? link ?? "");
  return named.filter(
    (one) =>
      folders.some((folder) => one.startsWith(`${folder}/`)) || /^[\w<][\w<>/-]*\.(?:tsx?|mjs|md|css)$/u.test(one),
  );
}

for (const guide of guides)
  test(`${guide} names only paths that are there`, () => {
    assert.deepEqual(
      pathsIn(read(guide)).filter((named) => !isThere(named) && !possible.includes(named)),
      [],
    );
  });

test("every npm run that the guides name is a script", () => {
  const scripts = Object.keys((JSON.parse(read("package.json")) as { scripts: object }).scripts); // as npm reads it
  const named = guides.flatMap((guide) => [...read(guide).matchAll(/npm run (\w+)/gu)].map(([, name = ""]) => name));
  assert.ok(named.length > 0);
  assert.deepEqual(
    named.filter((name) => !scripts.includes(name)),
    [],
  );
});

test("every command that the guides name is in the list of commands", () => {
  const commands = [...read("src/cli/main.ts").matchAll(/words: \[([^\]]+)\]/gu)].map(([, words = ""]) =>
    words.replaceAll(/[",]/gu, ""),
  );
  const named = guides.flatMap((guide) =>
    [...read(guide).matchAll(/wenze ((?:law|audit|receipt|recovery) [a-z]+|[a-z]+)/gu)].map(([, words = ""]) => words),
  );
  assert.ok(named.length > 0);
  assert.deepEqual(
    named.filter((words) => !commands.includes(words)),
    [],
  );
});
