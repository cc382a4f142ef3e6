// Builds the browser part into dist/web when its sources have changed since the last time.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled, pinnedNode, root } from "./install.mjs";
import { isJoined } from "./program.mjs";
import { hashFiles } from "./stale.mjs";

const sources = ["src", "project.inlang/settings.json", "vite.config.ts", "package.json", "package-lock.json"];
const stamp = path.join(root, "dist/web.stamp");

export function ensureBuilt() {
  if (!isJoined()) spawnSync(pinnedNode, ["scripts/program.mjs"], { cwd: root, stdio: "ignore" });
  const wanted = hashFiles(root, sources);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.error("正在生成网页部分…  Building the browser part…");
  runPinned(["scripts/messages.mjs"], "ignore");
  runPinned(["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"], "inherit");
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** Runs a program on the pinned Node and ends with its status when it fails. */
export function runPinned(args, output = "inherit") {
  const done = spawnSync(pinnedNode, args, { cwd: root, stdio: ["ignore", output, "inherit"] });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureInstalled();
  ensureBuilt();
}
