// docs/security.md: the checks of test/security-checks.ts, each with the figure that its tests printed last.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { groupsOfChecks } from "./security-checks.ts";

const root = path.dirname(import.meta.dirname);
const file = path.join(root, "docs/security.md");

/** The files of tests, each once. */
export function checkedFiles(): string[] {
  return [
    ...new Set(groupsOfChecks().flatMap(({ checks }) => checks.flatMap(({ tests }) => tests.map(([name]) => name)))),
  ];
}

/** By check, as the document has them; none where there is no document yet. */
export function readFigures(): Map<string, string> {
  const rows = existsSync(file)
    ? readFileSync(file, "utf8").matchAll(/^\| `([\w-]+)` .*? \| ([^|]*) \| [^|]* \|$/gmu)
    : [];
  return new Map(Array.from(rows, ([, id = "", figure = ""]) => [id, figure.trim()]));
}

export function writeDocument(figures: ReadonlyMap<string, string>): void {
  writeFileSync(file, documentOf(figures));
}

export function documentOf(figures: ReadonlyMap<string, string>): string {
  const parts = groupsOfChecks().map(({ zh, en, checks }) => {
    const rows = checks.map(({ id, zh: held, en: heldEn, tests }) => {
      const files = [...Map.groupBy(tests, ([name]) => name)].map(
        ([name, some]) => `[${name}](../${name}): ${some.map(([, one]) => `“${one}”`).join("; ")}`,
      );
      return `| \`${id}\` ${held}<br>${heldEn} | ${figures.get(id) ?? ""} | ${files.join("<br>")} |`;
    });
    return `## ${zh} · ${en}\n\n| 必须做到 What must hold | 数字 Figure | 测试 Test |\n| --- | --- | --- |\n${rows.join("\n")}\n`;
  });
  return `${head}\n${parts.join("\n")}`;
}

const head = `# 安全检查 Checks of security

由 \`node scripts/security.mjs\` 运行各项测试写成，不手工修改：每行是一项必须做到的事，数字是测试上次运行时自己报出的；\`test/soak\` 中的是长时间测试。
\`npm test\` 检查本表与测试清单（\`test/security-checks.ts\`）一致，所列测试都在。

Written by \`node scripts/security.mjs\`, which runs the tests; not edited by hand. Each row is one thing that must hold, its figure what the
tests printed when they last ran; those in \`test/soak\` are the long ones. \`npm test\` holds it in step with the list of checks
(\`test/security-checks.ts\`), and every test that is named is there.
`;

export type Ran = { figures: { check: string; text: string }[]; passed: { name: string }[] };

/** What a run of one file adds: what was printed; otherwise, where nothing was ever, how many of the named tests passed. */
export function figuresAfter(
  before: ReadonlyMap<string, string>,
  ran: string,
  { figures, passed }: Ran,
): Map<string, string> {
  const after = new Map(before);
  for (const { id, tests } of groupsOfChecks().flatMap(({ checks }) => checks)) {
    const printed = figures.filter(({ check }) => check === id).at(-1);
    if (printed !== undefined) after.set(id, printed.text);
    const names = tests.filter(([file]) => file === ran).map(([, name]) => name);
    const count = passed.filter(({ name }) => names.some((one) => name.includes(one))).length;
    const isCounted = /^\d+ 项测试通过/u.test(after.get(id) ?? "");
    if (printed === undefined && count > 0 && (isCounted || !after.has(id) || after.get(id) === ""))
      after.set(id, `${count} 项测试通过 · ${count} tests passed`);
  }
  return after;
}
