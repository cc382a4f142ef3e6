// Holds the import table of ARCHITECTURE.md and the rules no compiler knows over every file of src/.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { findFaults, readImportTable } from "./source.ts";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const table = readImportTable(readFileSync(path.join(root, "ARCHITECTURE.md"), "utf8"));
const regulations = listFolders("regulations");

test("no file of src breaks the import table or a rule of the house", () => {
  const files = readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" })
    .map((name) => `src/${name.split(path.sep).join("/")}`)
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith("src/web/paraglide/"));
  assert.ok(files.length > 0);
  const faults = files.flatMap((file) =>
    findFaults(file, readFileSync(path.join(root, file), "utf8"), table, regulations),
  );
  assert.deepEqual(faults, []);
});

test("every part has a row in the table", () => {
  const parts = listFolders("src").filter((name) => name !== "messages");
  assert.deepEqual(
    parts.filter((part) => !table.has(part)),
    [],
  );
});

/** Names in a sentence's place: file, source, and what must be said of it ("" for nothing). */
function check(file: string, text: string, expected: string): void {
  test(`${file}: ${text}`, () => {
    const found = findFaults(file, text, table, ["some-regulation-2019"]).map((fault) => fault.replace(/^\S+ /, ""));
    assert.deepEqual(found, expected === "" ? [] : [expected]);
  });
}

check("src/casework/act.ts", 'import { limb } from "#law/procedure/limbs.ts";', "");
check("src/casework/act.ts", 'import { limb } from "#store/limbs.ts";', "casework may not import store");
check("src/casework/act.ts", 'import type { Limb } from "#store/limbs.ts";', "casework may not import store");
check("src/casework/act.ts", 'export { limb } from "#web/limbs.ts";', "casework may not import web");
check("src/casework/act.ts", 'type Limb = import("#app/limbs.ts").Limb;', "casework may not import app");
check("src/store/act.ts", 'const it = import("#server/limbs.ts");', "store may not import server");
check("src/law/days.ts", 'import { a } from "../casework/act.ts";', "reaches out of its part: ../casework/act.ts");
check("src/law/deep/days.ts", 'import { a } from "../limbs.ts";', "");
check(
  "src/law/days.ts",
  'import { a } from "#law/procedure/limbs.ts";',
  "imports its own part by #law/limbs.ts: inside a part it is ./",
);
check("src/law/days.ts", 'import { a } from "node:fs";', "a pure part imports node:fs");
check("src/store/days.ts", 'import { a } from "node:fs";', "");
check("src/law/days.test.ts", 'import { a } from "node:fs";', "");
check("src/law/days.ts", "const now = Temporal.Now.plainDateISO();", "a pure part uses Temporal.Now");
check("src/app/days.ts", "const now = Temporal.Now.plainDateISO();", "");
check("src/law/days.ts", "const one = Math.random();", "a pure part uses Math.random");
check("src/law/days.ts", "const one = async () => 1;", "a pure part uses an async function");
check("src/app/days.ts", "const now = Date.now();", "uses Date");
check("src/web/days.ts", "const now = new Date();", "uses Date");
check("src/app/days.ts", "const now = Temporal.Now.instant().epochMilliseconds + performance.now();", "");
check("src/law/limbs.ts", 'const cite = "13.1";', "names an article in code: 13.1");
check("src/law/limbs.ts", 'const cite = "some#6.1.3";', "names an article in code: some#6.1.3");
check("src/law/limbs.ts", 'const cite = "第十三条";', "names an article in code");
check("src/web/screen.tsx", "const text = <p>依据第十三条第一款</p>;", "names an article in code");
check("src/law/limbs.ts", "// Article 13.1, 第十三条, may stand in a comment.", "");
check("src/law/limbs.test.ts", 'const cite = "13.1";', "");
check("src/law/limbs.ts", "const share = 13.1;", "");
check("src/law/limbs.ts", 'const id = "some-regulation-2019";', "knows the regulation some-regulation-2019 by name");
check("src/app/limbs.ts", 'const id = "some-regulation-2019";', "");
check("src/store/days.ts", "const one = z.object({ id: z.string() });", "");
check("src/store/days.ts", "const one = () => z.object({ id: z.array(z.string()) });", "makes a shape at each call");
check("src/app/days.ts", "function one() { return z\n.array(z.string()); }", "makes a shape at each call");
check("src/store/days.ts", "const one = () => personShape.extend({ by });", "makes a shape at each call");
check("src/store/days.ts", "const one = z.string().transform((text) => shape.parse(JSON.parse(text)));", "");
check("src/api/days.ts", "const act = (input) => z.strictObject({ input });", "");
check("src/law/limbs.ts", "export default 1;", "has a default export");
check("src/law/limbs.ts", 'export * from "./days.ts";', "exports a whole file: a barrel");
check("src/law/utils.ts", "export const one = 1;", "has a name that says nothing");

function listFolders(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
