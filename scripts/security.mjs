// `node scripts/security.mjs [FILE…]`: runs the checks of security, or those in the files named, and writes docs/security.md: each check with
// the figure that its tests printed, or with how many of them passed. What is not run, or fails, keeps what it had.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { ensureInstalled, pinnedNode, root } from "./install.mjs";

ensureInstalled();
if (process.env.WENZE_PINNED !== "1") {
  const env = { ...process.env, WENZE_PINNED: "1" };
  process.exit(spawnSync(pinnedNode, process.argv.slice(1), { env, stdio: "inherit" }).status ?? 1);
}
const { checkedFiles, figuresAfter, readFigures, writeDocument } = await import("../test/security-document.ts");

const wanted = process.argv.slice(2);
const files = checkedFiles().filter((file) => wanted.length === 0 || wanted.some((one) => file.includes(one)));
const folder = mkdtempSync(path.join(os.tmpdir(), "wenze-figures-"));
const to = path.join(folder, "figures.json");
const figures = readFigures();
const runs = new Map();
let failed = 0;
try {
  for (const file of files) {
    rmSync(to, { force: true });
    const { status } = spawnSync(
      pinnedNode,
      ["--test", "--test-isolation=none", "--test-reporter=./scripts/report.mjs", file],
      {
        cwd: root,
        env: {
          WENZE_TEST_ENGINE: "postgres",
          ...process.env,
          WENZE_FIGURES: to,
          ...(file.startsWith("test/soak/") && { WENZE_SOAK: "1" }),
        },
        stdio: "inherit",
      },
    );
    if (status !== 0) failed += 1;
    else if (existsSync(to)) runs.set(file, JSON.parse(readFileSync(to, "utf8")));
    writeDocument(figuresAfter(figures, runs));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;
