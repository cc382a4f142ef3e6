// The document of the checks of security says what the list says, with a figure for each, and every test that it names is there.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { groupsOfChecks } from "./security-checks.ts";
import { documentOf, readFigures } from "./security-document.ts";

const root = path.dirname(import.meta.dirname);
const checks = groupsOfChecks().flatMap((group) => group.checks);

test("docs/security.md is made of the list of checks and of figures that tests printed", () => {
  const figures = readFigures();
  assert.equal(
    readFileSync(path.join(root, "docs/security.md"), "utf8"),
    documentOf(figures),
    "run node scripts/security.mjs",
  );
  assert.deepEqual(
    [...figures.keys()],
    checks.map(({ id }) => id),
  );
});

test("every test that a check names stands in its file", () => {
  const missing = checks.flatMap(({ id, tests }) =>
    tests
      .filter(
        ([file, name]) =>
          !existsSync(path.join(root, file)) || !readFileSync(path.join(root, file), "utf8").includes(name),
      )
      .map(([file, name]) => `${id}: ${file} has no “${name}”`),
  );
  assert.deepEqual(missing, []);
});
