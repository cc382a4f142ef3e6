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

test("no folder of src holds more than 25 source files directly", () => {
  const folders = readdirSync(path.join(root, "src"), { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.endsWith("paraglide"),
  );
  const counted = Map.groupBy(folders, ({ parentPath }) => path.relative(root, parentPath));
  const full = [...counted].filter(([, files]) => files.length > 25).map(([folder, { length }]) => [folder, length]);
  assert.deepEqual(full, []);
});

test("every room of src stands in ARCHITECTURE.md", () => {
  const text = readFileSync(path.join(root, "ARCHITECTURE.md"), "utf8");
  const rooms = listFolders("src").filter((name) => name !== "messages");
  assert.deepEqual(
    rooms.filter((room) => !text.includes(`| \`src/${room}/\` |`)),
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

check("src/casework/act.ts", 'import { circumstance } from "#law/circumstances.ts";', "");
check(
  "src/casework/act.ts",
  'import { circumstance } from "#bodies/rows.ts";',
  "rules may not import rows: #bodies/rows.ts",
);
check(
  "src/casework/act.ts",
  'import type { Circumstance } from "#bodies/rows/a.ts";',
  "rules may not import rows: #bodies/rows/a.ts",
);
check(
  "src/casework/act.ts",
  'export { circumstance } from "#web/circumstances.ts";',
  "rules may not import browser: #web/circumstances.ts",
);
check(
  "src/casework/act.ts",
  'type Circumstance = import("#kernel/app.ts").App;',
  "rules may not import uses: #kernel/app.ts",
);
check("src/letters/contract.ts", 'import { a } from "./uses.ts";', "contract may not import uses: ./uses.ts");
check("src/letters/rules.ts", 'import { a } from "./contract.ts";', "");
check("src/letters/rows.ts", 'import { a } from "#database/rows.ts";', "");
check("src/letters/rows.ts", 'import { a } from "./uses.ts";', "rows may not import uses: ./uses.ts");
check("src/letters/uses.ts", 'import { a } from "./rows.ts";', "");
check("src/letters/uses.ts", 'import { a } from "#sweep/uses/sweep.ts";', "");
check(
  "src/letters/uses.ts",
  'const it = import("#server/circumstances.ts");',
  "uses may not import server: #server/circumstances.ts",
);
check("src/letters/screens/a.tsx", 'import { a } from "../uses.ts";', "browser may not import uses: ../uses.ts");
check("src/letters/screens/a.ts", 'import { a } from "../rules.ts";', "");
check("src/letters/screens/a.ts", 'import { a } from "./b.tsx";', "a .ts imports a .tsx: ./b.tsx");
check("src/files/zip.ts", 'import { a } from "#letters/rows.ts";', "node may not import rows: #letters/rows.ts");
check("src/casework/acts/decide/form.tsx", 'import { a } from "./act.ts";', "");
check("src/casework/acts/decide/act.ts", 'import { a } from "../../case.ts";', "");
check("src/law/reckon/days.ts", 'import { a } from "#casework/act.ts";', "law may not import rules: #casework/act.ts");
check("src/law/days.ts", 'import { a } from "../casework/act.ts";', "reaches out of its room: ../casework/act.ts");
check("src/law/deep/days.ts", 'import { a } from "../circumstances.ts";', "");
check(
  "src/law/days.ts",
  'import { a } from "#law/circumstances.ts";',
  "imports its own room by #law/circumstances.ts: inside a room it is ./",
);
check("src/law/days.ts", 'import { a } from "node:fs";', "a pure file imports node:fs");
check("src/letters/rows/days.ts", 'import { a } from "node:fs";', "");
check("src/law/days.test.ts", 'import { a } from "node:fs";', "");
check("src/law/days.ts", "const now = Temporal.Now.plainDateISO();", "a pure file uses Temporal.Now");
check("src/letters/uses/days.ts", "const now = Temporal.Now.plainDateISO();", "");
check("src/law/days.ts", "const one = Math.random();", "a pure file uses Math.random");
check("src/law/days.ts", "const one = async () => 1;", "a pure file uses an async function");
check("src/letters/uses/days.ts", "const now = Date.now();", "uses Date");
check("src/web/days.ts", "const now = new Date();", "uses Date");
check("src/letters/uses/days.ts", "const now = Temporal.Now.instant().epochMilliseconds + performance.now();", "");
check("src/law/circumstances.ts", 'const cite = "13.1";', "names an article in code: 13.1");
check("src/law/circumstances.ts", 'const cite = "some#6.1.3";', "names an article in code: some#6.1.3");
check("src/law/circumstances.ts", 'const cite = "第十三条";', "names an article in code");
check("src/web/screen.tsx", "const text = <p>依据第十三条第一款</p>;", "names an article in code");
check("src/law/circumstances.ts", "// Article 13.1, 第十三条, may stand in a comment.", "");
check("src/law/circumstances.test.ts", 'const cite = "13.1";', "");
check("src/law/circumstances.ts", "const share = 13.1;", "");
check(
  "src/law/circumstances.ts",
  'const id = "some-regulation-2019";',
  "knows the regulation some-regulation-2019 by name",
);
check("src/law-admin/packs/circumstances.ts", 'const id = "some-regulation-2019";', "");
check("src/letters/rows/days.ts", "const one = z.object({ id: z.string() });", "");
check(
  "src/letters/rows/days.ts",
  "const one = () => z.object({ id: z.array(z.string()) });",
  "makes a shape at each call",
);
check("src/letters/uses/days.ts", "function one() { return z\n.array(z.string()); }", "makes a shape at each call");
check("src/letters/rows/days.ts", "const one = () => personShape.extend({ by });", "makes a shape at each call");
check("src/letters/rows/days.ts", "const one = z.string().transform((text) => shape.parse(JSON.parse(text)));", "");
check("src/letters/contract/days.ts", "const act = (input) => z.strictObject({ input });", "");
check("src/law/circumstances.ts", "export default 1;", "has a default export");
check("src/law/circumstances.ts", 'export * from "./days.ts";', "exports a whole file: a barrel");
check("src/law/utils.ts", "export const one = 1;", "has a name that says nothing");

function listFolders(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
