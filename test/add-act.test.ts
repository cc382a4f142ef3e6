// A made-up act needs its folder and a line each in the files that CONTRIBUTING names, and is then offered, refused, done and logged.
// That all of it compiles, the soak shows: it takes as long as compiling everything once more.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { add, lines, root, run } from "./added-act.ts";

test("an act is its folder and a line each in the files that CONTRIBUTING names", () => {
  const [, section = ""] =
    /## an act\n(.*?)\n## /su.exec(readFileSync(path.join(root, "CONTRIBUTING.md"), "utf8")) ?? [];
  const named = [...section.matchAll(/`([\w./<>-]+)`|(GLOSSARY\.md)/gu)].map(
    ([, quoted, plain]) => quoted ?? plain ?? "",
  );
  for (const file of new Set(lines.map(([one]) => one))) assert.ok(named.includes(file), `${file} is not named`);
});

test("the act is offered, refused to whom it is no duty, done, and in the log by its name", () => {
  add();
  const names = "--test-name-pattern=add-remark|every act there is";
  const said = run("--test", names, "test/api/works.test.ts", "test/api/log.test.ts", "test/database/crash.test.ts");
  assert.match(said, /add-remark: offered, refused, done, logged/u);
  assert.match(said, /acts\.add-remark leaves an entry/u);
  assert.match(said, /every act there is belongs to one of the lives/u);
});
