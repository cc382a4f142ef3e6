// Installs the dependencies from the lockfile when node_modules is missing or no longer agrees with it. Runs on any Node from 20 on.

import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** The Node every program of the project runs on; it comes from the lockfile like any other dependency. */
export const pinnedNode = path.join(root, "node_modules/.bin/node");

export function ensureInstalled() {
  if (findMissing().length > 0) install();
  if (!existsSync(pinnedNode)) linkPinnedNode();
}

function install() {
  console.error("正在按锁定文件安装依赖，约需一分钟…  Installing dependencies from the lockfile, about a minute…");
  runNpmCi(process.env.npm_node_execpath ?? process.execPath);
  if (findMissing().length > 0) reinstallOnPinnedNode();
  const missing = findMissing();
  if (missing.length > 0) stop(`安装不完整，缺少 / The installation is incomplete, missing: ${missing.join(", ")}`);
}

/** npm 10 removes the link together with the packages of other machines, which carry a program of the same name. */
function linkPinnedNode() {
  mkdirSync(path.dirname(pinnedNode), { recursive: true });
  rmSync(pinnedNode, { force: true });
  symlinkSync(path.relative(path.dirname(pinnedNode), locatePinnedNode()), pinnedNode);
}

function locatePinnedNode() {
  const machine = `${process.platform}-${process.arch}`;
  const names = [`node-${machine}`, `node-bin-${machine}`];
  const found = names.map((name) => path.join(root, "node_modules", name, "bin/node")).find((file) => existsSync(file));
  if (found === undefined)
    stop(`没有适合本机的 Node 26：${machine}。 There is no Node 26 from npm for this machine: ${machine}.`);
  return found;
}

/** An old host Node makes npm leave out optional packages whose `engines` it does not meet; the pinned one meets them all. */
function reinstallOnPinnedNode() {
  const folder = mkdtempSync(path.join(os.tmpdir(), "wenze-node-"));
  try {
    const node = path.join(folder, "node");
    copyFileSync(locatePinnedNode(), node);
    runNpmCi(node);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runNpmCi(node) {
  const npm = findNpm();
  const args = [npm, "ci", "--include=dev", "--include=optional", "--loglevel=error", "--no-audit", "--no-fund"];
  const done = spawnSync(node, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  if (done.status !== 0) stop("依赖安装失败，原因见上。 Installing the dependencies failed; the reason stands above.");
}

function findNpm() {
  if (process.env.npm_execpath?.endsWith("npm-cli.js")) return process.env.npm_execpath;
  const folders = [path.dirname(process.execPath), ...(process.env.PATH ?? "").split(path.delimiter)];
  const found = folders.map((folder) => path.join(folder, "npm")).find((file) => existsSync(file));
  if (found === undefined)
    stop("找不到 npm，请先安装 Node 20 或更高版本。 npm was not found; install Node 20 or later first.");
  return realpathSync(found);
}

/** Packages of the lockfile that should be on this machine and are not, or are there in another version. */
function findMissing() {
  const installed = readPackages("node_modules/.package-lock.json");
  if (installed === undefined) return ["node_modules"];
  const wanted = readPackages("package-lock.json") ?? {};
  return Object.keys(wanted).filter(
    (name) => name !== "" && installed[name]?.version !== wanted[name].version && fitsThisMachine(wanted[name]),
  );
}

function readPackages(file) {
  const full = path.join(root, file);
  return existsSync(full) ? JSON.parse(readFileSync(full, "utf8")).packages : undefined;
}

function fitsThisMachine({ optional, os: systems, cpu: processors, libc: libraries }) {
  if (!optional) return true;
  // An optional package bound to no machine belongs to one that is; npm takes or leaves both together.
  if (!systems && !processors) return false;
  return (
    admits(systems, process.platform) && admits(processors, process.arch) && (!libraries || admits(libraries, libc()))
  );
}

function admits(list, value) {
  if (!list) return true;
  return [list].flat().some((each) => each === value || (each.startsWith("!") && each.slice(1) !== value));
}

function libc() {
  const musl = existsSync("/lib") && readdirSync("/lib").some((name) => name.startsWith("ld-musl"));
  return musl ? "musl" : "glibc";
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) ensureInstalled();
