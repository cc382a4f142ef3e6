// A made-up act, added to a copy of the tree as CONTRIBUTING says: the folder of the template, a line each in the named files, and nothing
// else.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after } from "node:test";
import { quickFolder } from "./quick-folder.ts";

export const root = path.dirname(import.meta.dirname);
const template = path.join(import.meta.dirname, "act-template");
const tree = quickFolder("wenze-act-");
after(() => rmSync(tree, { recursive: true, force: true }));

/** What is put before which place of which file. */
export const lines: [file: string, place: string, line: string][] = [
  ["src/casework/acts.ts", "import { close }", 'import { addRemark } from "./acts/add-remark/act.ts";\n'],
  ["src/casework/acts.ts", '  "close",\n] as const', '  "add-remark",\n'],
  ["src/casework/acts.ts", "  close,\n} as const", '  "add-remark": addRemark,\n'],
  [
    "src/web/acts/forms.tsx",
    "import { closeWords }",
    'import { addRemarkWords } from "#casework/acts/add-remark/words.tsx";\n',
  ],
  [
    "src/web/acts/forms.tsx",
    "  close: {",
    `  "add-remark": {
    form: opened(() => import("#casework/acts/add-remark/form.tsx").then((file) => file.AddRemark)),
    words: addRemarkWords,
  },
`,
  ],
  ["src/casework/stages.ts", '    "record-fact",', '    "add-remark",\n'],
  ["src/casework/duties.ts", "  close: {", '  "add-remark": { duties: ["inquiry"], notBy: [] },\n'],
  ["src/messages/zh-CN.json", '  "app_title"', '  "remark": "注记",\n  "remark_on": "注记日期",\n'],
  ["src/messages/en.json", '  "app_title"', '  "remark": "Remark",\n  "remark_on": "Day of the remark",\n'],
  ["GLOSSARY.md", "| 登记证人 |", "| 加注 | add-remark |\n"],
  [
    "src/casework/events.ts",
    '  z.object({ type: z.literal("closed")',
    '  z.object({ type: z.literal("remark-added"), on: z.string(), remark: z.string(), to: z.string() }),\n',
  ],
  [
    "src/casework/reading/event-parts.ts",
    "  closed: {",
    '  "remark-added": { on: "inquiry", remark: "inquiry*", to: "inquiry" },\n',
  ],
  ["src/casework/case.ts", "  closed: (state, event)", '  "remark-added": (state) => state,\n'],
];

export function add(): void {
  const folders = ["src", "test", "demo", "bench", "regulations", "scripts", "project.inlang"];
  const files = readdirSync(root).filter((name) => /\.(json|ts|md)$/u.test(name));
  for (const name of [...folders, ...files]) cpSync(path.join(root, name), path.join(tree, name), { recursive: true });
  // The dependencies themselves; what is kept beside them is of these sources.
  mkdirSync(path.join(tree, "node_modules/.cache"), { recursive: true });
  for (const name of readdirSync(path.join(root, "node_modules")).filter((one) => one !== ".cache"))
    symlinkSync(path.join(root, "node_modules", name), path.join(tree, "node_modules", name));
  const prepared = "node_modules/.cache/wenze-prepared";
  if (existsSync(path.join(root, prepared))) symlinkSync(path.join(root, prepared), path.join(tree, prepared));
  for (const name of ["act.ts", "act-words.ts", "form.tsx", "words.tsx"]) {
    mkdirSync(path.join(tree, "src/casework/acts/add-remark"), { recursive: true });
    cpSync(path.join(template, `${name}.template`), path.join(tree, "src/casework/acts/add-remark", name));
  }
  cpSync(path.join(template, "works.test.ts.template"), path.join(tree, "test/api/works.test.ts"));
  for (const [file, place, line] of lines) {
    const text = readFileSync(path.join(tree, file), "utf8");
    assert.ok(text.includes(place), `${file} has no ${place}`);
    writeFileSync(
      path.join(tree, file),
      text.replace(place, () => `${line}${place}`),
    );
  }
}

/** Runs a program on this Node in the copy; fails with what it said. */
export function run(...args: string[]): string {
  const { NODE_TEST_CONTEXT: _ours, ...env } = process.env;
  const ended = spawnSync(process.execPath, args, { cwd: tree, env, encoding: "utf8", maxBuffer: 50_000_000 });
  assert.equal(ended.status, 0, `${args.join(" ")}\n${ended.stdout}${ended.stderr}`);
  return ended.stdout;
}
