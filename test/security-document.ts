// docs/security.md: the checks of test/security-checks.ts, each with the figure that its tests printed last.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { groupsOfChecks } from "./security-checks.ts";
import type { ListedCheck } from "./security-checks.ts";

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
      return `| \`${id}\` ${held}<br>${heldEn} | ${figures.get(id) ?? notYet(tests)} | ${files.join("<br>")} |`;
    });
    return `## ${zh} · ${en}\n\n| 必须做到 What must hold | 数字 Figure | 测试 Test |\n| --- | --- | --- |\n${rows.join("\n")}\n`;
  });
  return `${head}\n${parts.join("\n")}`;
}

/** Until its tests have told a figure: how many there are, or that they are the long ones. */
function notYet(tests: ListedCheck["tests"]): string {
  const isLong = tests.every(([file]) => file.startsWith("test/soak/"));
  return isLong ? "由长时间测试报告 · told by `npm run soak`" : `${tests.length} 项测试 · ${tests.length} tests`;
}

const head = `# 安全检查 Checks of security

由 \`node scripts/security.mjs\` 运行各项测试写成，不手工修改：每行是一项必须做到的事，数字是测试上次运行时自己报出的；\`test/soak\` 中的是长时间测试。
\`npm test\` 检查本表与测试清单（\`test/security-checks.ts\`）一致，所列测试都在。

Written by \`node scripts/security.mjs\`, which runs the tests; not edited by hand. Each row is one thing that must hold, its figure what the
tests printed when they last ran; those in \`test/soak\` are the long ones. \`npm test\` holds it in step with the list of checks
(\`test/security-checks.ts\`), and every test that is named is there.
`;

export type Ran = { figures: { check: string; text: string }[]; passed: { name: string }[] };

/** What runs of files add: what was printed; otherwise, where nothing ever was and all of its short tests ran, how many passed. */
export function figuresAfter(before: ReadonlyMap<string, string>, runs: ReadonlyMap<string, Ran>): Map<string, string> {
  const after = new Map(before);
  for (const { id, tests } of groupsOfChecks().flatMap(({ checks }) => checks)) {
    const printed = [...runs.values()].flatMap(({ figures }) => figures).findLast(({ check }) => check === id);
    const short = tests.filter(([file]) => !file.startsWith("test/soak/"));
    const isPrinted = after.has(id) && !/^\d+ 项测试|^由长时间测试/u.test(after.get(id) ?? "");
    if (printed !== undefined) after.set(id, printed.text);
    else if (!isPrinted && short.length > 0 && short.every(([file]) => runs.has(file))) {
      const count = short.reduce((sum, [file, name]) => sum + passedIn(runs.get(file), name), 0);
      after.set(id, `${count} 项测试通过 · ${count} tests passed`);
    }
  }
  return after;
}

/** A name may stand for several tests, as one for each file or engine. */
function passedIn(ran: Ran | undefined, name: string): number {
  return ran?.passed.filter((one) => one.name.includes(name)).length ?? 0;
}
