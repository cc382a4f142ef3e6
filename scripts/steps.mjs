// Runs the steps of a check one after the other, each with its time, and adds up what passed and failed.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pinnedNode, root } from "./install.mjs";

/** No step may take longer than this unless it says so; in minutes. */
const longest = 40;

const formatted = [
  "src",
  "test",
  "demo",
  "bench",
  "scripts",
  "verify",
  "vite.config.ts",
  "package.json",
  "tsconfig.json",
  "tsconfig.base.json",
  "tsconfig.pure.json",
  "tsconfig.rest.json",
  "tsconfig.web.json",
  ".oxfmtrc.json",
  ".oxlintrc.json",
];
const linted = ["src", "test", "demo", "bench", "scripts", "verify", "vite.config.ts"];

const knip = "node_modules/knip/bin/knip.js";

/** The tree as a program: format, lint, types of the three projects, no file, export or dependency that nobody uses. The message catalogue is compiled first, since the screens are typed by it. */
export const checks = () => [
  command("messages", ["scripts/messages.mjs"]),
  command("format", ["node_modules/oxfmt/bin/oxfmt", "--check", ...existing(formatted)]),
  command("lint", ["node_modules/oxlint/bin/oxlint", ...existing(linted)]),
  command("types: pure parts", ["node_modules/typescript/bin/tsc", "-p", "tsconfig.pure.json"]),
  command("types: the rest", ["node_modules/typescript/bin/tsc", "-p", "tsconfig.rest.json"]),
  command("types: browser part", ["node_modules/typescript/bin/tsc", "-p", "tsconfig.web.json"]),
  command("licences and bill of materials", ["scripts/licences.mjs"]),
  command("nothing unused", [knip, "--no-progress"]),
  command("nothing in src for tests alone", [knip, "--no-progress", "--production", "--include", "files"]),
];

export const fixes = () => [
  command("lint", ["node_modules/oxlint/bin/oxlint", "--fix", ...existing(linted)]),
  command("format", ["node_modules/oxfmt/bin/oxfmt", ...existing(formatted)]),
];

/** A program run on the pinned Node: it counts as one, passed when it ends with 0. */
export function command(name, args, env = {}) {
  return { name, args, env, counted: false };
}

/** The tests in files that `place` finds; each test counts. */
export function tests(name, files, { together = false, atOnce = 1, env = {}, minutes = longest } = {}) {
  // Every file of tests is a process of its own that would strip the types of the same sources again.
  const compiled = { NODE_COMPILE_CACHE: path.join(root, "node_modules/.cache/wenze") };
  const isolation = together ? ["--test-isolation=none"] : [`--test-concurrency=${atOnce}`];
  const args = ["--test", ...isolation, "--test-reporter=./scripts/report.mjs", "--test-timeout=900000", ...files];
  return { name, args, env: { ...compiled, ...env }, minutes, counted: true, empty: files.length === 0 };
}

/** Files below a folder whose names end so, in a fixed order. */
export function find(folder, ending, deep = true) {
  const full = path.join(root, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { withFileTypes: true })
    .flatMap((entry) => {
      const name = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return deep && entry.name !== "paraglide" ? find(name, ending) : [];
      return entry.name.endsWith(ending) ? [name] : [];
    })
    .sort((a, b) => (a < b ? -1 : 1));
}

/**
 * Runs every step, also after a failure, prints the sums as the very last line, and sets the exit code. Where an array stands in place of
 * a step, its own arrays of steps run beside each other, and each says what it has to say when it is done.
 */
export async function runSteps(steps) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const broken = [];
  const runInOrder = async (row, aside) => {
    for (const step of row) {
      if (Array.isArray(step)) await Promise.all(step.map((lane) => runInOrder(lane, true)));
      else await runOne(step, aside);
    }
  };
  const runOne = async (step, aside) => {
    if (step.empty) {
      console.log(`— ${step.name}: there are no such tests yet, nothing counted`);
      return;
    }
    const began = performance.now();
    const counts = await runStep(step, aside);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    for (const each of Object.keys(sum)) sum[each] += counts[each];
    if (counts.failed > 0) broken.push(step.name);
    const detail = step.counted ? `${describe(counts)}, ` : "";
    console.log(`${counts.failed === 0 ? "✓" : "✗"} ${step.name}: ${detail}${seconds} s`);
  };
  await runInOrder(steps, false);
  if (broken.length > 0) console.log(`failed: ${broken.join(", ")}`);
  if (sum.skipped > 0) console.log(`${sum.skipped} skipped`);
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  process.exitCode = sum.failed === 0 ? 0 : 1;
}

async function runStep(step, aside) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "wenze-counts-"));
  const file = path.join(folder, "counts.json");
  try {
    const fine = await run(
      step,
      { ...process.env, ...step.env, ...(step.counted ? { WENZE_TEST_COUNTS: file } : {}) },
      aside,
    );
    if (!step.counted) return { passed: fine ? 1 : 0, failed: fine ? 0 : 1, skipped: 0 };
    const counts = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { passed: 0, failed: 0, skipped: 0 };
    // A test run that breaks, or proves nothing, has failed even when no single test says so.
    if (counts.failed === 0 && (!fine || counts.passed + counts.skipped === 0)) counts.failed = 1;
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** True when the program ended with 0 in time. It has a process group of its own, so that all it started ends with it. */
function run({ name, args, minutes = longest }, env, aside) {
  return new Promise((resolve) => {
    const out = aside ? "pipe" : "inherit";
    const child = spawn(pinnedNode, args, { cwd: root, env, stdio: ["ignore", out, out], detached: true });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (bytes) => said.push(bytes));
    const end = () => stopGroup(child.pid);
    const stop = () => {
      end();
      process.exit(130);
    };
    const timer = setTimeout(() => {
      console.log(`${name}: stopped after ${minutes} minutes`);
      end();
    }, minutes * 60_000);
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, stop);
    const done = (fine) => {
      clearTimeout(timer);
      for (const signal of ["SIGINT", "SIGTERM"]) process.off(signal, stop);
      resolve(fine);
    };
    child.on("error", () => done(false));
    child.on("close", (status) => {
      if (said.length > 0) process.stdout.write(Buffer.concat(said));
      done(status === 0);
    });
  });
}

function stopGroup(pid) {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // Already gone.
  }
}

function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** A folder nobody has made yet is no fault. (No patterns here: one pattern makes oxfmt forget the folders.) */
function existing(paths) {
  return paths.filter((each) => existsSync(path.join(root, each)));
}
