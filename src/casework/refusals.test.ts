// Every reason for which casework refuses has a case that shows it, with its source.
import assert from "node:assert/strict";
import { globSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { lawRefusalCodes } from "#law/refusal.ts";
import { shown } from "../../test/casework/played.ts";
import { refusalCodes } from "./refusal-codes.ts";

// The other cases run before this one, whether this file runs with them or alone: what they show is seen here. The compiler lets no
// refusal be made whose code is not in the list.
const source = path.dirname(import.meta.dirname);
const cases = globSync(["casework/**/*.test.ts", "*/rules.test.ts", "*/rules/*.test.ts"], { cwd: source });
for (const file of cases.sort().map((name) => path.join(source, name)))
  if (file !== import.meta.filename) await import(pathToFileURL(file).href);

test("every reason for which casework or the law under it refuses has a case that shows it with its source", () => {
  const silent = [...refusalCodes, ...lawRefusalCodes].filter((code) => !shown.has(code));
  assert.deepEqual(silent, []);
});
