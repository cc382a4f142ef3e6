// Compiles the message catalogue (src/messages/*.json) into typed functions in src/web/paraglide, which git ignores.
// Run with the pinned Node; a wrong key or a missing parameter then fails the type check of the browser part.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { hashFiles } from "./stale.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const outdir = path.join(root, "src/web/paraglide");
const stamp = path.join(root, "node_modules/.cache/wenze-messages");

export async function compileMessages() {
  const wanted = hashFiles(root, [
    "src/messages",
    "project.inlang/settings.json",
    "scripts/messages.mjs",
    "package-lock.json",
  ]);
  if (existsSync(path.join(outdir, "messages.js")) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted)
    return;
  const { compile } = await import("@inlang/paraglide-js");
  await compile({
    project: path.join(root, "project.inlang"),
    outdir,
    outputStructure: "locale-modules",
    // The choice of language stays with the reader's browser; Chinese until somebody chooses otherwise.
    strategy: ["localStorage", "baseLocale"],
    localStorageKey: "wenze-locale",
    isServer: "false",
    emitReadme: false,
    emitPrettierIgnore: false,
    disableAsyncLocalStorage: true,
  });
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await compileMessages();
  // The compiler leaves timers of thirty seconds behind; nothing is pending any more.
  process.exit(0);
}
