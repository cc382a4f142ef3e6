// Every rule stands beside its part and is used; every colour is a token; every class that a part names has a rule.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const src = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), "src");
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((name) => !name.includes("paraglide"));

function read(ending: RegExp): { file: string; text: string }[] {
  return files
    .filter((name) => ending.test(name))
    .map((file) => ({ file, text: readFileSync(path.join(src, file), "utf8") }));
}

const styles = read(/\.css$/).map(({ file, text }) => ({ file, text: text.replaceAll(/\/\*.*?\*\//gsu, "") }));
const code = read(/(?<!\.test)\.tsx?$/);
const screens = code.filter(({ file }) => file.endsWith(".tsx"));

/** What the router's links set by themselves; what only tests look for. */
const setByRouter = "active";
const lookedForByTests = "stage-tag";

/** Classes of a style sheet, without those of the library of components. */
function classesIn(text: string): string[] {
  return [...text.matchAll(/\.(-?[a-z][\w-]*)/giu)].flatMap(([, name]) =>
    name === undefined || name.startsWith("ant-") || /^\d/u.test(name) ? [] : [name],
  );
}

test("every style sheet is imported by a part", () => {
  const imported = new Set(
    screens.flatMap(({ file, text }) =>
      [...text.matchAll(/^import "([^"]+\.css)";$/gmu)].map(([, target = ""]) =>
        target.startsWith("#") ? target.slice(1) : path.posix.join(path.posix.dirname(file), target),
      ),
    ),
  );
  assert.deepEqual(
    styles.map(({ file }) => file).filter((file) => !imported.has(file)),
    [],
  );
  assert.deepEqual(
    [...imported].filter((file) => !styles.some((one) => one.file === file)),
    [],
  );
});

test("every class with a rule is named by a part", () => {
  const words = new Set(code.flatMap(({ text }) => text.split(/[^\w-]+/u)));
  // What is put together, such as `due-status-${status}`, is named by its beginning.
  const beginnings = screens.flatMap(({ text }) =>
    [...text.matchAll(/([a-z][\w-]*-)\$\{/gu)].map(([, name = ""]) => name),
  );
  const unused = styles.flatMap(({ file, text }) =>
    classesIn(text)
      .filter(
        (name) =>
          name !== setByRouter && !words.has(name) && !beginnings.some((beginning) => name.startsWith(beginning)),
      )
      .map((name) => `${file} .${name}`),
  );
  assert.deepEqual(unused, []);
});

test("every class that a part names has a rule", () => {
  const ruled = new Set(styles.flatMap(({ text }) => classesIn(text)));
  const without = screens.flatMap(({ file, text }) =>
    [...text.matchAll(/className="([^"]+)"/gu)]
      .flatMap(([, names = ""]) => names.split(" "))
      .filter((name) => name !== lookedForByTests && !ruled.has(name))
      .map((name) => `${file} ${name}`),
  );
  assert.deepEqual(without, []);
});

test("every colour is a token", () => {
  const own = styles
    .filter(({ file }) => file !== "web/tokens.css")
    .flatMap(({ file, text }) =>
      [...text.matchAll(/#[\da-f]{3,8}\b|rgba?\(/giu)].map(([colour]) => `${file} ${colour}`),
    );
  assert.deepEqual(own, []);
});

test("every token is used, and none that there is not", () => {
  const tokens = [...(styles.find(({ file }) => file === "web/tokens.css")?.text ?? "").matchAll(/(--[\w-]+):/gu)];
  const all = styles.map(({ text }) => text).join("\n");
  const names = tokens.map(([, name = ""]) => name);
  const asked = [...all.matchAll(/var\((--[\w-]+)\)/gu)].map(([, name = ""]) => name);
  assert.deepEqual([...new Set(asked)].sort(), names.sort());
});
